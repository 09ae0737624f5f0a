'use client';

import { ArrowLeft, Flag, Info, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WardName } from '@/lib/domain/boundary';
import type { Category } from '@/lib/domain/category';
import type { Incident } from '@/lib/domain/incident';
import { formatInstant } from '@/lib/format/format-instant';
import { formatMetres, formatPosition } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { formatIncidentSentence } from '@/lib/messages/format-locate';
import type { HistoryEntry, IncidentAnswer } from '@/components/data/api-types';
import { fetchJson } from '@/components/data/fetch-json';
import { useQuery } from '@/components/data/use-query';
import { Button } from '@/components/ui/button';
import { CategorySign } from '@/components/ui/category-sign';
import { usePreferences } from '@/components/ui/preferences';
import { SkeletonLines, StateNote } from '@/components/ui/state-note';
import { CopyLinkButton } from './copy-link-button';
import { IncidentHistory } from './incident-history';

interface IncidentCardProps {
  readonly id: string;
  /** Changes when the incident did, so that the card is fetched anew. */
  readonly version: number | null;
  readonly categories: readonly Category[];
  /** Whether the reader's role is shown what was written about an incident. */
  readonly mayReadText: boolean;
  /** Full ward names by `editionId/code`. */
  readonly wardNames: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}

/** One incident: what, when, whose, who leads and why, and what happened since. */
export function IncidentCard({ id, version, categories, mayReadText, wardNames, onClose }: IncidentCardProps) {
  const { messages } = usePreferences();
  const query = useQuery(`incident/${id}/${version ?? 0}`, () => fetchJson<IncidentAnswer>(`/api/incidents/${id}`));
  return (
    <article aria-label={messages.incident.title} className="flex h-full min-h-0 flex-col" data-testid="incident-card">
      <div className="flex items-center gap-1 border-b border-line px-2 py-1.5">
        <Button kind="ghost" size="small" onClick={onClose} data-testid="incident-close"><ArrowLeft size={15} aria-hidden /> {messages.results.back}</Button>
        <span className="ml-auto pr-2"><CopyLinkButton /></span>
      </div>
      <div tabIndex={0} role="group" aria-label={messages.incident.title} className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-4 py-4">
        {query.state === 'loading' ? <SkeletonLines lines={12} label={messages.app.loading} /> : null}
        {query.state === 'failed' ? (
          <StateNote
            icon={<SearchX size={28} />} title={query.error.kind === 'not-found' || query.error.kind === 'forbidden' ? messages.incident.notFound : messages.incident.failed}
            action={<Button size="small" onClick={query.retry}>{messages.app.retry}</Button>}
          />
        ) : null}
        {query.state === 'ready' ? <Facts mayReadText={mayReadText} wardNames={wardNames} incident={query.data.incident} history={query.data.history} category={categories.find(({ code }) => code === query.data.incident.category)} /> : null}
      </div>
    </article>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[116px_1fr] gap-2 py-1.5">
      <dt className="text-xs leading-5 text-ink-3">{label}</dt>
      <dd className="tabular text-sm">{children}</dd>
    </div>
  );
}

const STATUS_STYLE: Readonly<Record<Incident['status'], string>> = {
  reported: 'bg-warn-soft text-warn', in_progress: 'bg-accent-soft text-accent', resolved: 'bg-sunken text-ink-2', closed: 'bg-sunken text-ink-3',
};

interface FactsProps extends Pick<IncidentCardProps, 'mayReadText' | 'wardNames'> {
  readonly incident: Incident;
  readonly history: readonly HistoryEntry[];
  readonly category: Category | undefined;
}

function Facts({ incident, history, category, mayReadText, wardNames }: FactsProps) {
  const { messages, language } = usePreferences();
  const names = (wards: readonly WardName[]): string => wards.map((ward) => formatWardInSentence(ward.name, language)).join(', ');
  const tag = 'rounded-full px-2 py-0.5 text-xs font-medium';
  return (
    <>
      <header className="flex items-center gap-3">
        {category === undefined ? null : <CategorySign shape={category.shape} colour={category.colour} size={34} ring={incident.borderZone ? 'var(--accent)' : null} />}
        <div>
          <h2 className="text-lg leading-tight font-semibold">{category === undefined ? incident.category : language === 'vi' ? category.nameVi : category.nameEn}</h2>
          <p className="tabular text-xs text-ink-2">{formatInstant(incident.occurredAt)}</p>
        </div>
      </header>
      <p className="mt-3 flex flex-wrap gap-1.5">
        <span className={`${tag} ${STATUS_STYLE[incident.status]}`} data-testid="incident-status">{messages.status[incident.status]}</span>
        {incident.borderZone ? <span className={`${tag} bg-accent-soft text-accent`}>{messages.incident.inZone}</span> : null}
        {incident.junction ? <span className={`${tag} bg-accent text-on-accent`}>{messages.incident.junction}</span> : null}
      </p>
      <section className="mt-4 rounded-lg border border-line bg-raised p-3" aria-label={messages.incident.why}>
        <p className="eyebrow flex items-center gap-1.5"><Flag size={13} aria-hidden /> {messages.incident.lead}</p>
        <p className="mt-0.5 text-base font-semibold" data-testid="incident-lead">{incident.lead.ward === null ? '—' : formatWardInSentence(incident.lead.ward.name, language)}</p>
        <p className="text-xs text-ink-2">{messages.reason[incident.lead.reason]}</p>
        <p className="mt-2 flex gap-1.5 border-t border-line pt-2 text-xs text-ink-2" data-testid="incident-sentence">
          <Info size={14} aria-hidden className="mt-px shrink-0" /> {formatIncidentSentence(incident, language)}
        </p>
      </section>
      <dl className="mt-3 divide-y divide-line">
        <Fact label={messages.incident.owner}>{incident.ownership.owner === null ? '—' : formatWardInSentence(incident.ownership.owner.name, language)}</Fact>
        <Fact label={messages.incident.neighbours}>
          {incident.neighbours.length === 0 ? <span className="text-ink-3">{messages.incident.none}</span> : (
            <ul>{incident.neighbours.map((ward) => <li key={ward.code} className="flex justify-between gap-2"><span>{formatWardInSentence(ward.name, language)}</span><span className="text-ink-2">{formatMetres(ward.distanceMetres, language)}</span></li>)}</ul>
          )}
        </Fact>
        {incident.lead.assists.length === 0 ? null : <Fact label={messages.incident.assists}>{names(incident.lead.assists)}</Fact>}
        {incident.lead.onRequest.length === 0 ? null : <Fact label={messages.incident.onRequest}>{names(incident.lead.onRequest)}</Fact>}
        <Fact label={messages.incident.detectedBy}>{incident.detectedBy === null ? <span className="text-ink-3">{messages.incident.notDetected}</span> : formatWardInSentence(incident.detectedBy.name, language)}</Fact>
        <Fact label={messages.incident.source}>{messages.source[incident.source]}</Fact>
        <Fact label={messages.incident.summary}>{incident.summary ?? <span className="text-ink-3">{mayReadText ? messages.incident.summaryNone : messages.incident.summaryHidden}</span>}</Fact>
        <Fact label={messages.incident.position}>{formatPosition(incident.position, language)}{incident.accuracyMetres === null ? '' : ` ± ${formatMetres(incident.accuracyMetres, language)}`}</Fact>
        <Fact label={messages.incident.reported}>{formatInstant(incident.reportedAt)}</Fact>
      </dl>
      <IncidentHistory history={history} wardNames={wardNames} />
    </>
  );
}
