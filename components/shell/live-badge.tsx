'use client';

import { LoaderCircle, LogIn, Radio, TriangleAlert, WifiOff, type LucideIcon } from 'lucide-react';
import type { LiveState } from '@/lib/domain/live';
import { formatAge } from '@/lib/format/format-instant';
import { useLive } from '@/components/data/use-live';
import { usePreferences } from '@/components/ui/preferences';
import { useNow } from '@/components/ui/use-now';

const ICONS: Readonly<Record<LiveState, LucideIcon>> = { connecting: LoaderCircle, live: Radio, stale: TriangleAlert, offline: WifiOff, signed_out: LogIn };
const TICK_MS = 1000;

/** Whether the screen is live and how old it is: sign, words and colour; `compact` leaves the words to the tooltip. */
export function LiveBadge({ compact = false }: { readonly compact?: boolean }) {
  const { messages, language } = usePreferences();
  const { state, lastHeardAtMs } = useLive();
  const nowMs = useNow(TICK_MS);
  const Icon = ICONS[state];
  const name = messages.shell.live[state];
  const text = lastHeardAtMs === null ? name : messages.shell.liveAge(name, formatAge(nowMs - lastHeardAtMs, language));
  const colour = state === 'live' ? 'text-accent' : state === 'connecting' ? 'text-ink-3' : 'text-warn';
  return (
    <span className={`tabular inline-flex items-center gap-1.5 text-xs ${colour} ${state === 'live' || state === 'connecting' ? '' : 'font-semibold'}`} title={text} data-testid="live-badge" data-state={state}>
      <Icon size={compact ? 17 : 14} aria-hidden />
      <span className={compact ? 'sr-only' : 'whitespace-nowrap'}>{text}</span>
    </span>
  );
}
