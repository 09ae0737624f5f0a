import { borderCommonEn } from './border-common-en';
import type { MethodTexts } from './method-texts';

/** English words of the check of owners. */
export const ownershipErrorEn: MethodTexts = {
  title: 'Whose incident, and how sure',
  question: 'Given the error of locations, how many incidents near a border may truly belong to the ward across it?',
  reading: 'A dot is an incident whose ward is right with less than 95%. Verify its position before a lead is given. The expected misassignment says how many incidents probably stand under the wrong ward.',
  source: 'Normal error in each coordinate (B-20): 10 m from a straight border with an error of 10 m is 84% sure.',
  parameters: { sigmaMetres: { label: 'Error where unknown', help: 'Location error (one standard deviation, metres) of incidents that state none.' } },
  told: {
    ...borderCommonEn,
    proposed_sigma: (v, say) => `The median error of the ${say.count(v.count)} incidents that state one is ${say.in('metres', v.metres)}.`,
    found: (v, say) => `${say.count(v.count)} incidents (${say.in('share', v.share)}) are not sure of their ward; about ${say.number(v.misassigned, 0)} probably stand under the wrong one. Most at the border of ${say.pair(v.pair)}: ${say.count(v.onPair)}.`,
    none: (v, say) => `All ${say.count(v.count)} incidents are sure of their ward at 95% or more.`,
    dot: (v, say) => `Recorded in ${say.ward(v.ward)}, ${say.in('share', v.probability)} sure; may belong to ${say.ward(v.other)}. ${say.in('metres', v.metres)} from the border, error ${say.in('metres', v.sigma)}.`,
    legend_doubtful: () => 'Less than 75% sure', legend_ambiguous: () => '75 to below 95% sure',
    many_unknown: (v, say) => `${say.in('share', v.share)} of the incidents state no location error; ${say.in('metres', v.metres)} was assumed.`,
    outer_line: () => 'Only borders between wards of the area count; near its outer line incidents look surer than they are.',
    about_sigma: () => 'The error is taken as equal in all directions and as stated; positions drawn to the middle of a ward or the head of a street do not follow it.',
  },
  facts: {
    ambiguous: { label: 'Not sure', help: 'The ward is right with less than 95%.' }, share: { label: 'Share not sure', help: 'Of all incidents looked at.' }, misassigned: { label: 'Expected misassigned', help: 'Sum over all incidents of the probability of another ward, with its 95% interval.' },
    median: { label: 'Median error', help: 'Half of the incidents have an error no larger.' }, unknown: { label: 'Error not stated', help: 'Share of incidents with an assumed error.' }, certain: { label: 'Sure from', help: 'With the median error, 95% sure from so far from a straight border.' },
  },
  tables: {
    borders: { title: 'By border', columns: { border: 'Border', near: 'Near it', ambiguous: 'Not sure', misassigned: 'Expected misassigned', fromA: 'Of these recorded on the first side', fromB: 'Of these recorded on the second side' } },
    incidents: { title: 'The least sure', columns: { incident: 'Incident', ward: 'Recorded in', other: 'May belong to', distance: 'From the border', sigma: 'Error', probability: 'Sure', otherProbability: 'Across the border' } },
  },
  charts: {
    distance: { title: 'Sureness by distance to a straight border', x: 'Metres from the border', y: 'Probability of the ward', series: { good: 'Good positions (lower quartile of errors)', middle: 'Median error', poor: 'Poor positions (upper quartile)' }, marks: { certain: '95%' } },
    borders: { title: 'Misassigned by border', x: 'Border', y: 'Incidents', series: { misassigned: 'Expected misassigned', ambiguous: 'Not sure' } },
  },
  classes: {},
};
