import type { Slide } from '../domain/briefing';
import type { Progress } from '../stats/progress';
import type { PinData, PinEvidence } from './pin-evidence';
import { composeAlarm } from './pins/alarm';
import { composeAnalysis } from './pins/analysis';
import { composeCluster } from './pins/cluster';
import { composeCoverage } from './pins/coverage';
import { composeDisputes } from './pins/disputes';
import { composeDrugFree } from './pins/drug-free';
import { composePatrolPin } from './pins/patrol';
import { makePinSlide, type Pinned } from './pins/pin-slide';
import { composePoints } from './pins/points';
import { composeProgramme } from './pins/programme';
import { composeReview } from './pins/review';
import { composeRules } from './pins/rules';
import { composeScores } from './pins/scores';
import { composeTrend } from './pins/trend';
import { say } from './slide-pieces';

type Composers = { readonly [K in PinData['kind']]: (pin: Pinned, data: Extract<PinData, { readonly kind: K }>, progress: Progress) => Slide | null };

/** What makes the slide of each kind of evidence, a file each. */
const COMPOSERS: Composers = {
  points: composePoints, trend: composeTrend, analysis: composeAnalysis, alarm: composeAlarm, coverage: composeCoverage, patrol: composePatrolPin, review: composeReview, drug_free: composeDrugFree,
  programme: composeProgramme, score: composeScores, disputes: composeDisputes, cluster: composeCluster, rules: composeRules, gone: (pin) => makePinSlide(pin, 'pin', say('pin_gone')),
};

/** The slide of something brought from elsewhere, from its evidence as of the briefing's instant; null when stopped. */
export function composePin({ data, ...pin }: PinEvidence, progress: Progress): Slide | null {
  const compose = COMPOSERS[data.kind] as (pin: Pinned, data: PinData, progress: Progress) => Slide | null;
  return compose(pin, data, progress);
}
