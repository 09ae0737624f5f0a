import { CalendarClock, CalendarOff, CircleCheck, Hourglass } from 'lucide-react';
import type { TermState } from '@/lib/domain/cluster-work';
import { formatCount } from '@/lib/format/format-number';
import { usePreferences } from '@/components/ui/preferences';

const LOOKS = {
  in_force: { icon: CircleCheck, className: 'bg-accent-soft text-accent' },
  ending: { icon: Hourglass, className: 'bg-warn-soft text-warn' },
  not_yet: { icon: CalendarClock, className: 'bg-sunken text-ink-2' },
  lapsed: { icon: CalendarOff, className: 'bg-sunken text-ink-2' },
} as const;

/** Where a cluster stands in its term: sign, word, and the days that are left. */
export function TermBadge({ term }: { readonly term: TermState }) {
  const { messages, language } = usePreferences();
  const { icon: Icon, className } = LOOKS[term.state];
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
      <span className={`inline-flex items-center gap-1 rounded-full px-2 py-0.5 font-medium ${className}`} data-testid="term-state" data-state={term.state}>
        <Icon size={13} aria-hidden /> {messages.clusters.term[term.state]}
      </span>
      {term.days === null ? null : <span className="text-ink-2">{messages.clusters.termDays[term.state](formatCount(term.days, language))}</span>}
    </span>
  );
}
