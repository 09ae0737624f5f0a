import type { Values } from '../../domain/analysis-result';
import { borderCommonEn } from './border-common-en';
import type { MethodTexts, Phrases } from './method-texts';

const jump = (v: Values, say: Phrases): string => `${say.pair(v.pair)}: right at the border the density is ${say.in('perKm2', v.denserRate)} in ${say.ward(v.denser)} and ${say.in('perKm2', v.sparserRate)} in ${say.ward(v.sparser)} (${say.p(v.p)})`;
const heap = (v: Values, say: Phrases): string => `${say.pair(v.pair)}: ${say.count(v.heapCount)} incidents heap within ${say.in('metres', v.binMetres)} of the border in ${say.ward(v.heapWard)}, clearly more than across it (${say.p(v.heapP)})`;

/** English words of the check for discontinuities. */
export const discontinuityEn: MethodTexts = {
  title: 'Discontinuity at the border',
  question: 'Does the density of incidents jump or heap right at a border, a sign that the two wards record or locate differently?',
  reading: 'Crime rarely stops at a line. A jump is mostly different recording; a heap on one side is mostly positions drawn into a ward. Check the recording first, then speak of safety.',
  source: 'Local-linear fits on both sides (McCrary 2008; Imbens & Lemieux 2008); wombling (Womble 1951; Lu & Carlin 2005); many comparisons after Benjamini & Hochberg.',
  parameters: {
    binMetres: { label: 'Width of a step', help: 'Incidents are counted in steps of so many metres outwards from the border.' },
    bins: { label: 'Steps a side', help: 'More steps look farther, but a straight line fits them less well.' },
    leastEvents: { label: 'Fewest incidents', help: 'Borders with fewer incidents nearby are not looked at.' },
    level: { label: 'Level', help: 'A border is named when its p, adjusted for the many borders, is below this.' },
  },
  told: {
    ...borderCommonEn,
    too_few_near: (v, say) => `No border has ${say.count(v.least)} or more incidents within ${say.in('metres', v.metres)} on each side.`,
    found_snapped: (v, say) => `${heap(v, say)}: check how positions are found.${Number(v.others) > 0 ? ` ${say.count(v.others)} more borders are worth a check.` : ''}`,
    found_jump: (v, say) => `${jump(v, say)}: check how the two wards record.${Number(v.others) > 0 ? ` ${say.count(v.others)} more borders are worth a check.` : ''}`,
    none: (v, say) => `No jump and no one-sided heap is seen at any of the ${say.count(v.borders)} borders with enough incidents.`,
    snapped: (v, say) => `${heap(v, say)}.`, jump: (v, say) => `${jump(v, say)}.`,
    along: (v, say) => `${say.pair(v.pair)}: incidents heap at the border and the two sides do not differ, as where a street is the border.`,
    even: (v, say) => `${say.pair(v.pair)}: no jump is seen (${say.p(v.p)}).`,
    legend_snapped: () => 'Heap on one side', legend_jump: () => 'Jump at the border', legend_along: () => 'Heap, both sides alike', legend_even: () => 'No discontinuity seen',
    about_cause: () => 'It does not know causes: houses on one side and a lake or park on the other make a jump too.',
    about_borders: (v, say) => `${say.count(v.borders)} of ${say.count(v.all)} borders were looked at (those with most incidents, from ${say.count(v.least)} on); p is adjusted, of the borders named at most ${say.in('share', v.level)} are expected to be false.`,
    proposed_bin: (v, say) => `Steps of ${say.in('metres', v.metres)}, since half of the positions are no more accurate.`,
  },
  facts: {
    tested: { label: 'Borders looked at', help: 'Borders with enough incidents nearby.' }, snapped: { label: 'Heap on one side', help: 'A heap beside the line on one side more than on the other.' }, jump: { label: 'Jumps', help: 'The densities of the two sides meet at different levels.' },
    along: { label: 'Heaps on both sides', help: 'A heap beside the line, both sides alike: mostly a street.' }, even: { label: 'No discontinuity', help: 'Nothing unusual.' }, contrast: { label: 'Largest contrast of two wards', help: 'Difference of the shrunk densities of two wards side by side.' },
  },
  tables: {
    jumps: { title: 'Each border', columns: { border: 'Border', kind: 'Verdict', countA: 'Incidents, first side', countB: 'Incidents, second side', rateA: 'Density at the line, first side', rateB: 'Density at the line, second side', jump: 'Jump', low: 'From', high: 'To', p: 'Adjusted p', innerA: 'Beside the line, first side', innerB: 'Beside the line, second side', heapA: 'p of heap, first side', heapB: 'p of heap, second side' } },
    contrasts: { title: 'Contrasts of wards', columns: { rank: 'Rank', border: 'Border', rateA: 'First ward', rateB: 'Second ward', difference: 'Difference' } },
  },
  charts: {
    sides: { title: 'Density on both sides of the first border', x: 'Metres from the border (+ first ward, − second ward)', y: 'Incidents/km²', series: { density: 'Density' }, marks: { border: 'Border' } },
    jumps: { title: 'Jump at the border', x: 'Border', y: 'Difference, incidents/km²', series: { jump: 'Jump, 95%' }, marks: { none: 'No jump' } },
  },
  classes: { snapped: 'Heap on one side', jump: 'Jump', along: 'Heap on both sides', even: 'No discontinuity' },
};
