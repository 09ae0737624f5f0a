import type { Category, CategoryShape } from '../domain/category';
import { GROUP_RING_STEPS, LATE_MARK_IMAGE, groupImageId, signCorners, signImageId } from './incident-signs';
import { MAP_COLOURS, type MapColours, type MapTheme } from './map-colours';

/** One stroke or fill of an image; `d` is SVG path data around the image's middle, y downward. */
export interface ImagePart {
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly widthPixels?: number;
  /** Whether the ends of an open stroke are round. */
  readonly roundEnds?: true;
}

/** An image of the map as data, for a canvas and for SVG alike: its parts from the ground up, joins round. */
export interface MapImage {
  /** Width and height of the square it fills. */
  readonly sizePixels: number;
  readonly parts: readonly ImagePart[];
}

const round = (value: number): string => String(Math.round(value * 1_000) / 1_000);
const circle = (radius: number): string => `M${round(radius)} 0A${round(radius)} ${round(radius)} 0 1 1 ${round(-radius)} 0A${round(radius)} ${round(radius)} 0 1 1 ${round(radius)} 0Z`;

/** An arc clockwise from the top over a share of the full turn, 0 to 1. */
function arcFromTop(radius: number, share: number): string {
  if (share >= 1) return circle(radius);
  const angle = share * 2 * Math.PI - Math.PI / 2;
  return `M0 ${round(-radius)}A${round(radius)} ${round(radius)} 0 ${share > 0.5 ? '1' : '0'} 1 ${round(radius * Math.cos(angle))} ${round(radius * Math.sin(angle))}`;
}

const SIGN_SIZE = 30;
const SIGN_RADIUS = 8;
const RING_RADIUS = 11.5;

/** The sign of a category: ringed in the border zone, hollow once it is done. */
export function signImage({ shape, colour }: { readonly shape: CategoryShape; readonly colour: string }, colours: Pick<MapColours, 'halo' | 'zoneRing' | 'signOutline' | 'signPaper'>, inZone: boolean, done: boolean): MapImage {
  const d = `M${signCorners(shape).map(([x, y]) => `${round(x * SIGN_RADIUS)} ${round(y * SIGN_RADIUS)}`).join('L')}Z`;
  const ring = inZone ? [{ d: circle(RING_RADIUS), stroke: colours.halo, widthPixels: 4 }, { d: circle(RING_RADIUS), stroke: colours.zoneRing, widthPixels: 2 }] : [];
  const sign = done
    ? [{ d, stroke: colours.halo, widthPixels: 5 }, { d, fill: colours.signPaper }, { d, stroke: colour, widthPixels: 2.4 }]
    : [{ d, stroke: colours.signOutline, widthPixels: 2.6 }, { d, fill: colour }];
  return { sizePixels: SIGN_SIZE, parts: [...ring, ...sign] };
}

const GROUP_SIZE = 44;

/** The disc of a group, with a ring whose coloured part is its border-zone share, 0 to 1. */
export function groupImage(colours: Pick<MapColours, 'halo' | 'groupDisc' | 'groupRim' | 'groupZone'>, share: number): MapImage {
  const half = GROUP_SIZE / 2;
  const ring = half - 4;
  return {
    sizePixels: GROUP_SIZE,
    parts: [
      { d: circle(half - 1), fill: colours.halo },
      { d: circle(ring - 3.5), fill: colours.groupDisc },
      { d: circle(ring), stroke: colours.groupRim, widthPixels: 4 },
      ...(share > 0 ? [{ d: arcFromTop(ring, share), stroke: colours.groupZone, widthPixels: 4 }] : []),
    ],
  };
}

const POLE_AND_CLOTH = 'M-5 10L-5 -9L8 -5L-5 0';

/** The flag of the ward that chairs its cluster. */
export function flagImage(colours: Pick<MapColours, 'halo' | 'clusterBorder'>): MapImage {
  return {
    sizePixels: 24,
    parts: [
      { d: POLE_AND_CLOTH, stroke: colours.halo, widthPixels: 5, roundEnds: true },
      { d: POLE_AND_CLOTH, stroke: colours.clusterBorder, widthPixels: 2, roundEnds: true },
      { d: 'M-5 -9L8 -5L-5 0Z', fill: colours.clusterBorder },
    ],
  };
}

/** An exclamation mark in a disc: what is overdue, readable without its colour. */
export function lateImage(colours: Pick<MapColours, 'halo' | 'late' | 'lateText'>): MapImage {
  return {
    sizePixels: 20,
    parts: [
      { d: circle(9.5), fill: colours.halo },
      { d: circle(8), fill: colours.late },
      { d: 'M-1.2 -5H1.2V1H-1.2ZM-1.2 2.4H1.2V4.8H-1.2Z', fill: colours.lateText },
    ],
  };
}

/** Every image the style names, for a theme; the same ids and sizes in every theme. */
export function buildMapImages(categories: readonly Category[], theme: MapTheme): ReadonlyMap<string, MapImage> {
  const colours = MAP_COLOURS[theme];
  const images = new Map<string, MapImage>([['lead-flag', flagImage(colours)], [LATE_MARK_IMAGE, lateImage(colours)]]);
  for (let step = 0; step <= GROUP_RING_STEPS; step++) images.set(groupImageId(step), groupImage(colours, step / GROUP_RING_STEPS));
  for (const category of categories) {
    for (const inZone of [false, true]) {
      for (const done of [false, true]) images.set(signImageId(category.code, inZone, done), signImage(category, colours, inZone, done));
    }
  }
  return images;
}
