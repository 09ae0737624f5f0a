'use client';

import { useState } from 'react';
import { BRIEFING_PERIODS, CLASSIFICATIONS, type BriefingTemplate, type Classification } from '@/lib/domain/briefing';
import type { Day } from '@/lib/domain/instant';
import type { Reference } from '@/components/data/api-types';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { completeTime } from '@/components/ui/moment-input';
import { usePreferences } from '@/components/ui/preferences';
import { SwitchRow } from '@/components/ui/switch-row';
import { AreaChoice } from './area-choice';
import { formatMinute, parseMinute } from './briefing-words';
import { useAreas } from './use-areas';

interface TemplateDialogProps {
  /** Null for a new one. */
  readonly template: BriefingTemplate | null;
  readonly reference: Reference;
  readonly today: Day;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

type Period = BriefingTemplate['periodKind'];
const PERIODS = BRIEFING_PERIODS.filter((kind): kind is Period => kind !== 'days');
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The form of a schedule that composes briefings. */
export function TemplateDialog({ template, reference, today, onClose, onSaved }: TemplateDialogProps) {
  const { messages } = usePreferences();
  const { templates: texts, compose, classifications, periods } = messages.briefings;
  const areas = useAreas(reference, today);
  const [name, setName] = useState(template?.name ?? '');
  const [area, setArea] = useState(template?.area ?? null);
  const [periodKind, setPeriod] = useState<Period>(template?.periodKind ?? 'last_28_days');
  const [classification, setClassification] = useState<Classification>(template?.classification ?? 'internal');
  const [showsText, setShowsText] = useState(template?.showsText ?? false);
  const [time, setTime] = useState(formatMinute(template?.minuteOfDay ?? 360));
  const [weekdays, setWeekdays] = useState<readonly number[]>(template?.weekdays ?? WEEKDAYS);
  const [isChecked, setChecked] = useState(false);
  const action = useAction();
  const minuteOfDay = parseMinute(time);
  const isComplete = name.trim() !== '' && area !== null && minuteOfDay !== null && weekdays.length > 0;
  const submit = async (): Promise<void> => {
    setChecked(true);
    if (!isComplete) return;
    const body = { name: name.trim(), area, periodKind, classification, showsText, minuteOfDay, weekdays };
    const done = await action.run((id) => (template === null ? send('POST', '/api/briefings/templates', { id, ...body }) : send('PATCH', `/api/briefings/templates/${template.id}`, { version: template.version, ...body })));
    if (done) onSaved();
  };
  const fault = (isFaulty: boolean, text: string, field: string): string | undefined => (isChecked && isFaulty ? text : action.error?.fields[field]);
  const weekdayNames = texts.weekday as Readonly<Record<string, string>>;
  return (
    <FormDialog title={template === null ? texts.add : texts.editTitle} action={action} knownFields={['name', 'area', 'minuteOfDay', 'weekdays']} wide onSubmit={() => void submit()} onClose={onClose} testId="template-dialog">
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        <div className="space-y-4">
          <Field label={texts.name} error={fault(name.trim() === '', texts.needName, 'name')}>{(attributes) => <input {...attributes} className="control" maxLength={200} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} data-testid="template-name" />}</Field>
          <AreaChoice area={area} areas={areas} error={fault(area === null, compose.needArea, 'area')} onChange={setArea} />
        </div>
        <div className="space-y-4">
          <Field label={texts.time} error={fault(minuteOfDay === null, texts.needTime, 'minuteOfDay')}>{(attributes) => <input {...attributes} className="control tabular" inputMode="numeric" maxLength={5} autoComplete="off" value={time} onChange={(event) => setTime(event.target.value)} onBlur={(event) => setTime(completeTime(event.target.value))} data-testid="template-time" />}</Field>
          <fieldset>
            <legend className="mb-1 text-xs font-medium text-ink-2">{texts.weekdays}</legend>
            <div className="flex flex-wrap gap-1.5">
              {WEEKDAYS.map((day) => (
                <label key={day} className="inline-flex min-h-9 items-center gap-1.5 rounded-lg border border-edge px-2 text-xs">
                  <input type="checkbox" checked={weekdays.includes(day)} onChange={({ target }) => setWeekdays(target.checked ? [...weekdays, day].sort() : weekdays.filter((one) => one !== day))} /> {weekdayNames[String(day)]}
                </label>
              ))}
            </div>
            {isChecked && weekdays.length === 0 ? <p role="alert" className="mt-1 text-xs text-alarm">{texts.needWeekday}</p> : null}
          </fieldset>
          <Field label={compose.period}>{(attributes) => <select {...attributes} className="control" value={periodKind} onChange={(event) => setPeriod(event.target.value as Period)} data-testid="template-period">{PERIODS.map((kind) => <option key={kind} value={kind}>{periods[kind]}</option>)}</select>}</Field>
          <Field label={compose.classification}>{(attributes) => <select {...attributes} className="control" value={classification} onChange={(event) => setClassification(event.target.value as Classification)}>{CLASSIFICATIONS.map((one) => <option key={one} value={one}>{classifications[one]}</option>)}</select>}</Field>
          <SwitchRow label={compose.showsText} checked={showsText} onChange={setShowsText} />
        </div>
      </div>
      {action.error?.kind === 'conflict' ? <p role="alert" className="text-xs text-alarm">{messages.briefings.conflict.title}</p> : null}
    </FormDialog>
  );
}
