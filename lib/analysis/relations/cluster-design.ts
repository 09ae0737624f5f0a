import type { AnalysisOutcome, Told } from '../../domain/analysis-result';
import { designClusters, type WardLink } from '../../stats/cluster-design';
import { tellClusterDesign } from './cluster-outcome';
import { clusterDesignSchema, type ClusterDesignParameters } from './cluster-parameters';
import type { AnalysisInput, AnalysisMethod, Proposal } from '../method';
import { listPairLinks, listStanding, type PairLink } from './pair-links';
import { proposeRepeatBands } from './repeat-bands';

/** Near repeats that chance alone should make across all borders before a graph of them is worth reading. */
const LEAST_REPEATS = 30;

/** Which wards ought to sign an agreement, what the present ones hold, and which are idle (capability 20). */
export const clusterDesignMethod: AnalysisMethod<ClusterDesignParameters> = {
  id: 'cluster_design',
  version: 1,
  fields: [
    { name: 'graph', kind: 'choice', choices: ['near_repeats', 'border_incidents'] },
    { name: 'widthMetres', kind: 'number', least: 20, most: 500, unit: 'metres' },
    { name: 'distanceMetres', kind: 'number', least: 20, most: 500, unit: 'metres' },
    { name: 'days', kind: 'integer', least: 1, most: 60, unit: 'days' },
  ],
  schema: clusterDesignSchema,
  propose: (input, given) => {
    const bands = proposeRepeatBands(input, given);
    const width = Math.max(20, Math.min(500, input.arcs.reduce((widest, { borderWidthMetres }) => Math.max(widest, borderWidthMetres), 0) || input.defaultWidthMetres));
    return { graph: proposeGraph(bands.days), widthMetres: { value: width, by: 'data', told: { code: 'width_agreed', values: { width } } }, ...bands };
  },
  run: (input, parameters, _random, progress) => {
    if (input.wards.length < 2 || input.arcs.length === 0) return nothing('no_border');
    if (input.points.count === 0) return nothing('no_incident');
    const period = input.lastDay - input.firstDay + 1;
    if (parameters.graph === 'near_repeats' && period < 3 * parameters.days) return nothing('period_too_short', { period, days: parameters.days });
    if (!progress(0.1)) return null;
    const links = listPairLinks(input, parameters);
    if (!progress(0.7)) return null;
    if (links.every(({ borderIncidents, repeats }) => borderIncidents.length === 0 && repeats === 0)) return nothing('nothing_near', { width: parameters.widthMetres });
    const graph = links.map((link) => weigh(link, parameters.graph));
    const standing = listStanding(graph.map(({ observed }) => observed), graph.map(({ expected }) => expected));
    const present = listPresent(input);
    const design = designClusters(input.wards.length, graph.filter((_, k) => standing[k]), present);
    const busy = listStanding(links.map(({ borderIncidents }) => borderIncidents.length), links.map(({ borderExpected }) => borderExpected));
    return tellClusterDesign({ input, parameters, links, standing, busy, present, design });
  },
};

const nothing = (code: string, values: Told['values'] = {}): AnalysisOutcome => ({ kind: 'nothing', reason: { code, values } });

function proposeGraph(days: Proposal): Proposal {
  const expected = Number(days.told?.values['expected'] ?? 0);
  return { value: expected >= LEAST_REPEATS ? 'near_repeats' : 'border_incidents', by: 'data', told: { code: expected >= LEAST_REPEATS ? 'enough_repeats' : 'too_few_repeats', values: { expected } } };
}

const weigh = ({ wardA, wardB, ...link }: PairLink, graph: ClusterDesignParameters['graph']): WardLink => (graph === 'near_repeats'
  ? { wardA, wardB, observed: link.repeats, expected: link.repeatsExpected }
  : { wardA, wardB, observed: link.borderIncidents.length, expected: link.borderExpected });

/** The agreements of which at least two members lie in the area, members as places. */
function listPresent({ clusters, wards }: AnalysisInput): { id: string; wards: number[] }[] {
  const placeOf = new Map(wards.map(({ code }, place) => [code, place]));
  return clusters.map(({ id, members }) => ({ id, wards: members.flatMap((code) => placeOf.get(code) ?? []) })).filter((cluster) => cluster.wards.length > 1);
}
