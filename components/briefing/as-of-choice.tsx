'use client';

import type { Day } from '@/lib/domain/instant';
import { formatInstant, formatLocalInput } from '@/lib/format/format-instant';
import { fetchJson } from '@/components/data/fetch-json';
import { useLiveQuery } from '@/components/data/use-live-query';
import type { IncidentListAnswer } from '@/components/incidents/use-incident-list';
import { MomentInput } from '@/components/ui/moment-input';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import { useNow } from '@/components/ui/use-now';
import { offerAsOf } from './offer-as-of';

const MINUTE_MS = 60_000;

interface AsOfChoiceProps {
  readonly today: Day;
  /** `YYYY-MM-DDTHH:mm` in Viet Nam's time; null = now. */
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (value: string | null) => void;
}

/** Up to when a briefing's data go; where nothing was recorded for a day, the newest incident is offered. */
export function AsOfChoice({ today, value, error, onChange }: AsOfChoiceProps) {
  const { messages } = usePreferences();
  const { compose: texts } = messages.briefings;
  const nowMs = useNow(MINUTE_MS);
  const newest = useLiveQuery('newest-incident', 'incidents', () => fetchJson<IncidentListAnswer>('/api/incidents?limit=1'));
  const newestMs = newest.state === 'ready' && newest.data.items[0] !== undefined ? Date.parse(newest.data.items[0].occurredAt) : null;
  const afterMs = offerAsOf(newestMs, nowMs);
  return (
    <div className="space-y-2">
      <p className="text-xs font-medium text-ink-2" aria-hidden>{texts.asOf}</p>
      <Segmented label={texts.asOf} value={value === null ? 'now' : 'chosen'} options={[{ value: 'now', label: texts.asOfNow }, { value: 'chosen', label: texts.asOfChosen }]}
        onChange={(kind) => onChange(kind === 'now' ? null : formatLocalInput(afterMs ?? `${today}T06:00:00+07:00`))} />
      {value === null ? null : <MomentInput label={texts.asOf} value={value} onChange={onChange} error={error} testId="compose-as-of" />}
      {afterMs === null || newestMs === null || value !== null ? null : (
        <p className="text-xs text-ink-2" data-testid="compose-newest">
          {texts.newest(formatInstant(newestMs))}{' '}
          <button type="button" className="font-medium text-accent underline underline-offset-2" onClick={() => onChange(formatLocalInput(afterMs))} data-testid="compose-take-newest">{texts.takeNewest}</button>
        </p>
      )}
    </div>
  );
}
