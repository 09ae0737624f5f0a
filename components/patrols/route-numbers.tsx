'use client';

import { useState } from 'react';
import type { DrawnShape } from '@/components/map/drawn-shape';
import type { useDrawTool } from '@/components/map/use-draw-tool';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { closeRing, formatPositions, parsePositions } from '@/components/clusters/shape-numbers';

const pointsOf = (shape: DrawnShape | null): string => {
  if (shape?.kind === 'line') return formatPositions(shape.coordinates);
  return shape?.kind === 'polygon' ? formatPositions((shape.coordinates[0] ?? []).slice(0, -1)) : '';
};

/** A route or area as typed positions: the way to draw without a pointer. */
export function RouteNumbers({ drawing }: { readonly drawing: ReturnType<typeof useDrawTool> }) {
  const { messages } = usePreferences();
  const { planner } = messages.patrols;
  const { shape } = drawing;
  const [text, setText] = useState(() => pointsOf(shape));
  const [touched, setTouched] = useState(false);
  const [seen, setSeen] = useState(shape);
  if (shape !== seen) {
    setSeen(shape);
    setText(pointsOf(shape));
  }
  const isArea = shape?.kind === 'polygon';
  const points = parsePositions(text, isArea ? 3 : 2);
  const take = (): void => {
    setTouched(true);
    if (points === null || text === pointsOf(shape)) return;
    drawing.put(isArea ? { kind: 'polygon', coordinates: [closeRing(points)] } : { kind: 'line', coordinates: points });
  };
  return (
    <Field label={planner.typed} error={touched && text.trim() !== '' && points === null ? planner.badPoints : undefined}>
      {(attributes) => <textarea {...attributes} rows={3} className="control tabular h-auto py-2 text-xs" value={text} onChange={(event) => setText(event.target.value)} onBlur={take} data-testid="route-points" />}
    </Field>
  );
}
