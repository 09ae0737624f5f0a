'use client';

import type { Assist, HandOver } from '@/lib/domain/coordination';
import { formatInstant } from '@/lib/format/format-instant';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { IncidentAnswer } from '@/components/data/api-types';
import { usePreferences } from '@/components/ui/preferences';
import { ActionButtons } from './action-buttons';
import { DueMark } from './due-mark';
import { listAssistActions, listHandOverActions } from './incident-action';
import type { IncidentHandle } from './use-incident';

interface PartyProps {
  readonly answer: IncidentAnswer;
  readonly handle: IncidentHandle;
}

const ASSIST_STYLE: Readonly<Record<Assist['status'], string>> = {
  asked: 'bg-warn-soft text-warn', accepted: 'bg-accent-soft text-accent', declined: 'bg-alarm-soft text-alarm', finished: 'bg-sunken text-ink-2', cancelled: 'bg-sunken text-ink-3',
};
const OVER_STYLE: Readonly<Record<HandOver['status'], string>> = {
  offered: ASSIST_STYLE.asked, accepted: ASSIST_STYLE.accepted, declined: ASSIST_STYLE.declined, withdrawn: ASSIST_STYLE.cancelled,
};
const TAG = 'rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap';

/** The wards that assist, each with the state of its answer and what the reader may do about it. */
export function AssistList({ answer, handle }: PartyProps) {
  const { messages, language } = usePreferences();
  const { assist: texts } = messages.coordination;
  return (
    <section aria-label={texts.title} data-testid="assist-list">
      <h3 className="eyebrow">{texts.title}</h3>
      {answer.coordination.assists.length === 0 ? <p className="mt-1 text-sm text-ink-3">{texts.none}</p> : null}
      <ul className="divide-y divide-line">
        {answer.coordination.assists.map((assist) => (
          <li key={assist.ward.code} className="space-y-2 py-2" data-testid={`assist-${assist.ward.code}`} data-status={assist.status}>
            <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="text-sm font-medium">{formatWardInSentence(assist.ward.name, language)}</span>
              <span className="flex-1 text-xs text-ink-3">{texts.basis[assist.basis]}</span>
              <span className={`${TAG} ${ASSIST_STYLE[assist.status]}`}>{texts.status[assist.status]}</span>
              {assist.status === 'asked' ? <DueMark dueAt={assist.dueAt} /> : null}
            </div>
            {assist.note === null ? null : <p className="border-l-2 border-quiet pl-2 text-sm break-words text-ink-2">{assist.note}</p>}
            <ActionButtons actions={listAssistActions(answer, assist, messages.coordination)} handle={handle} label={`${texts.title}: ${formatWardInSentence(assist.ward.name, language)}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Offers to hand the incident to another ward, the newest last; nothing when there never was one. */
export function HandOverList({ answer, handle }: PartyProps) {
  const { messages, language } = usePreferences();
  const { handOver: texts, noLead } = messages.coordination;
  const { handOvers } = answer.coordination;
  if (handOvers.length === 0) return null;
  return (
    <section aria-label={texts.title} data-testid="hand-over-list">
      <h3 className="eyebrow">{texts.title}</h3>
      <ul className="divide-y divide-line">
        {handOvers.map((handOver) => (
          <li key={handOver.offeredAt} className="space-y-1.5 py-2" data-status={handOver.status}>
            <div className="flex flex-wrap items-center gap-2">
              <span className="flex-1 text-sm font-medium">
                {texts.line(handOver.from === null ? noLead : formatWardInSentence(handOver.from.name, language), formatWardInSentence(handOver.to.name, language))}
              </span>
              <span className={`${TAG} ${OVER_STYLE[handOver.status]}`}>{texts.status[handOver.status]}</span>
              {handOver.status === 'offered' ? <DueMark dueAt={handOver.dueAt} /> : null}
            </div>
            {handOver.reason === null ? null : <p className="text-sm break-words text-ink-2">{texts.reason}: {handOver.reason}</p>}
            {handOver.answer === null ? null : <p className="text-sm break-words text-ink-2">{texts.answer}: {handOver.answer}</p>}
            <ActionButtons actions={listHandOverActions(answer, handOver, messages.coordination)} handle={handle} label={texts.title} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What commanders decided about the lead; nothing when none did. */
export function DecisionList({ answer }: { readonly answer: IncidentAnswer }) {
  const { messages, language } = usePreferences();
  const { decision: texts } = messages.coordination;
  const { decisions } = answer.coordination;
  if (decisions.length === 0) return null;
  return (
    <section aria-label={texts.title} data-testid="decision-list">
      <h3 className="eyebrow">{texts.title}</h3>
      <ul className="divide-y divide-line">
        {decisions.map(({ ward, decidedAt, withdrawnAt, reason, withdrawalReason }) => (
          <li key={decidedAt} className="py-2 text-sm">
            <p className={withdrawnAt === null ? 'font-medium' : 'text-ink-3'}>{texts.line(formatWardInSentence(ward.name, language), formatInstant(decidedAt))}</p>
            {reason === null ? null : <p className="break-words text-ink-2">{reason}</p>}
            {withdrawnAt === null ? null : <p className="text-ink-2">{texts.withdrawn(formatInstant(withdrawnAt))}{withdrawalReason === null ? '' : `: ${withdrawalReason}`}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
