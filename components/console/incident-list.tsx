'use client';

import { CircleAlert, MapPinOff } from 'lucide-react';
import { useMemo } from 'react';
import { POINT_FLAGS, STATUS_ORDER, readUuid, type PointColumns } from '@/lib/domain/point-columns';
import { formatInstant } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { isOverdueAt } from '@/lib/view/overdue';
import { CategorySign } from '@/components/ui/category-sign';
import { usePreferences } from '@/components/ui/preferences';
import { StateNote } from '@/components/ui/state-note';
import { nameWard } from './area-options';
import type { ConsoleModel } from './use-console-model';

interface IncidentListProps {
  readonly model: ConsoleModel;
  readonly wardNames: ReadonlyMap<string, string>;
  readonly rowsInView: readonly number[];
  readonly onIncident: (row: number) => void;
}

const MAX_LISTED = 100;
const RESOLVED = STATUS_ORDER.indexOf('resolved');

const newestFirst = (points: PointColumns, rows: readonly number[]): number[] =>
  [...rows].sort((a, b) => (points.occurredAt[b] ?? 0) - (points.occurredAt[a] ?? 0)).slice(0, MAX_LISTED);

/** The text way to the map: incidents in view, newest first, at most 100. */
export function IncidentList({ model, wardNames, rowsInView, onIncident }: IncidentListProps) {
  const { messages, language } = usePreferences();
  const { points, newIds } = model.feed;
  const rows = useMemo(() => (points === null ? [] : newestFirst(points, rowsInView)), [points, rowsInView]);
  const categories = useMemo(() => new Map((model.reference?.categories ?? []).map((category) => [category.code, category])), [model.reference]);
  if (points === null) return null;
  if (rows.length === 0) return <StateNote icon={<MapPinOff size={28} />} title={messages.results.empty} hint={messages.results.emptyView} testId="list-empty" />;
  return (
    <>
      <p className="px-4 pt-2 pb-1 text-xs text-ink-3">
        {rows.length < rowsInView.length
          ? messages.results.inViewCapped(formatCount(rows.length, language), formatCount(rowsInView.length, language))
          : messages.results.inViewCount(formatCount(rows.length, language))}
      </p>
      <ul data-testid="incident-list">
        {rows.map((row) => {
          const id = readUuid(points.ids, row);
          const category = categories.get(points.dictionaries.categories[points.categories[row] ?? 0] ?? '');
          const inZone = ((points.flags[row] ?? 0) & POINT_FLAGS.borderZone) !== 0;
          const ward = points.dictionaries.wards[points.wards[row] ?? -1];
          return (
            <li key={id} className="border-b border-line">
              <button type="button" onClick={() => onIncident(row)} data-id={id} className="flex w-full items-center gap-3 px-4 py-2 text-left hover:bg-sunken">
                {category === undefined ? null : (
                  <CategorySign shape={category.shape} colour={category.colour} size={24} ring={inZone ? 'var(--accent)' : null} hollow={(points.statuses[row] ?? 0) >= RESOLVED} />
                )}
                <span className="min-w-0 flex-1">
                  <span className="flex items-baseline gap-2">
                    <span className="truncate text-sm font-medium">{category === undefined ? '' : language === 'vi' ? category.nameVi : category.nameEn}</span>
                    {newIds.includes(id) ? <span className="rounded bg-accent px-1 text-xs font-medium text-on-accent">{messages.incident.fresh}</span> : null}
                  </span>
                  <span className="block truncate text-xs text-ink-2">{ward === undefined ? '—' : nameWard(wardNames, ward)}</span>
                </span>
                <span className="tabular flex flex-col items-end text-right text-xs text-ink-2">
                  {formatInstant((points.occurredAt[row] ?? 0) * 1000)}
                  {isOverdueAt(points, row, model.nowSeconds) ? <span className="inline-flex items-center gap-1 font-semibold text-alarm"><CircleAlert size={13} aria-hidden /> {messages.coordination.due.overdue}</span> : null}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
