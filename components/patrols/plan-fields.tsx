'use client';

import { useMemo } from 'react';
import type { Day } from '@/lib/domain/instant';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { WardCollection } from '@/lib/layers/label-layers';
import { listClustersAt } from '@/lib/view/in-force';
import type { Reference } from '@/components/data/api-types';
import type { useDrawTool } from '@/components/map/use-draw-tool';
import { Field } from '@/components/ui/field';
import { MomentInput } from '@/components/ui/moment-input';
import { usePreferences } from '@/components/ui/preferences';
import { SwitchRow } from '@/components/ui/switch-row';
import type { PlanDraft, PlanFault } from './plan-draft';
import type { CoveragePreview } from './preview-coverage';
import { RouteNumbers } from './route-numbers';

interface PlanFieldsProps {
  readonly draft: PlanDraft;
  readonly faults: ReadonlySet<PlanFault>;
  readonly fields: Readonly<Record<string, string>>;
  readonly reference: Reference;
  readonly editionId: string;
  readonly day: Day;
  readonly preview: CoveragePreview | null;
  readonly wards: WardCollection | null;
  readonly drawing: ReturnType<typeof useDrawTool>;
  readonly onChange: (part: Partial<PlanDraft>) => void;
}

/** Name, cluster, window, reach and wards of a plan. */
export function PlanFields(props: PlanFieldsProps) {
  const { draft, faults, fields, reference, editionId, day, drawing, onChange } = props;
  const { messages } = usePreferences();
  const { planner } = messages.patrols;
  const say = (fault: PlanFault): string | undefined => (faults.has(fault) ? planner[fault] : undefined);
  const clusters = useMemo(() => listClustersAt(reference.clusters, editionId, day, reference.defaultWidthMetres), [reference, editionId, day]);
  return (
    <>
      <Field label={planner.name} error={say('missingName') ?? fields['name']}>
        {(attributes) => <input {...attributes} className="control" maxLength={200} placeholder={planner.namePlaceholder} value={draft.name} onChange={(event) => onChange({ name: event.target.value })} data-testid="plan-name" />}
      </Field>
      <fieldset>
        <legend className="eyebrow mb-1">{planner.window}</legend>
        <div className="grid gap-3 sm:grid-cols-2">
          <MomentInput label={planner.from} value={draft.from} error={say('missingTime') ?? fields['from']} onChange={(from) => onChange({ from })} testId="plan-from" />
          <MomentInput label={planner.to} value={draft.to} error={say('order') ?? say('long') ?? fields['to']} onChange={(to) => onChange({ to })} testId="plan-to" />
        </div>
      </fieldset>
      <div className="grid gap-3 sm:grid-cols-[1fr_140px]">
        <Field label={planner.cluster} error={fields['clusterId']}>
          {(attributes) => (
            <select {...attributes} className="control" value={draft.clusterId ?? ''} onChange={(event) => onChange({ clusterId: event.target.value === '' ? null : event.target.value })} data-testid="plan-cluster">
              <option value="">{planner.noCluster}</option>
              {clusters.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </select>
          )}
        </Field>
        <Field label={planner.reach} error={say('badReach') ?? fields['reachMetres']}>
          {(attributes) => <input {...attributes} inputMode="numeric" className="control tabular" value={draft.reach} onChange={(event) => onChange({ reach: event.target.value })} data-testid="plan-reach" />}
        </Field>
      </div>
      <p className="-mt-2 text-xs text-ink-3">{planner.reachHint}</p>
      <WardChoice {...props} memberCodes={clusters.find(({ id }) => id === draft.clusterId)?.memberCodes ?? null} error={say('missingWard') ?? fields['wards']} />
      <RouteNumbers drawing={drawing} />
      <Field label={planner.note} error={fields['note']}>
        {(attributes) => <textarea {...attributes} rows={2} maxLength={2000} className="control h-auto py-2" value={draft.note} onChange={(event) => onChange({ note: event.target.value })} />}
      </Field>
    </>
  );
}

interface WardChoiceProps extends PlanFieldsProps {
  /** Members of the chosen cluster; null without one. */
  readonly memberCodes: readonly string[] | null;
  readonly error: string | undefined;
}

/** The wards on both sides of the borders that the route comes near, and those of the cluster; each can take part. */
function WardChoice({ draft, preview, wards, memberCodes, error, onChange }: WardChoiceProps) {
  const { messages, language } = usePreferences();
  const { planner } = messages.patrols;
  const near = preview?.wardCodes ?? [];
  const offered = memberCodes === null ? [...new Set([...draft.wards, ...near])] : [...new Set([...memberCodes])];
  const missing = near.filter((code) => offered.includes(code) && !draft.wards.includes(code));
  const names = useMemo(() => new Map(wards?.features.map(({ properties }) => [properties.code, properties.name])), [wards]);
  const nameOf = (code: string): string => formatWardInSentence(names.get(code) ?? '…', language);
  const toggle = (code: string, on: boolean): void => onChange({ wards: on ? [...draft.wards, code] : draft.wards.filter((one) => one !== code) });
  return (
    <fieldset data-testid="plan-wards">
      <legend className="eyebrow">{planner.wards}</legend>
      <p className="text-xs text-ink-2">
        {near.length === 0 ? planner.wardsNone : `${planner.suggested} ${near.map(nameOf).join(', ')}.`}{' '}
        {missing.length === 0 ? null : <button type="button" className="font-medium text-accent underline" onClick={() => onChange({ wards: [...draft.wards, ...missing] })} data-testid="take-suggested">{planner.takeAll}</button>}
      </p>
      <div className="mt-1 grid gap-x-4 sm:grid-cols-2">
        {offered.map((code) => <SwitchRow key={code} label={nameOf(code)} checked={draft.wards.includes(code)} onChange={(on) => toggle(code, on)} testId={`plan-ward-${code}`} />)}
      </div>
      {error === undefined ? null : <p role="alert" className="text-xs text-alarm">{error}</p>}
    </fieldset>
  );
}
