'use client';

import { useState } from 'react';
import type { Regulation } from '@/lib/domain/boundary';
import type { ClusterPage } from '@/lib/domain/cluster-work';
import type { Day } from '@/lib/domain/instant';
import { CLOCK_STEPS, LEAD_RULES, type LeadRule } from '@/lib/domain/regulation';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { ArcFeature } from '@/lib/view/nearest-on-arcs';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { SwitchRow } from '@/components/ui/switch-row';
import { draftFrom, readDraft, type RegulationDraft } from './regulation-draft';

interface RegulationFormProps {
  readonly page: ClusterPage;
  readonly today: Day;
  readonly arcs: readonly ArcFeature[];
  readonly latest: Regulation | undefined;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

const FIRST_WIDTH_METRES = 100;

/** The next version of a regulation, starting from the latest. */
export function RegulationForm({ page, today, arcs, latest, onSaved, onClose }: RegulationFormProps) {
  const { messages } = usePreferences();
  const { clusters: texts } = messages;
  const { regulation } = texts;
  const [draft, setDraft] = useState(() => draftFrom(latest, today, FIRST_WIDTH_METRES));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const action = useAction();
  const change = (part: Partial<RegulationDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const submit = async (): Promise<void> => {
    const result = readDraft(draft);
    setWrong(result.kind === 'wrong' ? result.fields : new Set());
    if (result.kind === 'wrong') return;
    const done = await action.run((requestId) => send('POST', `/api/clusters/${page.cluster.id}/regulations`, { ...result.body, requestId }));
    if (done) onSaved();
  };
  const fields = action.error?.fields ?? {};
  return (
    <FormDialog title={regulation.title} hint={regulation.hint} action={action} knownFields={['validFrom', 'borderWidthMetres']} wide onSubmit={() => void submit()} onClose={onClose} testId="regulation-form">
      <div className="grid gap-4 sm:grid-cols-3">
        <div className="text-xs text-ink-2">
          <span aria-hidden className="font-medium">{regulation.from}</span><DayInput label={regulation.from} value={draft.validFrom} onChange={(validFrom) => change({ validFrom })} testId="regulation-from" />
          {fields['validFrom'] === undefined ? null : <p role="alert" className="mt-1 text-alarm">{fields['validFrom']}</p>}
        </div>
        <Field label={regulation.width} error={wrong.has('width') ? regulation.bad : fields['borderWidthMetres']}>
          {(attributes) => <input {...attributes} inputMode="decimal" className="control tabular" value={draft.width} onChange={(event) => change({ width: event.target.value })} data-testid="regulation-width" />}
        </Field>
        <Field label={regulation.leadRule}>
          {(attributes) => (
            <select {...attributes} className="control" value={draft.leadRule} onChange={(event) => change({ leadRule: event.target.value as LeadRule })} data-testid="regulation-lead-rule">
              {LEAD_RULES.map((rule) => <option key={rule} value={rule}>{regulation.leadRules[rule]}</option>)}
            </select>
          )}
        </Field>
      </div>
      <ArcWidths page={page} arcs={arcs} draft={draft} wrong={wrong} onChange={(arcWidths) => change({ arcWidths })} />
      <MayLead page={page} draft={draft} isWrong={wrong.has('mayLead')} onChange={(mayLead) => change({ mayLead })} />
      <Deadlines draft={draft} wrong={wrong} onChange={(deadlines) => change({ deadlines })} />
      <Field label={regulation.note} error={fields['note']}>
        {(attributes) => <textarea {...attributes} rows={2} className="control h-auto py-2" value={draft.note} onChange={(event) => change({ note: event.target.value })} />}
      </Field>
    </FormDialog>
  );
}

interface ArcWidthsProps extends Pick<RegulationFormProps, 'page' | 'arcs'> {
  readonly draft: RegulationDraft;
  readonly wrong: ReadonlySet<string>;
  readonly onChange: (arcWidths: RegulationDraft['arcWidths']) => void;
}

function ArcWidths({ page, arcs, draft, wrong, onChange }: ArcWidthsProps) {
  const { messages, language } = usePreferences();
  const { regulation } = messages.clusters;
  const names = new Map(page.members.map(({ code, name }) => [code, formatWardInSentence(name, language)]));
  const pairs = arcs.flatMap(({ properties: { wardA, wardB } }) => (names.has(wardA) && names.has(wardB) ? [[wardA, wardB].sort().join('/')] : []));
  if (pairs.length === 0) return null;
  return (
    <fieldset>
      <legend className="text-xs font-medium text-ink-2">{regulation.arcWidths} <span className="font-normal text-ink-3">{regulation.arcWidthsHint}</span></legend>
      <div className="mt-1.5 grid gap-3 sm:grid-cols-2">
        {pairs.map((pair) => (
          <Field key={pair} label={pair.split('/').map((code) => names.get(code) ?? code).join(' – ')} error={wrong.has(pair) ? regulation.bad : undefined}>
            {(attributes) => <input {...attributes} inputMode="decimal" className="control tabular" placeholder={draft.width} value={draft.arcWidths[pair] ?? ''} onChange={(event) => onChange({ ...draft.arcWidths, [pair]: event.target.value })} />}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

interface MayLeadProps {
  readonly page: ClusterPage;
  readonly draft: RegulationDraft;
  readonly isWrong: boolean;
  readonly onChange: (mayLead: readonly string[] | null) => void;
}

function MayLead({ page, draft, isWrong, onChange }: MayLeadProps) {
  const { messages, language } = usePreferences();
  const { regulation } = messages.clusters;
  const codes = page.members.map(({ code }) => code);
  const { mayLead } = draft;
  const toggle = (code: string, on: boolean): void => onChange(codes.filter((one) => (one === code ? on : (mayLead ?? codes).includes(one))));
  return (
    <fieldset>
      <legend className="text-xs font-medium text-ink-2">{regulation.mayLead}</legend>
      <SwitchRow label={regulation.mayLeadAll} checked={mayLead === null} onChange={(all) => onChange(all ? null : codes)} />
      {mayLead === null ? null : <div className="grid gap-x-4 sm:grid-cols-2">{page.members.map(({ code, name }) => <SwitchRow key={code} label={formatWardInSentence(name, language)} checked={mayLead.includes(code)} onChange={(on) => toggle(code, on)} />)}</div>}
      {isWrong ? <p role="alert" className="text-xs text-alarm">{messages.patrols.planner.missingWard}</p> : null}
    </fieldset>
  );
}

interface DeadlinesProps {
  readonly draft: RegulationDraft;
  readonly wrong: ReadonlySet<string>;
  readonly onChange: (deadlines: RegulationDraft['deadlines']) => void;
}

function Deadlines({ draft, wrong, onChange }: DeadlinesProps) {
  const { messages } = usePreferences();
  const { regulation } = messages.clusters;
  return (
    <fieldset>
      <legend className="text-xs font-medium text-ink-2">{regulation.deadlines}</legend>
      <div className="mt-1.5 grid gap-3 sm:grid-cols-3">
        {CLOCK_STEPS.map((step) => (
          <Field key={step} label={`${regulation.steps[step]} (${regulation.minutes})`} error={wrong.has(step) ? regulation.badMinutes : undefined}>
            {(attributes) => <input {...attributes} inputMode="numeric" className="control tabular" placeholder={regulation.noDeadline} value={draft.deadlines[step]} onChange={(event) => onChange({ ...draft.deadlines, [step]: event.target.value })} />}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
