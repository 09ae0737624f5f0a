import { locateWard } from '../../../lib/geo/locate-ward';
import { daysIn, hourOf, isInPeriod, weekdayOf, type Period } from './calendar';
import type { Demo } from './generate';
import { DISPLACEMENT, type Phase, type Site } from './patterns/displacement';
import { HARD_PLACES } from './patterns/hard-places';
import { HOT_CORRIDORS, type HotCorridor } from './patterns/hot-corridor';
import { LATE_REPORTS } from './patterns/late-reports';
import { NEAR_REPEAT } from './patterns/near-repeat';
import { NO_AGREEMENT } from './patterns/no-agreement';
import { TRENDS, type Trend } from './patterns/trend';
import { editionAt, type DemoEdition, type Ground } from './places';
import { distanceMetres, isInArea, type Area } from './plane';
import { poissonTail } from './poisson';
import type { DemoIncident } from './record';
import { HABITS } from './rhythm';

type Test = (incident: DemoIncident) => boolean;

/** Counts and lookups over the generated incidents. */
class Counter {
  constructor(
    private readonly ground: Ground,
    readonly incidents: readonly DemoIncident[],
  ) {}

  idsOf(pattern: string): string[] {
    return this.incidents.filter((incident) => incident.pattern === pattern).map(({ id }) => id);
  }

  count(period: Period, categories: readonly string[], test: Test): number {
    return this.incidents.filter((i) => categories.includes(i.category) && isInPeriod(period, i.occurredAt) && test(i)).length;
  }

  inArea = (area: Area): Test => (incident) => isInArea(area, incident.position);

  inWard(editionId: string, code: string): Test {
    const edition = this.edition(editionId);
    return ({ position }) => locateWard(edition.index, position, 0).ownerCode === code;
  }

  wardName(editionId: string, code: string): string {
    const ward = this.edition(editionId).wards.find((candidate) => candidate.code === code);
    if (ward === undefined) throw new Error(`no ward ${code} in ${editionId}`);
    return ward.name;
  }

  statusOf = ({ position, occurredAt }: DemoIncident): string => locateWard(editionAt(this.ground, occurredAt).index, position, 0).status;

  /** Whether an incident lies in one ward of the pair without an agreement and within 100 m of the other. */
  isNearPair: Test = ({ position }) => {
    const { ownerCode, neighbours } = locateWard(this.ground.since.index, position, 100);
    const near: readonly (string | null)[] = [ownerCode, ...neighbours.map(({ code }) => code)];
    const isOwned = NO_AGREEMENT.wards.some((code) => code === ownerCode);
    return isOwned && NO_AGREEMENT.wards.every((code) => near.includes(code));
  };

  private edition(id: string): DemoEdition {
    return id === this.ground.before.id ? this.ground.before : this.ground.since;
  }
}

/** Observed against what the calm time leads one to expect; half an incident is added so that a calm time of 0 still expects something. */
function compare(counter: Counter, corridor: HotCorridor, test: Test): { observed: number; baselineObserved: number; expected: number; p: number } {
  const observed = counter.count(corridor.period, corridor.categories, test);
  const baselineObserved = counter.count(corridor.baseline, corridor.categories, test);
  const expected = Number((((baselineObserved + 0.5) * daysIn(corridor.period)) / daysIn(corridor.baseline)).toFixed(3));
  return { observed, baselineObserved, expected, p: poissonTail(observed, expected) };
}

const describeCorridor = (counter: Counter, corridor: HotCorridor) => ({
  id: corridor.id,
  kind: 'split-hotspot' as const,
  editionId: corridor.editionId,
  categories: corridor.categories,
  period: corridor.period,
  baseline: corridor.baseline,
  area: corridor.area,
  areaResult: compare(counter, corridor, counter.inArea(corridor.area)),
  wards: corridor.wards.map(({ code, planted }) => ({
    code,
    name: counter.wardName(corridor.editionId, code),
    planted,
    ...compare(counter, corridor, counter.inWard(corridor.editionId, code)),
  })),
  plantedIds: counter.idsOf(corridor.id),
});

const describeTrend = (counter: Counter, trend: Trend) => ({
  id: trend.id,
  kind: trend.direction,
  editionId: 'hn-hp-2025',
  categories: trend.categories,
  area: trend.area,
  steps: trend.steps.map((step) => ({ ...step, observed: counter.count(step, trend.categories, counter.inArea(trend.area)) })),
  plantedIds: counter.idsOf(trend.id),
});

/** Planted pairs in order of the first theft; the two of a pair were planted next to each other. */
function describeNearRepeat(counter: Counter, pairs: readonly (readonly [DemoIncident, DemoIncident])[]) {
  return {
    ...NEAR_REPEAT,
    kind: 'near-repeat' as const,
    bandMetres: 200,
    bandDays: 7,
    pairs: pairs.map(([first, second]) => ({
      first: first.id,
      second: second.id,
      distanceMetres: Math.round(distanceMetres(first.position, second.position)),
      lagHours: Number(((second.occurredAt - first.occurredAt) / 3600).toFixed(1)),
      crosses: counter.inWard(NEAR_REPEAT.editionId, NEAR_REPEAT.toWard)(second),
    })),
  };
}

const siteTest = (counter: Counter, site: Site): Test => {
  const inWard = site.wardCode === null ? () => true : counter.inWard(DISPLACEMENT.editionId, site.wardCode);
  return (incident) => isInArea(site.area, incident.position) && inWard(incident);
};

const describeDisplacement = (counter: Counter) => ({
  id: DISPLACEMENT.id,
  kind: 'displacement' as const,
  editionId: DISPLACEMENT.editionId,
  category: DISPLACEMENT.category,
  phases: DISPLACEMENT.phases,
  sites: DISPLACEMENT.sites.map((site) => ({
    ...site,
    observed: Object.fromEntries(
      (Object.keys(DISPLACEMENT.phases) as Phase[]).map((phase) => [
        phase,
        counter.count(DISPLACEMENT.phases[phase], [DISPLACEMENT.category], siteTest(counter, site)),
      ]),
    ) as Record<Phase, number>,
  })),
  plantedIds: counter.idsOf(DISPLACEMENT.id),
});

const describeNoAgreement = (counter: Counter) => ({
  id: NO_AGREEMENT.id,
  kind: 'no-agreement' as const,
  editionId: NO_AGREEMENT.editionId,
  period: NO_AGREEMENT.period,
  withinMetres: 100,
  wards: NO_AGREEMENT.wards.map((code) => ({ code, name: counter.wardName(NO_AGREEMENT.editionId, code) })),
  planted: NO_AGREEMENT.planted,
  observed: counter.incidents.filter((incident) => isInPeriod(NO_AGREEMENT.period, incident.occurredAt) && counter.isNearPair(incident)).length,
  plantedIds: counter.idsOf(NO_AGREEMENT.id),
});

/** Share of a category's incidents that fall into its heaviest hours and on Friday to Sunday: as drawn, and as the habit says. */
function describeHabit(counter: Counter, category: string) {
  const { hours, weekdays } = HABITS[category] ?? { hours: [], weekdays: [] };
  const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const peakHours = [...hours.keys()].sort((a, b) => (hours[b] ?? 0) - (hours[a] ?? 0) || a - b).slice(0, 6).sort((a, b) => a - b);
  const own = counter.incidents.filter((incident) => incident.category === category);
  const share = (part: number): number => Number(part.toFixed(3));
  return {
    category,
    incidents: own.length,
    peakHours,
    peakShareOfHabit: share(total(peakHours.map((h) => hours[h] ?? 0)) / total(hours)),
    peakShareObserved: share(own.filter(({ occurredAt }) => peakHours.includes(hourOf(occurredAt))).length / own.length),
    fridayToSundayOfHabit: share(total(weekdays.slice(4)) / total(weekdays)),
    fridayToSundayObserved: share(own.filter(({ occurredAt }) => weekdayOf(occurredAt) >= 4).length / own.length),
  };
}

const describeHardPlaces = (counter: Counter) => ({
  id: HARD_PLACES.id,
  kind: 'hard-places' as const,
  places: counter.incidents
    .filter(({ pattern }) => pattern === HARD_PLACES.id)
    .map((incident) => ({ id: incident.id, status: counter.statusOf(incident) })),
});

/** Everything that was hidden in the incidents, with the numbers it left. */
export function describeGroundTruth(ground: Ground, seed: number, demo: Demo) {
  const counter = new Counter(ground, demo.incidents);
  return {
    seed,
    incidents: demo.incidents.length,
    hotCorridors: HOT_CORRIDORS.map((corridor) => describeCorridor(counter, corridor)),
    trends: TRENDS.map((trend) => describeTrend(counter, trend)),
    nearRepeat: describeNearRepeat(counter, demo.nearRepeatPairs),
    displacement: describeDisplacement(counter),
    noAgreement: describeNoAgreement(counter),
    rhythm: Object.keys(HABITS).map((category) => describeHabit(counter, category)),
    hardPlaces: describeHardPlaces(counter),
    lateReports: { ...LATE_REPORTS, kind: 'late-reports' as const, ids: demo.lateReports.map(({ incidentId }) => incidentId) },
  };
}

/** The shape of `ground-truth.json`. */
export type GroundTruth = ReturnType<typeof describeGroundTruth>;
