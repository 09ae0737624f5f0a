'use client';

import { useState, type FormEvent } from 'react';
import type { Day } from '@/lib/domain/instant';
import { MODEL_KINDS, type ModelKind, type PreventionModel } from '@/lib/domain/prevention-model';
import { parseCoordinates } from '@/lib/view/parse-coordinates';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { saidOrNull } from './part-draft';
import { useProgrammes } from './use-programmes';

interface ModelFormProps {
  /** Null for a new one. */
  readonly model: PreventionModel | null;
  readonly today: Day;
  /** `latitude, longitude` as typed, or as picked on the map. */
  readonly place: string;
  readonly onPlace: (text: string) => void;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Adds a named model, or changes one; its position is picked on the map beside it. */
export function ModelForm({ model, today, place, onPlace, onClose, onSaved }: ModelFormProps) {
  const { messages: { programmes: { models: texts, form }, clusters } } = usePreferences();
  const action = useAction();
  const programmes = useProgrammes();
  const [draft, setDraft] = useState({ kind: model?.kind ?? ('three_keep_four' as ModelKind), name: model?.name ?? '', at: model?.place ?? '', from: model?.from ?? today, to: model?.to ?? null, programmeId: '', note: '' });
  const [tried, setTried] = useState(false);
  const position = parseCoordinates(place);
  const isOrdered = draft.to === null || draft.from <= draft.to;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (draft.name.trim() === '' || draft.at.trim() === '' || position === null || !isOrdered) return;
    const said = { kind: draft.kind, name: draft.name.trim(), place: draft.at.trim(), lon: position[0], lat: position[1], from: draft.from, to: draft.to };
    const note = saidOrNull(draft.note);
    const done = await action.run(async (id) => {
      await (model === null ? sendJson('POST', '/api/models', { id, ...said, programmeId: draft.programmeId === '' ? null : draft.programmeId, note }) : sendJson('PATCH', `/api/models/${model.id}`, { version: model.version, ...said, ...(note === null ? {} : { note }) }));
    });
    if (done || action.error?.kind === 'conflict') onSaved();
    if (done) onClose();
  };
  const errorAt = (field: string): string | undefined => action.error?.fields[field];
  const isKnown = ['lon', 'lat', 'name', 'place', 'from', 'to'].some((field) => errorAt(field) !== undefined);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="scroll-quiet space-y-3 px-3 py-3 lg:min-h-0 lg:flex-1 lg:overflow-y-auto" data-testid="model-form">
      <h2 className="text-sm font-semibold">{model === null ? texts.add : texts.editOf(model.name)}</h2>
      <Field label={texts.position} hint={texts.pick} error={tried && position === null ? texts.badPosition : (errorAt('lon') ?? errorAt('lat'))}>{(attributes) => <input {...attributes} className="control tabular" autoComplete="off" value={place} onChange={(event) => onPlace(event.target.value)} data-testid="model-position" />}</Field>
      <Field label={texts.name} error={tried && draft.name.trim() === '' ? form.missing : errorAt('name')}>{(attributes) => <input {...attributes} className="control" value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} data-testid="model-name" />}</Field>
      <Field label={texts.place} error={tried && draft.at.trim() === '' ? form.missing : errorAt('place')}>{(attributes) => <input {...attributes} className="control" value={draft.at} onChange={(event) => setDraft({ ...draft, at: event.target.value })} data-testid="model-place" />}</Field>
      <Field label={texts.kind}>{(attributes) => <select {...attributes} className="control" value={draft.kind} onChange={(event) => setDraft({ ...draft, kind: event.target.value as ModelKind })}>{MODEL_KINDS.map((one) => <option key={one} value={one}>{texts.kinds[one]}</option>)}</select>}</Field>
      <div className="grid grid-cols-2 gap-3">
        <div><span className="text-xs font-medium text-ink-2">{form.from}</span><DayInput label={form.from} value={draft.from} onChange={(from) => setDraft({ ...draft, from })} testId="model-from" />{errorAt('from') === undefined ? null : <p role="alert" className="mt-1 text-xs text-alarm">{errorAt('from')}</p>}</div>
        <div>
          <span className="text-xs font-medium text-ink-2">{form.to}</span><DayInput label={texts.to} value={draft.to} onChange={(to) => setDraft({ ...draft, to })} testId="model-to" />
          {draft.to === null ? <p className="mt-1 text-xs text-ink-3">{texts.noEnd}</p> : <button type="button" className="mt-1 text-xs font-medium text-accent underline" onClick={() => setDraft({ ...draft, to: null })}>{texts.noEnd}</button>}
          {isOrdered ? null : <p role="alert" className="mt-1 text-xs text-alarm">{form.order}</p>}
        </div>
      </div>
      {model === null ? (
        <Field label={texts.programme}>{(attributes) => <select {...attributes} className="control" value={draft.programmeId} onChange={(event) => setDraft({ ...draft, programmeId: event.target.value })}><option value="">{texts.noProgramme}</option>{(programmes.state === 'ready' ? programmes.data.programmes : []).filter(({ status }) => status !== 'closed').map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>}</Field>
      ) : null}
      <Field label={form.note} hint={form.noteHint}>{(attributes) => <textarea {...attributes} className="control h-auto py-2" rows={2} value={draft.note} onChange={(event) => setDraft({ ...draft, note: event.target.value })} />}</Field>
      {action.error === null || isKnown ? null : <p role="alert" className="text-xs text-alarm" data-testid="form-error">{action.error.kind === 'conflict' ? form.conflict : action.error.message}</p>}
      <div className="flex gap-2"><Button onClick={onClose}>{clusters.cancel}</Button><Button type="submit" kind="primary" className="flex-1" disabled={action.busy} data-testid="model-save">{action.busy ? clusters.saving : clusters.save}</Button></div>
    </form>
  );
}
