import { booleanPointInPolygon, distance, lineString, pointToLineDistance } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import type { GroundTruth } from '../../../data/tools/demo/ground-truth';
import type { Cluster } from '../../../lib/domain/boundary';
import { dayOf } from '../../../lib/domain/instant';
import { locateWard } from '../../../lib/geo/locate-ward';
import { buildWardIndex } from '../../../lib/geo/ward-index';
import { readJson, readRows, readWards, type EditionId, type Ward } from './data-files';

/** What the test sees of an incident: the CSV alone. */
interface Row {
  readonly id: string;
  readonly category: string;
  readonly day: string;
  readonly at: number;
  readonly hour: number;
  readonly position: [number, number];
}
interface Span {
  readonly from: string;
  readonly to: string;
}
type Area = GroundTruth['hotCorridors'][number]['area'];

const truth = readJson<GroundTruth>('demo/ground-truth.json');
const rows: Row[] = readRows('demo/incidents.csv').map((row) => ({
  id: String(row.id),
  category: String(row.category),
  day: dayOf(String(row.occurredAt)),
  at: Date.parse(String(row.occurredAt)),
  hour: Number(row.occurredAt?.slice(11, 13)),
  position: [Number(row.lon), Number(row.lat)],
}));
const byId = new Map(rows.map((row) => [row.id, row]));
const wards: Record<EditionId, Map<string, Ward>> = {
  'hn-hp-pre2025': new Map(readWards('hn-hp-pre2025').map((ward) => [ward.properties.code, ward])),
  'hn-hp-2025': new Map(readWards('hn-hp-2025').map((ward) => [ward.properties.code, ward])),
};

const rowOf = (id: string): Row => {
  const row = byId.get(id);
  if (row === undefined) throw new Error(`${id} is not in incidents.csv`);
  return row;
};
const isIn = (span: Span, row: Row): boolean => span.from <= row.day && row.day <= span.to;
const days = (span: Span): number => (Date.parse(span.to) - Date.parse(span.from)) / 86_400_000 + 1;

function inArea(area: Area, { position }: Row): boolean {
  if (area.kind === 'circle') return distance([...area.centre], position, { units: 'meters' }) <= area.radiusMetres;
  return pointToLineDistance(position, lineString(area.line.map((p) => [...p])), { units: 'meters' }) <= area.halfWidthMetres;
}

function inWard(edition: string, code: string, { position }: Row): boolean {
  const ward = wards[edition as EditionId].get(code);
  if (ward === undefined) throw new Error(`no ward ${code}`);
  if (!booleanPointInPolygon(position, ward)) return false;
  if (booleanPointInPolygon(position, ward, { ignoreBoundary: true })) return true;
  // On an outline the smallest code owns the point.
  const covering = [...wards[edition as EditionId].values()].filter((other) => booleanPointInPolygon(position, other));
  return covering.map((other) => other.properties.code).sort()[0] === code;
}

/** Poisson probability of `observed` or more, summed upwards from `observed` in logarithms (the generator sums otherwise). */
function tail(observed: number, expected: number): number {
  let logFactorial = 0;
  for (let k = 2; k <= observed; k++) logFactorial += Math.log(k);
  let term = Math.exp(observed * Math.log(expected) - expected - logFactorial);
  let sum = 0;
  for (let k = observed; k < observed + 400; k++) {
    sum += term;
    term *= expected / (k + 1);
  }
  return sum;
}

describe.each(truth.hotCorridors)('hot corridor $id', (corridor) => {
  const chosen = rows.filter((row) => corridor.categories.includes(row.category));
  const measure = (test: (row: Row) => boolean): { observed: number; calm: number; p: number } => {
    const hits = chosen.filter(test);
    const observed = hits.filter((row) => isIn(corridor.period, row)).length;
    const calm = hits.filter((row) => isIn(corridor.baseline, row)).length;
    return { observed, calm, p: tail(observed, ((calm + 0.5) * days(corridor.period)) / days(corridor.baseline)) };
  };

  it('stands out as a whole', () => {
    const { observed, calm, p } = measure((row) => inArea(corridor.area, row));
    expect([observed, calm]).toEqual([corridor.areaResult.observed, corridor.areaResult.baselineObserved]);
    expect(p).toBeLessThan(1e-9);
    expect(p / corridor.areaResult.p).toBeCloseTo(1, 1);
  });

  it.each(corridor.wards)('does not stand out in $name', (ward) => {
    const { observed, calm, p } = measure((row) => inWard(corridor.editionId, ward.code, row));
    expect([observed, calm]).toEqual([ward.observed, ward.baselineObserved]);
    expect(p).toBeGreaterThan(0.05);
    expect(p).toBeCloseTo(ward.p, 2);
  });

  it('has a part in every ward', () => {
    const planted = corridor.plantedIds.map(rowOf);
    for (const { code, planted: expected } of corridor.wards) {
      expect(planted.filter((row) => inWard(corridor.editionId, code, row)).length).toBe(expected);
    }
    expect(planted.every((row) => inArea(corridor.area, row) && isIn(corridor.period, row))).toBe(true);
  });
});

describe.each(truth.trends)('trend $id', (trend) => {
  const counts = trend.steps.map(
    (step) => rows.filter((row) => trend.categories.includes(row.category) && isIn(step, row) && inArea(trend.area, row)).length,
  );
  it('moves one way, step by step, as written down', () => {
    expect(counts).toEqual(trend.steps.map((step) => step.observed));
    const sorted = [...counts].sort((a, b) => a - b);
    expect(counts).toEqual(trend.kind === 'emerging' ? sorted : sorted.reverse());
  });
});

describe('the near-repeat series', () => {
  const series = truth.nearRepeat;
  const thefts = rows.filter(
    (row) => row.category === 'theft' && row.day >= '2025-07-01' && [series.fromWard, series.toWard].some((code) => inWard(series.editionId, code, row)),
  );
  const near = thefts.flatMap((a, i) =>
    thefts.slice(i + 1).flatMap((b, k) => (distance(a.position, b.position, { units: 'meters' }) <= series.bandMetres ? [[i, i + 1 + k] as const] : [])),
  );
  const closeInTime = (times: readonly number[]): number =>
    near.filter(([i, k]) => Math.abs((times[i] ?? 0) - (times[k] ?? 0)) <= series.bandDays * 86_400_000).length;

  it('has pairs within the stated distance and time, crossing one way only', () => {
    for (const pair of series.pairs) {
      const [first, second] = [rowOf(pair.first), rowOf(pair.second)];
      const metres = distance(first.position, second.position, { units: 'meters' });
      expect(Math.abs(metres - pair.distanceMetres)).toBeLessThan(1.5);
      expect(metres).toBeLessThan(series.bandMetres);
      expect((second.at - first.at) / 3_600_000).toBeCloseTo(pair.lagHours, 0);
      expect(pair.lagHours).toBeGreaterThan(0);
      expect(pair.lagHours).toBeLessThan(series.bandDays * 24);
      expect(inWard(series.editionId, series.fromWard, first)).toBe(true);
      expect(inWard(series.editionId, series.toWard, second)).toBe(pair.crosses);
    }
    expect(series.pairs.filter((pair) => pair.crosses).length).toBe(series.crossingPairs);
  });

  it('is more than chance: more pairs close in space and time than in 199 shuffles of the times (Knox)', () => {
    const times = thefts.map((row) => row.at);
    const observed = closeInTime(times);
    let state = 12_345;
    const next = (below: number): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1) % below;
    for (let run = 0; run < 199; run++) {
      for (let i = times.length - 1; i > 0; i--) {
        const k = next(i + 1);
        [times[i], times[k]] = [times[k] ?? 0, times[i] ?? 0];
      }
      expect(closeInTime(times)).toBeLessThan(observed);
    }
  });
});

describe('the displaced street vending', () => {
  const { sites, phases, category, editionId } = truth.displacement;
  const count = (site: (typeof sites)[number], phase: keyof typeof phases): number =>
    rows.filter(
      (row) =>
        row.category === category && isIn(phases[phase], row) && inArea(site.area, row) && (site.wardCode === null || inWard(editionId, site.wardCode, row)),
    ).length;

  it.each(sites)('left the stated numbers: $role', (site) => {
    for (const phase of ['before', 'during', 'after'] as const) expect(count(site, phase), phase).toBe(site.observed[phase]);
  });

  it('fell where the patrol was, rose across the border, stayed in the control area', () => {
    const change = (role: string): number => {
      const site = sites.find((candidate) => candidate.role === role) as (typeof sites)[number];
      return count(site, 'during') / count(site, 'before');
    };
    expect(change('patrolled')).toBeLessThan(0.3);
    expect(change('across')).toBeGreaterThan(3);
    expect(Math.abs(change('control') - 1)).toBeLessThan(0.15);
  });
});

describe.each(truth.rhythm)('the rhythm of $category', (habit) => {
  it('follows its hours and weekdays', () => {
    const own = rows.filter((row) => row.category === habit.category);
    const share = own.filter((row) => habit.peakHours.includes(row.hour)).length / own.length;
    const weekend = own.filter((row) => [5, 6, 0].includes(new Date(`${row.day}T00:00:00Z`).getUTCDay())).length / own.length;
    expect(own.length).toBe(habit.incidents);
    expect(share).toBeCloseTo(habit.peakShareObserved, 3);
    expect(weekend).toBeCloseTo(habit.fridayToSundayObserved, 3);
    // Three standard errors around what the weights say.
    const error = (p: number): number => 3 * Math.sqrt((p * (1 - p)) / own.length);
    expect(Math.abs(share - habit.peakShareOfHabit)).toBeLessThan(error(habit.peakShareOfHabit));
    expect(Math.abs(weekend - habit.fridayToSundayOfHabit)).toBeLessThan(error(habit.fridayToSundayOfHabit));
  });
});

describe('the border without an agreement', () => {
  const index = buildWardIndex([...wards['hn-hp-2025'].values()].map(({ properties, geometry }) => ({ ...properties, geometry })));
  const clusters = readJson<Cluster[]>('clusters/clusters.json').filter((cluster) => cluster.editionId === 'hn-hp-2025');
  const areTogether = (a: string, b: string): boolean =>
    clusters.some(({ members }) => [a, b].every((code) => members.some((member) => member.wardCode === code)));

  it('has more incidents within 100 m than any other pair of wards without a cluster', () => {
    const pairs = new Map<string, number>();
    for (const row of rows.filter((candidate) => isIn(truth.noAgreement.period, candidate))) {
      const { ownerCode, neighbours } = locateWard(index, row.position, truth.noAgreement.withinMetres);
      for (const { code } of neighbours) {
        if (ownerCode === null || areTogether(ownerCode, code)) continue;
        const key = [ownerCode, code].sort().join('-');
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
    }
    const [first, second] = [...pairs].sort((a, b) => b[1] - a[1]);
    expect(first).toEqual([truth.noAgreement.wards.map(({ code }) => code).sort().join('-'), truth.noAgreement.observed]);
    expect(first?.[1]).toBeGreaterThan(1.3 * (second?.[1] ?? 0));
  });
});

describe('the hard places', () => {
  it('are as many of each kind as written, by brute force over the polygons', () => {
    for (const { id, status } of truth.hardPlaces.places) {
      const row = rowOf(id);
      const edition = row.day < '2025-07-01' ? 'hn-hp-pre2025' : 'hn-hp-2025';
      const covering = [...wards[edition].values()].filter((ward) => booleanPointInPolygon(row.position, ward)).length;
      expect(covering, `${id} ${status}`).toBe({ on_border: Math.max(2, covering), inside: 1, gap: 0, outside: 0 }[status]);
    }
    expect(truth.hardPlaces.places.length).toBeGreaterThan(60);
  });
});
