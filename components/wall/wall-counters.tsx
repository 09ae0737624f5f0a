'use client';

import { CircleAlert } from 'lucide-react';
import { formatCount } from '@/lib/format/format-number';
import type { WallCounts } from '@/lib/view/wall-counts';
import { usePreferences } from '@/components/ui/preferences';

/** Unresolved, overdue, and the last 24 hours, large. */
export function WallCounters({ counts }: { readonly counts: WallCounts | null }) {
  const { messages, language } = usePreferences();
  const { wall: texts } = messages.work;
  const number = (value: number | undefined): string => (value === undefined ? '…' : formatCount(value, language));
  const late = (counts?.overdue ?? 0) > 0;
  return (
    <dl className="grid grid-cols-3 gap-2 p-4">
      <div><dd className="tabular text-xl font-semibold" data-testid="wall-open">{number(counts?.open)}</dd><dt className="text-xs text-ink-2">{texts.open}</dt></div>
      <div className={late ? 'text-alarm' : ''}>
        <dd className="tabular flex items-center gap-1 text-xl font-semibold" data-testid="wall-overdue">{late ? <CircleAlert size={28} aria-hidden /> : null}{number(counts?.overdue)}</dd>
        <dt className={`text-xs ${late ? '' : 'text-ink-2'}`}>{texts.overdue}</dt>
      </div>
      <div>
        <dd className="tabular text-xl font-semibold" data-testid="wall-day">{number(counts?.last24Hours)}</dd>
        <dt className="text-xs text-ink-2">{texts.last24}<span className="block text-accent">{number(counts?.borderZone24Hours)} {texts.zone}</span></dt>
      </div>
    </dl>
  );
}
