import { cellParametersEn, cellToldEn } from './cell-words';
import { lackEn } from './lack-words';
import type { MethodTexts } from './method-texts';
import { placeEn } from './place-words';

/** English texts of Getis–Ord Gi*. */
export const getisOrdEn: MethodTexts = {
  title: 'Hot and cold cells (Gi*)',
  question: 'Where are there so many incidents, neighbouring cells included, that chance hardly explains it?',
  reading: 'A hot cell and its neighbours have clearly more incidents than normal, a cold one clearly fewer; normal is the mean of the whole area or that of the surroundings, as chosen. Confidence is corrected for the many cells that are looked at together.',
  source: 'Getis & Ord (1992), Ord & Getis (1995); Benjamini–Hochberg false discovery rate as in Caldas de Castro & Singer (2006).',
  parameters: {
    ...cellParametersEn,
    against: { label: 'Compared with', help: 'Each cell is compared with the mean of the whole area, or with the cells around it within 2 km (so that busy quarters are not hot just because they are busy).', choices: { area: 'Whole area', surroundings: 'Surroundings' } },
    confidence: { label: 'Confidence of a group', help: 'Neighbouring cells of this confidence or more are joined into a hot group.', choices: { 90: '90%', 95: '95%', 99: '99%' } },
  },
  told: {
    ...lackEn, ...cellToldEn,
    against_area: () => 'The area is small (below 50 km²): one mean for all will do.',
    against_surroundings: ({ areaKm2 }, p) => `The area of ${p.in('km2', areaKm2)} has busy and quiet parts: against one mean every busy quarter would be hot.`,
    headline: (v, p) => `Hot groups of cells: ${p.count(v.groups)}. Strongest: ${placeEn(v, p)}, ${p.count(v.count)} incidents on ${p.in('km2', v.areaKm2)} where ${v.around === null ? 'the mean of the area' : `the surroundings within ${p.in('metres', v.around)}`} would give ${p.number(v.expected, 1)}; ${p.p(v.p)} (normal approximation, corrected for ${p.count(v.cells)} cells).`,
    none: ({ cells, confidence }, p) => `None of ${p.count(cells)} cells is hot at ${p.in('share', confidence)} after correction: at this cell size incidents gather no more than chance makes them.`,
    group: (v, p) => `${placeEn(v, p)}: ${p.count(v.count)} incidents in ${p.count(v.cells)} cells (${p.in('km2', v.areaKm2)}), normally ${p.number(v.expected, 1)}; z up to ${p.number(v.z, 1)}, ${p.p(v.p)}`,
    hot99: ({ cells }, p) => `Hot at 99% (${p.count(cells)} cells)`,
    hot95: ({ cells }, p) => `Hot at 95% (${p.count(cells)} cells)`,
    hot90: ({ cells }, p) => `Hot at 90% (${p.count(cells)} cells)`,
    cold99: ({ cells }, p) => `Cold at 99% (${p.count(cells)} cells)`,
    cold95: ({ cells }, p) => `Cold at 95% (${p.count(cells)} cells)`,
    cold90: ({ cells }, p) => `Cold at 90% (${p.count(cells)} cells)`,
    legend_group: ({ confidence }, p) => `Hot groups of ${p.in('share', confidence)} or more, can become zones`,
    rough_p: ({ expected }, p) => `A cell and its neighbours hold ${p.number(expected)} incidents on average: confidence is approximate, a few incidents close together may make a cell hot. Larger cells are surer.`,
  },
  facts: {
    groups: { label: 'Hot groups', help: 'Groups of neighbouring cells that are hot at the chosen confidence.' },
    hotCells: { label: 'Hot cells', help: 'Cells that are hot at 90% or more.' },
    hotAreaShare: { label: 'Share of the area that is hot', help: 'Hot cells divided by the cells of the area.' },
    coldCells: { label: 'Cold cells', help: 'Cells that are cold at 90% or more.' },
    cells: { label: 'Cells', help: 'Cells whose centre lies in the area; all are looked at together.' },
    mean: { label: 'Incidents per cell, mean', help: 'Mean over all cells of the area.' },
  },
  tables: {
    groups: { title: 'Hot groups', columns: { rank: 'Rank', ward: 'Ward with most', otherWard: 'Second ward', wards: 'Wards', cells: 'Cells', areaKm2: 'Area', count: 'Incidents', expected: 'Normal', z: 'Highest z', p: 'Adjusted p' } },
    cells: { title: 'Cells that stand out', columns: { class: 'Class', ward: 'Ward', count: 'Incidents', z: 'z', p: 'p', adjusted: 'Adjusted p' } },
  },
  charts: { classes: { title: 'Cells by class', x: 'Class', y: 'Cells', series: { cells: 'Cells' } } },
  classes: { hot99: 'Hot 99%', hot95: 'Hot 95%', hot90: 'Hot 90%', cold99: 'Cold 99%', cold95: 'Cold 95%', cold90: 'Cold 90%' },
};
