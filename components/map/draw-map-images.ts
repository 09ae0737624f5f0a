import type { Category } from '@/lib/domain/category';
import { GROUP_RING_STEPS, LATE_MARK_IMAGE, groupImageId, signCorners, signImageId } from '@/lib/layers/incident-signs';
import { MAP_COLOURS, type MapColours, type MapTheme } from '@/lib/layers/map-colours';

/** Images are drawn at twice their size, for sharp screens. */
export const IMAGE_PIXEL_RATIO = 2;

type Draw = (context: CanvasRenderingContext2D, half: number) => void;

function drawImage(sizePixels: number, draw: Draw): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = sizePixels * IMAGE_PIXEL_RATIO;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('this browser has no 2d canvas');
  context.scale(IMAGE_PIXEL_RATIO, IMAGE_PIXEL_RATIO);
  context.translate(sizePixels / 2, sizePixels / 2);
  draw(context, sizePixels / 2);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

const SIGN_SIZE = 30;
const SIGN_RADIUS = 8;
const RING_RADIUS = 12.5;

function tracePolygon(context: CanvasRenderingContext2D, category: Category, radius: number): void {
  context.beginPath();
  signCorners(category.shape).forEach(([x, y], i) => (i === 0 ? context.moveTo(x * radius, y * radius) : context.lineTo(x * radius, y * radius)));
  context.closePath();
}

function drawSign(category: Category, colours: MapColours, inZone: boolean, done: boolean): ImageData {
  return drawImage(SIGN_SIZE, (context) => {
    context.lineJoin = 'round';
    if (inZone) {
      for (const [width, colour] of [[4, colours.halo], [2, colours.zoneRing]] as const) {
        context.beginPath();
        context.arc(0, 0, RING_RADIUS - 1, 0, 2 * Math.PI);
        context.lineWidth = width;
        context.strokeStyle = colour;
        context.stroke();
      }
    }
    tracePolygon(context, category, SIGN_RADIUS);
    context.lineWidth = done ? 5 : 2.6;
    context.strokeStyle = done ? colours.halo : colours.signOutline;
    context.stroke();
    context.fillStyle = done ? colours.signPaper : category.colour;
    context.fill();
    if (!done) return;
    context.lineWidth = 2.4;
    context.strokeStyle = category.colour;
    context.stroke();
  });
}

const GROUP_SIZE = 44;

function drawGroup(colours: MapColours, share: number): ImageData {
  return drawImage(GROUP_SIZE, (context, half) => {
    const ring = half - 4;
    const arc = (from: number, to: number, width: number, colour: string): void => {
      context.beginPath();
      context.arc(0, 0, ring, from, to);
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.stroke();
    };
    context.beginPath();
    context.arc(0, 0, half - 1, 0, 2 * Math.PI);
    context.fillStyle = colours.halo;
    context.fill();
    context.beginPath();
    context.arc(0, 0, ring - 3.5, 0, 2 * Math.PI);
    context.fillStyle = colours.groupDisc;
    context.fill();
    arc(0, 2 * Math.PI, 4, colours.groupRim);
    if (share > 0) arc(-Math.PI / 2, -Math.PI / 2 + share * 2 * Math.PI, 4, colours.groupZone);
  });
}

const FLAG_SIZE = 24;

function drawFlag(colours: MapColours): ImageData {
  return drawImage(FLAG_SIZE, (context) => {
    context.lineJoin = 'round';
    context.lineCap = 'round';
    for (const [width, stroke] of [[5, colours.halo], [2, colours.clusterBorder]] as const) {
      context.lineWidth = width;
      context.strokeStyle = stroke;
      context.beginPath();
      context.moveTo(-5, 10);
      context.lineTo(-5, -9);
      context.lineTo(8, -5);
      context.lineTo(-5, 0);
      context.stroke();
    }
    context.fillStyle = colours.clusterBorder;
    context.fill();
  });
}

const LATE_SIZE = 20;

/** An exclamation mark in a disc: readable without its colour. */
function drawLateMark(colours: MapColours): ImageData {
  return drawImage(LATE_SIZE, (context, half) => {
    for (const [radius, colour] of [[half - 0.5, colours.halo], [half - 2, colours.late]] as const) {
      context.beginPath();
      context.arc(0, 0, radius, 0, 2 * Math.PI);
      context.fillStyle = colour;
      context.fill();
    }
    context.fillStyle = colours.lateText;
    context.fillRect(-1.2, -5, 2.4, 6);
    context.fillRect(-1.2, 2.4, 2.4, 2.4);
  });
}

/** Every image the style names, drawn for a theme; the same ids and sizes in both themes. */
export function drawMapImages(categories: readonly Category[], theme: MapTheme): ReadonlyMap<string, ImageData> {
  const colours = MAP_COLOURS[theme];
  const images = new Map<string, ImageData>([['lead-flag', drawFlag(colours)], [LATE_MARK_IMAGE, drawLateMark(colours)]]);
  for (let step = 0; step <= GROUP_RING_STEPS; step++) images.set(groupImageId(step), drawGroup(colours, step / GROUP_RING_STEPS));
  for (const category of categories) {
    for (const inZone of [false, true]) {
      for (const done of [false, true]) images.set(signImageId(category.code, inZone, done), drawSign(category, colours, inZone, done));
    }
  }
  return images;
}
