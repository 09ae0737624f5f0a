import type { MethodTexts } from './method-texts';

/** Sentences that the methods of time and place share, in English. */
export const timesCommonEn: MethodTexts['told'] = {
  no_area: () => 'The area has no ward in this boundary edition, so there is nothing to compute.',
  no_incident: () => 'There is no incident in the chosen area and period.',
  too_few: (v, say) => `There are only ${say.count(v.count)} incidents; this method needs at least ${say.count(v.least)}.`,
  too_short: (v, say) => `The period is only ${say.count(v.days)} days; this method needs at least ${say.count(v.least)}.`,
  one_place: (v, say) => `All ${say.count(v.count)} incidents are at one place, so no place can be compared with another.`,
  one_day: (v, say) => `All ${say.count(v.count)} incidents happened on one day, so no time can be compared with another.`,
  few_incidents: (v, say) => `There are only ${say.count(v.count)} incidents: a few more or fewer may change the result much.`,
  inexact_locations: (v, say) => `A quarter of the incidents are located no better than ${say.in('metres', v.metres)}, coarse beside the size looked at (${say.in('metres', v.size)}): outlines are approximate.`,
};
