'use client';

import Link from 'next/link';
import { formatDay, formatDuration } from '@/lib/format/format-instant';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { usePreferences } from '@/components/ui/preferences';
import { ClockBadge } from './clock-badge';
import { describeParties, type ClockedCard } from './dispute-words';

/** One dispute on the board: what, where, how risky, how old, and how much time is left. */
export function DisputeCard({ card: { dispute, clock }, nowMs }: { readonly card: ClockedCard; readonly nowMs: number }) {
  const { messages, language } = usePreferences();
  const { kinds, risks, clock: words } = messages.disputes;
  return (
    <li data-testid="dispute-card" data-dispute={dispute.id} data-stage={dispute.stage} data-state={clock?.state ?? 'ended'}>
      <Link href={`/disputes/${dispute.id}`} prefetch={false} className="block space-y-1.5 rounded-lg border border-line bg-surface px-3 py-2.5 hover:border-edge">
        <span className="flex flex-wrap items-baseline justify-between gap-x-2">
          <span className="text-sm font-semibold">{kinds[dispute.kind]}</span>
          <span className={`text-xs ${dispute.risk === 'high' ? 'font-semibold' : 'text-ink-2'}`}>{risks[dispute.risk]}</span>
        </span>
        <span className="block text-xs text-ink-2">{formatWardInSentence(dispute.ward.name, language)} · {describeParties(dispute.parties, language, messages)}</span>
        {clock === null ? null : <ClockBadge clock={clock} />}
        <span className="tabular block text-xs text-ink-3">{dispute.endedOn === null ? words.age(formatDuration(nowMs - Date.parse(dispute.receivedAt), language)) : formatDay(dispute.endedOn)}</span>
      </Link>
    </li>
  );
}
