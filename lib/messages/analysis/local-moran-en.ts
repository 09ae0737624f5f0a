import { cellParametersEn, cellToldEn } from './cell-words';
import { lackEn } from './lack-words';
import type { MethodTexts } from './method-texts';
import { placeEn } from './place-words';

/** English texts of local Moran's I. */
export const localMoranEn: MethodTexts = {
  title: 'Clusters and outliers (local Moran)',
  question: 'Which busy places lie among busy places, and which stand alone in quiet surroundings?',
  reading: 'Dark red: many incidents among many (a cluster). Light red: many among few (stands alone). Light blue: few beside many. Dark blue: few among few. p comes from shuffling the numbers among the places.',
  source: 'Anselin (1995), conditional permutation, one-sided p = (M + 1)/(R + 1); empirical Bayes rates of wards, Assunção & Reis (1999); two rounds of permutations as in Besag & Clifford (1991); Benjamini–Hochberg correction.',
  parameters: {
    unit: { label: 'Compare', help: 'Cells over the whole area (not cut at borders), or wards by their incidents per km².', choices: { grid: 'Cells', ward: 'Wards' } },
    ...cellParametersEn,
    against: { label: 'Normal for a cell', help: 'For cells: the mean of the whole area, or of the surroundings within 2 km; not used for wards.', choices: { area: 'Whole area', surroundings: 'Surroundings' } },
    permutations: { label: 'Permutations', help: 'A first round of 199 for all places, then this many for those still in question; the least possible p is one over this number plus one.' },
    alpha: { label: 'Threshold of p', help: 'Only places whose p (corrected, if so chosen) is not above this are coloured.' },
    correction: { label: 'Correction', help: 'Of many places some always look remarkable; the correction keeps the share of false ones at the threshold.', choices: { fdr: 'Hold false discoveries (FDR)', none: 'None' } },
  },
  told: {
    ...lackEn, ...cellToldEn,
    few_wards: ({ cells, least }, p) => `The scope has only ${p.count(cells)} wards, at least ${p.count(least)} are needed to compare them; use cells.`,
    against_area: () => 'The area is small (below 50 km²): one mean for all will do.',
    against_surroundings: ({ areaKm2 }, p) => `The area of ${p.in('km2', areaKm2)} has busy and quiet parts: against one mean every busy quarter would be a cluster.`,
    headline_grid: (v, p) => `Places with more incidents than chance makes: ${p.count(v.groups)}. Clearest: ${placeEn(v, p)}, ${p.count(v.count)} incidents on ${p.in('km2', v.areaKm2)}, normally ${p.number(v.expected, 1)}; ${p.p(v.p)} (${p.count(v.permutations)} permutations, corrected for ${p.count(v.places)} cells).`,
    headline_grid_uncorrected: (v, p) => `Places that look busier than chance makes them: ${p.count(v.groups)}. Clearest: ${placeEn(v, p)}, ${p.count(v.count)} incidents on ${p.in('km2', v.areaKm2)}, normally ${p.number(v.expected, 1)}; ${p.p(v.p)} (${p.count(v.permutations)} permutations, not corrected for ${p.count(v.places)} cells).`,
    headline_ward: (v, p) => `Wards of remarkably high density: ${p.count(v.groups)}. Clearest: ${placeEn(v, p)}, ${p.count(v.count)} incidents, ${p.number(v.expected, 1)} if spread evenly by area; ${p.p(v.p)} (${p.count(v.permutations)} permutations, corrected for ${p.count(v.places)} wards).`,
    headline_ward_uncorrected: (v, p) => `Wards that look remarkably dense: ${p.count(v.groups)}. Clearest: ${placeEn(v, p)}, ${p.count(v.count)} incidents, ${p.number(v.expected, 1)} if spread evenly by area; ${p.p(v.p)} (${p.count(v.permutations)} permutations, not corrected for ${p.count(v.places)} wards).`,
    none_grid: ({ places, permutations }, p) => `None of ${p.count(places)} cells has more incidents than chance makes (${p.count(permutations)} permutations).`,
    none_ward: ({ places, permutations }, p) => `None of ${p.count(places)} wards is remarkably dense (${p.count(permutations)} permutations).`,
    group: (v, p) => `${placeEn(v, p)}: ${p.count(v.count)} incidents on ${p.in('km2', v.areaKm2)}, normally ${p.number(v.expected, 1)}; ${p.p(v.p)}`,
    group_alone: (v, p) => `${placeEn(v, p)}, alone in quiet surroundings: ${p.count(v.count)} incidents on ${p.in('km2', v.areaKm2)}, normally ${p.number(v.expected, 1)}; ${p.p(v.p)}`,
    high_high: ({ places }, p) => `Many among many (${p.count(places)})`,
    high_low: ({ places }, p) => `Many among few (${p.count(places)})`,
    low_high: ({ places }, p) => `Few beside many (${p.count(places)})`,
    low_low: ({ places }, p) => `Few among few (${p.count(places)})`,
    legend_group: () => 'Busy places, can become zones',
    more_permutations: ({ permutations, floor }, p) => `With ${p.count(permutations)} permutations the least possible p is ${p.number(floor, 4)}, not small enough to pass the correction: take more permutations or larger cells.`,
    uncorrected: ({ places }, p) => `Not corrected: of ${p.count(places)} places some are coloured by chance alone.`,
    wards_hide: () => 'Comparing wards does not see a hotspot that straddles a border; compare with the result on cells.',
  },
  facts: {
    highHigh: { label: 'Many among many', help: 'Busy places with busy surroundings that pass the threshold.' },
    highLow: { label: 'Many among few', help: 'Busy places alone in quiet surroundings.' },
    lowHigh: { label: 'Few beside many', help: 'Quiet places beside busy ones.' },
    lowLow: { label: 'Few among few', help: 'Quiet places with quiet surroundings.' },
    places: { label: 'Places looked at', help: 'Cells, or wards.' },
    globalMoran: { label: 'Moran’s I of all', help: 'Mean of the local values: above 0 busy places lie beside busy ones, near 0 they are mixed by chance.' },
  },
  tables: {
    groups: { title: 'Busy places', columns: { rank: 'Rank', ward: 'Ward with most', otherWard: 'Second ward', count: 'Incidents', expected: 'Normal', areaKm2: 'Area', p: 'p' } },
    places: { title: 'Each place', columns: { class: 'Class', ward: 'Ward', count: 'Incidents', expected: 'Normal', statistic: 'Local I', p: 'p', adjusted: 'p that was judged' } },
  },
  charts: { classes: { title: 'Places by class', x: 'Class', y: 'Places', series: { places: 'Places' } } },
  classes: { high_high: 'Many among many', high_low: 'Many among few', low_high: 'Few beside many', low_low: 'Few among few', none: 'Not remarkable' },
};
