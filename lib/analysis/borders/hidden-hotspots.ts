import { z } from 'zod';
import type { AnalysisOutcome, Told } from '../../domain/analysis-result';
import type { Progress } from '../../stats/progress';
import type { Random } from '../../stats/seeded-random';
import { buildArcIndex } from '../plane/arc-index';
import { findBorderCandidates } from './border-candidates';
import { commonWidthMetres, findBorderObstacle } from './border-conditions';
import { buildBorderWindows } from './border-windows';
import { CANDIDATE_KINDS, estimateDispersion, judgeCandidate } from './hidden-candidates';
import { tellHidden } from './hidden-outcome';
import type { AnalysisInput, AnalysisMethod, Proposal } from '../method';
import { countDays, listConditions, nothing } from '../times-conditions';

const WINDOWS = ['last', 'any'] as const;
const CANDIDATES = ['corridors', 'discs', 'clusters'] as const;
const TAILS = ['poisson', 'negative_binomial'] as const;

const schema = z.strictObject({
  window: z.enum(WINDOWS),
  recentDays: z.int().min(1).max(1_000),
  candidates: z.enum(CANDIDATES),
  widthMetres: z.number().min(20).max(500),
  longestMetres: z.number().min(50).max(3_000),
  discMetres: z.number().min(20).max(1_000),
  leastEvents: z.int().min(2).max(50),
  level: z.number().min(0.001).max(0.2),
  wardLevel: z.number().min(0.001).max(0.5),
  tails: z.enum(TAILS),
  permutations: z.int().min(99).max(9_999),
});
/** Parameters of the hidden-hotspot detector. */
export type HiddenParameters = z.output<typeof schema>;

const MOST_CANDIDATES = 20;
/** The calm time must be at least so many times as long as the days looked at for a usual number to be known. */
const LEAST_CALM_SHARE = 0.5;

function propose(input: AnalysisInput): Record<keyof HiddenParameters, Proposal> {
  const width = commonWidthMetres(input);
  const fixed = (value: number | string): Proposal => ({ value, by: 'default' });
  const recentDays = Math.min(28, Math.max(1, Math.floor(countDays(input) / 4)));
  return {
    window: fixed('last'), recentDays: recentDays === 28 ? fixed(28) : { value: recentDays, by: 'data', told: { code: 'proposed_days', values: { days: recentDays } } },
    candidates: fixed('discs'), widthMetres: { value: width, by: 'data', told: { code: 'proposed_width', values: { metres: width } } },
    longestMetres: fixed(400), discMetres: fixed(200), leastEvents: fixed(4), level: fixed(0.05), wardLevel: fixed(0.05), tails: fixed('poisson'), permutations: fixed(999),
  };
}

function run(input: AnalysisInput, parameters: HiddenParameters, random: Random, progress: Progress): AnalysisOutcome | null {
  const { recentDays, candidates, widthMetres, longestMetres, discMetres, leastEvents, tails, level, wardLevel } = parameters;
  const obstacle = findBorderObstacle(input, 10, 8);
  if (obstacle !== null) return obstacle;
  if (countDays(input) < recentDays * (1 + LEAST_CALM_SHARE)) return nothing('calm_too_short', { days: countDays(input), recent: recentDays });
  if (!progress(0)) return null;
  const index = buildArcIndex(input.arcs);
  const windows = buildBorderWindows(input, index, { widthsMetres: [widthMetres, Math.max(20, widthMetres / 2)], longestMetres, discMetres, discs: candidates === 'corridors' ? 'junctions' : 'borders', clusters: candidates === 'clusters', leastEvents });
  const found = findBorderCandidates(input, windows, { ...parameters, most: MOST_CANDIDATES }, random, progress);
  if (found === null) return null;
  const dispersion = tails === 'poisson' ? 0 : estimateDispersion(input, recentDays);
  const judged = found.map((candidate) => judgeCandidate(input, candidate, { cluster: level, ward: wardLevel, dispersion: dispersion ?? 0 }));
  // Stable: within a kind the strongest stays first.
  const ordered = CANDIDATE_KINDS.flatMap((kind) => judged.filter((one) => one.kind === kind));
  const warnings: Told[] = [
    { code: 'about_p', values: { permutations: parameters.permutations, level } },
    ...(dispersion === null ? [{ code: 'dispersion_unknown', values: {} }] : []),
    ...(input.scope.area.kind === 'zone' ? [{ code: 'zone_cuts_wards', values: {} }] : []),
    ...listConditions(input, widthMetres),
  ];
  return tellHidden(input, index, ordered, { families: windows.families.length, dispersion: dispersion ?? 0, level, warnings });
}

/** Capability 10: clusters along borders that are sure as a whole while no ward they touch shows anything. */
export const hiddenHotspotsMethod: AnalysisMethod<HiddenParameters> = {
  id: 'hidden_hotspots',
  version: 1,
  fields: [
    { name: 'window', kind: 'choice', choices: WINDOWS },
    { name: 'recentDays', kind: 'integer', least: 1, most: 1_000, unit: 'days' },
    { name: 'candidates', kind: 'choice', choices: CANDIDATES },
    { name: 'widthMetres', kind: 'number', least: 20, most: 500, unit: 'metres' },
    { name: 'longestMetres', kind: 'number', least: 50, most: 3_000, unit: 'metres' },
    { name: 'discMetres', kind: 'number', least: 20, most: 1_000, unit: 'metres' },
    { name: 'leastEvents', kind: 'integer', least: 2, most: 50, unit: 'count' },
    { name: 'level', kind: 'number', least: 0.001, most: 0.2, unit: 'share' },
    { name: 'wardLevel', kind: 'number', least: 0.001, most: 0.5, unit: 'share' },
    { name: 'tails', kind: 'choice', choices: TAILS },
    { name: 'permutations', kind: 'integer', least: 99, most: 9_999, unit: 'count' },
  ],
  schema, propose, run,
};
