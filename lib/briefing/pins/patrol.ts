import type { Geometry } from 'geojson';
import type { ResultFeature } from '../../domain/analysis-result';
import type { Slide } from '../../domain/briefing';
import type { KnownPatrol } from '../../domain/briefing-facts';
import type { Day } from '../../domain/instant';
import type { PatrolGeometry } from '../../domain/patrol';
import { judgeSides, measureCover, uniteCoverage, type CoveredArc } from '../../geo/arc-coverage';
import { boxAround, positionsOf, say } from '../slide-pieces';
import { cutRows, makePinSlide, type Pinned } from './pin-slide';

/** One patrol as it was known at the briefing's instant. */
export interface PatrolEvidence {
  readonly kind: 'patrol';
  readonly patrol: KnownPatrol;
  readonly day: Day;
}

const metres = (length: number): number => Math.round(length);
const keyOf = ({ wardA, wardB }: CoveredArc): string => `${wardA}/${wardB}`;
const asGeometry = (shape: PatrolGeometry): Geometry => shape as unknown as Geometry;

/** Plan against what was done: which borders from which sides, and who took part. */
export function composePatrolPin(pin: Pinned, { patrol, day }: PatrolEvidence): Slide {
  const { name, status, from, to, wards, tracks, planned, plan, editionId, reachMetres } = patrol;
  const done = uniteCoverage(tracks.map(({ coverage }) => coverage));
  const [before, after] = [new Map(planned.map((arc) => [keyOf(arc), measureCover(arc)])), new Map(done.map((arc) => [keyOf(arc), measureCover(arc)]))];
  const lengths = new Map([...planned, ...done].map((arc) => [keyOf(arc), arc.lengthMetres]));
  const sides = judgeSides([...(tracks.length === 0 ? before : after).values()]);
  const booked = wards.filter((one) => one.status === 'booked').length;
  const state = status === 'cancelled' ? 'cancelled' : tracks.length > 0 ? 'walked' : 'planned';
  const values = { name, from, to, wards: wards.length, booked, sides, tracks: tracks.length };
  const plain = [...lengths.keys()].sort((a, b) => (after.get(b)?.both ?? 0) - (after.get(a)?.both ?? 0) || (before.get(b)?.both ?? 0) - (before.get(a)?.both ?? 0) || (a < b ? -1 : 1));
  const cut = cutRows({
    id: 'arcs',
    columns: [{ id: 'border', kind: 'pair' }, { id: 'length', kind: 'metres' }, { id: 'planned_both', kind: 'metres' }, { id: 'first', kind: 'metres' }, { id: 'second', kind: 'metres' }, { id: 'both', kind: 'metres' }],
    rows: plain.map((key) => {
      const [intended, walked] = [before.get(key), after.get(key)];
      return { cells: [key, metres(lengths.get(key) ?? 0), metres(intended?.both ?? 0), ...(tracks.length === 0 ? [null, null, null] : [metres(walked?.ofA ?? 0), metres(walked?.ofB ?? 0), metres(walked?.both ?? 0)])] };
    }),
  });
  const features: ResultFeature[] = [
    { geometry: asGeometry(plan), tone: 'calm', drawn: plan.type === 'Polygon' ? 'outline' : 'dashed', told: say('plan') },
    ...tracks.map(({ geometry, ward }): ResultFeature => ({ geometry: asGeometry(geometry), tone: 'accent', drawn: geometry.type === 'Polygon' ? 'outline' : 'line', told: say('track', { ward }) })),
  ];
  const shown = plain.slice(0, 12);
  return makePinSlide(pin, 'pin_patrol', say(`patrol_${state}`, values), {
    uncertainty: [say('about_reach', { reach: metres(reachMetres) }), ...cut.told],
    facts: [{ id: 'wards', unit: 'number', value: wards.length }, { id: 'booked', unit: 'number', value: booked }, { id: 'tracks', unit: 'number', value: tracks.length }],
    tables: [...(plain.length === 0 ? [] : [cut.table]), { id: 'wards', columns: [{ id: 'ward', kind: 'ward' }, { id: 'answer', kind: 'code' }, { id: 'tracks', kind: 'number' }], rows: wards.map((one) => ({ cells: [one.code, one.status, tracks.filter(({ ward }) => ward === one.code).length] })) }],
    charts: shown.length === 0 ? [] : [{
      id: 'arcs', kind: 'bars', x: 'pair', y: 'metres', xs: shown,
      series: [{ id: 'planned_both', values: shown.map((key) => metres(before.get(key)?.both ?? 0)) }, ...(tracks.length === 0 ? [] : [{ id: 'both', values: shown.map((key) => metres(after.get(key)?.both ?? 0)) }])],
    }],
    map: {
      bbox: boxAround(positionsOf(features), 0.01) ?? [104.99, 15.99, 105.01, 16.01], editionId, day, borderZone: true, features, points: [],
      legend: [{ tone: 'calm', drawn: plan.type === 'Polygon' ? 'outline' : 'dashed', told: say('plan') }, ...(tracks[0] === undefined ? [] : [{ tone: 'accent' as const, drawn: tracks[0].geometry.type === 'Polygon' ? 'outline' as const : 'line' as const, told: say('walked') }])],
    },
  });
}
