'use client';

import { Flag, MapPin } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { WardName } from '@/lib/domain/boundary';
import type { Category } from '@/lib/domain/category';
import { findSpanFault, INCIDENT_SOURCES, type Incident, type IncidentSource } from '@/lib/domain/incident';
import type { Day, Instant } from '@/lib/domain/instant';
import type { LocateAnswer } from '@/lib/domain/locate';
import { formatLocalInput, parseLocalInput } from '@/lib/format/format-instant';
import { formatPosition } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { formatLead, formatPlace } from '@/lib/messages/format-locate';
import type { Messages } from '@/lib/messages/messages';
import type { Me } from '@/components/data/api-types';
import { RequestError, postJson } from '@/components/data/fetch-json';
import { useLocate } from '@/components/data/use-locate';
import { Button } from '@/components/ui/button';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { MomentInput } from '@/components/ui/moment-input';
import { usePreferences } from '@/components/ui/preferences';
import { SwitchRow } from '@/components/ui/switch-row';
import { SkeletonLines } from '@/components/ui/state-note';

interface ReportFormProps {
  readonly position: readonly [number, number];
  readonly categories: readonly Category[];
  readonly me: Me;
  readonly onChangePlace: () => void;
  readonly onCancel: () => void;
  readonly onSent: (incident: Incident) => void;
}

type Errors = Readonly<Record<string, string>>;

interface Draft {
  readonly category: string;
  readonly day: Day;
  /** `hh:mm`, Viet Nam's time. */
  readonly time: string;
  /** Latest moment as `YYYY-MM-DDTHH:mm` when only a span is known; null when the instant is. */
  readonly until: string | null;
  /** Ward code; empty when none of the wards detected it. */
  readonly detectedBy: string;
  readonly source: IncidentSource;
  readonly summary: string;
}

/** Wards that can be said to have detected it: for an officer the own ones of that time, for others also owner, neighbours and members. */
function listDetectors(answer: LocateAnswer | null, { role, wards }: Me): WardName[] {
  const own = wards.filter(({ editionId }) => answer === null || editionId === answer.edition.id);
  const all = role === 'officer' ? own : [...own, ...(answer === null || answer.owner === null ? [] : [answer.owner]), ...(answer?.neighbours ?? []), ...(answer?.cluster?.members ?? [])];
  return [...new Map(all.map(({ code, name }) => [code, { code, name }])).values()];
}

/** Now in Viet Nam, as the form's two fields. */
function draftNow(): Pick<Draft, 'day' | 'time'> {
  const [day = '', time = ''] = formatLocalInput(Date.now()).split('T');
  return { day: day as Day, time };
}

const occurredAtOf = ({ day, time }: Draft): Instant | null => parseLocalInput(`${day}T${time.padStart(5, '0')}`);

const untilOf = ({ until }: Draft): Instant | null => (until === null ? null : parseLocalInput(until));

/** What is wrong with the end of the span; null when there is none or nothing is. */
function findUntilMistake(draft: Draft, occurredAt: Instant | null, nowMs: number, messages: Messages): string | null {
  if (draft.until === null) return null;
  const until = untilOf(draft);
  if (until === null) return messages.report.timeMissing;
  if (Date.parse(until) > nowMs + 60_000) return messages.report.timeFuture;
  return occurredAt !== null && findSpanFault(occurredAt, until) !== null ? messages.trends.span.untilBefore : null;
}

function findMistakes(draft: Draft, nowMs: number, messages: Messages): Errors {
  const occurredAt = occurredAtOf(draft);
  const occurredUntil = findUntilMistake(draft, occurredAt, nowMs, messages);
  return {
    ...(occurredUntil === null ? {} : { occurredUntil }),
    ...(draft.category === '' ? { category: messages.report.categoryMissing } : {}),
    ...(occurredAt === null ? { occurredAt: messages.report.timeMissing } : Date.parse(occurredAt) > nowMs + 60_000 ? { occurredAt: messages.report.timeFuture } : {}),
  };
}

const failureText = (error: unknown, messages: Messages): string =>
  error instanceof RequestError && error.kind === 'forbidden' ? messages.report.forbidden
    : error instanceof RequestError && (error.kind === 'invalid' || error.kind === 'conflict') ? error.message : messages.report.failed;

/** The report of one incident; shows the owner and the lead before anything is sent. */
export function ReportForm({ position, categories, me, onChangePlace, onCancel, onSent }: ReportFormProps) {
  const { messages, language } = usePreferences();
  // One id for this form, however often it is sent: a repeated report stays one incident.
  const [id] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<Draft>(() => ({ category: '', ...draftNow(), until: null, detectedBy: me.ward?.code ?? '', source: 'patrol', summary: '' }));
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const occurredAt = occurredAtOf(draft);
  const located = useLocate(position, occurredAt, draft.detectedBy === '' ? 'none' : draft.detectedBy);
  // While another detector is asked about, the wards to choose from stay; the lead shown is never an older one.
  const answer = located.state === 'ready' ? located.answer : null;
  const nearby = answer ?? (located.state === 'loading' ? located.previous : null);
  const detectorUnknown = located.state === 'failed' && located.error.fields.detectedBy !== undefined;
  const set = (patch: Partial<Draft>): void => setDraft((current) => ({ ...current, ...patch }));

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const mistakes = findMistakes(draft, Date.now(), messages);
    setErrors(mistakes);
    setFailure(null);
    if (Object.keys(mistakes).length > 0 || occurredAt === null) return;
    setSending(true);
    const body = {
      id, category: draft.category, occurredAt, lon: position[0], lat: position[1], source: draft.source,
      ...(untilOf(draft) === null ? {} : { occurredUntil: untilOf(draft) }),
      ...(draft.detectedBy === '' ? {} : { detectedBy: draft.detectedBy }),
      ...(draft.summary.trim() === '' ? {} : { summary: draft.summary.trim() }),
    };
    try {
      onSent(await postJson<Incident>('/api/incidents', body));
    } catch (error) {
      if (error instanceof RequestError) setErrors(error.fields);
      setFailure(failureText(error, messages));
      setSending(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex h-full min-h-0 flex-col" aria-label={messages.report.title} data-testid="report-form">
      <h2 className="border-b border-line px-4 py-3 text-base font-semibold">{messages.report.title}</h2>
      <div className="scroll-quiet min-h-0 flex-1 space-y-4 overflow-y-auto px-4 py-4">
        <div className="flex items-center gap-2 text-sm">
          <MapPin size={16} aria-hidden className="text-accent" />
          <span className="tabular flex-1 text-xs whitespace-nowrap">{formatPosition(position, language)}</span>
          <Button size="small" onClick={onChangePlace}>{messages.report.change}</Button>
        </div>
        <section className="rounded-lg border border-line bg-accent-soft p-3" aria-live="polite" data-testid="report-preview">
          <p className="eyebrow flex items-center gap-1.5"><Flag size={13} aria-hidden /> {messages.report.whoLeads}</p>
          {answer !== null ? <Preview answer={answer} /> : located.state === 'failed' ? <p className="mt-1 text-sm">{detectorUnknown ? messages.report.detectorUnknown : messages.map.locateFailed}</p> : <div className="mt-2"><SkeletonLines lines={2} label={messages.map.locating} /></div>}
        </section>
        <Field label={messages.report.category} error={errors.category}>
          {(props) => (
            <select {...props} className="control" value={draft.category} onChange={(event) => set({ category: event.target.value })} data-testid="report-category">
              <option value="">{messages.report.categoryChoose}</option>
              {categories.map((category) => <option key={category.code} value={category.code}>{language === 'vi' ? category.nameVi : category.nameEn}</option>)}
            </select>
          )}
        </Field>
        <Field label={messages.report.occurredAt} error={errors.occurredAt}>
          {(props) => (
            <span className="grid grid-cols-[1fr_88px] items-end gap-2">
              <DayInput label={messages.report.day} value={draft.day} onChange={(day) => set({ day })} testId="report-day" />
              <input {...props} inputMode="numeric" placeholder="hh:mm" autoComplete="off" className="control tabular" value={draft.time} onChange={(event) => set({ time: event.target.value })} data-testid="report-time" />
            </span>
          )}
        </Field>
        <div className="space-y-2">
          <SwitchRow label={messages.trends.span.unsure} checked={draft.until !== null} onChange={(on) => set({ until: on ? formatLocalInput(Date.now()) : null })} testId="report-unsure" />
          {draft.until === null ? null : <MomentInput label={messages.trends.span.until} value={draft.until} onChange={(until) => set({ until })} error={errors.occurredUntil} testId="report-until" />}
        </div>
        <Field label={messages.report.detectedBy} error={detectorUnknown ? messages.report.detectorUnknown : errors.detectedBy}>
          {(props) => (
            <select {...props} className="control" value={draft.detectedBy} onChange={(event) => set({ detectedBy: event.target.value })} data-testid="report-detected-by">
              {listDetectors(nearby, me).map((ward) => <option key={ward.code} value={ward.code}>{formatWardInSentence(ward.name, language)}</option>)}
              <option value="">{messages.report.detectedNone}</option>
            </select>
          )}
        </Field>
        <Field label={messages.report.source} error={errors.source}>
          {(props) => (
            <select {...props} className="control" value={draft.source} onChange={(event) => set({ source: INCIDENT_SOURCES.find((one) => one === event.target.value) ?? 'other' })} data-testid="report-source">
              {INCIDENT_SOURCES.map((source) => <option key={source} value={source}>{messages.source[source]}</option>)}
            </select>
          )}
        </Field>
        <Field label={messages.report.summary} hint={messages.report.summaryHint} error={errors.summary}>
          {(props) => <textarea {...props} rows={3} maxLength={2000} className="control h-auto py-2" value={draft.summary} onChange={(event) => set({ summary: event.target.value })} data-testid="report-summary" />}
        </Field>
      </div>
      <div className="border-t border-line px-4 py-3">
        {failure === null ? null : <p role="alert" className="mb-2 rounded-lg bg-alarm-soft px-3 py-2 text-xs text-alarm" data-testid="report-failure">{failure}</p>}
        <div className="flex gap-2">
          <Button kind="primary" type="submit" className="flex-1" disabled={sending} data-testid="report-submit">{sending ? messages.report.sending : messages.report.submit}</Button>
          <Button onClick={onCancel}>{messages.report.cancel}</Button>
        </div>
      </div>
    </form>
  );
}

function Preview({ answer }: { readonly answer: LocateAnswer }) {
  const { language } = usePreferences();
  return (
    <>
      <p className="mt-1 text-sm font-semibold first-letter:uppercase" data-testid="report-lead">{formatLead(answer.lead, language, false)}</p>
      <p className="mt-1 text-xs text-ink-2" data-testid="report-owner">{formatPlace(answer, language)}</p>
    </>
  );
}
