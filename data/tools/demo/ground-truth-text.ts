import type { Area } from './plane';
import type { GroundTruth } from './ground-truth';

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [`| ${head.join(' | ')} |`, `| ${head.map(() => '---').join(' | ')} |`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');

const place = (area: Area): string =>
  area.kind === 'circle'
    ? `circle of ${area.radiusMetres} m around ${area.centre.join(', ')}`
    : `everything within ${area.halfWidthMetres} m of the line ${area.line.map((p) => p.join(', ')).join(' – ')}`;

function corridorText(corridor: GroundTruth['hotCorridors'][number]): string {
  const { areaResult: area } = corridor;
  const rows = corridor.wards.map((w) => [`${w.name} (${w.code})`, w.planted, w.observed, w.expected, w.p]);
  return `### ${corridor.id}

Categories ${corridor.categories.join(', ')}; ${corridor.period.from} to ${corridor.period.to}, compared with the calm time
${corridor.baseline.from} to ${corridor.baseline.to}; edition ${corridor.editionId}. Area: ${place(corridor.area)}.
p is the Poisson probability of so many or more; expected = (calm count + 0.5) × days / calm days.

${table(['where', 'planted', 'observed', 'expected', 'p'], [
    ['**the corridor**', corridor.plantedIds.length, area.observed, area.expected, area.p],
    ...rows,
  ])}`;
}

function trendText(trend: GroundTruth['trends'][number]): string {
  return `### ${trend.id} (${trend.kind})

Categories ${trend.categories.join(', ')}; ${place(trend.area)}.

${table(['from', 'to', 'planted', 'observed'], trend.steps.map((s) => [s.from, s.to, s.planted, s.observed]))}`;
}

function nearRepeatText(series: GroundTruth['nearRepeat']): string {
  const metres = series.pairs.map((pair) => pair.distanceMetres);
  const hours = series.pairs.map((pair) => pair.lagHours);
  return `${series.pairs.length} pairs of thefts, ${series.period.from} to about a week after ${series.period.to}, along the border of
wards ${series.fromWard} and ${series.toWard} (edition ${series.editionId}). The second follows within ${Math.min(...metres)}–${Math.max(...metres)} m and
${Math.min(...hours)}–${Math.max(...hours)} hours, so within the band of ${series.bandMetres} m and ${series.bandDays} days. Every first theft lies in ${series.fromWard}; in
${series.crossingPairs} pairs the second lies across the border in ${series.toWard}, in ${series.insidePairs} on the same side, never the other way round.
The pairs by id: \`nearRepeat.pairs\` in ground-truth.json.`;
}

function displacementText(d: GroundTruth['displacement']): string {
  const rows = d.sites.map((s) => [
    s.role, `${s.wardCode ?? 'any ward'}; ${place(s.area)}`,
    ...(['before', 'during', 'after'] as const).map((phase) => `${s.observed[phase]} (${s.planted[phase]})`),
  ]);
  const phase = (name: keyof typeof d.phases): string => `${name}: ${d.phases[name].from} – ${d.phases[name].to}`;
  return `A patrol on the Nghĩa Đô side pushes ${d.category} over the border to Cầu Giấy (edition ${d.editionId}).
${phase('before')}; ${phase('during')}; ${phase('after')} (13 weeks each). Observed, and planted in brackets:

${table(['site', 'where', 'before', 'during', 'after'], rows)}`;
}

const hardText = (hard: GroundTruth['hardPlaces']): string => {
  const count = (status: string): number => hard.places.filter((p) => p.status === status).length;
  return `${count('on_border')} exactly on a vertex shared by two wards, ${count('outside')} outside every ward, ${count('gap')} in a gap of less than 30 m,
${count('inside')} inside a ward in the middle of the Red River, half in each edition. By id: \`hardPlaces.places\`.`;
};

/** The text of `GROUND_TRUTH.md`, made from the same numbers as `ground-truth.json`. */
export function formatGroundTruth(truth: GroundTruth): string {
  const { noAgreement: pair } = truth;
  return `# What is hidden in the demonstration incidents

Made by \`npx tsx data/tools/generate-demo.ts\` (seed ${truth.seed}) together with \`incidents.csv\`, \`late-reports.csv\` and \`ground-truth.json\`
(the same numbers, and the ids). ${truth.incidents} incidents, 2020-01-01 to 2026-10-31. **All of it is made up**: no incident happened, no ward is
described. Places follow streets in Hà Nội; for Hải Phòng no open street layer is known, there they gather around made-up
centres in each ward and along the coastline. Numbers "observed" are counted from the finished incidents, background
included, with the ward polygons of \`data/editions\`; the tests count them again by other means.

## 1. The T11 hot spot, split over the wards

What gathers in the corridor was taken from elsewhere in the same ward (same kinds, same time) as far as there was enough, so
that each ward's count stays what it was: none stands out against its own calm time (p > 0.05 for each), the corridor does.

${truth.hotCorridors.map(corridorText).join('\n\n')}

## 2. and 3. An emerging and a fading hot spot

${truth.trends.map(trendText).join('\n\n')}

## 4. Near repeats of theft, crossing one way

${nearRepeatText(truth.nearRepeat)}

## 5. A patrol that moves street vending over a border

${displacementText(truth.displacement)}

## 6. Rhythm of weekdays and hours

Each category has weights by hour and weekday (\`data/tools/demo/rhythm.ts\`; made up to be plausible, not measured). Share of its
incidents in its six heaviest hours, and on Friday to Sunday: as the weights say, and as observed.

${table(
    ['category', 'incidents', 'hours', 'share by weights', 'observed', 'Fri–Sun by weights', 'observed'],
    truth.rhythm.map((h) => [h.category, h.incidents, h.peakHours.join(' '), h.peakShareOfHabit, h.peakShareObserved, h.fridayToSundayOfHabit, h.fridayToSundayObserved]),
  )}

## 7. A border with much going on and no agreement

${pair.wards.map((w) => `${w.name} (${w.code})`).join(' and ')}, edition ${pair.editionId}, ${pair.period.from} to ${pair.period.to}: ${pair.planted} incidents of all kinds planted along their border;
${pair.observed} lie in one of the two within ${pair.withinMetres} m of the other. No cluster covers the pair, and no other pair without a cluster has nearly as many (next comes Nghĩa Đô – Cầu Giấy, because of 5.).

## 8. Hard places and late reports

${hardText(truth.hardPlaces)}

\`late-reports.csv\`: ${truth.lateReports.ids.length} detections by a neighbouring ward that were earlier than the one in \`incidents.csv\` but were reported one to six
days after it (since ${truth.lateReports.from}). Loading them after the incidents changes who leads wherever both wards are in a cluster.
About three in a hundred incidents are themselves reported one to nine days late.
`;
}
