import type { Values } from '../../domain/analysis-result';
import type { MethodTexts, Phrases } from './method-texts';
import { timesCommonEn } from './times-common-en';

const AXES: Readonly<Record<string, string>> = {
  size: 'radius or size of hexagons', cell: 'cells of the density', origin: 'origin of the grid', significance: 'significance', leastPoints: 'fewest incidents of a cluster', zoneWidth: 'width of the border zone',
};
const GRADES = { steady: 'Steady', fair: 'Fairly steady', shaky: 'Shaky', fragile: 'Fragile' };
const place = (v: Values, say: Phrases): string => (v.ward === null ? '' : ` (${say.ward(v.ward)}${Number(v.wards) > 1 ? ' and next to it' : ''})`);
const share = (v: Values, say: Phrases): string => `survives ${say.in('share', v.share)} of ${say.count(v.settings)} other settings`;

/** English words of the sensitivity panel. */
export const sensitivityEn: MethodTexts = {
  title: 'Sensitivity of hotspots',
  question: 'Is this hotspot still there when radius, cells, origin of the grid or thresholds are chosen otherwise?',
  reading: 'The same incidents are computed many times, each time with some of the analyst\'s choices changed. A hotspot met again nearly every time is steady; one that shows under a single setting should not be relied on.',
  source: 'Modifiable areal units: Openshaw (1984). Density: Silverman (1986); Gi*: Getis & Ord (1992); DBSCAN: Ester et al. (1996).',
  parameters: {
    method: { label: 'Hotspots by', help: 'The method whose hotspots are put to the test.', choices: { kernel_density: 'Density (densest band)', getis_ord: 'Gi* on hexagons', density_clusters: 'DBSCAN clusters' } },
    incidents: { label: 'Incidents looked at', help: 'All, or only those in the border zone; then the width of the border zone is varied too.', choices: { all: 'All incidents', border_zone: 'Border zone only' } },
    sizeMetres: { label: 'Size to start from', help: 'Radius of the density, size of hexagons, or radius of DBSCAN in metres; the other settings are larger and smaller.' },
    range: { label: 'Changed up to', help: 'Sizes are tried from the start divided by this to the start multiplied by it.' },
    topShare: { label: 'Densest band', help: 'For density only: hotspots are the densest places that hold this share of all.' },
    significance: { label: 'Significance', help: 'For Gi* only: accepted share of false discoveries; a fifth and twice of it are tried too.' },
    leastPoints: { label: 'Fewest incidents', help: 'For DBSCAN only: incidents within the radius, itself counted; from 3 fewer to 4 more are tried too.' },
  },
  told: {
    ...timesCommonEn,
    ...Object.fromEntries(Object.entries(GRADES).map(([grade, words]) => [`hotspot_${grade}`, (v: Values, say: Phrases) => `${words}${place(v, say)}: ${say.count(v.count)} incidents, ${share(v, say)}`])),
    size_of_method: () => 'The size that the method itself proposes for these data.',
    size_raised: () => 'The size that the method proposes, raised so that the smallest size tried does not need too many cells.',
    share_of_method: () => 'The share that the density method itself proposes for these data.',
    points_of_method: () => 'The number that DBSCAN itself proposes for these data.',
    no_border: () => 'The area has no border shared by two wards, so there is no border zone.',
    size_too_small: (v, say) => `Cells of ${say.in('metres', v.metres)} are too small for this area; the smallest start that can be computed is ${say.in('metres', v.least)}.`,
    no_hotspot: () => 'The starting setting finds no hotspot, so there is nothing to test.',
    headline: (v, say) => `The hotspot with most incidents${place(v, say)}, ${say.count(v.count)} of them, ${share(v, say)}; it hangs most on: ${AXES[String(v.axis)] ?? '–'} (${say.in('share', v.least)} – ${say.in('share', v.most)}). Of ${say.count(v.hotspots)} hotspots, ${say.count(v.steady)} survive at least 90% of the settings.`,
    headline_untouched: (v, say) => `The hotspot with most incidents${place(v, say)}, ${say.count(v.count)} of them, ${share(v, say)}; no choice changes that. Of ${say.count(v.hotspots)} hotspots, ${say.count(v.steady)} survive at least 90% of the settings.`,
    legend_steady: () => 'Steady: met in 90% of settings or more', legend_fair: () => 'Fairly steady: from 75%', legend_shaky: () => 'Shaky: from 50%', legend_fragile: () => 'Fragile: below 50%',
    fragile_hotspots: (v, say) => `${say.count(v.fragile)} of ${say.count(v.all)} hotspots are not met again in half of the settings: do not rely on them alone.`,
    widths_and_wards_do_not_matter: () => 'Everything is computed over the union of the area, so the width of border zones and the lines between wards change nothing; these choices are not tried. The outer edge of the area does matter.',
    boundary_edition_not_varied: () => 'The width of the border zone is varied, the boundary edition is not: run it again under another edition to learn that.',
    same_means: (v, say) => `Met again means: a hotspot of the other setting holds at least half of the incidents and is not more than ${say.count(v.growth)} times as large.`,
  },
  facts: {
    first: { label: 'Hotspot with most incidents', help: 'Share of the other settings in which it is met again.' },
    mean: { label: 'Mean of all hotspots', help: 'Share of the other settings in which a hotspot is met again, on average.' },
    steady: { label: 'Steady hotspots', help: 'Hotspots met again in at least 90% of the settings.' },
    hotspots: { label: 'Hotspots tested', help: 'At most the 20 with most incidents under the starting setting.' },
    settings: { label: 'Other settings', help: 'Every combination of the choices but the starting one.' },
  },
  tables: {
    hotspots: { title: 'Each hotspot', columns: { rank: 'No.', ward: 'Ward with most', wards: 'Wards', count: 'Incidents', survived: 'Met again', settings: 'Settings', share: 'Share', class: 'Steadiness', axis: 'Hangs most on' } },
    axes: { title: 'By choice', columns: { rank: 'Hotspot', axis: 'Choice', value: 'Value', survived: 'Met again', settings: 'Settings', share: 'Share' } },
  },
  charts: {
    survival: { title: 'Share of settings in which each hotspot is met again', x: 'Hotspot', y: 'Share', series: { share: 'Met again' }, marks: { steady: '90%' } },
    size: { title: 'Met again by radius or cell size', x: 'Metres', y: 'Share', series: { all: 'All hotspots', first: 'Hotspot 1' } },
  },
  classes: { ...GRADES, ...AXES },
};
