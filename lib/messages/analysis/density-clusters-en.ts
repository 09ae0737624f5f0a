import type { MethodTexts } from './method-texts';
import { pointClustersEn } from './point-clusters-words';

/** English texts of DBSCAN. */
export const densityClustersEn: MethodTexts = {
  ...pointClustersEn,
  title: 'Clusters of incidents (DBSCAN)',
  question: 'Which incidents lie so close together that they form clusters, and which clusters straddle a ward border?',
  reading: 'Each patch is a cluster: incidents linked within the radius. Patches that stand out straddle a border, so that each ward sees only a part. The method groups, it does not test; to test use Gi* or the space-time scan.',
  source: 'Ester et al. (1996); radius from the knee of the k-distance curve.',
  parameters: {
    radiusMetres: { label: 'Radius', help: 'Two incidents no farther apart than this are close; small makes tight clusters, large makes them run together.' },
    minPoints: { label: 'Fewest incidents', help: 'An incident is the heart of a cluster when at least so many, itself counted, lie within the radius.' },
  },
  told: {
    ...pointClustersEn.told,
    radius_from_knee: ({ radius, neighbours }, p) => `${p.in('metres', radius)}: knee of the curve of distances to incident number ${p.count(neighbours)}, over the denser half of the incidents.`,
  },
  facts: {
    ...pointClustersEn.facts,
    coreShare: { label: 'Share at the heart of a cluster', help: 'Share of the incidents with enough others within the radius.' },
    radius: { label: 'Radius used', help: 'Steadiness is tried with 0.8 and 1.25 times this.' },
  },
  charts: {
    ...pointClustersEn.charts,
    distances: { title: 'Distance to the k-th incident', x: 'Share of the incidents, densest first', y: 'Distance', series: { distance: 'Distance' }, marks: { radius: 'Radius used' } },
  },
};
