'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';

/** Heights at which the sheet rests, as shares of the window; the first shows only its head. */
export type SheetStop = 0 | 1 | 2;
const STOPS = ['116px', '52dvh', '90dvh'] as const;
const FLICK_PIXELS = 40;

interface BottomSheetProps {
  readonly stop: SheetStop;
  readonly onStop: (stop: SheetStop) => void;
  readonly head: ReactNode;
  readonly children: ReactNode;
}

const bounded = (stop: number): SheetStop => Math.max(0, Math.min(2, stop)) as SheetStop;

/** The panel of a phone: drag it, or use its buttons, between three heights. */
export function BottomSheet({ stop, onStop, head, children }: BottomSheetProps) {
  const { messages } = usePreferences();
  const startRef = useRef<number | null>(null);
  const [offset, setOffset] = useState(0);
  const onEnd = (): void => {
    if (offset < -FLICK_PIXELS) onStop(bounded(stop + (offset < -240 ? 2 : 1)));
    if (offset > FLICK_PIXELS) onStop(bounded(stop - (offset > 240 ? 2 : 1)));
    startRef.current = null;
    setOffset(0);
  };
  const onDown = (event: PointerEvent): void => {
    startRef.current = event.clientY;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent): void => { if (startRef.current !== null) setOffset(event.clientY - startRef.current); };
  return (
    <section
      aria-label={messages.sheet.label} data-testid="bottom-sheet" data-stop={stop}
      className="fixed inset-x-0 bottom-0 z-20 flex flex-col rounded-t-2xl border-t border-line bg-surface shadow-[var(--shadow-float)] transition-[height] duration-200 ease-out"
      style={{ height: `clamp(96px, calc(${STOPS[stop]} - ${offset}px), 94dvh)`, ...(offset === 0 ? {} : { transitionDuration: '0ms' }) }}
    >
      <div className="flex shrink-0 touch-none items-center px-3 pt-1" onPointerDown={onDown} onPointerMove={onMove} onPointerUp={onEnd} onPointerCancel={onEnd}>
        <IconButton label={messages.sheet.lower} disabled={stop === 0} onPointerDown={(event) => event.stopPropagation()} onClick={() => onStop(bounded(stop - 1))}><ChevronDown size={18} aria-hidden /></IconButton>
        <span aria-hidden className="mx-auto h-1 w-10 rounded-full bg-edge" />
        <IconButton label={messages.sheet.raise} disabled={stop === 2} onPointerDown={(event) => event.stopPropagation()} onClick={() => onStop(bounded(stop + 1))} data-testid="sheet-raise"><ChevronUp size={18} aria-hidden /></IconButton>
      </div>
      <div className="shrink-0">{head}</div>
      <div className={`min-h-0 flex-1 ${stop === 0 ? 'invisible' : ''}`}>{children}</div>
    </section>
  );
}
