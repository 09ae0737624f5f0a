import { rounded } from '../../analysis/rounded';
import type { Slide } from '../../domain/briefing';
import type { OpenStep } from '../../domain/briefing-facts';
import type { Instant } from '../../domain/instant';
import { countChangeZ } from '../../stats/count-tails';
import { countByWard, drawWards, listSteps, listWards, orderSteps } from '../open-steps';
import { say } from '../slide-pieces';
import { makePinSlide, type Pinned } from './pin-slide';
import { composePoints, type PointsEvidence } from './points';

/** A cluster as it was known at the briefing's instant: its incidents of four weeks and its open work. */
export interface ClusterEvidence {
  readonly kind: 'cluster';
  readonly cluster: string;
  readonly points: PointsEvidence;
  readonly steps: readonly OpenStep[];
  readonly asOf: Instant;
}

const DAYS = 28;

/** The cluster's map with its incidents, and what is still open between its wards. */
export function composeCluster(pin: Pinned, { cluster, points, steps, asOf }: ClusterEvidence): Slide {
  const base = composePoints({ ...pin, kind: 'map' }, points);
  const factOf = (id: string): number | null => base.facts.find((fact) => fact.id === id)?.value ?? null;
  const [count, before] = [factOf('count') ?? 0, factOf('before')];
  const ordered = orderSteps(steps, Date.parse(asOf));
  const late = ordered.filter(({ lateMinutes }) => lateMinutes !== null);
  const values = { cluster, count, before, days: DAYS, open: ordered.length, overdue: late.length, ward: late[0]?.ward ?? null, late: late[0]?.lateMinutes ?? null, z: before === null ? null : rounded(countChangeZ(before, count)) };
  const loads = countByWard(ordered);
  return makePinSlide(pin, 'pin_cluster', say(late.length > 0 ? 'cluster_late' : ordered.length > 0 ? 'cluster_timely' : 'cluster_calm', values), {
    uncertainty: [...(before === null ? [] : [say('about_change', values)]), say('about_open')],
    facts: [{ id: 'count', unit: 'count', value: count }, ...(before === null ? [] : [{ id: 'before', unit: 'count' as const, value: before }]), { id: 'open', unit: 'count', value: ordered.length }, { id: 'overdue', unit: 'count', value: late.length }],
    tables: [...(ordered.length === 0 ? [] : [listSteps(ordered)]), ...(loads.length === 0 ? [] : [listWards(loads)])], charts: loads.length === 0 ? [] : [drawWards(loads)],
    map: base.map,
  });
}
