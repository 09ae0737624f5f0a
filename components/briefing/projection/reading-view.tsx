'use client';

import Link from 'next/link';
import { Fragment, useMemo, type ReactNode } from 'react';
import type { MapTheme } from '@/lib/layers/map-colours';
import type { Language } from '@/lib/format/language';
import { buildPhrases } from '@/lib/messages/analysis/build-phrases';
import type { PresentedTable } from '@/lib/messages/briefing/presented-slide';
import { usePreferences } from '@/components/ui/preferences';
import { listFaceTables } from '../slide/list-faces';
import { SlideMap } from '../slide/slide-map';
import styles from './reading-view.module.css';
import { buildShownDeck } from './shown-deck';
import type { Presentation } from './use-presentation';

interface ReadingViewProps {
  readonly presentation: Presentation;
  readonly theme: MapTheme;
  readonly language: Language;
  readonly actions: ReactNode;
}

const NOBODY = { ward: () => undefined, category: () => undefined, cluster: () => undefined };

/** A briefing as a scroll: each slide's claim, how sure it is, its map and all its numbers, in the type of a page. Also what a printer gets. */
export function ReadingView({ presentation, theme, language, actions }: ReadingViewProps) {
  const { messages } = usePreferences();
  const { present: texts, slide: words, editor } = messages.briefings;
  const { frame, maps } = presentation;
  const deck = useMemo(() => buildShownDeck(presentation), [presentation]);
  const phrases = useMemo(() => buildPhrases(language, NOBODY), [language]);
  return (
    <main className="scroll-quiet h-dvh overflow-y-auto bg-canvas print:h-auto print:overflow-visible" data-testid="reading" data-ready="true">
      <header className="border-b border-line bg-surface px-4 py-3">
        <p className="flex flex-wrap items-center gap-2 text-xs font-semibold"><span className="rounded border-2 border-current px-2 py-0.5 uppercase" data-testid="slide-mark">{frame.classification}</span> {frame.number}</p>
        <h1 className="mt-1 text-lg font-semibold">{frame.title}</h1>
        <p className="tabular text-xs text-ink-2">{[frame.area, frame.period, frame.asOf].join(' · ')}</p>
        <div className="mt-2 flex flex-wrap gap-2 print:hidden">{actions}<Link href={`/briefings/${presentation.briefing.id}`} prefetch={false} className="inline-flex h-8 items-center text-xs font-medium text-accent underline">{texts.toEditor}</Link></div>
      </header>
      <div className="mx-auto max-w-3xl space-y-4 p-3">
        {deck.slides.map((slide, index) => (
          <section key={slide.id} aria-label={words.label(String(index + 1), String(deck.slides.length), slide.title)} className="rounded-xl border border-line bg-surface p-4 break-inside-avoid" data-testid="reading-slide" data-slide={slide.id}>
            <h2 className="eyebrow">{index + 1}. {slide.title}</h2>
            <p className="mt-1 text-base font-semibold">{slide.claim}</p>
            {slide.uncertainty.length === 0 ? null : <p className="mt-2 border-l-4 border-edge pl-3 text-sm text-ink-2"><b>{words.sureness}:</b> {slide.uncertainty.join(' ')}</p>}
            {slide.facts.length === 0 ? null : <dl className="mt-3 grid grid-cols-2 gap-2">{slide.facts.map(({ id, label, text }) => <div key={id} className="flex flex-col-reverse"><dt className="text-xs text-ink-2">{label}</dt><dd className="tabular text-lg font-semibold">{text}</dd></div>)}</dl>}
            {slide.hasMap ? <div className={`mt-3 ${styles.map ?? ''}`}><SlideMap svg={maps[theme][slide.id] ?? null} id={`read-${slide.id}`} label={words.mapOf(slide.title)} missing={words.noMap} /></div> : null}
            {listFaceTables(slide, (chart) => (value) => phrases.in(chart.y, value)).map((table) => <ReadTable key={table.id} table={table} />)}
            {slide.link === null ? null : <p className="mt-2 print:hidden"><Link href={slide.link} prefetch={false} className="text-xs font-medium text-accent underline">{editor.records}</Link></p>}
          </section>
        ))}
      </div>
    </main>
  );
}

function ReadTable({ table }: { readonly table: PresentedTable }) {
  return (
    <details className="mt-3" open={table.rows.length <= 12}>
      <summary className="min-h-8 text-xs font-semibold">{table.title}</summary>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={table.title}>
        <table className="w-full text-xs">
          <thead><tr>{table.columns.map(({ id, label, alignsRight }) => <th key={id} scope="col" className={`py-1 pr-3 font-medium text-ink-2 ${alignsRight ? 'text-right' : 'text-left'}`}>{label}</th>)}</tr></thead>
          <tbody>
            {table.rows.map((cells, row) => (
              <Fragment key={row}>
                <tr className="border-t border-line">{table.columns.map(({ id, alignsRight }, column) => <td key={id} className={`py-1 pr-3 align-top ${alignsRight ? 'text-right whitespace-nowrap' : ''}`}>{cells[column]?.text}</td>)}</tr>
                {typeof table.texts?.[row] !== 'string' ? null : <tr data-testid="reading-text"><td colSpan={table.columns.length} className="pb-1.5 pl-3 text-ink-2 italic wrap-anywhere">{table.texts[row]}</td></tr>}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
