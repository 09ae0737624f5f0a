import { z } from 'zod';
import type { AnalysisOutcome, Told } from '../../domain/analysis-result';
import type { Progress } from '../../stats/progress';
import type { Random } from '../../stats/seeded-random';
import { buildArcIndex } from '../plane/arc-index';
import { contrastWards, judgeJumps, JUMP_KINDS, type BorderJump } from './border-jumps';
import { tellJumps } from './jump-outcome';
import type { AnalysisInput, AnalysisMethod, Proposal } from '../method';
import { placeOnArcs } from '../plane/place-on-arcs';
import { binSides } from './side-bins';
import { listConditions, nothing } from '../times-conditions';
import { quantileOf } from '../../stats/quantile';
import { buildWardFinder } from './ward-finder';

const schema = z.strictObject({
  binMetres: z.number().min(5).max(200),
  bins: z.int().min(4).max(40),
  leastEvents: z.int().min(5).max(1_000),
  level: z.number().min(0.001).max(0.2),
});
/** Parameters of the check for discontinuities. */
export type DiscontinuityParameters = z.output<typeof schema>;

/** Borders that are looked at, those with most incidents first. */
const MOST_BORDERS = 60;
const DEFAULT_BIN = 20;

function propose({ points }: AnalysisInput): Record<keyof DiscontinuityParameters, Proposal> {
  const known = points.accuracies.filter((metres) => metres >= 0).sort();
  const bin = known.length === 0 ? DEFAULT_BIN : Math.min(100, Math.max(DEFAULT_BIN, Math.ceil(quantileOf(known, 0.5) / 5) * 5));
  return {
    binMetres: bin === DEFAULT_BIN ? { value: bin, by: 'default' } : { value: bin, by: 'data', told: { code: 'proposed_bin', values: { metres: bin } } },
    bins: { value: 10, by: 'default' }, leastEvents: { value: 20, by: 'default' }, level: { value: 0.05, by: 'default' },
  };
}

const smallestP = (one: BorderJump): number => (one.kind === 'snapped' ? Math.min(one.heapA, one.heapB) : one.adjustedP);
const bySureness = (a: BorderJump, b: BorderJump): number => JUMP_KINDS.indexOf(a.kind) - JUMP_KINDS.indexOf(b.kind) || smallestP(a) - smallestP(b) || a.arc - b.arc;

function run(input: AnalysisInput, { binMetres, bins, leastEvents, level }: DiscontinuityParameters, _random: Random, progress: Progress): AnalysisOutcome | null {
  const { points, arcs, wards } = input;
  if (points.count === 0) return nothing('no_incident');
  if (arcs.length === 0) return nothing('no_border');
  if (!progress(0)) return null;
  const index = buildArcIndex(arcs);
  const placed = placeOnArcs(index, points, binMetres * bins);
  const counts = new Float64Array(arcs.length);
  for (const arc of placed.arcs) if (arc >= 0) counts[arc]!++;
  const busy = [...counts.keys()].filter((arc) => counts[arc]! >= leastEvents).sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, MOST_BORDERS);
  if (busy.length === 0) return nothing('too_few_near', { least: leastEvents, metres: binMetres * bins });
  const findWard = buildWardFinder(wards);
  const measured = [];
  for (const [k, arc] of busy.entries()) {
    if (!progress(k / busy.length)) return null;
    measured.push({ arc, bins: binSides(index, placed, arc, findWard, binMetres, bins) });
  }
  const jumps = [...judgeJumps(measured, level)].sort(bySureness);
  const warnings: Told[] = [{ code: 'about_cause', values: {} }, { code: 'about_borders', values: { borders: jumps.length, all: arcs.length, least: leastEvents, level } }, ...listConditions(input, 2 * binMetres)];
  return tellJumps(input, jumps, contrastWards(input), placed, warnings);
}

/** Capability 16: whether the density of incidents jumps at a border, or heaps right beside it: recording and geocoding before crime. */
export const discontinuityMethod: AnalysisMethod<DiscontinuityParameters> = {
  id: 'discontinuity',
  version: 1,
  fields: [
    { name: 'binMetres', kind: 'number', least: 5, most: 200, unit: 'metres' },
    { name: 'bins', kind: 'integer', least: 4, most: 40, unit: 'count' },
    { name: 'leastEvents', kind: 'integer', least: 5, most: 1_000, unit: 'count' },
    { name: 'level', kind: 'number', least: 0.001, most: 0.2, unit: 'share' },
  ],
  schema, propose, run,
};
