'use client';

import { PencilLine, Redo2, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { Zone } from '@/lib/domain/zone';
import { formatShare } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { boundsOfParts, toZoneParts } from '@/lib/view/zone-rings';
import { formatPositions, parsePositions } from '@/components/clusters/shape-numbers';
import type { Reference } from '@/components/data/api-types';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { useDrawTool } from '@/components/map/use-draw-tool';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import { ZoneMap } from './zone-map';
import { formatArea, toDrawnZone } from './zone-words';

interface SplitPanelProps {
  readonly zone: Zone;
  readonly reference: Reference;
  readonly today: Day;
  readonly onLeave: () => void;
}

type How = 'wards' | 'line';

/** Splits a zone by a drawn or typed line, or by the borders of the wards it touches. */
export function SplitPanel({ zone, reference, today, onLeave }: SplitPanelProps) {
  const { messages, language } = usePreferences();
  const { split, form } = messages.zones;
  const [how, setHow] = useState<How>(zone.wards.length > 1 ? 'wards' : 'line');
  const [isMissing, setMissing] = useState(false);
  const [parts, setParts] = useState<readonly Zone[] | null>(null);
  const [typed, setTyped] = useState('');
  const drawing = useDrawTool(null, undefined, true);
  const action = useAction();
  const line = parsePositions(typed, 2) ?? drawing.cut;
  const bounds = useMemo(() => boundsOfParts(toZoneParts(zone.geometry)), [zone.geometry]);
  const drawn = useMemo(() => (parts ?? [zone]).map(toDrawnZone), [parts, zone]);
  const choose = (next: How): void => {
    setHow(next);
    if (next === 'line') drawing.begin('line', 'cut');
    else drawing.cancel();
  };
  const submit = async (): Promise<void> => {
    setMissing(how === 'line' && line === null);
    if (how === 'line' && line === null) return;
    const done = await action.run(async () => {
      const body = how === 'wards' ? { version: zone.version, by: 'wards' } : { version: zone.version, line };
      setParts((await sendJson<{ readonly zones: readonly Zone[] }>('POST', `/api/zones/${zone.id}/split`, body)).zones);
    });
    if (done) drawing.cancel();
  };
  return (
    <div className="scroll-quiet h-full overflow-y-auto lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(360px,400px)] lg:overflow-hidden" data-testid="split-panel">
      <ZoneMap reference={reference} editionId={zone.editionId} day={today} title={split.title} zones={drawn} bounds={bounds} onReady={(controller) => { drawing.onMapReady(controller); if (how === 'line') drawing.begin('line', 'cut'); }} className="h-[56dvh] border-b border-line lg:h-full lg:border-r lg:border-b-0" testId="split-map" />
      <div className="space-y-4 px-4 py-4">
        {parts === null ? (
          <>
            <Segmented label={split.how} value={how} options={[{ value: 'wards', label: split.wards }, { value: 'line', label: split.line }]} onChange={choose} />
            <p className="text-sm text-ink-2">{how === 'wards' ? (zone.wards.length > 1 ? split.hintWards : split.oneWard) : split.hintLine}</p>
            {how === 'wards' ? (
              <ul className="tabular text-sm" data-testid="split-wards">{zone.wards.map(({ ward, areaShare }) => <li key={ward.code}>{formatWardInSentence(ward.name, language)}: {formatShare(areaShare, language)}</li>)}</ul>
            ) : (
              <>
                <div className="flex flex-wrap gap-1">
                  <Button size="small" onClick={() => drawing.begin('line', 'cut')}><PencilLine size={14} aria-hidden /> {split.redraw}</Button>
                  <Button size="small" onClick={drawing.undo} disabled={!drawing.canUndo}><Undo2 size={14} aria-hidden /> {messages.zones.draw.undo}</Button>
                  <Button size="small" onClick={drawing.redo} disabled={!drawing.canRedo}><Redo2 size={14} aria-hidden /> {messages.zones.draw.redo}</Button>
                </div>
                <p className="text-xs text-ink-3" role="status" data-testid="cut-state" data-drawn={line !== null}>{line === null ? messages.zones.draw.hintDraw.line : split.line2}</p>
                <Field label={messages.patrols.planner.typed}>
                  {(attributes) => <textarea {...attributes} rows={3} className="control tabular h-auto py-2 text-xs" value={typed} placeholder={drawing.cut === null ? '' : formatPositions(drawing.cut)} onChange={(event) => setTyped(event.target.value)} data-testid="cut-points" />}
                </Field>
              </>
            )}
            {isMissing ? <p role="alert" className="text-sm text-alarm">{split.missing}</p> : null}
            {action.error === null ? null : <p role="alert" className="text-sm text-alarm" data-testid="form-error">{Object.values(action.error.fields)[0] ?? action.error.message}</p>}
            <div className="flex gap-2">
              <Button onClick={onLeave}>{form.cancel}</Button>
              <Button kind="primary" className="flex-1" disabled={action.busy || (how === 'wards' && zone.wards.length < 2)} onClick={() => void submit()} data-testid="split-submit">{action.busy ? form.saving : split.submit}</Button>
            </div>
          </>
        ) : <Parts parts={parts} onLeave={onLeave} />}
      </div>
    </div>
  );
}

function Parts({ parts, onLeave }: { readonly parts: readonly Zone[]; readonly onLeave: () => void }) {
  const { messages, language } = usePreferences();
  const { split } = messages.zones;
  return (
    <div data-testid="split-done">
      <p role="status" className="text-sm font-semibold">{split.done(String(parts.length))}</p>
      <ul className="mt-2 divide-y divide-line">
        {parts.map((part) => (
          <li key={part.id} className="tabular flex items-center gap-2 py-2 text-sm">
            <Link href={`/zones/${part.id}`} prefetch={false} className="min-w-0 flex-1 font-medium text-accent underline" data-testid="split-part">{part.name}</Link><span className="text-xs text-ink-2">{formatArea(part.areaSquareMetres, language, messages)}</span>
          </li>
        ))}
      </ul>
      <div className="mt-3 flex gap-3"><Button onClick={onLeave}>{messages.app.close}</Button><Link href="/zones" className="self-center text-sm font-medium text-accent underline">{messages.zones.back}</Link></div>
    </div>
  );
}
