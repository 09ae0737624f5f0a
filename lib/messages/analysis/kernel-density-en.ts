import { lackEn } from './lack-words';
import type { MethodTexts } from './method-texts';
import { placeEn } from './place-words';

/** English texts of kernel density. */
export const kernelDensityEn: MethodTexts = {
  title: 'Incident density (KDE)',
  question: 'Where do incidents lie densest over the whole area, not cut at ward borders?',
  reading: 'The darker, the denser; each band holds a known share of all density, told in the legend. It shows where there are many incidents, not where the risk per person is higher: busy places are dark anyway.',
  source: 'Quartic kernel density, Silverman (1986); edge correction Diggle (1985), Jones (1993); adaptive radius Abramson (1982); bands Hyndman (1996).',
  parameters: {
    radiusMetres: { label: 'Radius', help: 'Each incident is spread over a circle of this radius; small shows street corners, large shows quarters.' },
    radiusKind: { label: 'Kind of radius', help: 'Fixed: the same for all; adaptive: wider where incidents are sparse, narrower where they are dense.', choices: { fixed: 'Fixed', adaptive: 'Adaptive to density' } },
    cellMetres: { label: 'Cell size', help: 'Density is computed at the centres of cells of this size; it should be several times smaller than the radius.' },
    edge: { label: 'Edge correction', help: 'How the part of a circle outside the area is given back; without it density near the edge is too low.', choices: { none: 'None', uniform: 'Divide by position (Diggle)', jones_diggle: 'Keep the total (Jones–Diggle)' } },
    topShare: { label: 'Densest part that counts as places', help: 'The patches that hold this share of all density, densest first, are told of one by one.' },
  },
  told: {
    ...lackEn,
    radius_from_neighbours: ({ neighbours, radius }, p) => `Within ${p.in('metres', radius)} half of the incidents have at least ${p.count(neighbours)} others (rounded and kept within reason).`,
    cell_from_radius: ({ cell }, p) => `An eighth of the radius: ${p.in('metres', cell)}.`,
    cell_from_area: ({ cell }, p) => `The area is large: ${p.in('metres', cell)} is the smallest cell that can still be computed.`,
    top_of_few: ({ count }, p) => `There are only ${p.count(count)} incidents: a tenth of them is no place yet.`,
    headline: (v, p) => `Half of the incidents lie on ${p.in('share', v.halfAreaShare)} of the area. Densest: ${placeEn(v, p)}, ${p.count(v.count)} incidents on ${p.in('km2', v.areaKm2)}${v.borderShare === null ? '' : `, ${p.in('share', v.borderShare)} of the density there from across a border`}. With a radius 1.5 times smaller or larger, ${p.in('share', v.stays)} of them still lie in the densest band.`,
    headline_unsteady: (v, p) => `Half of the incidents lie on ${p.in('share', v.halfAreaShare)} of the area. Densest: ${placeEn(v, p)}, ${p.count(v.count)} incidents on ${p.in('km2', v.areaKm2)}, but not surely: with a radius 1.5 times smaller or larger only ${p.in('share', v.stays)} of them still lie in the densest band.`,
    spread_out: ({ halfAreaShare }, p) => `Half of the incidents lie on ${p.in('share', halfAreaShare)} of the area, but the densest band holds none: the radius is too large for the area.`,
    band: ({ massShare, areaShare, perKm2 }, p) => `${p.in('share', massShare)} of all density on ${p.in('share', areaShare)} of the area: ${p.in('perKm2', perKm2)} or more`,
    place: (v, p) => `${placeEn(v, p)}: ${p.count(v.count)} incidents on ${p.in('km2', v.areaKm2)}; ${p.number(v.expected)} if they were spread evenly${v.borderShare === null ? '' : `; ${p.in('share', v.borderShare)} of the density from across a border`}`,
    legend_place: () => 'Densest places, can become zones',
    cell_raised: ({ asked, cell }, p) => `Cells of ${p.in('metres', asked)} are too small for this area or radius; computed with ${p.in('metres', cell)}.`,
    coarse_cells: ({ cell, radius }, p) => `Cells of ${p.in('metres', cell)} are coarse for a radius of ${p.in('metres', radius)}: the shapes of the bands are approximate. Take a smaller area or a larger radius.`,
    no_edge: () => 'No edge correction: density near the edge of the area is too low, by up to half on a straight edge.',
    edge_changed: () => 'With an adaptive radius the edge is corrected for each incident (Jones–Diggle) instead of by position.',
  },
  facts: {
    halfAreaShare: { label: 'Area that holds half of the incidents', help: 'Smallest share of the area, densest parts first, that holds half of them; the smaller, the more they gather.' },
    borderShare: { label: 'Density from across a border', help: 'Share of the density in the densest places that incidents of the neighbouring ward make; a map per ward would lose it.' },
    stays: { label: 'Stays when the radius changes', help: 'Least share of the incidents of the densest place that stay in the densest band with a radius 1.5 times smaller or larger; near 100% is steady. This method has no p.' },
    peakPerKm2: { label: 'Highest density', help: 'Incidents per km² over the whole period in the densest cell.' },
    peakPer28Days: { label: 'Highest density per 28 days', help: 'The same for 28 days, to compare periods of different length.' },
    meanPerKm2: { label: 'Mean density', help: 'Incidents divided by the whole area.' },
    radius: { label: 'Radius used', help: 'Radius of each incident (the geometric mean when adaptive).' },
    cell: { label: 'Cell size used', help: 'Size of the cells on which density was computed.' },
  },
  tables: {
    places: {
      title: 'Densest places',
      columns: { rank: 'Rank', ward: 'Ward with most', otherWard: 'Second ward', wards: 'Wards', count: 'Incidents', expected: 'If spread evenly', areaKm2: 'Area', perKm2: 'Density', per28Days: 'Density per 28 days', borderShare: 'From across a border' },
    },
    bands: {
      title: 'Bands of density',
      columns: { massShare: 'Share of density held', perKm2: 'Density from', per28Days: 'Density from, per 28 days', areaKm2: 'Area', areaShare: 'Share of area', count: 'Incidents', countShare: 'Share of incidents' },
    },
  },
  charts: {
    concentration: { title: 'Concentration', x: 'Share of the area, densest first', y: 'Share of the incidents', series: { incidents: 'Incidents', even: 'If spread evenly' } },
  },
  classes: {},
};
