'use client';

import { ArrowRightLeft, Ban, CircleCheck, Eye, FileInput, Gavel, HandHelping, Hourglass, Megaphone, Pencil, type LucideIcon } from 'lucide-react';
import { formatInstant } from '@/lib/format/format-instant';
import { formatHistoryEntry, type HistoryNames } from '@/lib/messages/format-history';
import type { HistoryEntry } from '@/components/data/api-types';
import { usePreferences } from '@/components/ui/preferences';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  assist: HandHelping, hand: ArrowRightLeft, decision: Gavel, reported: Megaphone, imported: FileInput, detected: Eye, lead: CircleCheck, deadlines: Hourglass, refused: Ban,
  status: CircleCheck, outcome: CircleCheck,
};

interface IncidentTimelineProps {
  readonly history: readonly HistoryEntry[];
  readonly names: HistoryNames;
  /** A role that is not shown the history is told so, instead of that there was none. */
  readonly isHidden: boolean;
}

/** All that happened to an incident, oldest first: who, when, what, from what to what. Refused attempts stand there quietly. */
export function IncidentTimeline({ history, names, isHidden }: IncidentTimelineProps) {
  const { messages } = usePreferences();
  const { history: texts } = messages.coordination;
  return (
    <section aria-label={texts.title} data-testid="incident-history">
      <h3 className="eyebrow">{texts.title}</h3>
      {history.length === 0 ? <p className="mt-1 text-sm text-ink-3">{isHidden ? texts.hidden : texts.empty}</p> : null}
      <ol className="mt-2">{history.map((entry) => <TimelineEntry key={entry.id} entry={entry} names={names} />)}</ol>
    </section>
  );
}

function TimelineEntry({ entry, names }: { readonly entry: HistoryEntry; readonly names: HistoryNames }) {
  const { messages } = usePreferences();
  const { text, changes, who, quiet } = formatHistoryEntry(entry, names, messages);
  const Icon = ICONS[entry.kind.split('_')[0] ?? ''] ?? Pencil;
  return (
    <li className="relative flex gap-3 pb-4 last:pb-0 before:absolute before:top-7 before:bottom-0 before:left-[11px] before:w-px before:bg-line last:before:hidden" data-kind={entry.kind}>
      <span aria-hidden className={`flex size-6 shrink-0 items-center justify-center rounded-full ${quiet ? 'bg-sunken text-ink-3' : 'bg-accent-soft text-accent'}`}><Icon size={13} /></span>
      <div className="min-w-0 flex-1">
        <p className={quiet ? 'text-xs text-ink-3' : 'text-sm'}>{text}</p>
        {changes.map((change) => <p key={change} className="text-xs font-medium text-ink-2">{change}</p>)}
        {entry.remark === null ? null : <p className="mt-1 border-l-2 border-quiet pl-2 text-sm break-words whitespace-pre-line text-ink-2">{entry.remark}</p>}
        <p className="tabular mt-0.5 text-xs text-ink-3">{formatInstant(entry.at)} · {who}</p>
      </div>
    </li>
  );
}
