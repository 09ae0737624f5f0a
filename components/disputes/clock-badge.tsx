'use client';

import { BellRing, CircleCheck, Hourglass, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { DisputeState } from '@/lib/domain/dispute';
import type { DisputeClock } from '@/lib/rules/dispute-clock';
import { usePreferences } from '@/components/ui/preferences';
import { describeClock } from './dispute-words';

const LOOKS: Readonly<Record<DisputeState, readonly [string, LucideIcon]>> = {
  must_escalate: ['bg-alarm-soft font-semibold text-alarm', TriangleAlert], due_soon: ['border border-edge text-ink', Hourglass],
  fresh: ['bg-sunken text-ink-2', CircleCheck], escalated: ['bg-accent-soft text-accent', BellRing],
};

/** The state of a dispute's clock: a sign, and the words that say the same. */
export function ClockBadge({ clock }: { readonly clock: DisputeClock }) {
  const { messages, language } = usePreferences();
  const [style, Icon] = LOOKS[clock.state];
  return (
    <span className={`tabular inline-flex items-start gap-1.5 rounded-md px-2 py-1 text-xs font-medium ${style}`} data-testid="dispute-clock" data-state={clock.state}>
      <Icon size={13} aria-hidden className="mt-px shrink-0" /> {describeClock(clock, language, messages)}
    </span>
  );
}
