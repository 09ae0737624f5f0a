'use client';

import type { ReactNode } from 'react';
import type { WardName } from '@/lib/domain/boundary';
import type { IncidentAnswer } from '@/components/data/api-types';
import { formatInstant } from '@/lib/format/format-instant';
import { formatMetres, formatPosition } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { usePreferences } from '@/components/ui/preferences';

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[116px_1fr] gap-2 py-1.5">
      <dt className="text-xs leading-5 text-ink-3">{label}</dt>
      <dd className="tabular min-w-0 text-sm break-words">{children}</dd>
    </div>
  );
}

interface IncidentFactsProps {
  readonly answer: IncidentAnswer;
  /** Whether the reader's role is shown what was written about an incident. */
  readonly mayReadText: boolean;
}

/** What is recorded of an incident, fact by fact. */
export function IncidentFacts({ answer, mayReadText }: IncidentFactsProps) {
  const { messages, language } = usePreferences();
  const { incident, coordination } = answer;
  const { incident: texts } = messages;
  const names = (wards: readonly WardName[]): string => wards.map((ward) => formatWardInSentence(ward.name, language)).join(', ');
  return (
    <dl className="divide-y divide-line">
      <Fact label={texts.owner}>{incident.ownership.owner === null ? '—' : formatWardInSentence(incident.ownership.owner.name, language)}</Fact>
      <Fact label={texts.neighbours}>
        {incident.neighbours.length === 0 ? <span className="text-ink-3">{texts.none}</span> : (
          <ul>{incident.neighbours.map((ward) => <li key={ward.code} className="flex justify-between gap-2"><span>{formatWardInSentence(ward.name, language)}</span><span className="text-ink-2">{formatMetres(ward.distanceMetres, language)}</span></li>)}</ul>
        )}
      </Fact>
      {incident.lead.onRequest.length === 0 ? null : <Fact label={texts.onRequest}>{names(incident.lead.onRequest)}</Fact>}
      <Fact label={texts.detectedBy}>
        {coordination.detections.length === 0 ? <span className="text-ink-3">{texts.notDetected}</span> : (
          <ul>
            {coordination.detections.map(({ ward, at, recordedAt }) => (
              <li key={`${ward.code}${recordedAt}`} className="flex justify-between gap-2"><span>{formatWardInSentence(ward.name, language)}</span><span className="text-ink-2">{at === null ? '' : formatInstant(at)}</span></li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact label={texts.source}>{messages.source[incident.source]}</Fact>
      <Fact label={texts.summary}>{incident.summary ?? <span className="text-ink-3">{mayReadText ? texts.summaryNone : texts.summaryHidden}</span>}</Fact>
      {incident.resolvedAt === null ? null : (
        <Fact label={messages.coordination.outcome}>
          {coordination.outcome ?? <span className="text-ink-3">{mayReadText ? texts.summaryNone : messages.coordination.textHidden}</span>}
          {incident.outcomeReturnedAt === null ? null : <p className="text-xs text-ink-2">{messages.coordination.outcomeReturned(formatInstant(incident.outcomeReturnedAt))}</p>}
        </Fact>
      )}
      <Fact label={texts.position}>{formatPosition(incident.position, language)}{incident.accuracyMetres === null ? '' : ` ± ${formatMetres(incident.accuracyMetres, language)}`}</Fact>
      <Fact label={texts.reported}>{formatInstant(incident.reportedAt)}</Fact>
    </dl>
  );
}
