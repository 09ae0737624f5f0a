'use client';

import { ChevronDown, RotateCcw } from 'lucide-react';
import type { UsedParameter } from '@/lib/domain/analysis-result';
import type { Phrases } from '@/lib/messages/analysis/method-texts';
import { DEFAULT_SEED, type AnalysisDraft } from '@/lib/view/analysis-view';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { listWardCodes, type Areas } from './area-of-scope';
import { findMethodTexts } from './method-texts';
import type { ParameterFault } from './parameter-draft';
import { ParameterField } from './parameter-field';
import type { MethodInfo } from './use-analyses';
import { writeParameter } from './write-parameter';

interface ParameterFormProps {
  readonly method: MethodInfo;
  readonly draft: AnalysisDraft;
  readonly faults: ReadonlyMap<string, ParameterFault>;
  /** The parameters of the run on the screen, if it is of this method. */
  readonly used: readonly UsedParameter[];
  readonly phrases: Phrases;
  readonly areas: Areas;
  readonly editionId: string | null;
  readonly onChange: (part: Partial<AnalysisDraft>) => void;
}

/** The parameters of a method, each with its sentence, and the seed of its chance. */
export function ParameterForm({ method, draft, faults, used, phrases, areas, editionId, onChange }: ParameterFormProps) {
  const { messages, language } = usePreferences();
  const { parameters: words } = messages.analysis;
  const texts = findMethodTexts(language, method.id);
  if (texts === null) return null;
  const scopeCodes = draft.area === null ? [] : listWardCodes(draft.area, areas, draft.to);
  const set = (name: string, text: string): void => {
    const rest = Object.entries(draft.parameters).filter(([key]) => key !== name);
    onChange({ parameters: Object.fromEntries(text === '' ? rest : [...rest, [name, text]]) });
  };
  const isAutomatic = Object.keys(draft.parameters).length === 0 && draft.seed === DEFAULT_SEED;
  return (
    <details className="group" open={faults.size > 0 || undefined} data-testid="parameters">
      <summary className="flex min-h-8 list-none items-center gap-2 text-sm">
        <span className="eyebrow">{words.show}</span>
        <span className="ml-auto text-xs text-ink-2">{isAutomatic ? words.auto : null}</span>
        <ChevronDown size={14} aria-hidden className="transition-transform duration-150 group-open:rotate-180" />
      </summary>
      <div className="space-y-3 pt-2">
        {method.fields.length === 0 ? <p className="text-xs text-ink-3">{words.none}</p> : null}
        {method.fields.map((field) => {
          const last = used.find(({ name }) => name === field.name);
          return (
            <ParameterField
              key={field.name} field={field} text={draft.parameters[field.name] ?? ''} proposed={last === undefined ? null : writeParameter(field, last.value, texts, phrases, words)}
              fault={faults.get(field.name)} texts={texts} phrases={phrases} areas={areas} editionId={editionId} scopeCodes={scopeCodes} period={draft} onChange={(text) => set(field.name, text)}
            />
          );
        })}
        <Field label={words.seed} hint={words.seedHint}>
          {(attributes) => <input {...attributes} inputMode="numeric" className="control tabular" value={draft.seed} onChange={(event) => onChange({ seed: event.target.value.replace(/\D/g, '').slice(0, 10) })} data-testid="parameter-seed" />}
        </Field>
        {isAutomatic ? null : <Button kind="ghost" size="small" onClick={() => onChange({ parameters: {}, seed: DEFAULT_SEED })}><RotateCcw size={13} aria-hidden /> {words.reset}</Button>}
      </div>
    </details>
  );
}
