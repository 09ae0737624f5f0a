'use client';

import { CircleAlert, Info } from 'lucide-react';
import { formatInstant } from '@/lib/format/format-instant';
import { formatHistoryEntry, type HistoryNames } from '@/lib/messages/format-history';
import type { Messages } from '@/lib/messages/messages';
import type { RequestError } from '@/components/data/fetch-json';
import { usePreferences } from '@/components/ui/preferences';
import type { IncidentHandle } from './use-incident';

function failureText(error: RequestError, { result }: Messages['coordination']): string {
  switch (error.kind) {
    case 'network': case 'server': return result.network;
    case 'forbidden': return result.forbidden;
    case 'not-found': return result.notFound;
    default: return result.invalid(Object.values(error.fields)[0] ?? error.message);
  }
}

/** What became of the last request: what others did meanwhile, or why it was not done. Quiet after a success. */
export function CallNotice({ result, names }: { readonly result: IncidentHandle['result']; readonly names: HistoryNames }) {
  const { messages } = usePreferences();
  const { coordination } = messages;
  if (result === null) return null;
  if (result.kind === 'done') return <p role="status" className="sr-only" data-testid="call-done">{coordination.result.done}</p>;
  if (result.kind === 'failed') {
    return (
      <p role="alert" className="mt-3 flex gap-2 rounded-lg bg-alarm-soft px-3 py-2 text-sm text-alarm" data-testid="call-failed">
        <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0" /> {failureText(result.error, coordination)}
      </p>
    );
  }
  return (
    <div role="alert" className="mt-3 flex gap-2 rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn" data-testid="call-conflict">
      <Info size={16} aria-hidden className="mt-0.5 shrink-0" />
      <div>
        <p className="font-medium">{result.meanwhile.length === 0 ? coordination.result.conflictPlain : coordination.result.conflict}</p>
        {result.meanwhile.map((entry) => {
          const { text, who } = formatHistoryEntry(entry, names, messages);
          return <p key={entry.id}>{text} ({who}, {formatInstant(entry.at)})</p>;
        })}
      </div>
    </div>
  );
}
