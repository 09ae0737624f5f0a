'use client';

import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';

/** First and last chosen bin, both included. */
export interface BinRange {
  readonly first: number;
  readonly last: number;
}

interface BrushOverlayProps {
  readonly binCount: number;
  readonly inset: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly selection: BinRange | null;
  readonly onSelect: (range: BinRange) => void;
  readonly labels: { readonly from: string; readonly to: string };
  readonly describe: (bin: number) => string;
}

type Drag = { readonly kind: 'new' | 'first' | 'last'; readonly anchor: number } | { readonly kind: 'move'; readonly anchor: number; readonly origin: BinRange };

const ordered = (a: number, b: number): BinRange => ({ first: Math.min(a, b), last: Math.max(a, b) });

function draggedRange(drag: Drag, bin: number, binCount: number): BinRange {
  if (drag.kind !== 'move') return ordered(drag.anchor, bin);
  const length = drag.origin.last - drag.origin.first;
  const first = Math.max(0, Math.min(binCount - 1 - length, drag.origin.first + bin - drag.anchor));
  return { first, last: first + length };
}

/** Chooses a range of bins with mouse, finger or keyboard; the choice is reported when the drag ends. */
export function BrushOverlay({ binCount, inset, selection, onSelect, labels, describe }: BrushOverlayProps) {
  const areaRef = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [draft, setDraft] = useState<BinRange | null>(null);
  const range = draft ?? selection;

  const binAt = (event: PointerEvent): number => {
    const box = areaRef.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return 0;
    return Math.max(0, Math.min(binCount - 1, Math.floor(((event.clientX - box.left) / box.width) * binCount)));
  };
  const start = (event: PointerEvent, next: Drag): void => {
    event.preventDefault();
    event.stopPropagation();
    areaRef.current?.setPointerCapture(event.pointerId);
    setDrag(next);
    if (next.kind === 'new') setDraft({ first: next.anchor, last: next.anchor });
  };
  const onMove = (event: PointerEvent): void => { if (drag !== null) setDraft(draggedRange(drag, binAt(event), binCount)); };
  const onEnd = (): void => {
    if (drag !== null && draft !== null) onSelect(draft);
    setDrag(null);
    setDraft(null);
  };
  const onKey = (handle: 'first' | 'last') => (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key];
    const target = event.key === 'Home' ? 0 : event.key === 'End' ? binCount - 1 : step === undefined || range === null ? null : range[handle] + step;
    if (target === null || range === null) return;
    event.preventDefault();
    const bounded = Math.max(0, Math.min(binCount - 1, target));
    onSelect(handle === 'first' ? { first: Math.min(bounded, range.last), last: range.last } : { first: range.first, last: Math.max(bounded, range.first) });
  };
  const share = (bin: number): string => `${(bin / Math.max(1, binCount)) * 100}%`;
  const handle = (side: 'first' | 'last', label: string) =>
    range === null ? null : (
      <div
        role="slider" tabIndex={0} aria-label={label} aria-valuemin={0} aria-valuemax={binCount - 1} aria-valuenow={range[side]} aria-valuetext={describe(range[side])}
        data-testid={`brush-${side}`} onKeyDown={onKey(side)}
        onPointerDown={(event) => start(event, { kind: side, anchor: side === 'first' ? range.last : range.first })}
        className="absolute inset-y-0 z-10 -ml-3 flex w-6 cursor-ew-resize touch-none items-center justify-center"
        style={{ left: share(side === 'first' ? range.first : range.last + 1) }}
      >
        <span className="h-7 w-1.5 rounded-full border border-surface bg-accent" />
      </div>
    );

  return (
    <div
      ref={areaRef} className="absolute cursor-crosshair touch-none select-none" style={inset} data-testid="brush"
      onPointerDown={(event) => start(event, { kind: 'new', anchor: binAt(event) })} onPointerMove={onMove} onPointerUp={onEnd} onPointerCancel={onEnd}
    >
      {range === null ? null : (
        <>
          <div className="pointer-events-none absolute inset-y-0 left-0 bg-surface/65" style={{ width: share(range.first) }} />
          <div className="pointer-events-none absolute inset-y-0 right-0 bg-surface/65" style={{ left: share(range.last + 1) }} />
          <div
            className="absolute inset-y-0 cursor-grab border-x-2 border-accent bg-accent/8 active:cursor-grabbing"
            style={{ left: share(range.first), width: share(range.last + 1 - range.first) }}
            onPointerDown={(event) => start(event, { kind: 'move', anchor: binAt(event), origin: range })}
          />
        </>
      )}
      {handle('first', labels.from)}
      {handle('last', labels.to)}
    </div>
  );
}
