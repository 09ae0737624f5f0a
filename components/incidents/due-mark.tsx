'use client';

import { CircleAlert, CircleCheck, Clock } from 'lucide-react';
import { formatDuration, formatInstant } from '@/lib/format/format-instant';
import { usePreferences } from '@/components/ui/preferences';
import { useNow } from '@/components/ui/use-now';

interface DueMarkProps {
  readonly dueAt: string | null;
  readonly doneAt?: string | null;
}

const TICK_MS = 15_000;

/** How a deadline stands: time left, overdue (words, sign and colour), or when it was met. */
export function DueMark({ dueAt, doneAt = null }: DueMarkProps) {
  const { messages, language } = usePreferences();
  const nowMs = useNow(TICK_MS);
  const { due } = messages.coordination;
  const line = 'tabular inline-flex items-center gap-1 text-xs whitespace-nowrap';
  if (doneAt !== null) {
    const late = dueAt !== null && Date.parse(doneAt) > Date.parse(dueAt);
    return <span className={`${line} text-ink-3`}><CircleCheck size={13} aria-hidden /> {late ? due.doneLate(formatInstant(doneAt)) : due.done(formatInstant(doneAt))}</span>;
  }
  if (dueAt === null) return <span className={`${line} text-ink-3`}>{due.none}</span>;
  const leftMs = Date.parse(dueAt) - nowMs;
  if (leftMs < 0) {
    return (
      <span className={`${line} rounded bg-alarm-soft px-1.5 py-0.5 font-semibold text-alarm`} data-testid="overdue-mark" title={due.at(formatInstant(dueAt))}>
        <CircleAlert size={13} aria-hidden /> {due.late(formatDuration(-leftMs, language))}
      </span>
    );
  }
  return <span className={`${line} text-ink-2`} title={due.at(formatInstant(dueAt))}><Clock size={13} aria-hidden /> {due.in(formatDuration(leftMs, language))}</span>;
}
