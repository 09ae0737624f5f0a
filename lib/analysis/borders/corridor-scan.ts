import { z } from 'zod';
import type { AnalysisOutcome } from '../../domain/analysis-result';
import type { Progress } from '../../stats/progress';
import type { Random } from '../../stats/seeded-random';
import { scanSpaceTime } from '../../stats/space-time-scan';
import { buildArcIndex } from '../plane/arc-index';
import { commonWidthMetres, findBorderObstacle } from './border-conditions';
import { buildBorderWindows } from './border-windows';
import { recurrenceOf, tellCorridors, type CorridorCluster } from './corridor-outcome';
import type { AnalysisInput, AnalysisMethod, Proposal } from '../method';
import { countDays, listConditions, nothing } from '../times-conditions';

const schema = z.strictObject({
  widthMetres: z.number().min(20).max(500),
  longestMetres: z.number().min(50).max(3_000),
  discMetres: z.number().min(20).max(1_000),
  longestDays: z.int().min(1).max(366),
  leastEvents: z.int().min(2).max(50),
  level: z.number().min(0.001).max(0.2),
  everyDays: z.int().min(1).max(366),
  permutations: z.int().min(99).max(9_999),
});
/** Parameters of the corridor scan. */
export type CorridorParameters = z.output<typeof schema>;

const MOST_CLUSTERS = 20;
/** Durations that are tried, in days; the longest one is tried too. */
const DURATIONS = [3, 7, 14, 21, 28, 42, 56, 91, 182, 273, 366] as const;

function propose(input: AnalysisInput): Record<keyof CorridorParameters, Proposal> {
  const width = commonWidthMetres(input);
  const fixed = (value: number): Proposal => ({ value, by: 'default' });
  const days = Math.max(1, Math.min(28, Math.floor(countDays(input) / 4)));
  return {
    widthMetres: { value: width, by: 'data', told: { code: 'proposed_width', values: { metres: width } } },
    longestMetres: fixed(500), discMetres: fixed(250),
    longestDays: days === 28 ? fixed(28) : { value: days, by: 'data', told: { code: 'proposed_days', values: { days } } },
    leastEvents: fixed(4), level: fixed(0.05), everyDays: fixed(7), permutations: fixed(999),
  };
}

function run(input: AnalysisInput, parameters: CorridorParameters, random: Random, progress: Progress): AnalysisOutcome | null {
  const { widthMetres, longestMetres, discMetres, longestDays, leastEvents, level, everyDays, permutations } = parameters;
  const obstacle = findBorderObstacle(input, 10, 8);
  if (obstacle !== null) return obstacle;
  if (countDays(input) < longestDays * 1.5) return nothing('calm_too_short', { days: countDays(input), recent: longestDays });
  if (!progress(0)) return null;
  const index = buildArcIndex(input.arcs);
  const { families, places } = buildBorderWindows(input, index, { widthsMetres: [widthMetres], longestMetres, discMetres, discs: 'junctions', clusters: false, leastEvents });
  const durationsDays = [...DURATIONS.filter((days) => days < longestDays), longestDays];
  const found = scanSpaceTime({ days: input.points.days, lastDay: input.lastDay, durationsDays, families, leastEvents }, permutations, random, MOST_CLUSTERS, progress);
  if (found === null) return null;
  const placeOf = new Map(families.map(({ id }, k) => [id, k]));
  const clusters = found.map((one): CorridorCluster => {
    const at = placeOf.get(one.familyId)!;
    const { events, positions } = families[at]!;
    const placeEvents = Array.from(events).filter((_, k) => positions[k]! >= one.fromMetres && positions[k]! <= one.toMetres);
    return { ...one, place: places[at]!, placeEvents, sure: one.p < level, recurrenceDays: recurrenceOf(one, everyDays) };
  });
  const first = clusters[0] === undefined ? null : families[placeOf.get(clusters[0].familyId)!]!;
  return tellCorridors(input, index, clusters, first, { families: families.length, level, warnings: [{ code: 'about_p', values: { permutations, level, everyDays } }, ...listConditions(input, widthMetres)] });
}

/** Capability 11: windows along borders and around junctions, over the last days, with more incidents than their place and days lead to expect. */
export const corridorScanMethod: AnalysisMethod<CorridorParameters> = {
  id: 'corridor_scan',
  version: 1,
  fields: [
    { name: 'widthMetres', kind: 'number', least: 20, most: 500, unit: 'metres' },
    { name: 'longestMetres', kind: 'number', least: 50, most: 3_000, unit: 'metres' },
    { name: 'discMetres', kind: 'number', least: 20, most: 1_000, unit: 'metres' },
    { name: 'longestDays', kind: 'integer', least: 1, most: 366, unit: 'days' },
    { name: 'leastEvents', kind: 'integer', least: 2, most: 50, unit: 'count' },
    { name: 'level', kind: 'number', least: 0.001, most: 0.2, unit: 'share' },
    { name: 'everyDays', kind: 'integer', least: 1, most: 366, unit: 'days' },
    { name: 'permutations', kind: 'integer', least: 99, most: 9_999, unit: 'count' },
  ],
  schema, propose, run,
};
