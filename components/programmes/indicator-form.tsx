'use client';

import { useState } from 'react';
import type { Category } from '@/lib/domain/category';
import { INDICATOR_DIRECTIONS, INDICATOR_FORMULAS, type IndicatorDirection, type IndicatorFormula, type ProgrammeIndicator } from '@/lib/domain/programme';
import type { ProgrammePage } from '@/lib/domain/programme-page';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import { isPlace, nextPlace, readValue, writeValue } from './part-draft';

interface IndicatorFormProps {
  readonly page: ProgrammePage;
  /** Null for a new one. */
  readonly indicator: ProgrammeIndicator | null;
  readonly categories: readonly Category[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

interface Draft {
  readonly place: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: IndicatorDirection;
  readonly target: string;
  readonly source: 'records' | 'entered';
  readonly formula: IndicatorFormula;
  readonly categories: readonly string[];
  readonly addsUp: boolean;
  readonly task: string;
}

const draftOf = (indicator: ProgrammeIndicator | null, page: ProgrammePage): Draft => ({
  place: String(indicator?.place ?? nextPlace(page.indicators)), name: indicator?.name ?? '', unit: indicator?.unitOfMeasure ?? '', direction: indicator?.direction ?? 'up',
  target: indicator === null || indicator.target === null ? '' : writeValue(indicator.target), source: 'records', formula: 'joint_patrols', categories: [], addsUp: true, task: '',
});

/** Sets an indicator: computed from the records, or entered by units. Of one that is there the name and the measure change, not what it counts. */
export function IndicatorForm({ page, indicator, categories, onClose, onSaved }: IndicatorFormProps) {
  const { messages: { programmes: { indicators: texts, tasks, form } }, language } = usePreferences();
  const action = useAction();
  const [draft, setDraft] = useState<Draft>(() => draftOf(indicator, page));
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const byCategory = indicator === null && draft.source === 'records' && draft.formula === 'category_incidents';
  const target = draft.target.trim() === '' ? null : readValue(draft.target);
  const faults = {
    name: draft.name.trim() === '', unit: draft.unit.trim() === '', place: !isPlace(draft.place), target: draft.target.trim() !== '' && target === null, categories: byCategory && draft.categories.length === 0,
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (Object.values(faults).some(Boolean)) return;
    const measure = { place: Number(draft.place), name: draft.name.trim(), unitOfMeasure: draft.unit.trim(), direction: draft.direction, target };
    const done = await action.run(async (id) => {
      await (indicator !== null ? sendJson('PATCH', `/api/programmes/indicators/${indicator.id}`, { version: indicator.version, ...measure }) : sendJson('POST', `/api/programmes/${page.id}/indicators`, {
        id, ...measure, source: draft.source,
        ...(draft.source === 'records' ? { formula: draft.formula, categories: byCategory ? draft.categories : [] } : { addsUp: draft.addsUp, task: draft.task === '' ? null : draft.task }),
      }));
    });
    if (done || action.error?.kind === 'conflict') onSaved();
    if (done) onClose();
  };
  const text = (field: 'name' | 'unit' | 'place' | 'target', label: string, fault: string, hint?: string) => (
    <Field label={label} {...(hint === undefined ? {} : { hint })} error={tried && faults[field] ? fault : action.error?.fields[field === 'unit' ? 'unitOfMeasure' : field]}>
      {(attributes) => <input {...attributes} className="control" value={draft[field]} onChange={(event) => set({ [field]: event.target.value })} data-testid={`indicator-${field}`} />}
    </Field>
  );
  const toggle = (code: string): void => set({ categories: draft.categories.includes(code) ? draft.categories.filter((one) => one !== code) : [...draft.categories, code] });
  return (
    <FormDialog title={indicator === null ? texts.add : texts.editOf(indicator.name)} action={action} knownFields={['name', 'unitOfMeasure', 'place', 'target']} onSubmit={() => void submit()} onClose={onClose} testId="indicator-form">
      {text('name', texts.name, form.missing)}
      <div className="grid grid-cols-2 gap-3">{text('unit', texts.unit, form.missing)}{text('place', texts.order, tasks.badPlace)}</div>
      <div className="grid grid-cols-2 gap-3">
        <Field label={texts.direction}>{(attributes) => <select {...attributes} className="control" value={draft.direction} onChange={(event) => set({ direction: event.target.value as IndicatorDirection })}>{INDICATOR_DIRECTIONS.map((one) => <option key={one} value={one}>{texts.directionNames[one]}</option>)}</select>}</Field>
        {text('target', texts.target, texts.badNumber, texts.targetHint)}
      </div>
      {indicator !== null ? <p className="text-xs text-ink-2">{texts.fixed}</p> : <div><p className="mb-1 text-xs font-medium text-ink-2">{texts.source}</p><Segmented label={texts.source} value={draft.source} options={(['records', 'entered'] as const).map((value) => ({ value, label: texts.sources[value] }))} onChange={(source) => set({ source })} /></div>}
      {indicator !== null ? null : draft.source === 'records' ? (
        <Field label={texts.formula}>{(attributes) => <select {...attributes} className="control" value={draft.formula} onChange={(event) => set({ formula: event.target.value as IndicatorFormula })} data-testid="indicator-formula">{INDICATOR_FORMULAS.map((one) => <option key={one} value={one}>{texts.formulas[one]}</option>)}</select>}</Field>
      ) : (
        <>
          <div><p className="mb-1 text-xs font-medium text-ink-2">{texts.several}</p><Segmented label={texts.several} value={draft.addsUp ? 'sum' : 'latest'} options={[{ value: 'sum', label: texts.addsUp }, { value: 'latest', label: texts.latest }]} onChange={(value) => set({ addsUp: value === 'sum' })} /></div>
          <Field label={texts.task} hint={texts.taskHint}>{(attributes) => <select {...attributes} className="control" value={draft.task} onChange={(event) => set({ task: event.target.value })} data-testid="indicator-task"><option value="">{texts.noTask}</option>{page.tasks.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</select>}</Field>
        </>
      )}
      {byCategory ? (
        <fieldset><legend className="mb-1 text-xs font-medium text-ink-2">{texts.categories}</legend>
          <div className="grid grid-cols-2 gap-x-3">{categories.map(({ code, nameVi, nameEn }) => <label key={code} className="flex min-h-7 items-center gap-2 text-sm"><input type="checkbox" checked={draft.categories.includes(code)} onChange={() => toggle(code)} /> {language === 'vi' ? nameVi : nameEn}</label>)}</div>
          {tried && faults.categories ? <p role="alert" className="mt-1 text-xs text-alarm">{texts.needCategory}</p> : null}
        </fieldset>
      ) : null}
    </FormDialog>
  );
}
