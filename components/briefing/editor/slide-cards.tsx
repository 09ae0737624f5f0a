'use client';

import { ChartColumn, GripVertical, Map as MapIcon, NotebookPen, PenLine, Table2 } from 'lucide-react';
import { Switch } from 'radix-ui';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { usePreferences } from '@/components/ui/preferences';
import { placeOfPointer } from '../deck-order';
import type { EditorSlide } from './use-editor-slides';

interface SlideCardsProps {
  readonly slides: readonly EditorSlide[];
  readonly chosen: string | null;
  readonly mayEdit: boolean;
  readonly onChoose: (id: string) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onShow: (id: string, isShown: boolean) => void;
}

interface Drag {
  readonly from: number;
  readonly to: number;
}

/** The deck as cards in its order: dragged by their handles, or moved with the arrow keys there; switched on and off. */
export function SlideCards({ slides, chosen, mayEdit, onChoose, onMove, onShow }: SlideCardsProps) {
  const { messages } = usePreferences();
  const { editor: texts } = messages.briefings;
  const listRef = useRef<HTMLOListElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [said, setSaid] = useState('');
  const move = (from: number, to: number): void => {
    const slide = slides[from];
    if (slide === undefined || from === to || to < 0 || to >= slides.length) return;
    onMove(from, to);
    setSaid(texts.moved(slide.title, String(to + 1), String(slides.length)));
  };
  const middles = (): number[] => [...(listRef.current?.children ?? [])].map((card) => {
    const { top, height } = card.getBoundingClientRect();
    return top + height / 2;
  });
  const handle = (place: number) => ({
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: place, to: place });
    },
    onPointerMove: ({ clientY }: PointerEvent) => { if (drag?.from === place) setDrag({ from: place, to: placeOfPointer(middles(), place, clientY) }); },
    onPointerUp: () => {
      if (drag !== null) move(drag.from, drag.to);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
    onKeyDown: (event: KeyboardEvent) => {
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      if (event.key === 'Escape') setDrag(null);
      if (by === 0) return;
      event.preventDefault();
      move(place, place + by);
    },
  });
  return (
    <section aria-label={texts.slides}>
      <div className="flex items-baseline gap-2 px-4 pt-3 pb-1"><h2 className="eyebrow whitespace-nowrap">{texts.slides}</h2>{mayEdit ? <p className="text-xs text-ink-3 max-lg:hidden">{texts.slidesHint}</p> : null}</div>
      <ol ref={listRef} className="pb-3" data-testid="slide-cards">
        {slides.map((slide, place) => {
          const isTarget = drag !== null && drag.to === place && drag.from !== place;
          const edge = isTarget ? (drag.to < drag.from ? 'border-t-2 border-t-accent' : 'border-b-2 border-b-accent') : '';
          return (
            <li key={slide.id} className={`flex items-start gap-1 px-2 py-1 ${edge} ${drag?.from === place ? 'opacity-60' : ''}`} data-testid="slide-card" data-slide={slide.id} data-shown={slide.deck.isShown}>
              {mayEdit ? (
                <button type="button" aria-label={texts.move(slide.title)} className="mt-1 flex h-9 w-7 shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-ink-3 hover:bg-sunken active:cursor-grabbing" data-testid="slide-handle" {...handle(place)}><GripVertical size={16} aria-hidden /></button>
              ) : null}
              <button type="button" aria-current={slide.id === chosen ? 'true' : undefined} onClick={() => onChoose(slide.id)} className={`min-w-0 flex-1 rounded-lg border px-3 py-2 text-left transition-colors duration-150 ${slide.id === chosen ? 'border-accent bg-accent-soft' : 'border-line hover:bg-sunken'} ${slide.deck.isShown ? '' : 'border-dashed'}`} data-testid="slide-choose">
                <span className="flex items-center gap-1.5 text-xs text-ink-2">
                  <span className="tabular font-semibold">{place + 1}</span><span className="min-w-0 flex-1 truncate">{slide.title}</span>
                  {slide.deck.claim === null ? null : <PenLine size={13} role="img" aria-label={texts.rewritten} className="text-accent" />}
                  {slide.deck.note === null ? null : <NotebookPen size={13} role="img" aria-label={texts.hasNote} className="text-accent" />}
                  {slide.hasMap ? <MapIcon size={13} aria-hidden /> : null}{slide.charts.length > 0 ? <ChartColumn size={13} aria-hidden /> : null}{slide.tables.length > 0 ? <Table2 size={13} aria-hidden /> : null}
                </span>
                <span className={`mt-0.5 line-clamp-2 text-sm ${slide.deck.isShown ? 'font-medium' : 'text-ink-3'}`}>{slide.claim}</span>
                {slide.deck.isShown ? null : <span className="text-xs text-ink-3">{texts.hidden}</span>}
              </button>
              {mayEdit ? (
                <Switch.Root checked={slide.deck.isShown} onCheckedChange={(isShown) => onShow(slide.id, isShown)} aria-label={texts.show(slide.title)} data-testid="slide-switch" className="relative mt-2.5 h-5 w-9 shrink-0 rounded-full bg-edge transition-colors duration-150 data-[state=checked]:bg-accent">
                  <Switch.Thumb className="block size-4 translate-x-0.5 rounded-full bg-surface transition-transform duration-150 data-[state=checked]:translate-x-[18px]" />
                </Switch.Root>
              ) : null}
            </li>
          );
        })}
      </ol>
      <p className="sr-only" role="status" aria-live="polite" data-testid="moved">{said}</p>
    </section>
  );
}
