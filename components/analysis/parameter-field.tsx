'use client';

import type { ReactNode } from 'react';
import type { ParameterField as FieldSpec } from '@/lib/analysis/method';
import { daySchema } from '@/lib/domain/instant';
import { formatInstant } from '@/lib/format/format-instant';
import type { MethodTexts, Phrases } from '@/lib/messages/analysis/method-texts';
import type { ArcFeature } from '@/lib/view/nearest-on-arcs';
import { useArcs } from '@/components/data/use-reference';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import type { Areas } from './area-of-scope';
import type { ParameterFault } from './parameter-draft';
import { useDonePatrols } from './use-analyses';
import { WardChooser } from './ward-chooser';
import type { AnalysisDraft } from '@/lib/view/analysis-view';

interface ParameterFieldProps {
  readonly field: FieldSpec;
  readonly text: string;
  /** What the data chose the last time; null when nothing is known. */
  readonly proposed: string | null;
  readonly fault: ParameterFault | undefined;
  readonly texts: MethodTexts;
  readonly phrases: Phrases;
  readonly areas: Areas;
  readonly editionId: string | null;
  readonly scopeCodes: readonly string[];
  readonly period: Pick<AnalysisDraft, 'from' | 'to'>;
  readonly onChange: (text: string) => void;
}

/** One parameter, asked for in the way its kind needs; empty is left to the data. */
export function ParameterField(props: ParameterFieldProps) {
  const { field, text, proposed, fault, texts, phrases, areas, onChange } = props;
  const { messages } = usePreferences();
  const { parameters: words } = messages.analysis;
  const { label = field.name, help = '', choices } = texts.parameters[field.name] ?? {};
  const auto = proposed === null ? words.auto : words.autoWas(proposed);
  const testId = `parameter-${field.name}`;
  const faultText = fault === undefined ? undefined
    : fault === 'whole' ? words.whole
      : 'least' in field ? words.range(phrases.number(field.least, 6), phrases.number(field.most, 6)) : messages.analysis.scope.choose;
  const select = (options: readonly (readonly [string, string])[]) => (
    <Field label={label} hint={help} error={faultText}>
      {(attributes) => (
        <select {...attributes} className="control" value={text} onChange={(event) => onChange(event.target.value)} data-testid={testId}>
          <option value="">{auto}</option>
          {options.map(([value, name]) => <option key={value} value={value}>{name}</option>)}
        </select>
      )}
    </Field>
  );
  switch (field.kind) {
    case 'number':
    case 'integer':
      return (
        <Field label={label} hint={help} error={faultText}>
          {(attributes) => <input {...attributes} inputMode="decimal" className="control tabular" placeholder={auto} value={text} onChange={(event) => onChange(event.target.value)} data-testid={testId} />}
        </Field>
      );
    case 'choice':
      return select(field.choices.map((choice) => [choice, choices?.[choice] ?? choice] as const));
    case 'boolean':
      return select([['true', words.yes], ['false', words.no]]);
    case 'zone':
      return select(areas.zones.map(({ id, name }) => [id, name] as const));
    case 'patrol':
      return <PatrolSelect {...props} select={select} />;
    case 'arc':
      return <ArcSelect {...props} select={select} />;
    case 'day': {
      const day = daySchema.safeParse(text);
      return (
        <div role="group" aria-label={label}>
          <p className="text-xs font-medium text-ink-2">{label}</p>
          <DayInput label={label} value={day.success ? day.data : null} onChange={onChange} testId={testId} />
          <p className="mt-1 text-xs text-ink-3">{help}{text === '' ? ` (${auto})` : null}</p>
        </div>
      );
    }
    case 'ward':
      return (
        <div role="group" aria-label={label}>
          <p className="mb-1 text-xs font-medium text-ink-2">{label}</p>
          <WardChooser single wards={areas.wards} chosen={text === '' ? [] : [text]} onChange={(codes) => onChange(codes[0] ?? '')} testId={testId} />
          <p className="mt-1 text-xs text-ink-3">{help}{text === '' ? ` (${auto})` : null}</p>
        </div>
      );
    default:
      return field satisfies never;
  }
}

interface Select { readonly select: (options: readonly (readonly [string, string])[]) => ReactNode }

/** Patrols that were done within the days of the scope. */
function PatrolSelect({ period, select }: ParameterFieldProps & Select) {
  const { messages } = usePreferences();
  const query = useDonePatrols(period.from <= period.to ? period : null);
  const done = query.state === 'ready' ? query.data.patrols.filter(({ status }) => status === 'done') : [];
  return (
    <>
      {select(done.map(({ id, name, from }) => [id, `${name} · ${formatInstant(from)}`] as const))}
      {query.state === 'ready' && done.length === 0 ? <p className="text-xs text-warn">{messages.analysis.parameters.noPatrols}</p> : null}
    </>
  );
}

const pairOf = ({ properties: { wardA, wardB } }: ArcFeature): string => (wardA < wardB ? `${wardA}/${wardB}` : `${wardB}/${wardA}`);

/** Borders between two wards of the scope. */
function ArcSelect({ editionId, scopeCodes, phrases, select }: ParameterFieldProps & Select) {
  const query = useArcs(editionId);
  const inScope = new Set(scopeCodes);
  const pairs = query.state === 'ready' ? query.data.features.filter(({ properties: { wardA, wardB } }) => inScope.has(wardA) && inScope.has(wardB)).map(pairOf) : [];
  const named = [...new Set(pairs)].map((pair) => [pair, phrases.pair(pair)] as const);
  return select(named.sort((a, b) => a[1].localeCompare(b[1], 'vi')));
}
