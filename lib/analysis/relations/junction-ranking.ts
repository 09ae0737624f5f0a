import { z } from 'zod';
import type { AnalysisOutcome, Told } from '../../domain/analysis-result';
import { fitRatePrior } from '../../stats/empirical-bayes';
import { rankPlaces, snapToPlaces } from '../../stats/junction-ranking';
import { listBorderCrossings } from './border-crossings';
import { catchmentAreas, catchmentStreets } from './catchments';
import { tellJunctions } from './junction-outcome';
import type { AnalysisInput, AnalysisMethod, Proposal } from '../method';

const schema = z.strictObject({
  reachMetres: z.number().min(30).max(500),
  mergeMetres: z.number().min(0).max(300),
  exposure: z.enum(['area', 'streets']),
  threshold: z.number().min(1).max(10),
});
type P = z.output<typeof schema>;

/** A junction takes its incidents from this far, in metres, unless the places of the incidents are coarser. */
const USUAL_REACH = 100;

/** Junctions and crossings of streets with borders, ranked by the risk that is left after shrinkage (B-19). */
export const junctionRankingMethod: AnalysisMethod<P> = {
  id: 'junction_ranking',
  version: 1,
  fields: [
    { name: 'reachMetres', kind: 'number', least: 30, most: 500, unit: 'metres' },
    { name: 'mergeMetres', kind: 'number', least: 0, most: 300, unit: 'metres' },
    { name: 'exposure', kind: 'choice', choices: ['area', 'streets'] },
    { name: 'threshold', kind: 'number', least: 1, most: 10, unit: 'ratio' },
  ],
  schema,
  propose: (input, given) => {
    const reach = proposeReach(input);
    return {
      reachMetres: reach,
      mergeMetres: { value: Math.min(300, Math.round((given.reachMetres ?? Number(reach.value)) / 2)), by: 'default' },
      exposure: { value: 'area', by: 'default' },
      threshold: { value: 2, by: 'default' },
    };
  },
  run: (input, parameters, _random, progress) => {
    if (input.points.count === 0) return nothing('no_incident');
    const crossings = listBorderCrossings(input, parameters.mergeMetres);
    if (crossings.length === 0) return nothing('no_place');
    if (!progress(0.2)) return null;
    const places = { xs: Float64Array.from(crossings, ({ x }) => x), ys: Float64Array.from(crossings, ({ y }) => y) };
    const snapped = snapToPlaces(input.points, places, parameters.reachMetres);
    const total = snapped.counts.reduce((sum, count) => sum + count, 0);
    if (total === 0) return nothing('none_near', { reach: parameters.reachMetres, places: crossings.length });
    if (crossings.length < 2) return nothing('one_place', { incidents: total });
    // Where no street is known some lane may be: a place is never without exposure.
    const exposures = parameters.exposure === 'streets'
      ? catchmentStreets(input, places, parameters.reachMetres).map((metres) => metres + parameters.reachMetres)
      : catchmentAreas(input, places, parameters.reachMetres, (share) => progress(0.2 + share * 0.6))?.map((area) => Math.max(area, parameters.reachMetres ** 2 / 64));
    if (exposures === undefined || !progress(0.8)) return null;
    const sum = exposures.reduce((all, one) => all + one, 0);
    const expected = exposures.map((one) => (one / sum) * total);
    return tellJunctions({ input, parameters, crossings, snapped, prior: fitRatePrior({ counts: snapped.counts, exposures: expected }), ranked: rankPlaces(snapped.counts, expected, parameters.threshold) });
  },
};

const nothing = (code: string, values: Told['values'] = {}): AnalysisOutcome => ({ kind: 'nothing', reason: { code, values } });

function proposeReach({ points }: AnalysisInput): Proposal {
  const known = [...points.accuracies].filter(Number.isFinite).sort((a, b) => a - b);
  const coarse = known[Math.floor(known.length * 0.9)];
  const reach = coarse === undefined ? USUAL_REACH : Math.min(500, Math.max(USUAL_REACH, Math.ceil((2 * coarse) / 10) * 10));
  return reach === USUAL_REACH ? { value: reach, by: 'default' } : { value: reach, by: 'data', told: { code: 'reach_from_accuracy', values: { accuracy: coarse! } } };
}
