'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Dispute } from '@/lib/domain/dispute';
import { formatDay, formatInstant } from '@/lib/format/format-instant';
import { formatPosition } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { Section } from '@/components/ui/section';
import { usePreferences } from '@/components/ui/preferences';
import { describeParties } from './dispute-words';

/** What is known of a dispute: kind, place, parties by role, risk, deadline, and how it ended. */
export function DisputeFacts({ dispute }: { readonly dispute: Dispute }) {
  const { messages, language } = usePreferences();
  const { facts, kinds, sources, risks, stages, targets, escalateTo, clock } = messages.disputes;
  const row = (label: string, value: ReactNode): ReactNode => <><dt className="text-xs leading-5 text-ink-3">{label}</dt><dd className="tabular min-w-0 break-words">{value}</dd></>;
  return (
    <Section title={facts.title} testId="dispute-facts">
      <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
        {row(facts.kind, kinds[dispute.kind])}
        {row(facts.parties, <span data-testid="dispute-parties">{describeParties(dispute.parties, language, messages)}</span>)}
        {row(facts.risk, risks[dispute.risk])}
        {row(facts.ward, formatWardInSentence(dispute.ward.name, language))}
        {row(facts.place, formatPosition(dispute.position, language))}
        {row(facts.source, sources[dispute.source])}
        {row(facts.received, `${formatInstant(dispute.receivedAt)}${dispute.beganAt === dispute.receivedAt ? '' : ` (${clock.reopened} ${formatInstant(dispute.beganAt)})`}`)}
        {row(facts.due, <span data-testid="dispute-due">{facts.dueDay(formatDay(dispute.dueDay))}{dispute.extended ? ` · ${facts.extended}` : ''} <span className="text-ink-3">{facts.rule(String(dispute.ruleVersion))}</span></span>)}
        {row(facts.description, <span className="whitespace-pre-line">{dispute.description ?? facts.none}</span>)}
        {dispute.incidentId === null ? null : row(facts.incident, <Link href={`/incidents/${dispute.incidentId}`} prefetch={false} className="font-medium text-accent underline">{facts.openIncident}</Link>)}
        {dispute.escalations.length === 0 ? null : row(facts.escalations, <ul>{dispute.escalations.map(({ to, at }) => <li key={at}>{escalateTo[to]} · {formatInstant(at)}</li>)}</ul>)}
        {dispute.endedOn === null ? null : row(facts.ended, `${stages[dispute.stage]} · ${formatDay(dispute.endedOn)}`)}
        {dispute.handedOverTo === null ? null : row(facts.to, targets[dispute.handedOverTo])}
        {dispute.outcome === null ? null : row(facts.outcome, <span className="whitespace-pre-line">{dispute.outcome}</span>)}
        {dispute.followUpDay === null ? null : row(facts.followUp, formatDay(dispute.followUpDay))}
      </dl>
    </Section>
  );
}
