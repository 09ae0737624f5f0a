import { maskPoints, type Maskable, type MaskOptions } from '../briefing/masking/mask-points';
import type { DrawnZone } from '../layers/zone-layer';
import { polygonsOf, signedRingArea } from '../geo/ellipsoid-area';
import type { RuleBook } from '../rules/rule-book';
import type { PicturePage } from './picture/picture-page';

/** A zone smaller than this, some 100 m × 100 m, is as good as an address. */
const LEAST_ZONE_SQUARE_METRES = 10_000;

const squareMetresOf = ({ geometry }: DrawnZone): number =>
  polygonsOf(geometry).reduce((sum, rings) => rings.reduce((rest, ring, place) => rest + (place === 0 ? 1 : -1) * Math.abs(signedRingArea(ring)), sum), 0);

/** Whether a zone may be drawn outside the building: in force, and too large for an address. */
const mayLeaveZone = (zone: DrawnZone): boolean => zone.state === 'active' && squareMetresOf(zone) >= LEAST_ZONE_SQUARE_METRES;
/** Zones that may leave, without the names that analysts gave them. */
const maskZones = (zones: readonly DrawnZone[]): DrawnZone[] => zones.filter(mayLeaveZone).map((zone) => ({ ...zone, name: '' }));

/** Why a page's map can not be made for outside the building; null when it can. */
export type MaskRefusal = 'zone' | 'patrol';

/** Whether anything of a page's map may leave the building: not a draft or a zone of one house, not a patrol that is still to be walked. */
export function findMaskRefusal(page: PicturePage): MaskRefusal | null {
  if (page.kind === 'zone') return mayLeaveZone(page.zone) ? null : 'zone';
  return page.kind === 'patrol' && !page.isDone ? 'patrol' : null;
}

/** Where and by what points are moved. */
export interface PageMask extends Pick<MaskOptions, 'at'> {
  readonly rules: RuleBook;
}

/** The same in every file, so that two files can not be averaged; what a point's move can not be told without is its id, which is in none. */
const SEED = 'page';
const move = <T extends Maskable>(things: readonly T[], { rules, at }: PageMask): readonly T[] => maskPoints(things, rules, { seed: SEED, at }).points;

/**
 * The map of a page for outside the building.
 *
 * Points (also named models) are moved as `maskPoints` does; single incidents of a result, a pinned point and names given by hand are left out.
 * Routes of patrols are left out, planned and walked alike: they are movements of officers, and show where they will walk again. What they
 * covered of whole borders is kept, of patrols that have ended. Drafts, closed zones and zones as small as a house are left out.
 * Limits: ask `findMaskRefusal` first.
 */
export function maskPage(page: PicturePage, mask: PageMask): PicturePage {
  switch (page.kind) {
    // An address that was pinned is one that must not be read.
    case 'map': return { ...page, points: move(page.points, mask), zones: maskZones(page.zones ?? []), view: { ...page.view, pin: null, incident: null } };
    case 'zone': return { ...page, points: move(page.points, mask), zone: { ...page.zone, name: '' } };
    case 'zones': return { ...page, zones: maskZones(page.zones) };
    case 'analysis': return { ...page, features: page.features.filter(({ drawn }) => drawn !== 'dot'), legend: page.legend.filter(({ drawn }) => drawn !== 'dot'), scopePositions: [], finding: null, zones: maskZones(page.zones ?? []) };
    case 'coverage': return page;
    case 'patrol': return { ...page, patrol: null, coverage: page.isDone ? page.coverage : [] };
    case 'cluster': return { ...page, points: move(page.points, mask) };
    case 'models': return { ...page, models: move(page.models, mask).map((model) => ({ ...model, name: '' })) };
    default: return page satisfies never;
  }
}
