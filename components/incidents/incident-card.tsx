'use client';

import { ArrowLeft, ExternalLink, SearchX } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Category } from '@/lib/domain/category';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { SkeletonLines, StateNote } from '@/components/ui/state-note';
import { IncidentDetails } from './incident-details';
import { useIncident, type IncidentHandle } from './use-incident';

interface IncidentCardProps {
  readonly id: string;
  readonly categories: readonly Category[];
  /** Whether the reader's role is shown what was written about an incident. */
  readonly mayReadText: boolean;
  /** Full ward names by `editionId/code`. */
  readonly wardNames: ReadonlyMap<string, string>;
  readonly onClose: () => void;
  /** At the end of the card's head, e.g. a way to copy the link. */
  readonly aside: ReactNode;
}

/** One incident beside the map: what, when, whose, who leads and why, what can be done, and what happened since. */
export function IncidentCard({ id, categories, mayReadText, wardNames, onClose, aside }: IncidentCardProps) {
  const { messages } = usePreferences();
  const handle = useIncident(id);
  const { answer } = handle;
  return (
    <article aria-label={messages.incident.title} className="flex h-full min-h-0 flex-col" data-testid="incident-card">
      <div className="flex items-center gap-1 border-b border-line px-2 py-1.5">
        <Button kind="ghost" size="small" onClick={onClose} data-testid="incident-close"><ArrowLeft size={15} aria-hidden /> {messages.results.back}</Button>
        <Link href={`/incidents/${id}`} prefetch={false} data-testid="incident-page-link" className="ml-auto inline-flex h-8 items-center gap-1.5 rounded-lg px-2 text-xs font-medium text-ink-2 hover:bg-sunken hover:text-ink">
          <ExternalLink size={14} aria-hidden /> {messages.coordination.page}
        </Link>
        <span className="pr-1">{aside}</span>
      </div>
      <div tabIndex={0} role="group" aria-label={messages.incident.title} className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-4 py-4">
        {answer === null ? <IncidentState handle={handle} /> : (
          <IncidentDetails
            key={id} answer={answer} handle={handle} category={categories.find(({ code }) => code === answer.incident.category)} mayReadText={mayReadText} wardNames={wardNames} wide={false}
          />
        )}
      </div>
    </article>
  );
}

/** While there is nothing to show of an incident: that it loads, or why it does not. */
export function IncidentState({ handle }: { readonly handle: IncidentHandle }) {
  const { messages } = usePreferences();
  const { error, retry } = handle;
  if (error === null) return <SkeletonLines lines={12} label={messages.app.loading} />;
  const unseen = error.kind === 'not-found' || error.kind === 'forbidden';
  return (
    <StateNote
      icon={<SearchX size={28} />} title={unseen ? messages.incident.notFound : messages.incident.failed} testId="incident-missing"
      action={<Button size="small" onClick={retry}>{messages.app.retry}</Button>}
    />
  );
}
