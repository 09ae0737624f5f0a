import type { MethodTexts } from './method-texts';
import { timesCommonEn } from './times-common-en';

/** English words of the space-time scan. */
export const spaceTimeScanEn: MethodTexts = {
  title: 'Space-time scan',
  question: 'Where, and on which days, do incidents gather more than the place alone and the days alone lead to expect?',
  reading: 'Each disc is a cluster: a place during some days. The "normal" number comes from the data themselves: the share of the place times the share of the days. A place that is always busy is no cluster; it becomes one when it rises clearly above itself.',
  source: 'Kulldorff et al. (2005), space-time permutation model; p by rank, and by a Gumbel distribution (Abrams et al. 2010).',
  parameters: {
    ending: { label: 'Clusters end', help: 'Look for every cluster of the period, or only for those that still last on its last day.', choices: { any: 'At any time', last: 'Under way (to the last day)' } },
    radiusMetres: { label: 'Largest radius', help: 'The widest disc that is tried, in metres; every smaller one is tried too.' },
    durationDays: { label: 'Longest duration', help: 'The most days of a cluster; every shorter stretch is tried too.' },
    leastEvents: { label: 'Fewest incidents', help: 'A cluster with fewer incidents is passed over.' },
    centres: { label: 'Centres of the discs', help: 'Centred where incidents happened (thinned), or on a raster of squares.', choices: { incidents: 'Places of incidents', raster: 'Raster of squares' } },
    permutations: { label: 'Times the days are dealt anew', help: 'The days of the incidents are dealt anew so many times to learn how strong a cluster chance can make; more is more exact and slower.' },
    significance: { label: 'Threshold of p', help: 'A cluster counts as beyond chance when its p is at most this.' },
    mostClusters: { label: 'Most clusters', help: 'Only so many of the strongest are told; they do not overlap.' },
  },
  told: {
    ...timesCommonEn,
    radius_from_neighbours: (v, say) => `A typical incident has ${say.count(v.neighbours)} others within about ${say.in('metres', v.metres)}.`,
    duration_from_period: (v, say) => `At most a quarter of the ${say.count(v.period)} days looked at, and at most 90 days.`,
    permutations_from_count: (v, say) => `With ${say.count(v.count)} incidents, ${say.count(v.permutations)} are enough for p = 0.002 and still done within a minute.`,
    no_window: (v, say) => `Nowhere are there ${say.count(v.least)} or more incidents within ${say.in('metres', v.radius)} and ${say.count(v.days)} days beyond what is to be expected.`,
    found: (v, say) => `The strongest cluster: ${say.count(v.count)} incidents within ${say.in('metres', v.radius)}${v.ward === null ? '' : ` (${say.ward(v.ward)}${Number(v.wards) > 1 ? ' and next to it' : ''})`}, from ${say.day(v.from)} to ${say.day(v.to)}; normally about ${say.number(v.expected, 1)}. ${say.p(v.p)} by dealing the days anew ${say.count(v.permutations)} times. Clusters beyond chance: ${say.count(v.significant)}.`,
    none: (v, say) => `No cluster is beyond chance. The strongest is ${say.count(v.count)} incidents within ${say.in('metres', v.radius)}, from ${say.day(v.from)} to ${say.day(v.to)}, normally about ${say.number(v.expected, 1)}: ${say.p(v.p)} by dealing the days anew ${say.count(v.permutations)} times.`,
    cluster: (v, say) => `${say.count(v.count)} incidents in ${say.count(v.days)} days (${say.day(v.from)} – ${say.day(v.to)}) within ${say.in('metres', v.radius)}; normally about ${say.number(v.expected, 1)}; ${say.p(v.p)}`,
    legend_significant: (v, say) => `Cluster beyond chance (p ≤ ${say.number(v.significance, 3)})`,
    legend_chance: () => 'Strong, but chance makes such clusters too',
    over_edge: (v, say) => `Clusters that reach out of the area: ${say.count(v.count)}; what lies outside is not counted.`,
    kinds_together: (v, say) => `The days of ${say.count(v.kinds)} kinds are dealt together: where kinds have different seasons, a cluster may be a change of the mix only. Look at each kind too.`,
    least_p: (v, say) => `${say.p(v.p)} is the least that ${say.count(v.permutations)} dealings can tell; the true p may be smaller, see p by Gumbel.`,
    secondary_conservative: () => 'From the second cluster on, each is compared with the strongest of every dealing, so its p can only be too large, not too small.',
  },
  facts: {
    significant: { label: 'Clusters beyond chance', help: 'Clusters whose p is at most the threshold.' },
    strongest_ratio: { label: 'Times the normal', help: 'Incidents of the strongest cluster over what was to be expected.' },
    strongest_p: { label: 'p of the strongest cluster', help: 'Its rank among the strongest clusters of the dealings.' },
    gumbel_p: { label: 'p by Gumbel', help: 'The ranks carried on by a Gumbel distribution fitted to the dealings, for p smaller than ranks can tell.' },
    recurrence: { label: 'Recurrence by chance', help: 'Were it scanned every day, chance would make a cluster as strong once in so many days on average; not told beyond 100 years.' },
    incidents: { label: 'Incidents looked at', help: 'Incidents in the chosen area and period.' },
    discs: { label: 'Centres tried', help: 'Around each, every radius that reaches an incident is tried.' },
    spacing: { label: 'Distance between centres', help: 'Side of the squares by which centres are thinned; grows when there would be too many discs.' },
  },
  tables: {
    clusters: {
      title: 'Clusters',
      columns: {
        from: 'From', to: 'To', radius: 'Radius', count: 'Incidents', expected: 'Normal', ratio: 'Times', place_count: 'Incidents of the place, whole period', main_ward: 'Ward with most', wards: 'Wards',
        strength: 'Strength (log likelihood)', p: 'p', gumbel_p: 'p Gumbel',
      },
    },
  },
  charts: { strongest: { title: 'Incidents in the disc of the strongest cluster', x: 'First day (of 7 days; of 28 beyond two years)', y: 'Incidents', series: { other: 'Outside the cluster', cluster: 'In the cluster' } } },
  classes: {},
};
