import type { MethodTexts } from './method-texts';
import { pointClustersEn } from './point-clusters-words';

/** English texts of HDBSCAN*. */
export const hierarchicalClustersEn: MethodTexts = {
  ...pointClustersEn,
  title: 'Clusters of any density (HDBSCAN)',
  question: 'Which clusters are there, tight ones in town and looser ones outside it, and which incidents stand apart?',
  reading: 'No radius is needed: each cluster is kept at the density at which it lasts longest. Patches that stand out straddle a border; dots are incidents that stand apart. The method groups, it does not test.',
  source: 'Campello, Moulavi & Sander (2013); GLOSH outlier scores, Campello et al. (2015).',
  parameters: {
    minPoints: { label: 'Smallest cluster', help: 'So many incidents at least make a cluster; more makes fewer and wider clusters.' },
    outlierScore: { label: 'Threshold of standing apart', help: 'Incidents in no cluster whose score is at least this (0.5 to 1) are drawn as dots.' },
  },
  told: {
    ...pointClustersEn.told,
    none: ({ incidents }, p) => `No clusters stand apart: the ${p.count(incidents)} incidents lie scattered, or all in a single heap.`,
    too_many: ({ count, most }, p) => `${p.count(count)} incidents are too many for this method (at most ${p.count(most)}): take a shorter period or a smaller area, or use DBSCAN.`,
    outliers: ({ score }, p) => `Incidents that stand apart (score ${p.number(score)} or more)`,
    more_outliers: ({ outliers, told }, p) => `${p.count(outliers)} incidents stand apart; only the ${p.count(told)} clearest are drawn and listed.`,
  },
  facts: {
    ...pointClustersEn.facts,
    outliers: { label: 'Incidents that stand apart', help: 'Incidents in no cluster with a score at or above the threshold.' },
    minPoints: { label: 'Smallest cluster used', help: 'Steadiness is tried with 1.5 times this.' },
  },
  tables: {
    ...pointClustersEn.tables,
    outliers: { title: 'Incidents that stand apart', columns: { ward: 'Ward', category: 'Category', day: 'Day', score: 'Score' } },
  },
};
