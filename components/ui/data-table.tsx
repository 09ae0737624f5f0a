'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { formatCount } from '@/lib/format/format-number';
import { isNumericKind, orderRows, type ColumnOrder, type TypedTable } from '@/lib/interop/typed-table';
import { Button } from './button';
import { usePreferences } from './preferences';
import { TableActions } from './table-actions';
import { formatTableCell } from './table-cell';

interface DataTableProps {
  readonly table: TypedTable;
  /** Name of the files, without an ending. */
  readonly fileName: string;
  /** What stands in a cell instead of its text, such as a link; `row` is the row's place in the table as given. */
  readonly show?: (row: number, column: number, text: string) => ReactNode;
  readonly order?: ColumnOrder;
  readonly className?: string;
  readonly testId?: string;
}

const PAGE = 100;

/** A table sorted by any column, in pages, copied as text, saved as CSV or as a spreadsheet. The first column heads its row. */
export function DataTable({ table, fileName, show, order: initialOrder, className = 'max-h-96', testId = 'data-table' }: DataTableProps) {
  const { messages, language } = usePreferences();
  const { table: words } = messages;
  const [order, setOrder] = useState<ColumnOrder | null>(initialOrder ?? null);
  const [page, setPage] = useState(0);
  const places = useMemo(() => orderRows(table, order), [table, order]);
  const last = Math.max(0, Math.ceil(places.length / PAGE) - 1);
  const first = Math.min(page, last) * PAGE;
  const shown = places.slice(first, first + PAGE);
  if (table.rows.length === 0) return <p className="py-3 text-sm text-ink-2" data-testid={testId}>{words.empty}</p>;
  return (
    <div className="min-w-0" data-testid={testId}>
      <div tabIndex={0} role="group" aria-label={table.title} className={`scroll-quiet overflow-auto ${className}`}>
        <table className="w-full text-sm">
          <caption className="sr-only">{[table.title, ...table.notes].join('. ')}</caption>
          <thead className="sticky top-0 z-10 bg-surface shadow-[inset_0_-1px_var(--line)]">
            <tr>
              {table.columns.map(({ id, title, kind }, column) => {
                const isSorted = order?.column === column;
                return (
                  <th key={id} scope="col" aria-sort={isSorted ? (order.descending ? 'descending' : 'ascending') : 'none'} className={`px-2 py-1.5 align-bottom text-xs font-medium text-ink-2 ${isNumericKind(kind) ? 'text-right' : 'text-left'}`}>
                    <button type="button" title={words.sort(title)} onClick={() => { setOrder({ column, descending: isSorted ? !order.descending : isNumericKind(kind) }); setPage(0); }} className={`inline-flex items-center gap-1 hover:text-ink ${isNumericKind(kind) ? 'text-right' : 'text-left'}`}>
                      {title}{isSorted ? (order.descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />) : null}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {shown.map((place) => (
              <tr key={place} className="hover:bg-sunken">
                {table.columns.map(({ id, kind }, column) => {
                  const text = formatTableCell(kind, table.rows[place]?.[column] ?? null, language);
                  const content = show === undefined ? text : show(place, column, text);
                  return column === 0
                    ? <th key={id} scope="row" className="px-2 py-1 text-left font-normal">{content}</th>
                    : <td key={id} className={`px-2 py-1 ${isNumericKind(kind) ? 'text-right whitespace-nowrap' : ''}`}>{content}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="tabular flex flex-wrap items-center gap-1 border-t border-line py-1 text-xs text-ink-2">
        <span className="px-2">{words.rows(formatCount(first + 1, language), formatCount(first + shown.length, language), formatCount(places.length, language))}</span>
        {last === 0 ? null : <><Button size="small" kind="ghost" disabled={first === 0} onClick={() => setPage(Math.min(page, last) - 1)}>{words.previous}</Button><Button size="small" kind="ghost" disabled={first + PAGE >= places.length} onClick={() => setPage(Math.min(page, last) + 1)}>{words.next}</Button></>}
        <TableActions table={table} places={places} fileName={fileName} />
      </div>
    </div>
  );
}
