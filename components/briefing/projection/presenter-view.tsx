'use client';

import { ChevronLeft, ChevronRight, RotateCcw, Square } from 'lucide-react';
import type { Language } from '@/lib/format/language';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { useNow } from '@/components/ui/use-now';
import { SlideStage } from '../slide/slide-stage';
import { SlideView } from '../slide/slide-view';
import { formatClock, formatElapsed } from './clock-text';
import type { Move, WindowState } from './projection-state';
import type { ShownDeck } from './shown-deck';

interface PresenterViewProps {
  readonly deck: ShownDeck;
  readonly state: WindowState;
  readonly language: Language;
  /** When the talk began, in ms of the browser's clock. */
  readonly startedAtMs: number;
  readonly onMove: (move: Move) => void;
  readonly onReset: () => void;
}

/** What only the presenter sees: the slide on the wall, the next one, notes, the clock and how long it has taken. */
export function PresenterView({ deck, state, language, startedAtMs, onMove, onReset }: PresenterViewProps) {
  const { messages } = usePreferences();
  const { presenter: texts, present, editor } = messages.briefings;
  const { slides } = deck;
  const slide = slides[state.index];
  const next = slides[state.index + 1];
  if (slide === undefined) return null;
  return (
    <div className="grid h-dvh grid-rows-[auto_minmax(0,1fr)_auto] gap-3 bg-canvas p-4 text-ink" data-testid="presenter" data-slide={slide.id}>
      <Clock startedAtMs={startedAtMs} onReset={onReset} place={`${String(state.index + 1)}/${String(slides.length)}`} />
      <div className="grid min-h-0 grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-4">
        <div className="flex min-h-0 flex-col gap-3">
          <section aria-label={texts.now} className="relative min-h-0 flex-1 overflow-hidden rounded-lg border border-edge">
            <SlideStage theme={state.theme} className="h-full"><SlideView {...deck.propsOf(slide, state.index, state.theme)} language={language} face={state.face} /></SlideStage>
            {state.isBlack ? <p className="absolute inset-0 flex items-center justify-center bg-black/80 text-lg text-white" role="status">{texts.black}</p> : null}
          </section>
          <div className="flex flex-wrap items-center gap-2">
            <Button size="large" onClick={() => onMove({ kind: 'previous' })} data-testid="presenter-previous"><ChevronLeft size={20} aria-hidden /> {present.previous}</Button>
            <Button size="large" kind="primary" onClick={() => onMove({ kind: 'next' })} data-testid="presenter-next">{present.next} <ChevronRight size={20} aria-hidden /></Button>
            <Button size="large" aria-pressed={state.isBlack} onClick={() => onMove({ kind: 'black' })}><Square size={16} aria-hidden className="fill-current" /> {present.blackOn}</Button>
          </div>
        </div>
        <div className="flex min-h-0 flex-col gap-3">
          <section aria-label={texts.next} className="flex h-2/5 min-h-0 flex-col">
            <h2 className="eyebrow mb-1">{next === undefined ? texts.end : `${texts.next}: ${next.title}`}</h2>
            {next === undefined ? null : <div className="min-h-0 flex-1 overflow-hidden rounded-lg border border-line"><SlideStage theme={state.theme} className="h-full"><SlideView key={next.id} {...deck.propsOf(next, state.index + 1, state.theme)} language={language} /></SlideStage></div>}
          </section>
          <section aria-label={texts.notes} className="scroll-quiet min-h-0 flex-1 overflow-y-auto rounded-lg border border-line bg-surface p-4" tabIndex={0}>
            <h2 className="eyebrow mb-1">{texts.notes}</h2>
            <p className="text-lg whitespace-pre-wrap" data-testid="presenter-notes">{slide.note ?? texts.noNotes}</p>
            {slide.claim === slide.claimOfData ? null : <p className="mt-3 text-sm text-ink-2"><b>{editor.claimOfData}:</b> {slide.claimOfData}</p>}
            {slide.uncertainty.length === 0 ? null : <div className="mt-3 text-sm text-ink-2"><b>{editor.sureness}</b><ul className="list-disc pl-5">{slide.uncertainty.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul></div>}
          </section>
        </div>
      </div>
      <nav aria-label={texts.jump}>
        <ol className="flex flex-wrap gap-1">
          {slides.map(({ id, title }, index) => (
            <li key={id}><button type="button" title={title} aria-current={index === state.index ? 'true' : undefined} onClick={() => onMove({ kind: 'go', index })} className={`max-w-44 truncate rounded-md px-2 py-1.5 text-xs ${index === state.index ? 'bg-accent text-on-accent' : 'bg-surface text-ink-2 hover:bg-sunken'}`}>{index + 1} · {title}</button></li>
          ))}
        </ol>
      </nav>
    </div>
  );
}

function Clock({ startedAtMs, onReset, place }: { readonly startedAtMs: number; readonly onReset: () => void; readonly place: string }) {
  const { messages } = usePreferences();
  const { presenter: texts } = messages.briefings;
  const nowMs = useNow(500);
  return (
    <header className="tabular flex items-center gap-6">
      <p className="text-lg"><span className="eyebrow mr-2">{texts.clock}</span><b data-testid="presenter-clock">{formatClock(nowMs)}</b></p>
      <p className="text-lg"><span className="eyebrow mr-2">{texts.elapsed}</span><b data-testid="presenter-elapsed">{formatElapsed(nowMs - startedAtMs)}</b></p>
      <Button size="small" onClick={onReset}><RotateCcw size={14} aria-hidden /> {texts.reset}</Button>
      <p className="ml-auto text-lg font-semibold" data-testid="presenter-place">{place}</p>
    </header>
  );
}
