import type { Values } from '../../domain/analysis-result';
import { borderCommonEn } from './border-common-en';
import type { MethodTexts, Phrases } from './method-texts';

const where = (v: Values, say: Phrases): string => (v.pair === null ? 'Along the borders' : `Along the border of ${say.pair(v.pair)}`);
const times = (v: Values, say: Phrases): string => `${say.number(v.ratio)} times those of the rest (95%: ${say.number(v.low)} – ${say.number(v.high)})`;
const zone = (v: Values, say: Phrases): string => (v.proposed === null ? '' : ` The raised risk reaches ${say.in('metres', v.proposed)}: take a border zone about so wide.`);

/** English words of the distance-to-border test. */
export const borderDistanceEn: MethodTexts = {
  title: 'Distance to the border',
  question: 'Do incidents lie nearer to borders than the streets or the land there lead to expect, and how far does that reach?',
  reading: 'The curve is 1 where the risk is as everywhere, above 1 where it is higher; the band is 95%. Near a border is often near a main road: compare with streets before saying that the border raises the risk.',
  source: 'Berman (1986), Z₁ and Z₂; kernel ratio after Baddeley et al. (2012); concentration with exact Clopper–Pearson interval.',
  parameters: {
    border: { label: 'Border', help: 'One border, to see its two sides apart; empty = all borders of the area.' },
    exposure: { label: 'Compared with', help: 'Incidents are held against known streets or against land.', choices: { streets: 'Streets', area: 'Area' } },
    strata: { label: 'Compared within', help: 'Within each ward (only where in its ward an incident lies), or over the area as one.', choices: { wards: 'Each ward', area: 'The whole area' } },
    widthMetres: { label: 'Width of the border zone', help: 'The zone within so many metres on each side is compared with the rest.' },
    reachMetres: { label: 'Drawn to', help: 'The curve is drawn to so many metres from the border.' },
    bandwidthMetres: { label: 'Smoothing', help: 'Smoothing width of the curve in metres; 0 = from the data.' },
  },
  told: {
    ...borderCommonEn,
    unknown_border: (v, say) => `There is no border ${say.pair(v.pair)} in the area.`,
    no_streets: () => 'No street is known in the area; compare with the area instead.',
    no_spread: (v, say) => `All ${say.count(v.count)} incidents are equally far from the border, or too far, so there is nothing to compare.`,
    near: (v, say) => `${where(v, say)}, incidents within ${say.in('metres', v.metres)} are ${times(v, say)}; ${say.p(v.p)}.${zone(v, say)}`,
    far: (v, say) => `${where(v, say)}, there are fewer incidents within ${say.in('metres', v.metres)}: ${times(v, say)}; ${say.p(v.p)}.`,
    even: (v, say) => `${where(v, say)}, the risk is not seen to differ from the rest: incidents within ${say.in('metres', v.metres)} are ${times(v, say)}; ${say.p(v.p)}.${zone(v, say)}`,
    no_core: (v, say) => `${where(v, say)}, every place lies within ${say.in('metres', v.metres)}, so there is no rest to compare with.`,
    proposed_zone: (v, say) => `Border zone of ${say.pair(v.pair)} by the data: ${say.in('metres', v.metres)} on each side, ${say.count(v.count)} incidents.`,
    proposed_streets: (v, say) => `${say.in('share', v.share)} of the incidents lie on known streets, so streets are compared with.`,
    proposed_area: (v, say) => `Only ${say.in('share', v.share)} of the incidents lie on known streets, so land is compared with.`,
    about_streets: () => 'Only streets of the base map count. Where a border runs along a street, that street lies at distance 0.',
    about_area: () => 'Against land, "near a border" may only mean "near a main road", since many borders follow roads.',
    about_strata: () => 'Over the area as one, small busy wards have more border for their size, which may pass for an effect of borders.',
    left_out: (v, say) => `${say.count(v.count)} incidents in wards without a known street were not compared.`,
    legend_zone: () => 'Border zone by the data', legend_border: () => 'Border looked at',
  },
  facts: {
    concentration: { label: 'Concentration', help: 'Incidents for the streets (land) of the border zone, over those of the rest.' }, p: { label: 'p', help: 'Exact test: the chance of such a difference if the zone is as the rest.' },
    inZone: { label: 'Incidents in the zone', help: 'Within the width of the border zone.' }, incidents: { label: 'Incidents compared', help: 'Those that have something to be compared with.' },
    z1: { label: "Berman's Z₁", help: 'Negative = nearer to the border than expected, positive = farther.' }, p1: { label: 'p of Z₁', help: 'Two-sided.' }, z2: { label: "Berman's Z₂", help: 'As Z₁, by the ranks of the distances.' }, p2: { label: 'p of Z₂', help: 'Two-sided.' },
    proposed: { label: 'Width to take', help: 'From the border out to here the risk is surely above the average; empty = nowhere.' },
    reachA: { label: 'Reach, first side', help: 'The same on the side of the first ward.' }, reachB: { label: 'Reach, second side', help: 'The same on the side of the second ward.' }, bandwidth: { label: 'Smoothing used', help: 'Smoothing width of the curve.' },
  },
  tables: {
    bands: { title: 'By distance', columns: { from: 'From', to: 'To', count: 'Incidents', expected: 'Expected', ratio: 'Times', low: 'Least', high: 'Most' } },
    profile: { title: 'The curve', columns: { metres: 'From the border', ratio: 'Times', low: 'Least', high: 'Most' } },
  },
  charts: { profile: { title: 'Risk by distance to the border', x: 'Metres from the border (+ first side, − second side for one border)', y: 'Times the average', series: { ratio: 'Ratio, 95%' }, marks: { average: 'As everywhere', width: 'Width in use', proposed: 'Width to take' } } },
  classes: {},
};
