'use client';

import { CheckCheck } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ExportTheme } from '@/lib/domain/export-file';
import type { Language } from '@/lib/format/language';
import { toggleFullScreen } from '@/components/ui/full-screen';
import { usePreferences } from '@/components/ui/preferences';
import { useIdlePointer } from '@/components/wall/use-idle-pointer';
import { countFaces } from '../slide/list-faces';
import { SlideStage } from '../slide/slide-stage';
import { SlideView } from '../slide/slide-view';
import { KeyHelp } from './key-help';
import { PresenterView } from './presenter-view';
import { ProjectionControls } from './projection-controls';
import { isAtRest } from './projection-state';
import type { Command } from './read-key';
import { buildShownDeck } from './shown-deck';
import { useKeys } from './use-keys';
import type { Presentation } from './use-presentation';
import { usePresenterWindow } from './use-presenter-window';
import { useProjection } from './use-projection';
import { useSwipe } from './use-swipe';
import { useWakeLock } from './use-wake-lock';

interface ProjectionScreenProps {
  readonly presentation: Presentation;
  readonly search: string;
  readonly theme: ExportTheme;
  readonly language: Language;
}

/** How long the sign that everything is loaded stays, in milliseconds. */
const READY_MS = 4_000;

/** A briefing on the wall. Everything it shows was loaded before: it needs no server from here on. */
export function ProjectionScreen({ presentation, search, theme, language }: ProjectionScreenProps) {
  const { messages } = usePreferences();
  const { present: texts, presenter: presenterTexts } = messages.briefings;
  const { briefing } = presentation;
  const deck = useMemo(() => buildShownDeck(presentation), [presentation]);
  const faces = useMemo(() => deck.slides.map(countFaces), [deck]);
  const { state, move } = useProjection({ briefingId: briefing.id, search, theme, faces });
  const { presenter, open } = usePresenterWindow(briefing.id, presenterTexts.title(briefing.number));
  const [startedAtMs, setStartedAtMs] = useState(() => Date.now());
  const [isBlocked, setBlocked] = useState(false);
  const [isFresh, setFresh] = useState(true);
  const isIdle = useIdlePointer();
  useWakeLock();
  useEffect(() => {
    const timer = setTimeout(() => setFresh(false), READY_MS);
    return () => clearTimeout(timer);
  }, []);
  const leave = (): void => {
    if (document.fullscreenElement === null) window.location.assign(`/briefings/${briefing.id}`);
    else void document.exitFullscreen();
  };
  const run = (command: Command): void => {
    if (command.kind === 'full_screen') toggleFullScreen();
    else if (command.kind === 'presenter') setBlocked(!open());
    else if (command.kind === 'escape' && isAtRest(state)) leave();
    else move(command);
  };
  useKeys(typeof window === 'undefined' ? null : window, run);
  useKeys(presenter?.window ?? null, (command) => { if (command.kind !== 'escape' || !isAtRest(state)) run(command); });
  const swipe = useSwipe((kind) => move({ kind }));
  const slide = deck.slides[state.index];
  if (slide === undefined) return <p className="p-8 text-lg" role="status">{texts.none}</p>;
  const announcement = texts.announce(String(state.index + 1), String(deck.slides.length), slide.title, slide.claim);
  return (
    <div className={`relative h-dvh touch-pan-y overflow-hidden ${isIdle ? 'cursor-none' : ''}`} {...swipe} data-testid="projection" data-ready="true" data-slide={slide.id} data-index={state.index} data-black={state.isBlack} data-theme-shown={state.theme} data-looping={state.isLooping}>
      <SlideStage theme={state.theme} className="h-full w-full"><SlideView key={slide.id} {...deck.propsOf(slide, state.index, state.theme)} language={language} face={state.face} /></SlideStage>
      {state.isBlack ? <div className="absolute inset-0 z-10 bg-black" role="status" aria-label={texts.black} data-testid="black" /> : null}
      {state.isLooping && !state.isBlack ? <span aria-hidden key={state.turn} className="wall-progress absolute bottom-0 left-0 z-10 h-1.5 bg-accent motion-reduce:hidden" style={{ animationDuration: `${String(state.everySeconds)}s` }} /> : null}
      {state.typed === '' ? null : <p className="float-card absolute top-6 right-6 z-20 px-5 py-3 text-xl font-semibold" role="status" data-testid="typed">{texts.typed(state.typed)}</p>}
      {isFresh && !state.isBlack ? <p className="float-card absolute top-4 left-1/2 z-20 flex -translate-x-1/2 items-center gap-2 px-4 py-2 text-sm font-medium" role="status" data-testid="present-ready"><CheckCheck size={18} aria-hidden className="text-accent" /> {texts.ready}</p> : null}
      {isBlocked ? <p className="float-card absolute top-4 left-1/2 z-20 -translate-x-1/2 px-4 py-2 text-sm text-warn" role="alert">{texts.blocked}</p> : null}
      <p className="sr-only" aria-live="polite" data-testid="announcement">{announcement}</p>
      <ProjectionControls state={state} count={deck.slides.length} isHidden={isIdle && !state.isHelpOpen} onCommand={run} onLeave={leave} />
      {state.isHelpOpen ? <KeyHelp onClose={() => move({ kind: 'help' })} /> : null}
      {presenter === null ? null : createPortal(<PresenterView deck={deck} state={state} language={language} startedAtMs={startedAtMs} onMove={move} onReset={() => setStartedAtMs(Date.now())} />, presenter.root)}
    </div>
  );
}
