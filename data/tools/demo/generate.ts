import { drawBackground } from './background';
import type { Draft } from './draft';
import { drawDisplacement } from './patterns/displacement';
import { drawHardPlaces } from './patterns/hard-places';
import { HOT_CORRIDORS, plantHotCorridor } from './patterns/hot-corridor';
import { drawLateReports, type LateReport } from './patterns/late-reports';
import { drawNearRepeat, NEAR_REPEAT } from './patterns/near-repeat';
import { drawNoAgreement } from './patterns/no-agreement';
import { drawTrend, TRENDS } from './patterns/trend';
import type { Ground } from './places';
import { createRandom } from './prng';
import { completeRecord, type DemoIncident } from './record';

/** Seed of the committed files. */
export const DEFAULT_SEED = 2026;
const BACKGROUND_COUNT = 19_050;

/** What the generator makes. */
export interface Demo {
  /** Sorted by time, then id. */
  readonly incidents: readonly DemoIncident[];
  readonly lateReports: readonly LateReport[];
  /** First and second theft of the planted near repeats. */
  readonly nearRepeatPairs: readonly (readonly [DemoIncident, DemoIncident])[];
}

/** The near repeats are drawn first and second in turn. */
function pairUp(incidents: readonly DemoIncident[]): (readonly [DemoIncident, DemoIncident])[] {
  const series = incidents.filter(({ pattern }) => pattern === NEAR_REPEAT.id);
  return series.flatMap((first, i) => {
    const second = series[i + 1];
    return i % 2 === 0 && second !== undefined ? [[first, second] as const] : [];
  });
}

function* drawDrafts(ground: Ground, seed: number): Generator<Draft> {
  let drafts: readonly Draft[] = [...drawBackground(ground, seed, BACKGROUND_COUNT)];
  for (const corridor of HOT_CORRIDORS) drafts = plantHotCorridor(ground, seed, corridor, drafts);
  yield* drafts;
  for (const trend of TRENDS) yield* drawTrend(ground, seed, trend);
  yield* drawNearRepeat(ground, seed);
  yield* drawDisplacement(ground, seed);
  yield* drawNoAgreement(ground, seed);
  yield* drawHardPlaces(ground, seed);
}

/** All demonstration incidents of a seed; the same seed and the same ground give the same answer. */
export function generateDemo(ground: Ground, seed: number): Demo {
  const incidents: DemoIncident[] = [];
  const streams = new Map<string, ReturnType<typeof createRandom>>();
  for (const draft of drawDrafts(ground, seed)) {
    const label = `record/${draft.pattern ?? 'background'}`;
    const random = streams.get(label) ?? createRandom(seed, label);
    streams.set(label, random);
    incidents.push(completeRecord(ground, random, draft));
  }
  const nearRepeatPairs = pairUp(incidents);
  incidents.sort((a, b) => a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1));
  return { incidents, lateReports: drawLateReports(ground, seed, incidents), nearRepeatPairs };
}
