'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { formatDayRange } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import type { Day } from '@/lib/domain/instant';
import type { AnalysisDraft } from '@/lib/view/analysis-view';
import { addDays } from '@/lib/view/day-arithmetic';
import type { Reference } from '@/components/data/api-types';
import { ChoiceList } from '@/components/console/choice-list';
import { CategorySign } from '@/components/ui/category-sign';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { Segmented } from '@/components/ui/segmented';
import { usePreferences } from '@/components/ui/preferences';
import { AreaField } from './area-field';
import type { Areas } from './area-of-scope';

interface ScopeFormProps {
  readonly draft: AnalysisDraft;
  /** The edition that holds: the chosen one, else the one in force on the last day. */
  readonly editionId: string | null;
  readonly reference: Reference;
  readonly areas: Areas;
  readonly today: Day;
  readonly onChange: (part: Partial<AnalysisDraft>) => void;
}

const PRESETS = ['28', '90', '365', '1095'] as const;

/** What is looked at: days, kinds, boundaries, area. */
export function ScopeForm({ draft, editionId, reference, areas, today, onChange }: ScopeFormProps) {
  const { messages, language } = usePreferences();
  const { scope } = messages.analysis;
  const { from, to, categories, area } = draft;
  const [kind, setKind] = useState(area?.kind ?? 'cluster');
  const shownKind = area?.kind ?? kind;
  const preset = to === today ? (PRESETS.find((days) => from === addDays(today, 1 - Number(days))) ?? null) : null;
  const editions = [...reference.editions].sort((a, b) => (a.effectiveFrom > b.effectiveFrom ? -1 : 1));
  const toggle = (code: string): void => onChange({ categories: categories.includes(code) ? categories.filter((one) => one !== code) : [...categories, code].sort() });
  return (
    <div className="space-y-4" data-testid="scope-form">
      <AreaField area={area} kind={shownKind} areas={areas} onKind={(next) => { setKind(next); onChange({ area: null }); }} onChange={(next) => onChange({ area: next })} />
      <fieldset className="min-w-0 space-y-2">
        <legend className="eyebrow mb-1">{scope.period}</legend>
        <Segmented label={scope.period} value={preset} options={PRESETS.map((value) => ({ value, label: scope.presets[value] }))} onChange={(days) => onChange({ from: addDays(today, 1 - Number(days)), to: today })} />
        <div className="grid grid-cols-2 gap-2 text-xs text-ink-2">
          <div><span aria-hidden>{scope.from}</span><DayInput label={scope.from} value={from} onChange={(day) => onChange({ from: day })} testId="scope-from" /></div>
          <div><span aria-hidden>{scope.to}</span><DayInput label={scope.to} value={to} onChange={(day) => onChange({ to: day })} testId="scope-to" /></div>
        </div>
        {from > to ? <p role="alert" className="text-xs text-alarm">{scope.order}</p> : null}
      </fieldset>
      <details className="group">
        <summary className="flex min-h-8 list-none items-center gap-2 text-sm" data-testid="scope-categories">
          <span className="eyebrow">{scope.categories}</span>
          <span className="ml-auto">{categories.length === 0 ? scope.allCategories : scope.someCategories(formatCount(categories.length, language))}</span>
          <ChevronDown size={14} aria-hidden className="transition-transform duration-150 group-open:rotate-180" />
        </summary>
        <ChoiceList
          label={scope.categories} chosen={categories} onToggle={toggle} testId="scope-category"
          choices={reference.categories.map(({ code, nameVi, nameEn, shape, colour }) => ({ value: code, label: language === 'vi' ? nameVi : nameEn, count: '', sign: <CategorySign shape={shape} colour={colour} /> }))}
        />
      </details>
      <Field label={scope.edition}>
        {(attributes) => (
          <select {...attributes} className="control" value={editionId ?? ''} onChange={(event) => onChange({ editionId: event.target.value, area: area?.kind === 'zone' ? area : null })} data-testid="scope-edition">
            {editions.map(({ id, effectiveFrom, effectiveTo }) => <option key={id} value={id}>{formatDayRange(effectiveFrom, effectiveTo)}</option>)}
          </select>
        )}
      </Field>
    </div>
  );
}
