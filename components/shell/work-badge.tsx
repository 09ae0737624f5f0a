'use client';

import { formatCount } from '@/lib/format/format-number';
import { usePreferences } from '@/components/ui/preferences';
import type { WorkCounts } from './use-work';

/** How much waits, on the corner of a link: in the alarm colour, with a mark, when some of it is overdue. */
export function WorkBadge({ counts, inline = false }: { readonly counts: WorkCounts; readonly inline?: boolean }) {
  const { messages, language } = usePreferences();
  if (counts.waiting === 0) return null;
  const count = counts.waiting > 99 ? '99+' : formatCount(counts.waiting, language);
  const late = counts.overdue > 0;
  const words = late ? messages.shell.waitingOverdue(count, formatCount(counts.overdue, language)) : messages.shell.waiting(count);
  return (
    <span
      data-testid="work-badge" data-waiting={counts.waiting} data-overdue={counts.overdue} title={words}
      className={`tabular rounded-full px-1 text-center min-w-4 text-xs leading-4 font-semibold ${inline ? 'ml-auto' : 'absolute -top-1 -right-1.5 origin-top-right scale-80'} ${late ? 'bg-alarm text-surface' : 'bg-accent text-on-accent'}`}
    >
      <span aria-hidden>{late ? '!' : ''}{count}</span><span className="sr-only">, {words}</span>
    </span>
  );
}
