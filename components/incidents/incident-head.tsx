'use client';

import { Flag, Info } from 'lucide-react';
import type { Category } from '@/lib/domain/category';
import type { Incident, IncidentStatus } from '@/lib/domain/incident';
import { formatInstant } from '@/lib/format/format-instant';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { formatIncidentSentence } from '@/lib/messages/format-locate';
import { CategorySign } from '@/components/ui/category-sign';
import { usePreferences } from '@/components/ui/preferences';
import { DueMark } from './due-mark';

/** Colours of a status; its words always stand beside them. */
export const STATUS_STYLE: Readonly<Record<IncidentStatus, string>> = {
  reported: 'bg-warn-soft text-warn', in_progress: 'bg-accent-soft text-accent', resolved: 'bg-sunken text-ink-2', closed: 'bg-sunken text-ink-3',
};
const TAG = 'rounded-full px-2 py-0.5 text-xs font-medium';

interface IncidentHeadProps {
  readonly incident: Incident;
  readonly category: Category | undefined;
}

/** What kind of incident, when, and how it stands. */
export function IncidentHead({ incident, category }: IncidentHeadProps) {
  const { messages, language } = usePreferences();
  return (
    <header>
      <div className="flex items-center gap-3">
        {category === undefined ? null : <CategorySign shape={category.shape} colour={category.colour} size={34} ring={incident.borderZone ? 'var(--accent)' : null} />}
        <div>
          <h2 className="text-lg leading-tight font-semibold">{category === undefined ? incident.category : language === 'vi' ? category.nameVi : category.nameEn}</h2>
          <p className="tabular text-xs text-ink-2" data-testid="incident-occurred">{incident.occurredUntil === null ? formatInstant(incident.occurredAt) : messages.trends.span.occurred(formatInstant(incident.occurredAt), formatInstant(incident.occurredUntil))}</p>
        </div>
      </div>
      <p className="mt-3 flex flex-wrap items-center gap-1.5">
        <span className={`${TAG} ${STATUS_STYLE[incident.status]}`} data-testid="incident-status" data-status={incident.status}>{messages.status[incident.status]}</span>
        {incident.borderZone ? <span className={`${TAG} bg-accent-soft text-accent`}>{messages.incident.inZone}</span> : null}
        {incident.junction ? <span className={`${TAG} bg-accent text-on-accent`}>{messages.incident.junction}</span> : null}
        {incident.due === null ? null : <DueMark dueAt={incident.due.at} />}
      </p>
    </header>
  );
}

/** Who leads and why. */
export function LeadBox({ incident }: { readonly incident: Incident }) {
  const { messages, language } = usePreferences();
  const { coordination } = messages;
  const confirmed = incident.leadConfirmedAt === null ? coordination.unconfirmed : coordination.confirmed(formatInstant(incident.leadConfirmedAt));
  return (
    <section className="rounded-lg border border-line bg-raised p-3" aria-label={messages.incident.why}>
      <p className="eyebrow flex items-center gap-1.5"><Flag size={13} aria-hidden /> {messages.incident.lead}</p>
      <p className="mt-0.5 text-base font-semibold" data-testid="incident-lead">{incident.lead.ward === null ? coordination.noLead : formatWardInSentence(incident.lead.ward.name, language)}</p>
      <p className="text-xs text-ink-2">{messages.reason[incident.lead.reason]}</p>
      {incident.lead.ward === null || (incident.leadConfirmedAt === null && incident.resolvedAt !== null) ? null : <p className="mt-1 text-xs font-medium text-ink-2" data-testid="lead-confirmed" data-confirmed={incident.leadConfirmedAt !== null}>{confirmed}</p>}
      <p className="mt-2 flex gap-1.5 border-t border-line pt-2 text-xs text-ink-2" data-testid="incident-sentence">
        <Info size={14} aria-hidden className="mt-px shrink-0" /> {formatIncidentSentence(incident, language)}
      </p>
    </section>
  );
}
