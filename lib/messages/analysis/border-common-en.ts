import type { MethodTexts } from './method-texts';
import { timesCommonEn } from './times-common-en';

/** Sentences that the methods of borders share, in English. */
export const borderCommonEn: MethodTexts['told'] = {
  ...timesCommonEn,
  no_border: () => 'No two wards of the area share a border, so there is no border zone to look at.',
  calm_too_short: (v, say) => `The period is only ${say.count(v.days)} days, too short to know what is usual beside the ${say.count(v.recent)} days looked at.`,
  proposed_width: (v, say) => `Most of the borders in the area have a border zone of ${say.in('metres', v.metres)} on each side.`,
  proposed_days: (v, say) => `${say.count(v.days)} days, a quarter of the period, so that enough calm time is left to compare with.`,
};
