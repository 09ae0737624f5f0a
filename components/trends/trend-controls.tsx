'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { STATUS_ORDER } from '@/lib/domain/point-columns';
import type { Day } from '@/lib/domain/instant';
import { CALENDARS } from '@/lib/trends/reporting-periods';
import { GROUPINGS } from '@/lib/trends/row-groups';
import { SCALES, SERIES_FORMS, type TrendsView } from '@/lib/trends/trends-view';
import type { MapView } from '@/lib/view/map-view';
import { resolvePeriod } from '@/lib/view/resolve-period';
import { AreaSearch } from '@/components/console/area-search';
import type { AreaOption } from '@/components/console/area-options';
import { ChoiceList } from '@/components/console/choice-list';
import { PeriodControl } from '@/components/console/period-control';
import type { Reference } from '@/components/data/api-types';
import { CategorySign } from '@/components/ui/category-sign';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import { SwitchRow } from '@/components/ui/switch-row';

interface TrendControlsProps {
  readonly view: TrendsView;
  readonly reference: Reference;
  readonly referenceDay: Day;
  readonly areas: readonly AreaOption[];
  readonly onChange: (patch: Partial<TrendsView>) => void;
}

const toggled = <T extends string>(list: readonly T[], value: T): T[] => (list.includes(value) ? list.filter((one) => one !== value) : [...list, value].sort());

/** How to look, and the filter that the map has too. */
export function TrendControls({ view, reference, referenceDay, areas, onChange }: TrendControlsProps) {
  const { messages, language } = usePreferences();
  const { trends: texts, filters } = messages;
  const { filter } = view;
  const router = useRouter();
  const narrow = (patch: Partial<MapView>): void => onChange({ filter: { ...filter, ...patch } });
  const select = (area: AreaOption | null): void => narrow({ ward: area?.kind === 'ward' ? area.value : null, cluster: area?.kind === 'cluster' ? area.value : null });
  const selected = areas.find(({ kind, value }) => (kind === 'ward' && value === filter.ward) || (kind === 'cluster' && value === filter.cluster)) ?? null;
  const inOrder = (list: readonly string[]) => STATUS_ORDER.filter((status) => list.includes(status));
  return (
    <div className="space-y-5" data-testid="trend-controls">
      <section className="space-y-3" aria-label={texts.how}>
        <Field label={texts.calendar}>
          {(attributes) => (
            <select {...attributes} className="control" value={view.calendar ?? ''} onChange={(event) => onChange({ calendar: CALENDARS.find((one) => one === event.target.value) ?? null })} data-testid="trend-calendar">
              <option value="">{texts.calendarAuto}</option>{CALENDARS.map((one) => <option key={one} value={one}>{texts.calendars[one]}</option>)}
            </select>
          )}
        </Field>
        <Field label={texts.grouping}>
          {(attributes) => (
            <select {...attributes} className="control" value={view.grouping} onChange={(event) => onChange({ grouping: GROUPINGS.find((one) => one === event.target.value) ?? 'none' })} data-testid="trend-grouping">
              {GROUPINGS.map((one) => <option key={one} value={one}>{texts.groupings[one]}</option>)}
            </select>
          )}
        </Field>
        <Field label={texts.reading}>
          {(attributes) => (
            <select {...attributes} className="control" value={view.reading ?? ''} onChange={(event) => onChange({ reading: event.target.value === '' ? null : event.target.value })} data-testid="trend-reading">
              <option value="">{texts.readingRecorded}</option>{reference.editions.map(({ id, title }) => <option key={id} value={id}>{texts.readingEdition(title)}</option>)}
            </select>
          )}
        </Field>
        <Choice label={texts.form}><Segmented label={texts.form} value={view.form} options={SERIES_FORMS.map((value) => ({ value, label: texts.forms[value] }))} onChange={(form) => onChange({ form })} /></Choice>
        <Choice label={texts.scale}><Segmented label={texts.scale} value={view.scale} options={SCALES.map((value) => ({ value, label: texts.scales[value] }))} onChange={(scale) => onChange({ scale })} /></Choice>
      </section>
      <section className="space-y-3 border-t border-line pt-4" aria-label={texts.filters}>
        <Choice label={filters.area}><AreaSearch options={areas} selected={selected} onSelect={select} onGoTo={([lon, lat]) => router.push(`/map?pin=${String(lon)},${String(lat)}`)} /></Choice>
        <Choice label={filters.period}><PeriodControl period={filter.period} range={resolvePeriod(filter.period, referenceDay)} onChange={(period) => narrow({ period })} /></Choice>
        <div>
          <SwitchRow label={filters.borderZoneOnly} checked={filter.borderZoneOnly} onChange={(borderZoneOnly) => narrow({ borderZoneOnly })} testId="border-zone-only" />
          <SwitchRow label={filters.openOnly} checked={filter.openOnly} onChange={(openOnly) => narrow({ openOnly })} testId="open-only" />
          <SwitchRow label={filters.overdueOnly} checked={filter.overdueOnly} onChange={(overdueOnly) => narrow({ overdueOnly })} testId="overdue-only" />
        </div>
        <Choice label={filters.categories}>
          <ChoiceList label={filters.categories} choices={reference.categories.map(({ code, nameVi, nameEn, shape, colour }) => ({ value: code, label: language === 'vi' ? nameVi : nameEn, count: '', sign: <CategorySign shape={shape} colour={colour} size={18} /> }))} chosen={filter.categories} onToggle={(code) => narrow({ categories: toggled(filter.categories, code) })} testId="category-filter" />
        </Choice>
        <Choice label={filters.status}>
          <ChoiceList label={filters.status} choices={STATUS_ORDER.map((value) => ({ value, label: messages.status[value], count: '' }))} chosen={filter.statuses} onToggle={(status) => narrow({ statuses: inOrder(toggled(filter.statuses, status)) })} testId="status-filter" />
        </Choice>
      </section>
    </div>
  );
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <div className="space-y-1"><span className="block text-xs font-medium text-ink-2" aria-hidden>{label}</span>{children}</div>;
}
