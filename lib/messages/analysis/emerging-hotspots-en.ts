import type { Values } from '../../domain/analysis-result';
import type { MethodTexts, Phrases } from './method-texts';
import { timesCommonEn } from './times-common-en';

const HOT = {
  new: 'New (hot in the last slice only)', consecutive: 'Consecutive (hot in the last slices running, never before)', intensifying: 'Nearly always hot, and rising', persistent: 'Nearly always hot, neither rising nor falling',
  diminishing: 'Nearly always hot, but falling', sporadic: 'On and off, hot in the last slice', oscillating: 'Hot now, was cold before', historical: 'Nearly always hot before, not in the last slice', faded: 'Hot most of the time, falling, and now out',
};
const COLD = {
  new: 'Newly cold (in the last slice only)', consecutive: 'Cold in the last slices running, never before', intensifying: 'Nearly always cold, and colder', persistent: 'Nearly always cold',
  diminishing: 'Nearly always cold, but less so', sporadic: 'On and off, cold in the last slice', oscillating: 'Cold now, was hot before', historical: 'Nearly always cold before, not in the last slice',
};
const NAMES: Readonly<Record<string, string>> = Object.fromEntries([...Object.entries(HOT).map(([name, words]) => [`hot_${name}`, words]), ...Object.entries(COLD).map(([name, words]) => [`cold_${name}`, words])]);

const place = (v: Values, say: Phrases): string => (v.ward === null ? '' : ` (${say.ward(v.ward)})`);
const course = (v: Values, say: Phrases): string => `${say.count(v.last)} incidents in the last ${say.count(v.days)} days, ${say.number(v.before, 1)} a slice on average before`;
const level = (v: Values, say: Phrases): string => `${say.p(v.p)} adjusted for false discoveries`;

/** English words of the emerging hot spot analysis. */
export const emergingHotspotsEn: MethodTexts = {
  title: 'Emerging and fading hot spots',
  question: 'Which places are heating up, which stay hot, which are cooling down?',
  reading: 'Time is cut into slices of equal length. A cell is "hot" in a slice when it and its neighbours, in that slice and the one before, have clearly more incidents than the whole. Colours tell the course over the slices: rising, lasting, on and off, or fading.',
  source: 'Space-time Gi* (Getis & Ord 1992; Benjamini & Hochberg 1995), trend by Mann–Kendall (1945), classes as published by Esri, and one of our own: hot in most slices before, with a falling trend, not in the last.',
  parameters: {
    slice: { label: 'Length of a slice', help: 'Slices of equal length counted back from the last day, so that each compares with each.', choices: { week: '7 days', four_weeks: '28 days', twelve_weeks: '84 days' } },
    cellMetres: { label: 'Size of the hexagons', help: 'From one side to the opposite one, in metres; small cells tell the place better and hold fewer incidents.' },
    stepsBack: { label: 'Slices before taken in', help: 'How many slices before are looked at together with a slice; 0 is that slice alone.' },
    significance: { label: 'Significance', help: 'Share of false discoveries accepted among all cells and slices called hot or cold.' },
    cells: { label: 'Cells looked at', help: 'Only cells that ever had an incident, or all cells of the area; with fields and water counted in, any cell in town turns hot.', choices: { with_incidents: 'Cells with incidents', all: 'All cells' } },
  },
  told: {
    ...timesCommonEn,
    ...Object.fromEntries(Object.entries(HOT).map(([name, words]) => [`hot_${name}`, (v: Values, say: Phrases) => `${words}${place(v, say)}: ${course(v, say)}; cells: ${say.count(v.cells)}, ${level(v, say)}`])),
    ...Object.fromEntries(Object.entries(NAMES).map(([name, words]) => [`cell_${name}`, (v: Values, say: Phrases) => `${words}: ${say.count(v.marked)} of ${say.count(v.slices)} slices, ${say.count(v.count)} incidents in all`])),
    slice_from_period: (v, say) => `The shortest slice that gives 10 to 40 of them: ${say.count(v.slices)} of ${say.count(v.days)} days.`,
    cell_from_neighbours: (v, say) => `A typical incident has ${say.count(v.neighbours)} others within about ${say.in('metres', v.metres)}.`,
    cells_too_small: (v, say) => `Cells of ${say.in('metres', v.metres)} are too small for this area; the smallest that can be computed are ${say.in('metres', v.least)}.`,
    cells_too_large: (v, say) => `Cells of ${say.in('metres', v.metres)} are too large: none has its centre in the area.`,
    cube_too_large: (v, say) => `${say.count(v.cells)} cells by ${say.count(v.slices)} slices are too many; take larger cells, longer slices, or only cells with incidents.`,
    too_few_cells: (v, say) => `All incidents fall into ${say.count(v.cells)} cells of ${say.in('metres', v.metres)}, so no cell compares with others; take smaller cells.`,
    none: (v, say) => `No place is hotter than the whole in ${say.count(v.slices)} slices of ${say.count(v.days)} days (false discovery rate ${say.in('share', v.significance)}).`,
    headline_rising: (v, say) => `Places heating up: ${say.count(v.rising)}. The clearest${place(v, say)}: ${course(v, say)}; ${level(v, say)}.`,
    headline_persistent: (v, say) => `No place is newly hot; some stay hot. The most${place(v, say)}: ${course(v, say)}; ${level(v, say)}.`,
    headline_irregular: (v, say) => `No place is newly hot or always hot; some are hot on and off. The most${place(v, say)}: ${course(v, say)}; ${level(v, say)}.`,
    headline_fading: (v, say) => `No place is heating up; some are fading. The clearest${place(v, say)}: ${course(v, say)}; ${level(v, say)}.`,
    legend_hot_rising: () => 'Hot and rising (new, consecutive, intensifying)',
    legend_hot_persistent: () => 'Hot throughout',
    legend_hot_irregular: () => 'Hot on and off',
    legend_fading: () => 'Fading (diminishing, or only in the past)',
    legend_cold_rising: () => 'Cold, and colder',
    legend_cold_persistent: () => 'Cold throughout',
    legend_cold_irregular: () => 'Cold on and off',
    few_slices: (v, say) => `There are only ${say.count(v.slices)} slices: classes rest on few of them, the trend test is weak.`,
    days_left_out: (v, say) => `The first ${say.count(v.days)} days do not make a slice and are left out; the first slice begins on ${say.day(v.from)}.`,
    cold_not_seen: (v, say) => `With ${say.number(v.mean)} incidents a cell and slice on average, none can be told to be "cold".`,
    more_places: (v, say) => `Of ${say.count(v.all)} hot places the first ${say.count(v.told)} are listed; the map draws all cells.`,
  },
  facts: {
    rising: { label: 'Cells heating up', help: 'Cells that are new, consecutive or intensifying.' },
    persistent: { label: 'Cells hot throughout', help: 'Cells hot in nine slices of ten or more, neither rising nor falling.' },
    irregular: { label: 'Cells hot on and off', help: 'Cells hot in the last slice and on and off before.' },
    fading: { label: 'Cells fading', help: 'Cells nearly always hot but falling, or no longer hot in the last slice.' },
    cold: { label: 'Cold cells', help: 'Cells of any cold class.' },
    trend_z: { label: 'Overall trend (z)', help: 'Mann–Kendall on the total of each slice: above 0 rising, below falling.' },
    trend_p: { label: 'p of the overall trend', help: 'Probability of such a trend when there is none.' },
    slices: { label: 'Slices', help: 'Slices of equal length looked at.' },
    slice_days: { label: 'Length of a slice', help: 'Days of a slice.' },
    cells: { label: 'Cells', help: 'Hexagons that take part.' },
    cell: { label: 'Size of cells', help: 'From one side to the opposite one.' },
  },
  tables: {
    places: { title: 'Hot places', columns: { class: 'Course', ward: 'Ward with most', cells: 'Cells', incidents: 'Incidents', last: 'Last slice', before: 'Mean before', trend_z: 'Trend (z)', trend_p: 'p of the trend', p: 'Adjusted p' } },
    classes: { title: 'Cells by course', columns: { class: 'Course', cells: 'Cells', incidents: 'Incidents', share: 'Share of all' } },
  },
  charts: {
    places: { title: 'Incidents a slice in the first places', x: 'First day of the slice', y: 'Incidents', series: { first: 'Place 1', second: 'Place 2', third: 'Place 3', fourth: 'Place 4' } },
    cells: { title: 'Hot and cold cells a slice', x: 'First day of the slice', y: 'Cells', series: { hot: 'Hot', cold: 'Cold' } },
  },
  classes: NAMES,
};
