'use client';

import { ArrowDown, ArrowUp, Check, Copy, Download } from 'lucide-react';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import type { ResultTable as TableSpec } from '@/lib/domain/analysis-result';
import { formatCount } from '@/lib/format/format-number';
import { formatCell, isNumeric } from '@/lib/messages/analysis/format-cell';
import type { MethodTexts, Phrases } from '@/lib/messages/analysis/method-texts';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { sortRows, type TableOrder } from './sort-rows';
import { writeTableText } from './write-table-text';

interface ResultTableProps {
  readonly table: TableSpec;
  readonly texts: MethodTexts;
  readonly phrases: Phrases;
  /** Address of the table as CSV. */
  readonly csvPath: string;
  readonly chosen: string | null;
  readonly onChoose: (findingId: string) => void;
}

const PAGE = 50;
/** An incident is named by its id in the data: people get a way to it instead. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A table of a result: sorted by any column, in pages, copied as text, saved as CSV; a row of a finding chooses it. */
export function ResultTable({ table, texts, phrases, csvPath, chosen, onChoose }: ResultTableProps) {
  const { messages, language } = usePreferences();
  const { table: words } = messages.analysis;
  const { title = table.id, columns: names = {} } = texts.tables[table.id] ?? {};
  const [order, setOrder] = useState<TableOrder | null>(null);
  const [page, setPage] = useState(0);
  const [copied, setCopied] = useState(false);
  const write = useMemo(() => table.columns.map(({ kind }) => (value: number | string | null) => formatCell(kind, value, phrases, texts.classes)), [table, texts, phrases]);
  const rows = useMemo(() => sortRows(table, order, write), [table, order, write]);
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const first = Math.min(page, last) * PAGE;
  const shown = rows.slice(first, first + PAGE);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(writeTableText(table.columns.map(({ id }) => names[id] ?? id), rows, write));
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  if (table.rows.length === 0) return <p className="p-4 text-sm text-ink-2">{words.empty}</p>;
  return (
    <div className="flex h-full min-h-0 flex-col" data-testid="result-table" data-table={table.id}>
      <div tabIndex={0} role="group" aria-label={title} className="scroll-quiet min-h-0 flex-1 overflow-auto">
        <table className="w-full text-sm">
          <caption className="sr-only">{title}</caption>
          <thead className="sticky top-0 z-10 bg-surface shadow-[inset_0_-1px_var(--line)]">
            <tr>
              {table.columns.map(({ id, kind }, column) => {
                const isSorted = order?.column === column;
                return (
                  <th key={id} scope="col" aria-sort={isSorted ? (order.descending ? 'descending' : 'ascending') : 'none'} className={`px-2 py-1.5 align-bottom text-xs font-medium text-ink-2 ${isNumeric(kind) ? 'text-right' : 'text-left'}`}>
                    <button type="button" title={words.sort(names[id] ?? id)} onClick={() => { setOrder({ column, descending: isSorted ? !order.descending : isNumeric(kind) }); setPage(0); }} className={`inline-flex items-center gap-1 hover:text-ink ${isNumeric(kind) ? 'text-right' : 'text-left'}`}>
                      {names[id] ?? id}{isSorted ? (order.descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />) : null}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {shown.map(({ row, place }) => (
              <tr key={place} className={row.findingId !== undefined && row.findingId === chosen ? 'bg-accent-soft' : 'hover:bg-sunken'}>
                {row.cells.map((value, column) => {
                  const spec = table.columns[column];
                  const text = write[column]?.(value) ?? '';
                  const { findingId } = row;
                  return (
                    <td key={spec?.id ?? column} className={`px-2 py-1 ${spec !== undefined && isNumeric(spec.kind) ? 'text-right whitespace-nowrap' : ''}`}>
                      {column === 0 && findingId !== undefined ? <button type="button" onClick={() => onChoose(findingId)} className="text-left font-medium text-accent underline">{text}</button>
                        : typeof value === 'string' && UUID.test(value) ? <Link href={`/incidents/${value}`} prefetch={false} className="font-medium whitespace-nowrap text-accent underline">{words.incident}</Link> : text}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="tabular flex flex-wrap items-center gap-2 border-t border-line px-2 py-1 text-xs text-ink-2">
        <span>{words.rows(formatCount(first + 1, language), formatCount(first + shown.length, language), formatCount(rows.length, language))}</span>
        {last === 0 ? null : <><Button size="small" kind="ghost" disabled={first === 0} onClick={() => setPage(Math.min(page, last) - 1)}>{words.previous}</Button><Button size="small" kind="ghost" disabled={first + PAGE >= rows.length} onClick={() => setPage(Math.min(page, last) + 1)}>{words.next}</Button></>}
        <span className="flex-1" />
        <Button size="small" kind="ghost" onClick={() => void copy()} data-testid="table-copy">{copied ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />} {copied ? words.copied : words.copy}</Button>
        <a href={csvPath} download className="inline-flex h-8 items-center gap-2 rounded-lg px-2.5 font-medium hover:bg-sunken" data-testid="table-csv"><Download size={13} aria-hidden /> {words.csv}</a>
      </div>
    </div>
  );
}
