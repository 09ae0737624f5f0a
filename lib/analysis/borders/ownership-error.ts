import { z } from 'zod';
import type { AnalysisOutcome, Told } from '../../domain/analysis-result';
import type { Progress } from '../../stats/progress';
import { quantileOf } from '../../stats/quantile';
import type { Random } from '../../stats/seeded-random';
import { buildArcIndex } from '../plane/arc-index';
import type { AnalysisInput, AnalysisMethod, Proposal } from '../method';
import { tellOwnership } from './ownership-outcome';
import { nothing } from '../times-conditions';
import { listNearOwners, sigmaOf } from './uncertain-owners';

const schema = z.strictObject({ sigmaMetres: z.number().min(0).max(500) });
/** Parameters of the check of owners: the accuracy of a location of which nobody said it, in metres. */
export type OwnershipParameters = z.output<typeof schema>;

const DEFAULT_SIGMA = 15;
/** Share of incidents without a stated accuracy above which the answer rests on an assumption. */
const MANY_UNKNOWN = 0.2;

function propose({ points }: AnalysisInput): Record<keyof OwnershipParameters, Proposal> {
  const known = points.accuracies.filter((metres) => metres >= 0).sort();
  if (known.length === 0) return { sigmaMetres: { value: DEFAULT_SIGMA, by: 'default' } };
  const median = Math.min(500, Math.round(quantileOf(known, 0.5) * 10) / 10);
  return { sigmaMetres: { value: median, by: 'data', told: { code: 'proposed_sigma', values: { metres: median, count: known.length } } } };
}

function run(input: AnalysisInput, { sigmaMetres }: OwnershipParameters, _random: Random, progress: Progress): AnalysisOutcome | null {
  const { points, arcs } = input;
  if (points.count === 0) return nothing('no_incident');
  if (arcs.length === 0) return nothing('no_border');
  if (!progress(0)) return null;
  const index = buildArcIndex(arcs);
  const near = listNearOwners(input, index, sigmaMetres, progress);
  if (near === null) return null;
  const unknown = points.accuracies.reduce((count, metres) => count + (Number.isNaN(metres) ? 1 : 0), 0);
  const sigmas = Float64Array.from({ length: points.count }, (_, i) => sigmaOf(input, i, sigmaMetres)).sort();
  const warnings: Told[] = [
    ...(unknown > MANY_UNKNOWN * points.count ? [{ code: 'many_unknown', values: { share: unknown / points.count, metres: sigmaMetres } }] : []),
    { code: 'outer_line', values: {} }, { code: 'about_sigma', values: {} },
  ];
  return tellOwnership(input, index, near, sigmas, unknown, warnings);
}

/** Capability 4: incidents whose owner the accuracy of their location leaves open, and how many stand under the wrong ward. */
export const ownershipErrorMethod: AnalysisMethod<OwnershipParameters> = {
  id: 'ownership_error', version: 1, fields: [{ name: 'sigmaMetres', kind: 'number', least: 0, most: 500, unit: 'metres' }], schema, propose, run,
};
