'use client';

import { useLayoutEffect, useRef } from 'react';
import type { PresentedTable } from '@/lib/messages/briefing/presented-slide';
import { fitColumns, fitItems, keepFitting } from './fit';
import { cutText } from './cut-text';
import { keepTogether } from './keep-together';
import styles from './slide.module.css';

/** Letters of a text that stand in one line, beside a map and over the whole slide. */
const MOST_LETTERS = { beside: 48, whole: 96 } as const;

interface SlideTableProps {
  readonly table: PresentedTable;
  readonly tellMore: (hidden: number) => string;
  /** Whether it has the whole breadth of the slide. */
  readonly isWhole?: boolean;
  /** Changes when the room or the type does, so that it is fitted anew. */
  readonly fitKey: string;
}

/** A table at the size of a projection: as many rows and columns as stand in its room, the rest counted. */
export function SlideTable({ table, tellMore, isWhole = false, fitKey }: SlideTableProps) {
  const boxRef = useRef<HTMLDivElement>(null);
  const tableRef = useRef<HTMLTableElement>(null);
  const moreRef = useRef<HTMLParagraphElement>(null);
  const tellRef = useRef(tellMore);
  useLayoutEffect(() => { tellRef.current = tellMore; });
  useLayoutEffect(() => {
    const [box, drawn] = [boxRef.current, tableRef.current];
    if (box === null || drawn === null) return undefined;
    const fit = (): void => {
      fitColumns(box, drawn);
      fitItems(box, [...drawn.tBodies], moreRef.current, (hidden) => tellRef.current(hidden));
    };
    const stop = keepFitting(fit);
    const observer = new ResizeObserver(fit);
    observer.observe(box);
    return () => {
      stop();
      observer.disconnect();
    };
  }, [table, fitKey]);
  return (
    <div ref={boxRef} className={styles.tableBox} data-testid="slide-table">
      <p className={styles.chartTitle} aria-hidden>{table.title}</p>
      <table ref={tableRef} className={styles.table}>
        <caption className="sr-only">{table.title}</caption>
        <thead><tr>{table.columns.map(({ id, label, alignsRight }) => <th key={id} scope="col" data-right={alignsRight}>{label}</th>)}</tr></thead>
        {table.rows.map((cells, row) => (
          <tbody key={row}>
            <tr>{table.columns.map(({ id, kind, alignsRight }, column) => (column === 0 ? <th key={id} scope="row" data-right={alignsRight} data-kind={kind}>{keepTogether(cells[column]?.text ?? '')}</th> : <td key={id} data-right={alignsRight} data-kind={kind}>{keepTogether(cells[column]?.text ?? '')}</td>))}</tr>
            <TextRow text={table.texts?.[row] ?? null} columns={table.columns.length} letters={isWhole ? MOST_LETTERS.whole : MOST_LETTERS.beside} />
          </tbody>
        ))}
      </table>
      <p ref={moreRef} className={styles.more} hidden />
    </div>
  );
}

/** What was written about a row's incident, in a line of its own under it; a long one is cut, and stands whole in the reading view. */
function TextRow({ text, columns, letters }: { readonly text: string | null; readonly columns: number; readonly letters: number }) {
  if (text === null) return null;
  return <tr data-testid="slide-text"><td colSpan={columns} className={styles.rowText}>{cutText(text, letters)}</td></tr>;
}
