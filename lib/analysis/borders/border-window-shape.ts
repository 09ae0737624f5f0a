import type { ArcIndex } from '../plane/arc-index';
import { cutStretch } from './arc-stretch';
import type { BorderPlace } from './border-windows';
import { discRing, hullRing } from '../plane/finding-shapes';
import { bufferLines } from '../plane/line-buffer';
import type { PlaneRings, ScopePoints } from '../method';

/** Least radius of a disc and margin around a cluster that can still be seen and worked on, in metres. */
const LEAST_RADIUS = 25;
/** A buffer is traced a few per cent too narrow at worst; so much wider it holds all within the width. */
const TRACED_WIDER = 1.02;

/** What a window covers, in metres; all its events lie inside. `from` and `to` as in the window's family. */
export function shapeOfWindow(index: ArcIndex, points: ScopePoints, place: BorderPlace, { fromMetres, toMetres, events }: { readonly fromMetres: number; readonly toMetres: number; readonly events: readonly number[] }): readonly PlaneRings[] {
  switch (place.kind) {
    case 'run': return bufferLines(cutStretch(index, place.arc, place.originMetres + fromMetres, place.originMetres + toMetres), place.widthMetres * TRACED_WIDER);
    case 'disc': return [[discRing(place.x, place.y, Math.max(LEAST_RADIUS, toMetres))]];
    case 'cluster': return [[hullRing(events.map((event) => [points.xs[event]!, points.ys[event]!] as const), LEAST_RADIUS)]];
    default: return place satisfies never;
  }
}
