import type { AlarmEvidence } from './pins/alarm';
import type { AnalysisEvidence } from './pins/analysis';
import type { ClusterEvidence } from './pins/cluster';
import type { CoverageEvidence } from './pins/coverage';
import type { DisputesEvidence } from './pins/disputes';
import type { DrugFreeEvidence } from './pins/drug-free';
import type { PatrolEvidence } from './pins/patrol';
import type { Pinned } from './pins/pin-slide';
import type { PointsEvidence } from './pins/points';
import type { ProgrammeEvidence } from './pins/programme';
import type { ReviewEvidence } from './pins/review';
import type { RulesEvidence } from './pins/rules';
import type { ScoreEvidence } from './pins/scores';
import type { TrendEvidence } from './pins/trend';

/** What a pinned slide is made of; `gone`: what it names was not there at that instant, or can not be read. */
export type PinData =
  | PointsEvidence | TrendEvidence | AnalysisEvidence | AlarmEvidence | CoverageEvidence | PatrolEvidence | ReviewEvidence | DrugFreeEvidence | ProgrammeEvidence | ScoreEvidence | DisputesEvidence
  | ClusterEvidence | RulesEvidence | { readonly kind: 'gone' };

/** A pin with what its slide is made of. */
export interface PinEvidence extends Pinned {
  readonly data: PinData;
}
