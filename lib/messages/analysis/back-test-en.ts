import type { Values } from '../../domain/analysis-result';
import type { MethodTexts, Phrases } from './method-texts';
import { timesCommonEn } from './times-common-en';

const METHODS: Readonly<Record<string, string>> = {
  naive: 'Plain count (whole history)', recent_counts: 'Count of the last weeks', kde_narrow: 'Density, half the radius', kde: 'Density', kde_wide: 'Density, twice the radius',
  kde_recent: 'Density, recent incidents weigh more', getis_ord: 'Gi*', density_clusters: 'DBSCAN clusters', border_band: 'Count in the border zone', saved_zones: 'Saved zones',
};
const nameOf = (v: Values): string => METHODS[String(v.method)] ?? '–';
const span = (v: Values, say: Phrases): string => `${say.number(v.low, 1)} – ${say.number(v.high, 1)}`;

/** English words of the back-test. */
export const backTestEn: MethodTexts = {
  title: 'Back-test',
  question: 'Had places been chosen by each method every week, how many incidents of the week after would have been caught?',
  reading: 'Each week each method sees only the incidents before it and chooses the same share of the area; then the incidents of the week are counted. PAI is how many times more are caught than by choosing at random. The plain count is the mark: a method that does not beat it is not worth using.',
  source: 'PAI: Chainey et al. (2008); PEI*: White, Hunt & Green (2023); RRI: Levine (2008); bootstrap intervals over weeks (Efron 1979).',
  parameters: {
    areaShare: { label: 'Share of the area chosen', help: 'Each week each method chooses this share of the area; best the share that can be patrolled.' },
    testWeeks: { label: 'Weeks tested', help: 'So many last weeks are foretold one by one.' },
    historyWeeks: { label: 'Weeks of history', help: 'Before each week a method sees so many weeks.' },
    recentWeeks: { label: 'Recent weeks', help: 'For the count of the last weeks; also after how many weeks an incident weighs half in the weighted density.' },
    radiusMetres: { label: 'Radius of the density', help: 'Radius of the kernel in metres; half and twice of it are tried too.' },
    cellMetres: { label: 'Cell size', help: 'Side of the square cells that are chosen or not, in metres.' },
  },
  told: {
    ...timesCommonEn,
    radius_from_neighbours: (v, say) => `Half of the incidents have ${say.count(v.neighbours)} others within ${say.in('metres', v.radius)}.`,
    cell_from_area: (v, say) => `By incidents and area, at most the radius of the density where the area allows: ${say.in('metres', v.metres)}.`,
    share_of_large_area: (v, say) => `The area is ${say.in('km2', v.km2)}: 5% of it would be more than can be patrolled.`,
    test_from_period: (v, say) => `A third of the ${say.count(v.all)} weeks, at most 26: ${say.count(v.weeks)}.`,
    history_from_period: (v, say) => `The weeks left, at most a year: ${say.count(v.weeks)}.`,
    weeks_beyond_period: (v, say) => `History and test together are ${say.count(v.asked)} weeks; the period has only ${say.count(v.weeks)}.`,
    cells_too_small: (v, say) => `Cells of ${say.in('metres', v.metres)} are too small for this area; the smallest that can be computed are ${say.in('metres', v.least)}.`,
    cells_too_large: (v, say) => `Cells of ${say.in('metres', v.metres)} are too large: the area has not even four to choose from.`,
    no_incident_tested: (v, say) => `There is no incident in the ${say.count(v.weeks)} weeks tested.`,
    winner: (v, say) => `${nameOf(v)} catches most: PAI ${say.number(v.pai, 1)} (${span(v, say)}), the plain count ${say.number(v.naive, 1)}; ahead by ${say.number(v.leadLow, 1)} to ${say.number(v.leadHigh, 1)} over ${say.count(v.weeks)} weeks. Choosing ${say.in('share', v.areaShare)} of the area catches ${say.in('share', v.hitShare)} of the incidents.`,
    no_winner: (v, say) => `None of ${say.count(v.methods)} methods is clearly better than the plain count (PAI ${say.number(v.pai, 1)}, ${span(v, say)}) over ${say.count(v.weeks)} weeks. Choosing ${say.in('share', v.areaShare)} of the area by it catches ${say.in('share', v.hitShare)} of the incidents.`,
    next_week: (v, say) => `To watch next week${v.ward === null ? '' : ` (${say.ward(v.ward)})`}: ${say.count(v.count)} incidents in the last ${say.count(v.days)} days, cells: ${say.count(v.cells)}, chosen by: ${nameOf(v)}`,
    legend_next_week: (v) => `Chosen for next week (${nameOf(v)})`,
    few_a_week: (v, say) => `With ${say.number(v.perWeek, 1)} incidents a week on average, single weeks jump about; look at all of them together.`,
    in_no_cell: (v, say) => `Incidents on ground smaller than a cell, left out: ${say.count(v.count)}.`,
    zones_with_hindsight: () => 'Saved zones are held as they are over all weeks; one drawn when these incidents were known scores better than it should.',
    more_zones: (v, say) => `Only ${say.count(v.told)} of ${say.count(v.all)} saved zones are scored one by one; the common row has them all.`,
    smaller_areas: () => 'DBSCAN clusters, the border zone and saved zones may have another area; small ones have a high PAI easily, so they are not judged better or worse. See the share of the area beside.',
  },
  facts: {
    best_pai: { label: 'PAI of the first method', help: 'How many times more are caught than by a random choice of the same area; 95% interval by drawing weeks again.' },
    naive_pai: { label: 'PAI of the plain count', help: 'The mark: the cells with most incidents in the history.' },
    lead: { label: 'Ahead of the plain count', help: 'PAI less that of the mark in the same weeks; the interval allows for comparing several methods.' },
    best_pei: { label: 'PEI* of the first method', help: 'What it caught over the most that the same area could have caught.' },
    best_hit_share: { label: 'Share of incidents caught', help: 'Share of the incidents of the weeks tested that fell into chosen places.' },
    area: { label: 'Area chosen each week', help: 'The chosen share in km².' },
    weeks: { label: 'Weeks tested', help: 'Each week is foretold once.' },
    incidents: { label: 'Incidents in the weeks tested', help: 'Those that were to be caught.' },
  },
  tables: {
    methods: {
      title: 'Methods',
      columns: {
        method: 'Method', area_share: 'Area', hit_share: 'Caught', pai: 'PAI', low: 'PAI, from', high: 'to', pei: 'PEI*', recapture: 'RRI', lead: 'Ahead of the mark', lead_low: 'from', lead_high: 'to',
        better: 'Weeks better', worse: 'Weeks worse', p: 'p (sign)',
      },
    },
    zones: { title: 'Each saved zone', columns: { zone: 'Zone', area_share: 'Area', hits: 'Caught', pai: 'PAI' } },
    weeks: { title: 'PAI week by week', columns: { week: 'Week from', incidents: 'Incidents', ...METHODS } },
  },
  charts: {
    pai: { title: 'PAI with 95% intervals', x: 'Method', y: 'PAI', series: { pai: 'PAI' }, marks: { naive: 'Plain count' } },
    weeks: { title: 'PAI week by week', x: 'Week from', y: 'PAI', series: METHODS, marks: { chance: 'At random' } },
  },
  classes: METHODS,
};
