import type { LegendItem } from '../../layers/layer-context';
import type { Camera } from '../../view/map-view';
import { layOutLegend } from './legend-layout';
import type { Box, MapPicture } from './map-picture';
import { fitCamera } from './mercator';
import type { PictureContent } from './picture-content';

interface FitQuestion {
  readonly place: PictureContent['place'];
  readonly frame: Box;
  readonly pixelRatio: number;
  readonly textPixels: number;
  readonly legendTitle: string;
  /** The legend of what a camera shows. */
  readonly legendAt: (camera: Camera) => readonly LegendItem[];
}

/** To keep what the picture is about clear of the legend it may become this much smaller, in zoom levels. */
const MOST_ZOOM_LOST = 0.45;

/** Where the picture looks, and its legend: beside the legend where there is room for both, else over all of the frame. */
export function fitPicture({ place, frame, pixelRatio, textPixels, legendTitle, legendAt }: FitQuestion): Pick<MapPicture, 'camera'> & { readonly legend: readonly LegendItem[] } {
  if ('zoom' in place) return { camera: place, legend: legendAt(place) };
  const whole = fitCamera(place, frame, pixelRatio);
  const items = legendAt(whole);
  const legend = layOutLegend(items, legendTitle, textPixels, frame, textPixels);
  if (legend === null) return { camera: whole, legend: items };
  const taken = legend.width + textPixels;
  const beside = fitCamera(place, frame, pixelRatio, { ...frame, x: frame.x + taken, width: frame.width - taken });
  if (whole.zoom - beside.zoom > MOST_ZOOM_LOST) return { camera: whole, legend: items };
  return { camera: beside, legend: legendAt(beside) };
}
