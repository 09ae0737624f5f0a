'use client';

import { useMemo, type ReactNode } from 'react';
import type { PresentedFrame, PresentedSlide } from '@/lib/messages/briefing/presented-slide';
import { FitText } from './fit-text';
import { withoutIds } from './list-faces';
import { SlideFacts } from './slide-facts';
import { SlideTable } from './slide-table';
import styles from './slide.module.css';

interface CoverBodyProps {
  readonly frame: PresentedFrame;
  readonly slide: PresentedSlide;
  readonly fitKey: string;
  /** Shown where no table says what differs. */
  readonly map: ReactNode;
  readonly tellMore: (hidden: number) => string;
}

const TITLE_SIZES = [92, 84, 76, 68, 60, 52, 44, 40] as const;

/** The first slide: what it is, of where and when, and what differs from the briefing before. */
export function CoverBody({ frame, slide, fitKey, map, tellMore }: CoverBodyProps) {
  const table = useMemo(() => slide.tables.filter(({ rows }) => rows.length > 0).map(withoutIds)[0] ?? null, [slide]);
  return (
    <div className={styles.cover}>
      <div className={styles.coverTitle}>
        <FitText text={frame.title} sizes={TITLE_SIZES} className={styles.briefingTitle} fitKey={fitKey} />
        <p className={styles.coverLine}>{frame.area}</p>
        <p className={styles.coverLine}>{frame.period}</p>
        <p className={styles.coverLine}>{frame.asOf}</p>
      </div>
      <div className={styles.evidence}>
        <SlideFacts facts={slide.facts} most={table === null && map === null ? 6 : 3} />
        {table === null ? map : <SlideTable table={table} tellMore={tellMore} fitKey={fitKey} />}
      </div>
    </div>
  );
}
