import type { Camera } from '../view/map-view';
import { pixelsPerMetreAtZoom0 } from './width-in-metres';

const MAX_BAR_PIXELS = 110;

/** A scale bar: the length it stands for, and how long it is drawn. */
export interface ScaleBar {
  readonly metres: number;
  readonly pixels: number;
}

/** The longest round length (1, 2 or 5 × 10ⁿ m) whose bar fits, and the bar's pixels. Accuracy: as of `pixelsPerMetreAtZoom0`, at the camera's latitude. */
export function chooseScale({ latitude, zoom }: Pick<Camera, 'latitude' | 'zoom'>, maxPixels = MAX_BAR_PIXELS): ScaleBar {
  const pixelsPerMetre = pixelsPerMetreAtZoom0(latitude) * 2 ** zoom;
  const longest = maxPixels / pixelsPerMetre;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= longest) ?? power;
  return { metres, pixels: Math.round(metres * pixelsPerMetre) };
}
