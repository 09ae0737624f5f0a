import type { AnalysisInput } from '../analysis/method';
import type { ScopeArea } from '../domain/analysis';
import type { FocusArea } from '../domain/boundary';
import type { BriefingContent, FrozenNames } from '../domain/briefing';
import type { KnownIncident, OpenStep } from '../domain/briefing-facts';
import type { Day, Instant } from '../domain/instant';
import type { PinEvidence } from './pin-evidence';

/** Days whose figures a briefing tells, both included. */
export interface BriefingDays {
  readonly from: Day;
  readonly to: Day;
}

/** All that a briefing is composed from; nothing else reaches it, so equal inputs give equal content. */
export interface BriefingInput extends BriefingDays {
  readonly area: ScopeArea;
  readonly asOf: Instant;
  /** The calendar day of the as-of instant. */
  readonly asOfDay: Day;
  readonly seed: number;
  /** Incidents known then and their surroundings, from well before the period (`spanOf`) up to the as-of day. */
  readonly analysis: AnalysisInput;
  /** Incidents of the area in the 24 hours before the as-of instant, the latest first. */
  readonly lastDay: readonly KnownIncident[];
  /** Steps that were open then, the earliest deadline first. */
  readonly steps: readonly OpenStep[];
  /** Named places of the clusters in force. */
  readonly focusAreas: readonly FocusArea[];
  /** The patrol to evaluate; null = the latest that can be evaluated. */
  readonly patrol: string | null;
  readonly previous: { readonly number: string; readonly content: BriefingContent } | null;
  /** Every name the slides may need; those they do are frozen. */
  readonly names: FrozenNames;
  readonly pins: readonly PinEvidence[];
}
