'use client';

import { useState } from 'react';
import { deleteRing, listRings, replaceRing, type RingRef, type ZoneParts } from '@/lib/view/zone-rings';
import { parseNumberInput } from '@/lib/view/parse-number-input';
import { closeRing, formatPositions, parsePositions } from '@/components/clusters/shape-numbers';
import type { Drawing } from '@/components/map/use-draw-tool';
import { buildCircleRing } from '@/lib/layers/focus-area-layer';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { nameRing } from './zone-words';

const [LEAST_RADIUS_METRES, MOST_RADIUS_METRES] = [5, 20_000];
const NOTHING: ZoneParts = [];
const keyOf = ({ part, ring }: RingRef): string => `${String(part)}.${String(ring)}`;

/** A zone as numbers: the corners of each of its rings, and a circle by centre and radius; the way to draw without a pointer. */
export function CornerNumbers({ drawing }: { readonly drawing: Drawing }) {
  const { messages } = usePreferences();
  const { draw } = messages.zones;
  const parts = drawing.shape?.kind === 'area' ? drawing.shape.parts : NOTHING;
  const rings = listRings(parts);
  const [key, setKey] = useState('0.0');
  const chosen = rings.find((one) => keyOf(one) === key) ?? rings[0] ?? null;
  const put = (next: ZoneParts): void => drawing.put(next.length === 0 ? null : { kind: 'area', parts: next });
  return (
    <details className="rounded-lg border border-line" data-testid="corner-numbers">
      <summary className="cursor-pointer px-3 py-2 text-sm font-medium">{draw.numbers}</summary>
      <div className="space-y-3 border-t border-line px-3 py-3">
        {rings.length < 2 ? null : (
          <div className="flex items-end gap-2">
            <div className="min-w-0 flex-1">
              <Field label={draw.ring}>
                {(attributes) => <select {...attributes} className="control" value={chosen === null ? '' : keyOf(chosen)} onChange={(event) => setKey(event.target.value)} data-testid="ring-choice">{rings.map((one) => <option key={keyOf(one)} value={keyOf(one)}>{nameRing(one, messages)}</option>)}</select>}
              </Field>
            </div>
            <Button size="medium" onClick={() => { if (chosen !== null) put(deleteRing(parts, chosen)); }} data-testid="delete-ring">{draw.deleteRing}</Button>
          </div>
        )}
        <RingText key={chosen === null ? 'none' : `${keyOf(chosen)}${formatPositions(chosen.corners)}`} initial={chosen === null ? '' : formatPositions(chosen.corners.slice(0, -1))}
          onPut={(corners) => put(chosen === null ? [[closeRing(corners)]] : replaceRing(parts, chosen, closeRing(corners)))} />
        <CircleNumbers onPut={(centre, radiusMetres) => put([[buildCircleRing(centre, radiusMetres)]])} />
      </div>
    </details>
  );
}

function RingText({ initial, onPut }: { readonly initial: string; readonly onPut: (corners: readonly (readonly [number, number])[]) => void }) {
  const { messages } = usePreferences();
  const { draw } = messages.zones;
  const [text, setText] = useState(initial);
  const [touched, setTouched] = useState(false);
  const corners = parsePositions(text, 3);
  const take = (): void => {
    setTouched(true);
    if (corners !== null && text !== initial) onPut(corners);
  };
  return (
    <Field label={draw.corners} error={touched && text.trim() !== '' && corners === null ? draw.badCorners : undefined}>
      {(attributes) => <textarea {...attributes} rows={5} className="control tabular h-auto py-2 text-xs" value={text} onChange={(event) => setText(event.target.value)} onBlur={take} data-testid="zone-corners" />}
    </Field>
  );
}

function CircleNumbers({ onPut }: { readonly onPut: (centre: readonly [number, number], radiusMetres: number) => void }) {
  const { messages } = usePreferences();
  const { draw } = messages.zones;
  const [centre, setCentre] = useState('');
  const [radius, setRadius] = useState('');
  const [touched, setTouched] = useState(false);
  const position = parsePositions(centre, 1)?.[0] ?? null;
  const radiusMetres = parseNumberInput(radius, LEAST_RADIUS_METRES, MOST_RADIUS_METRES);
  const take = (): void => {
    setTouched(true);
    if (position !== null && radiusMetres !== null) onPut(position, radiusMetres);
  };
  return (
    <fieldset className="grid grid-cols-[1fr_6rem] gap-2 border-t border-line pt-3 sm:grid-cols-[1fr_6rem_auto]">
      <legend className="sr-only">{draw.typedCircle}</legend>
      <Field label={draw.centre} error={touched && position === null ? draw.badCentre : undefined}>
        {(attributes) => <input {...attributes} className="control tabular" value={centre} onChange={(event) => setCentre(event.target.value)} data-testid="circle-centre" />}
      </Field>
      <Field label={draw.radius} error={touched && radiusMetres === null ? draw.badRadius : undefined}>
        {(attributes) => <input {...attributes} inputMode="decimal" className="control tabular" value={radius} onChange={(event) => setRadius(event.target.value)} data-testid="circle-radius" />}
      </Field>
      <div className="self-start pt-5"><Button onClick={take} data-testid="circle-put">{draw.putCircle}</Button></div>
    </fieldset>
  );
}
