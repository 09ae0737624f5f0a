'use client';

import { useLayoutEffect, useRef } from 'react';
import type { PresentedTable } from '@/lib/messages/briefing/presented-slide';
import { fitColumns, fitItems, keepFitting } from './fit';
import { keepTogether } from './keep-together';
import styles from './slide.module.css';

interface SlideTableProps {
  readonly table: PresentedTable;
  readonly tellMore: (hidden: number) => string;
  /** Changes when the room or the type does, so that it is fitted anew. */
  readonly fitKey: string;
}

/** A table at the size of a projection: as many rows and columns as stand in its room, the rest counted. */
export function SlideTable({ table, tellMore, fitKey }: SlideTableProps) {
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
      fitItems(box, [...(drawn.tBodies[0]?.rows ?? [])], moreRef.current, (hidden) => tellRef.current(hidden));
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
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={row}>{table.columns.map(({ id, kind, alignsRight }, column) => (column === 0 ? <th key={id} scope="row" data-right={alignsRight} data-kind={kind}>{keepTogether(cells[column]?.text ?? '')}</th> : <td key={id} data-right={alignsRight} data-kind={kind}>{keepTogether(cells[column]?.text ?? '')}</td>))}</tr>
          ))}
        </tbody>
      </table>
      <p ref={moreRef} className={styles.more} hidden />
    </div>
  );
}
