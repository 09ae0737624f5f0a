'use client';

import { Eraser, Hexagon, PencilLine, Redo2, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import type { DrawnKind, DrawnUse } from '@/components/map/drawn-shape';
import type { Drawing } from '@/components/map/use-draw-tool';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import type { Snapping } from './use-snapping';

type AreaKind = Exclude<DrawnKind, 'line'>;

interface ZoneDrawBarProps {
  readonly drawing: Drawing;
  readonly snapping: Snapping;
  /** How the pointer draws at first; the map begins with it. */
  readonly kind: AreaKind;
  readonly onKind: (kind: AreaKind) => void;
}

const KINDS: readonly AreaKind[] = ['polygon', 'circle', 'freehand'];
const USES: readonly Exclude<DrawnUse, 'cut'>[] = ['replace', 'part', 'hole'];

/** Tools of a zone's drawing: how and as what, undo and redo, deleting the chosen corner, and what corners snap to. */
export function ZoneDrawBar({ drawing, snapping, kind, onKind }: ZoneDrawBarProps) {
  const { messages } = usePreferences();
  const { draw } = messages.zones;
  const [use, setUse] = useState<Exclude<DrawnUse, 'cut'>>('replace');
  const isEmpty = drawing.shape === null;
  const begin = (nextKind: AreaKind, nextUse: Exclude<DrawnUse, 'cut'>): void => {
    onKind(nextKind);
    setUse(nextUse);
    drawing.begin(nextKind, isEmpty ? 'replace' : nextUse);
  };
  return (
    <div className="space-y-2 border-b border-line bg-surface px-3 py-2" role="toolbar" aria-label={draw.bar}>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented compact label={draw.how} value={kind} options={KINDS.map((value) => ({ value, label: draw[value] }))} onChange={(next) => begin(next, use)} />
        {isEmpty || drawing.isDrawing ? null : (
          <span className="flex gap-1" role="group" aria-label={draw.use}>
            {USES.map((value) => <Button key={value} size="small" onClick={() => begin(kind, value)} data-testid={`draw-${value}`}>{value === 'replace' ? <PencilLine size={14} aria-hidden /> : value === 'part' ? <Hexagon size={14} aria-hidden /> : null} {draw[value]}</Button>)}
          </span>
        )}
        {drawing.isDrawing && !isEmpty ? <Button size="small" onClick={drawing.cancel} data-testid="draw-cancel"><X size={14} aria-hidden /> {draw.cancel}</Button> : null}
        <span className="flex gap-1">
          <Button size="small" onClick={drawing.undo} disabled={!drawing.canUndo} data-testid="draw-undo"><Undo2 size={14} aria-hidden /> {draw.undo}</Button>
          <Button size="small" onClick={drawing.redo} disabled={!drawing.canRedo} data-testid="draw-redo"><Redo2 size={14} aria-hidden /> {draw.redo}</Button>
        </span>
        <Button size="small" onClick={drawing.deleteCorner} disabled={drawing.corner === null} data-testid="delete-corner"><Eraser size={14} aria-hidden /> {draw.deleteCorner}</Button>
      </div>
      <SnapRow snapping={snapping} />
      <p className={`text-xs ${drawing.refused === null ? 'text-ink-3' : 'text-alarm'}`} role={drawing.refused === null ? undefined : 'alert'} data-testid="draw-hint">
        {drawing.refused !== null ? (drawing.refused === 'bad_hole' ? draw.badHole : draw.tooFew) : drawing.isDrawing ? `${draw.hintDraw[kind]}${use === 'hole' && !isEmpty ? ` ${draw.hintHole}` : ''}` : draw.hintEdit}
      </p>
    </div>
  );
}

function SnapRow({ snapping }: { readonly snapping: Snapping }) {
  const { messages } = usePreferences();
  const { draw } = messages.zones;
  const chip = (on: boolean, label: string, toggle: () => void, testId: string) => (
    <button type="button" aria-pressed={on} onClick={toggle} data-testid={testId}
      className={`h-7 rounded-full border px-2.5 text-xs font-medium max-md:h-10 ${on ? 'border-accent bg-accent-soft text-accent' : 'border-edge text-ink-2 hover:bg-sunken'}`}>{label}</button>
  );
  return (
    <div className="flex flex-wrap items-center gap-2 text-xs" role="group" aria-label={draw.snapTo}>
      <span className="text-ink-2">{draw.snapTo}</span>
      {chip(snapping.borders, draw.snapBorders, () => snapping.setBorders(!snapping.borders), 'snap-borders')}
      {chip(snapping.streets, draw.snapStreets, () => snapping.setStreets(!snapping.streets), 'snap-streets')}
      <span className="min-h-4 font-medium text-accent" role="status" data-testid="snap-hint">
        {snapping.loading !== null ? (snapping.loading === 'borders' ? draw.loadingBorders : draw.loadingStreets) : snapping.hint === null || !(snapping.borders || snapping.streets) ? '' : draw.snapped(snapping.hint)}
      </span>
    </div>
  );
}
