import type { Bbox } from '../../geo/types';
import type { Camera } from '../../view/map-view';
import type { Box, MapPicture } from './map-picture';

const WORLD_PIXELS = 512;

/** Web Mercator of a longitude: 0 at 180° west to 1 at 180° east. */
export const mercatorX = (longitude: number): number => (longitude + 180) / 360;

/** Web Mercator of a latitude: 0 in the north to 1 in the south; beyond 85.05° it leaves that range. */
export const mercatorY = (latitude: number): number => 0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);

const latitudeOf = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

/** Turns Web Mercator units into picture pixels: `x · scale + dx`, `y · scale + dy`. */
export interface PictureFrame {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
  readonly box: Box;
}

/** The transformation of a picture. */
export function frameOf({ camera, pixelRatio, frame }: Pick<MapPicture, 'camera' | 'pixelRatio' | 'frame'>): PictureFrame {
  const scale = WORLD_PIXELS * 2 ** camera.zoom * pixelRatio;
  return {
    scale,
    dx: frame.x + frame.width / 2 - mercatorX(camera.longitude) * scale,
    dy: frame.y + frame.height / 2 - mercatorY(camera.latitude) * scale,
    box: frame,
  };
}

/** Degrees of a place in the picture, longitude first. */
export const toDegrees = ({ scale, dx, dy }: PictureFrame, [x, y]: readonly [number, number]): readonly [number, number] => [((x - dx) / scale) * 360 - 180, latitudeOf((y - dy) / scale)];

/** The degrees that a frame shows. */
export function bboxOf(frame: PictureFrame): Bbox {
  const { x, y, width, height } = frame.box;
  const [west, south] = toDegrees(frame, [x, y + height]);
  const [east, north] = toDegrees(frame, [x + width, y]);
  return [west, south, east, north];
}

/** Share of the frame that stays free around what is fitted into it. */
const MARGIN = 0.04;
/** No closer than this, in zoom levels of the layers: a single point is shown with its surroundings. */
const CLOSEST_ZOOM = 17;

/** The camera that shows all of a box of degrees in a part of a frame, as large as it can be; it looks at the middle of the frame. */
export function fitCamera([west, south, east, north]: Bbox, frame: Box, pixelRatio: number, part: Box = frame): Camera {
  const [left, right, top, bottom] = [mercatorX(west), mercatorX(east), mercatorY(north), mercatorY(south)];
  const room = 1 - 2 * MARGIN;
  const across = (part.width * room) / Math.max(right - left, 1e-9);
  const down = (part.height * room) / Math.max(bottom - top, 1e-9);
  const zoom = Math.min(CLOSEST_ZOOM, Math.log2(Math.min(across, down) / WORLD_PIXELS / pixelRatio));
  const scale = WORLD_PIXELS * 2 ** zoom * pixelRatio;
  const x = (left + right) / 2 + (frame.x + frame.width / 2 - part.x - part.width / 2) / scale;
  const y = (top + bottom) / 2 + (frame.y + frame.height / 2 - part.y - part.height / 2) / scale;
  return { longitude: x * 360 - 180, latitude: latitudeOf(y), zoom };
}
