'use client';

import { CalendarDays } from 'lucide-react';
import { useRef, useState } from 'react';
import { daySchema, type Day } from '@/lib/domain/instant';
import { formatDay, parseDayInput } from '@/lib/format/format-instant';
import { usePreferences } from './preferences';

interface DayInputProps {
  readonly label: string;
  readonly value: Day | null;
  readonly onChange: (day: Day) => void;
  readonly testId: string;
}

/** A day typed as dd/mm/yyyy whatever the browser's language, or picked from the system's calendar. */
export function DayInput({ label, value, onChange, testId }: DayInputProps) {
  const { messages } = usePreferences();
  const pickerRef = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === null ? '' : formatDay(value));
  const invalid = draft !== null && draft !== '' && parseDayInput(draft) === null;
  const commit = (): void => {
    const day = draft === null ? null : parseDayInput(draft);
    if (day !== null && day !== value) onChange(day);
    setDraft(null);
  };
  return (
    <span className="relative mt-0.5 block">
      <input
        type="text" inputMode="numeric" aria-label={label} aria-invalid={invalid} placeholder="dd/mm/yyyy" autoComplete="off" data-testid={testId} value={shown}
        className={`control tabular pr-7 pl-2 text-xs ${invalid ? 'border-alarm' : ''}`}
        onChange={(event) => setDraft(event.target.value)} onBlur={commit} onKeyDown={(event) => { if (event.key === 'Enter') commit(); }}
      />
      <input
        ref={pickerRef} type="date" tabIndex={-1} aria-hidden value={value ?? ''} className="pointer-events-none absolute inset-y-0 right-0 w-8 opacity-0"
        onChange={(event) => { const parsed = daySchema.safeParse(event.target.value); if (parsed.success) onChange(parsed.data); }}
      />
      <button type="button" aria-label={`${label}: ${messages.filters.calendar}`} className="absolute top-1.5 right-0.5 rounded p-1.5 text-ink-2 hover:bg-sunken" onClick={() => pickerRef.current?.showPicker()}>
        <CalendarDays size={13} aria-hidden />
      </button>
    </span>
  );
}
