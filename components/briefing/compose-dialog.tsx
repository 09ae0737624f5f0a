'use client';

import { useState } from 'react';
import { BRIEFING_PERIODS, CLASSIFICATIONS, type Briefing, type BriefingPeriod, type BriefingPin, type Classification } from '@/lib/domain/briefing';
import type { Day } from '@/lib/domain/instant';
import { addDays } from '@/lib/view/day-arithmetic';
import { useDonePatrols } from '@/components/analysis/use-analyses';
import type { Reference } from '@/components/data/api-types';
import { postJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { SwitchRow } from '@/components/ui/switch-row';
import { AreaChoice } from './area-choice';
import { AsOfChoice } from './as-of-choice';
import { bodyOfCompose, listComposeFaults, type ComposeDraft, type ComposeFault } from './compose-draft';
import { PinChoice } from './pin-choice';
import { useAreas } from './use-areas';

interface ComposeDialogProps {
  readonly reference: Reference;
  readonly today: Day;
  readonly pins: readonly BriefingPin[];
  readonly onClose: () => void;
  readonly onComposed: (briefing: Briefing) => void;
}

const NO_FAULTS: ReadonlySet<ComposeFault> = new Set();
/** Patrols that ended in so many days before today are offered. */
const PATROL_DAYS = 180;

/** The form of a new briefing; what was typed stays when sending fails. */
export function ComposeDialog({ reference, today, pins, onClose, onComposed }: ComposeDialogProps) {
  const { messages } = usePreferences();
  const { compose: texts, classifications, periods } = messages.briefings;
  const areas = useAreas(reference, today);
  const patrols = useDonePatrols({ from: addDays(today, -PATROL_DAYS), to: today });
  const first = areas.clusters.find(({ members }) => members.some(({ wardCode }) => wardCode === reference.me.ward?.code)) ?? areas.clusters[0];
  const [draft, setDraft] = useState<ComposeDraft>(() => ({
    title: '', area: first === undefined ? null : { kind: 'cluster', id: first.id }, periodKind: 'last_28_days', from: addDays(today, -27), to: today, asOf: null, classification: 'internal', showsText: false, patrol: '', pins: [],
  }));
  const [faults, setFaults] = useState(NO_FAULTS);
  const action = useAction();
  const set = (part: Partial<ComposeDraft>): void => setDraft({ ...draft, ...part });
  const told = (...names: readonly string[]): string | undefined => names.map((name) => action.error?.fields[name]).find((text) => text !== undefined);
  const submit = (): void => {
    const found = listComposeFaults(draft);
    setFaults(found);
    if (found.size === 0) void action.run(async (id) => onComposed(await postJson<Briefing>('/api/briefings', { id, ...bodyOfCompose(draft) })));
  };
  const daysFault = faults.has('days') ? texts.needDays : told('from', 'to');
  return (
    <FormDialog title={texts.title} hint={texts.hint} action={action} submitLabel={texts.submit} knownFields={['area', 'from', 'to', 'asOf', 'title', 'patrol', 'pins']} wide onSubmit={submit} onClose={onClose} testId="compose-dialog">
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        <div className="space-y-4">
          <AreaChoice area={draft.area} areas={areas} error={faults.has('area') ? texts.needArea : told('area')} onChange={(area) => set({ area })} />
          <Field label={texts.name} error={told('title')}>{(attributes) => <input {...attributes} className="control" maxLength={200} autoComplete="off" value={draft.title} onChange={(event) => set({ title: event.target.value })} data-testid="compose-title" />}</Field>
          <Field label={texts.patrol} error={told('patrol')}>
            {(attributes) => (
              <select {...attributes} className="control" value={draft.patrol} onChange={(event) => set({ patrol: event.target.value })} data-testid="compose-patrol">
                <option value="">{texts.patrolLatest}</option>
                {(patrols.state === 'ready' ? patrols.data.patrols : []).filter(({ status }) => status === 'done').map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
              </select>
            )}
          </Field>
        </div>
        <div className="space-y-4">
          <Field label={texts.period} error={daysFault}>
            {(attributes) => <select {...attributes} className="control" value={draft.periodKind} onChange={(event) => set({ periodKind: event.target.value as BriefingPeriod })} data-testid="compose-period">{[...BRIEFING_PERIODS].reverse().map((kind) => <option key={kind} value={kind}>{periods[kind]}</option>)}</select>}
          </Field>
          {draft.periodKind !== 'days' ? null : (
            <div className="grid grid-cols-2 gap-2"><DayInput label={messages.filters.from} value={draft.from} onChange={(from) => set({ from })} testId="compose-from" /><DayInput label={messages.filters.to} value={draft.to} onChange={(to) => set({ to })} testId="compose-to" /></div>
          )}
          <AsOfChoice today={today} value={draft.asOf} error={faults.has('asOf') ? texts.needAsOf : told('asOf')} onChange={(asOf) => set({ asOf })} />
          <Field label={texts.classification}>
            {(attributes) => <select {...attributes} className="control" value={draft.classification} onChange={(event) => set({ classification: event.target.value as Classification })} data-testid="compose-classification">{CLASSIFICATIONS.map((one) => <option key={one} value={one}>{classifications[one]}</option>)}</select>}
          </Field>
          <SwitchRow label={texts.showsText} checked={draft.showsText} onChange={(showsText) => set({ showsText })} testId="compose-shows-text" />
        </div>
      </div>
      {pins.length === 0 ? null : <PinChoice label={texts.pins} pins={pins} chosen={draft.pins} onChange={(chosen) => set({ pins: chosen })} />}
    </FormDialog>
  );
}
