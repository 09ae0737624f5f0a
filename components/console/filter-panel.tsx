'use client';

import { ChevronDown, CircleAlert, RotateCcw } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Day } from '@/lib/domain/instant';
import { STATUS_ORDER } from '@/lib/domain/point-columns';
import { formatCount } from '@/lib/format/format-number';
import { DEFAULT_VIEW, TOGGLE_LAYERS, type MapView } from '@/lib/view/map-view';
import { CategorySign } from '@/components/ui/category-sign';
import { usePreferences } from '@/components/ui/preferences';
import { SwitchRow } from '@/components/ui/switch-row';
import { AreaSearch } from './area-search';
import type { AreaOption } from './area-options';
import { ChoiceList } from './choice-list';
import { EditionControl } from './edition-control';
import { PeriodControl } from './period-control';
import type { ConsoleModel } from './use-console-model';
import type { UpdateView } from './use-map-view';

interface FilterPanelProps {
  readonly view: MapView;
  readonly model: ConsoleModel;
  readonly today: Day;
  readonly areaOptions: readonly AreaOption[];
  readonly selectedArea: AreaOption | null;
  readonly onArea: (option: AreaOption | null) => void;
  readonly onGoTo: (position: readonly [number, number]) => void;
  readonly onUpdate: UpdateView;
}

const toggled = <T extends string>(list: readonly T[], value: T): T[] => (list.includes(value) ? list.filter((one) => one !== value) : [...list, value].sort());

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="space-y-2">
      <h3 className="eyebrow">{title}</h3>
      {children}
    </section>
  );
}

const { period, ward, cluster, categories, statuses, borderZoneOnly, openOnly, overdueOnly } = DEFAULT_VIEW;
/** The change of view that takes every filter back. */
export const NO_FILTERS: Partial<MapView> = { period, ward, cluster, categories, statuses, borderZoneOnly, openOnly, overdueOnly, bin: null };

/** Whether anything is filtered beyond a bare link. */
export function hasFilters(view: MapView): boolean {
  const isDefaultPeriod = view.period.kind === 'preset' && DEFAULT_VIEW.period.kind === 'preset' && view.period.preset === DEFAULT_VIEW.period.preset;
  return !isDefaultPeriod || view.categories.length > 0 || view.statuses.length > 0 || view.ward !== null || view.cluster !== null || view.borderZoneOnly || view.openOnly || view.overdueOnly;
}

/** Every filter of the page, and the map's layers. */
export function FilterPanel({ view, model, today, areaOptions, selectedArea, onArea, onGoTo, onUpdate }: FilterPanelProps) {
  const { messages } = usePreferences();
  const { reference, edition } = model;
  return (
    <div className="space-y-5 px-4 py-3" data-testid="filters">
      <div className="flex h-8 items-center">
        <h2 className="text-base font-semibold">{messages.filters.title}</h2>
        {hasFilters(view) ? (
          <button type="button" data-testid="filters-reset" onClick={() => onUpdate(NO_FILTERS)}
            className="ml-auto inline-flex items-center gap-1.5 rounded-md px-2 py-1 text-xs font-medium text-accent hover:bg-accent-soft">
            <RotateCcw size={13} aria-hidden /> {messages.filters.reset}
          </button>
        ) : null}
      </div>
      <Section title={messages.filters.area}>
        <AreaSearch options={areaOptions} selected={selectedArea} onSelect={onArea} onGoTo={onGoTo} />
      </Section>
      <Section title={messages.filters.period}>
        <PeriodControl period={view.period} range={model.period} onChange={(next) => onUpdate({ period: next, bin: null })} />
      </Section>
      <div className="space-y-1">
        <BorderZoneSwitch view={view} model={model} onUpdate={onUpdate} />
        <StateSwitches view={view} model={model} onUpdate={onUpdate} />
      </div>
      <Section title={messages.filters.categories}>
        <CategoryChoices view={view} model={model} onUpdate={onUpdate} />
      </Section>
      <Section title={messages.filters.status}>
        <StatusChoices view={view} model={model} onUpdate={onUpdate} />
      </Section>
      <Section title={messages.filters.edition}>
        <EditionControl editions={reference?.editions ?? []} edition={edition} day={model.referenceDay} today={today} onChange={(at) => onUpdate({ at, ward: null, cluster: null })} />
      </Section>
      <LayerSwitches view={view} onUpdate={onUpdate} />
    </div>
  );
}

type PartProps = Pick<FilterPanelProps, 'view' | 'model' | 'onUpdate'>;

function BorderZoneSwitch({ view, model, onUpdate }: PartProps) {
  const { messages, language } = usePreferences();
  const count = model.summary?.byZone[1];
  return (
    <div className="rounded-lg bg-accent-soft px-3 py-1">
      <SwitchRow
        label={messages.filters.borderZoneOnly} checked={view.borderZoneOnly} testId="border-zone-only" onChange={(borderZoneOnly) => onUpdate({ borderZoneOnly })}
        aside={<span className="tabular text-xs font-semibold text-accent">{count === undefined ? '' : formatCount(count, language)}</span>}
      />
    </div>
  );
}

function StateSwitches({ view, model, onUpdate }: PartProps) {
  const { messages, language } = usePreferences();
  const count = (value: number | undefined): string => (value === undefined ? '' : formatCount(value, language));
  return (
    <div className="px-3">
      <SwitchRow
        label={messages.filters.openOnly} checked={view.openOnly} testId="open-only" onChange={(openOnly) => onUpdate({ openOnly })}
        aside={<span className="tabular text-xs text-ink-2">{count(model.summary?.openTotal)}</span>}
      />
      <SwitchRow
        label={messages.filters.overdueOnly} checked={view.overdueOnly} testId="overdue-only" onChange={(overdueOnly) => onUpdate({ overdueOnly })}
        aside={<span className="tabular flex items-center gap-1 text-xs font-semibold text-alarm"><CircleAlert size={13} aria-hidden />{count(model.summary?.overdueTotal)}</span>}
      />
    </div>
  );
}

function CategoryChoices({ view, model, onUpdate }: PartProps) {
  const { messages, language } = usePreferences();
  const indexOf = new Map((model.feed.points?.dictionaries.categories ?? []).map((code, index) => [code, index]));
  const countOf = (code: string): string => {
    const index = indexOf.get(code);
    return model.summary === null ? '' : formatCount(index === undefined ? 0 : (model.summary.byCategory[index] ?? 0), language);
  };
  const choices = (model.reference?.categories ?? []).map((category) => ({
    value: category.code, label: language === 'vi' ? category.nameVi : category.nameEn, count: countOf(category.code),
    sign: <CategorySign shape={category.shape} colour={category.colour} size={18} />,
  }));
  return <ChoiceList label={messages.filters.categories} choices={choices} chosen={view.categories} testId="category-filter" onToggle={(code) => onUpdate({ categories: toggled(view.categories, code) })} />;
}

function StatusChoices({ view, model, onUpdate }: PartProps) {
  const { messages, language } = usePreferences();
  const choices = STATUS_ORDER.map((status, index) => ({
    value: status, label: messages.status[status], count: model.summary === null ? '' : formatCount(model.summary.byStatus[index] ?? 0, language),
  }));
  const inOrder = (list: readonly string[]) => STATUS_ORDER.filter((status) => list.includes(status));
  return <ChoiceList label={messages.filters.status} choices={choices} chosen={view.statuses} testId="status-filter" onToggle={(status) => onUpdate({ statuses: inOrder(toggled(view.statuses, status)) })} />;
}

function LayerSwitches({ view, onUpdate }: Pick<FilterPanelProps, 'view' | 'onUpdate'>) {
  const { messages } = usePreferences();
  return (
    <Collapsible.Root defaultOpen={view.hiddenLayers.length > 0} className="border-t border-line pt-3">
      <Collapsible.Trigger className="group eyebrow flex w-full items-center rounded-md py-1">
        {messages.filters.layers}
        <ChevronDown size={14} aria-hidden className="ml-auto transition-transform duration-150 group-data-[state=open]:rotate-180" />
      </Collapsible.Trigger>
      <Collapsible.Content className="pt-1">
        {TOGGLE_LAYERS.map((layer) => (
          <SwitchRow
            key={layer} label={messages.layers[layer]} checked={!view.hiddenLayers.includes(layer)} testId={`layer-${layer}`}
            onChange={() => onUpdate({ hiddenLayers: TOGGLE_LAYERS.filter((one) => (one === layer ? !view.hiddenLayers.includes(one) : view.hiddenLayers.includes(one))) }, 'replace')}
          />
        ))}
      </Collapsible.Content>
    </Collapsible.Root>
  );
}
