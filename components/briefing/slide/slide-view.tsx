'use client';

import { useMemo } from 'react';
import type { ExportTheme } from '@/lib/domain/export-file';
import type { Language } from '@/lib/format/language';
import { formatCount } from '@/lib/format/format-number';
import { buildPhrases } from '@/lib/messages/analysis/build-phrases';
import { getMessages } from '@/lib/messages/get-messages';
import type { PresentedChart, PresentedFrame, PresentedSlide } from '@/lib/messages/briefing/presented-slide';
import { listFaceTables, type WriteNumber } from './list-faces';
import { CoverBody } from './cover-body';
import { FitText } from './fit-text';
import { SlideBody } from './slide-body';
import { SlideMap } from './slide-map';
import { SlideSureness } from './slide-sureness';
import { SlideTable } from './slide-table';
import styles from './slide.module.css';

export interface SlideViewProps {
  readonly frame: PresentedFrame;
  readonly slide: PresentedSlide;
  /** The map's drawing; null without one. */
  readonly svg: string | null;
  readonly theme: ExportTheme;
  readonly language: Language;
  /** 1-based place among the shown slides. */
  readonly place: number;
  readonly count: number;
  /** 0 = picture, then tables. */
  readonly face?: number;
  /** Whether it must not be shown to everyone: the mark in the colour of alarms. */
  readonly isSecret: boolean;
}

const CLAIM_SIZES = [60, 54, 48, 44, 40, 36] as const;
const NOBODY = { ward: () => undefined, category: () => undefined, cluster: () => undefined };

/** One slide of 1920 × 1080 pixels: its mark, one claim, the evidence, how sure it is, and where it comes from. */
export function SlideView({ frame, slide, svg, theme, language, place, count, face = 0, isSecret }: SlideViewProps) {
  const { slide: words } = getMessages(language).briefings;
  const writeOf = useMemo(() => {
    const phrases = buildPhrases(language, NOBODY);
    return (chart: PresentedChart): WriteNumber => (value) => phrases.in(chart.y, value);
  }, [language]);
  const tables = useMemo(() => listFaceTables(slide, writeOf), [slide, writeOf]);
  const table = face === 0 ? null : (tables[face - 1] ?? null);
  const rows = (hidden: number): string => words.moreRows(formatCount(hidden, language));
  const fitKey = `${slide.id} ${String(face)}`;
  return (
    <section className={styles.slide} role="region" aria-roledescription={words.role} aria-label={words.label(String(place), String(count), slide.title)} data-testid="slide" data-slide={slide.id} data-kind={slide.kind} data-face={face}>
      <header className={styles.head}>
        <span className={styles.mark} data-secret={isSecret} data-testid="slide-mark">{frame.classification}</span>
        <h2 className={styles.title}>{slide.title}</h2>
        {frame.masked === null ? null : <span className={styles.masked}>{frame.masked}</span>}
        <span className={styles.area}>{frame.area}</span>
      </header>
      <FitText text={slide.claim} sizes={CLAIM_SIZES} className={slide.kind === 'cover' ? `${styles.claim ?? ''} ${styles.coverClaim ?? ''}` : styles.claim} fitKey={fitKey} testId="slide-claim" />
      <div className={styles.body}>
        {table !== null ? <SlideTable key={table.id} table={table} tellMore={rows} isWhole fitKey={fitKey} />
          : slide.kind === 'cover' ? <CoverBody frame={frame} slide={slide} fitKey={fitKey} tellMore={rows} map={slide.hasMap && svg !== null && svg !== '' ? <SlideMap svg={svg} id={`${slide.id}-${theme}`} label={words.mapOf(slide.title)} missing={words.noMap} /> : null} />
            : <SlideBody slide={slide} svg={svg} theme={theme} writeOf={writeOf} tellMore={rows} missing={words.noMap} mapLabel={words.mapOf(slide.title)} fitKey={fitKey} />}
      </div>
      <SlideSureness title={words.sureness} sentences={slide.uncertainty} tellMore={(hidden) => words.moreSentences(formatCount(hidden, language))} isFull={table !== null} fitKey={fitKey} />
      <footer className={styles.foot}>
        <b>{frame.number}</b><span>{frame.asOf}</span><span className={styles.footPeriod}>{frame.period}</span><b className={styles.page}>{place}/{count}</b>
      </footer>
    </section>
  );
}
