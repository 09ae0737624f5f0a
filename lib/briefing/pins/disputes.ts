import type { Slide } from '../../domain/briefing';
import type { KnownDispute } from '../../domain/briefing-facts';
import { DISPUTE_STAGES } from '../../domain/dispute';
import type { Instant } from '../../domain/instant';
import { say } from '../slide-pieces';
import { makePinSlide, type Pinned } from './pin-slide';

/** Disputes as they stood at the briefing's instant: stages and days, nothing of what they are about. */
export interface DisputesEvidence {
  readonly kind: 'disputes';
  /** Code of the ward they are narrowed to. */
  readonly ward: string | null;
  readonly risk: string | null;
  readonly disputes: readonly KnownDispute[];
  readonly asOf: Instant;
}

const isOpen = ({ stage }: KnownDispute): boolean => stage === 'received' || stage === 'mediating';

/** How many disputes are in each stage, which of the open ones are past their day, and how many were settled by theirs. */
export function composeDisputes(pin: Pinned, { ward, risk, disputes, asOf }: DisputesEvidence): Slide {
  const about = { ward, risk };
  if (disputes.length === 0) return makePinSlide(pin, 'pin_disputes', say('disputes_none', about));
  const asOfMs = Date.parse(asOf);
  const isLate = (one: KnownDispute): boolean => isOpen(one) && Date.parse(one.due) <= asOfMs;
  // As the scores count it: settled by its day, of those settled or past their day; handed over in time, or withdrawn, counts neither way.
  const isSettledInTime = ({ stage, ended, dueDay }: KnownDispute): boolean => stage === 'settled' && ended !== null && ended <= dueDay;
  const judged = disputes.filter((one) => one.stage !== 'withdrawn' && (one.stage === 'settled' || (Date.parse(one.due) <= asOfMs && !(one.stage === 'handed_over' && one.ended !== null && one.ended <= one.dueDay))));
  const values = { ...about, count: disputes.length, open: disputes.filter(isOpen).length, overdue: disputes.filter(isLate).length, inTime: judged.filter(isSettledInTime).length, judged: judged.length };
  const stages = DISPUTE_STAGES.map((stage) => ({ stage, all: disputes.filter((one) => one.stage === stage) })).filter(({ all }) => all.length > 0);
  return makePinSlide(pin, 'pin_disputes', say(values.overdue > 0 ? 'disputes_overdue' : 'disputes_timely', values), {
    uncertainty: [say('about_disputes'), ...(judged.length === 0 ? [] : [say('about_judged', values)])],
    facts: [
      { id: 'count', unit: 'count', value: values.count }, { id: 'open', unit: 'count', value: values.open }, { id: 'overdue', unit: 'count', value: values.overdue }, ...(judged.length === 0 ? [] : [{ id: 'in_time', unit: 'count' as const, value: values.inTime }]),
    ],
    tables: [{
      id: 'stages', columns: [{ id: 'stage', kind: 'code' }, { id: 'count', kind: 'count' }, { id: 'overdue', kind: 'count' }],
      rows: stages.map(({ stage, all }) => ({ cells: [stage, all.length, all.filter(isLate).length] })),
    }],
    charts: [{ id: 'stages', kind: 'bars', x: 'code', y: 'count', xs: stages.map(({ stage }) => stage), series: [{ id: 'count', values: stages.map(({ all }) => all.length) }] }],
  });
}
