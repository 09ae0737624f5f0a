'use client';

import { PencilLine, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { DrawnKind } from '@/components/map/drawn-shape';
import type { useDrawTool } from '@/components/map/use-draw-tool';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import { SwitchRow } from '@/components/ui/switch-row';

interface DrawBarProps {
  readonly drawing: ReturnType<typeof useDrawTool>;
  readonly snaps?: boolean;
  readonly onSnaps?: (snaps: boolean) => void;
}

/** Route or area, draw anew, undo, and whether corners snap to borders. */
export function DrawBar({ drawing, snaps = false, onSnaps }: DrawBarProps) {
  const { messages } = usePreferences();
  const { planner } = messages.patrols;
  const [kind, setKind] = useState<Extract<DrawnKind, 'line' | 'polygon'>>(drawing.shape?.kind === 'polygon' ? 'polygon' : 'line');
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line bg-surface px-3 py-2" role="toolbar" aria-label={planner.draw}>
      <Segmented compact label={planner.draw} value={kind} options={[{ value: 'line', label: planner.route }, { value: 'polygon', label: planner.area }]} onChange={(next) => { setKind(next); drawing.begin(next); }} />
      <Button size="small" onClick={() => drawing.begin(kind)}><PencilLine size={14} aria-hidden /> {planner.draw}</Button>
      <Button size="small" onClick={drawing.undo} disabled={!drawing.canUndo && drawing.shape === null}><Undo2 size={14} aria-hidden /> {planner.undo}</Button>
      {onSnaps === undefined ? null : <div className="min-w-40"><SwitchRow label={planner.snap} checked={snaps} onChange={onSnaps} testId="snap-switch" /></div>}
      <p className="w-full text-xs text-ink-3 xl:w-auto">{planner.drawHint}</p>
    </div>
  );
}
