'use client';

import { daySchema, type Day } from '@/lib/domain/instant';
import { DayInput } from './day-input';
import { usePreferences } from './preferences';

interface MomentInputProps {
  readonly label: string;
  /** `YYYY-MM-DDTHH:mm` in Viet Nam's time, or less while it is being typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly testId: string;
}

/** A day and an hour, in the form people write them here whatever the browser's language: `23/11/2026` and `20:00`. */
export function MomentInput({ label, value, onChange, error, testId }: MomentInputProps) {
  const { messages } = usePreferences();
  const [dayText = '', time = ''] = value.split('T');
  const parsed = daySchema.safeParse(dayText);
  const day: Day | null = parsed.success ? parsed.data : null;
  return (
    <div role="group" aria-label={label}>
      <span aria-hidden className="block text-xs font-medium text-ink-2">{label}</span>
      <div className="grid grid-cols-[1fr_5.5rem] items-end gap-2">
        <DayInput label={`${label}: ${messages.clusters.day.toLowerCase()}`} value={day} onChange={(next) => onChange(`${next}T${time}`)} testId={`${testId}-day`} />
        <input
          type="text" inputMode="numeric" aria-label={`${label}: ${messages.clusters.hour}`} placeholder="20:00" maxLength={5} autoComplete="off" aria-invalid={error !== undefined}
          className="control tabular" value={time} onChange={(event) => onChange(`${dayText}T${event.target.value}`)}
          onBlur={(event) => onChange(`${dayText}T${completeTime(event.target.value)}`)} data-testid={`${testId}-time`}
        />
      </div>
      {error === undefined ? null : <p role="alert" className="mt-1 text-xs text-alarm">{error}</p>}
    </div>
  );
}

/** `9` → `09:00`, `930` → `09:30`, `9:5` → `09:05`; what is no hour stays as typed. */
export function completeTime(text: string): string {
  const typed = text.trim();
  const match = /^(\d{1,2})(\d{2})$/.exec(typed) ?? /^(\d{1,2})(?:\s*[:hg.]\s*(\d{0,2}))?$/i.exec(typed);
  if (match === null) return text;
  const [, hour = '', minute = ''] = match;
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` : text;
}
