'use client';

import { Check, Copy, Download, FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { writeTabText, type TypedTable } from '@/lib/interop/typed-table';
import { Button } from './button';
import { usePreferences } from './preferences';
import { saveTableCsv, saveTableXlsx } from './save-table';
import { formatTableCell } from './table-cell';

interface TableActionsProps {
  readonly table: TypedTable;
  /** The rows in the order shown; as given without. */
  readonly places?: readonly number[];
  /** Name of the files, without an ending. */
  readonly fileName: string;
}

/** Copies a table as text and saves it as CSV or as a spreadsheet, all rows in the order shown. */
export function TableActions({ table, places, fileName }: TableActionsProps) {
  const { messages, language } = usePreferences();
  const { table: words } = messages;
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const ordered: TypedTable = places === undefined ? table : { ...table, rows: places.map((place) => table.rows[place] ?? []) };
  const fail = (): void => setState('failed');
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(writeTabText(ordered, (kind, cell) => formatTableCell(kind, cell, language)));
    setState('copied');
    setTimeout(() => setState('idle'), 2_000);
  };
  return (
    <>
      <span className="flex-1 px-2 text-alarm" role="status">{state === 'failed' ? words.failed : ''}</span>
      <Button size="small" kind="ghost" onClick={() => { copy().catch(fail); }} data-testid="table-copy">{state === 'copied' ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />} {state === 'copied' ? words.copied : words.copy}</Button>
      <Button size="small" kind="ghost" onClick={() => saveTableCsv(ordered, fileName)} data-testid="table-csv"><Download size={13} aria-hidden /> {words.csv}</Button>
      <Button size="small" kind="ghost" onClick={() => { saveTableXlsx(ordered, fileName).catch(fail); }} data-testid="table-xlsx"><FileSpreadsheet size={13} aria-hidden /> {words.xlsx}</Button>
    </>
  );
}
