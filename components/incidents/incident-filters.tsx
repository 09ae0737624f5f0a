'use client';

import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Reference } from '@/components/data/api-types';
import { formatShortWardName } from '@/lib/format/format-ward-name';
import { Button } from '@/components/ui/button';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { NO_LIST_FILTER, formatListFilter, type ListFilter } from './list-filter';
import { PlaceChips } from './place-chips';

interface IncidentFiltersProps {
  readonly filter: ListFilter;
  readonly reference: Reference;
  /** Full ward names by `editionId/code`. */
  readonly wardNames: ReadonlyMap<string, string>;
  readonly onChange: (filter: ListFilter) => void;
}

type FlagName = 'open' | 'overdue' | 'zone';

/** Everything the list of incidents can be narrowed by. */
export function IncidentFilters({ filter, reference, wardNames, onChange }: IncidentFiltersProps) {
  const { messages, language } = usePreferences();
  const { filter: texts } = messages.work;
  const collator = new Intl.Collator('vi');
  const newest = [...reference.editions].sort((a, b) => (a.effectiveFrom > b.effectiveFrom ? -1 : 1))[0]?.id ?? '';
  const wards = [...wardNames].filter(([key]) => key.startsWith(`${newest}/`)).map(([key, name]) => [key, formatShortWardName(name)] as const).sort((a, b) => collator.compare(a[1], b[1]));
  const select = (name: 'category' | 'cluster' | 'lead' | 'assist', options: readonly (readonly [string, string])[]): ReactNode => (
    <Field label={texts[name]} error={undefined}>
      {(props) => (
        <select {...props} className="control text-sm" value={filter[name]} onChange={(event) => onChange({ ...filter, [name]: event.target.value })} data-testid={`filter-${name}`}>
          <option value="">{texts.any}</option>
          {options.map(([value, label]) => <option key={value} value={value}>{label}</option>)}
        </select>
      )}
    </Field>
  );
  return (
    <div role="group" aria-label={texts.title} className="space-y-3 rounded-xl border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-2">
        {(['open', 'overdue', 'zone'] as const).map((name: FlagName) => (
          <button
            key={name} type="button" aria-pressed={filter[name]} onClick={() => onChange({ ...filter, [name]: !filter[name] })} data-testid={`filter-${name}`}
            className={`h-8 rounded-full border px-3 text-xs font-medium max-md:h-11 ${filter[name] ? 'border-accent bg-accent-soft text-accent' : 'border-edge text-ink-2 hover:bg-sunken'}`}
          >
            {texts[name]}
          </button>
        ))}
        <PlaceChips zone={filter.inside} ward={filter.ward} wardNames={wardNames} onRemoveZone={() => onChange({ ...filter, inside: '' })} onRemoveWard={() => onChange({ ...filter, ward: '' })} />
        {formatListFilter(filter) === '' ? null : <Button kind="ghost" size="small" className="ml-auto" onClick={() => onChange(NO_LIST_FILTER)}><RotateCcw size={13} aria-hidden /> {texts.reset}</Button>}
      </div>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
        {select('category', reference.categories.map(({ code, nameVi, nameEn }) => [code, language === 'vi' ? nameVi : nameEn] as const))}
        {select('cluster', reference.clusters.map(({ id, name }) => [id, name] as const))}
        {select('lead', wards)}
        {select('assist', wards)}
        <div><p className="mb-1 text-xs font-medium text-ink-2">{texts.from}</p><DayInput label={texts.from} value={filter.from} onChange={(from) => onChange({ ...filter, from })} testId="filter-from" /></div>
        <div><p className="mb-1 text-xs font-medium text-ink-2">{texts.to}</p><DayInput label={texts.to} value={filter.to} onChange={(to) => onChange({ ...filter, to })} testId="filter-to" /></div>
      </div>
    </div>
  );
}
