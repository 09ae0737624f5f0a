'use client';

import { useState } from 'react';
import type { DrawnShape } from '@/components/map/drawn-shape';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { parseNumberInput } from '@/lib/view/parse-number-input';
import { closeRing, formatPositions, parsePositions } from './shape-numbers';

interface ShapeNumbersProps {
  readonly kind: 'circle' | 'polygon';
  readonly shape: DrawnShape | null;
  readonly onPut: (shape: DrawnShape) => void;
}

const MAX_RADIUS_METRES = 5_000;

/** A shape as numbers: the way to draw without a pointer. Taken over when the field is left. */
export function ShapeNumbers({ kind, shape, onPut }: ShapeNumbersProps) {
  return kind === 'circle' ? <CircleNumbers circle={shape?.kind === 'circle' ? shape : null} onPut={onPut} /> : <PolygonNumbers polygon={shape?.kind === 'polygon' ? shape : null} onPut={onPut} />;
}

interface CircleNumbersProps {
  readonly circle: Extract<DrawnShape, { kind: 'circle' }> | null;
  readonly onPut: (shape: DrawnShape) => void;
}

function CircleNumbers({ circle, onPut }: CircleNumbersProps) {
  const { messages } = usePreferences();
  const { focus } = messages.clusters;
  const [centre, setCentre] = useState(circle === null ? '' : formatPositions([circle.centre]));
  const [radius, setRadius] = useState(circle === null ? '' : String(circle.radiusMetres));
  const [touched, setTouched] = useState(false);
  const [seen, setSeen] = useState(circle);
  if (circle !== seen) {
    setSeen(circle);
    setCentre(circle === null ? '' : formatPositions([circle.centre]));
    setRadius(circle === null ? '' : String(circle.radiusMetres));
  }
  const position = parsePositions(centre, 1)?.[0] ?? null;
  const radiusMetres = parseNumberInput(radius, 1, MAX_RADIUS_METRES);
  const take = (): void => {
    setTouched(true);
    const same = circle !== null && radiusMetres === circle.radiusMetres && centre === formatPositions([circle.centre]);
    if (position !== null && radiusMetres !== null && !same) onPut({ kind: 'circle', centre: position, radiusMetres });
  };
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={focus.centre} error={touched && centre !== '' && position === null ? focus.badCentre : undefined}>
        {(attributes) => <input {...attributes} className="control tabular" value={centre} onChange={(event) => setCentre(event.target.value)} onBlur={take} data-testid="focus-centre" />}
      </Field>
      <Field label={focus.radius} error={touched && radius !== '' && radiusMetres === null ? focus.badRadius : undefined}>
        {(attributes) => <input {...attributes} inputMode="decimal" className="control tabular" value={radius} onChange={(event) => setRadius(event.target.value)} onBlur={take} data-testid="focus-radius" />}
      </Field>
    </div>
  );
}

interface PolygonNumbersProps {
  readonly polygon: Extract<DrawnShape, { kind: 'polygon' }> | null;
  readonly onPut: (shape: DrawnShape) => void;
}

function PolygonNumbers({ polygon, onPut }: PolygonNumbersProps) {
  const { messages } = usePreferences();
  const { focus } = messages.clusters;
  const shown = polygon === null ? '' : formatPositions((polygon.coordinates[0] ?? []).slice(0, -1));
  const [text, setText] = useState(shown);
  const [touched, setTouched] = useState(false);
  const [seen, setSeen] = useState(polygon);
  if (polygon !== seen) {
    setSeen(polygon);
    setText(shown);
  }
  const corners = parsePositions(text, 3);
  const take = (): void => {
    setTouched(true);
    if (corners !== null && text !== shown) onPut({ kind: 'polygon', coordinates: [closeRing(corners), ...(polygon?.coordinates.slice(1) ?? [])] });
  };
  return (
    <Field label={focus.corners} error={touched && text !== '' && corners === null ? focus.badCorners : undefined}>
      {(attributes) => <textarea {...attributes} rows={4} className="control tabular h-auto py-2" value={text} onChange={(event) => setText(event.target.value)} onBlur={take} data-testid="focus-corners" />}
    </Field>
  );
}
