import type { Category } from '@/lib/domain/category';
import type { MapTheme } from '@/lib/layers/map-colours';
import { buildMapImages, type MapImage } from '@/lib/layers/map-images';

/** Images are drawn at twice their size, for sharp screens. */
export const IMAGE_PIXEL_RATIO = 2;

function drawImage({ sizePixels, parts }: MapImage): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = sizePixels * IMAGE_PIXEL_RATIO;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('this browser has no 2d canvas');
  context.scale(IMAGE_PIXEL_RATIO, IMAGE_PIXEL_RATIO);
  context.translate(sizePixels / 2, sizePixels / 2);
  context.lineJoin = 'round';
  for (const { d, fill, stroke, widthPixels = 1, roundEnds = false } of parts) {
    const path = new Path2D(d);
    if (fill !== undefined) {
      context.fillStyle = fill;
      context.fill(path);
    }
    if (stroke !== undefined) {
      context.lineCap = roundEnds ? 'round' : 'butt';
      context.lineWidth = widthPixels;
      context.strokeStyle = stroke;
      context.stroke(path);
    }
  }
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Every image the style names, drawn for a theme; the same ids and sizes in both themes. */
export function drawMapImages(categories: readonly Category[], theme: MapTheme): ReadonlyMap<string, ImageData> {
  return new Map([...buildMapImages(categories, theme)].map(([id, image]) => [id, drawImage(image)]));
}
