'use client';

import { useDeferredValue, useMemo, useRef, useState, type FormEvent } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { Zone } from '@/lib/domain/zone';
import { boundsOfParts, toZoneGeometry, toZoneParts, type ZoneParts } from '@/lib/view/zone-rings';
import type { Reference } from '@/components/data/api-types';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { useArcs, useWards } from '@/components/data/use-reference';
import type { DrawnKind } from '@/components/map/drawn-shape';
import type { Bounds } from '@/components/map/map-controller';
import { useDrawTool } from '@/components/map/use-draw-tool';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { CornerNumbers } from './corner-numbers';
import { useHomeBounds } from './use-home-bounds';
import { useSnapping } from './use-snapping';
import { WardShares } from './ward-shares';
import { ZoneDrawBar } from './zone-draw-bar';
import { listZoneFaults, toNewZone, toZoneChange, toZoneDraft, type ZoneFault } from './zone-draft';
import { ZoneFields } from './zone-fields';
import { ZoneMap } from './zone-map';
import { describeParts, toDrawnZone } from './zone-words';

interface ZoneEditorProps {
  readonly reference: Reference;
  readonly today: Day;
  readonly editionId: string;
  /** Null for a new one. */
  readonly zone: Zone | null;
  /** Other zones, drawn to be seen and not to be edited. */
  readonly others: readonly Zone[];
  readonly onSaved: (zone: Zone) => void;
  readonly onCancel: () => void;
  /** The newest version there is, when somebody else changed the zone meanwhile. */
  readonly latestVersion?: number;
  readonly onRefresh?: () => void;
}

const NOTHING: readonly never[] = [];
const NO_PARTS: ZoneParts = [];

/** Draws a zone, or changes one: the shape on the map and as numbers, and what is said of it. */
export function ZoneEditor({ reference, today, editionId, zone, others, onSaved, onCancel, latestVersion, onRefresh }: ZoneEditorProps) {
  const { messages, language } = usePreferences();
  const { form, draw } = messages.zones;
  const [draft, setDraft] = useState(() => toZoneDraft(zone, today));
  const [faults, setFaults] = useState<ReadonlySet<ZoneFault>>(new Set());
  const [kind, setKind] = useState<Exclude<DrawnKind, 'line'>>('polygon');
  const idRef = useRef<string | null>(null);
  const action = useAction();
  const wardsQuery = useWards(editionId);
  const arcsQuery = useArcs(editionId);
  const wards = wardsQuery.state === 'ready' ? wardsQuery.data : null;
  const arcs = arcsQuery.state === 'ready' ? arcsQuery.data.features : NOTHING;
  const snapping = useSnapping(arcs, wards, arcsQuery.state !== 'ready' && arcsQuery.state !== 'failed');
  const drawing = useDrawTool(zone === null ? null : { kind: 'area', parts: toZoneParts(zone.geometry) }, snapping.snap, true);
  const parts = drawing.shape?.kind === 'area' ? drawing.shape.parts : NO_PARTS;
  const geometry = useDeferredValue(useMemo(() => toZoneGeometry(parts), [parts]));
  const home = useHomeBounds(reference, editionId, today);
  const bounds = useMemo((): Bounds | null => (zone === null ? home : boundsOfParts(toZoneParts(zone.geometry))), [zone, home]);
  const drawn = useMemo(() => others.filter(({ id, status }) => id !== zone?.id && status !== 'closed').map(toDrawnZone), [others, zone?.id]);

  const save = async (version?: number): Promise<void> => {
    const shape = toZoneGeometry(parts);
    const found = listZoneFaults(draft, shape);
    setFaults(found);
    if (found.size > 0 || shape === null) return;
    idRef.current ??= crypto.randomUUID();
    let saved: Zone | null = null;
    const done = await action.run(async () => {
      const answer = zone === null
        ? await sendJson<{ readonly zone: Zone }>('POST', '/api/zones', toNewZone(draft, shape, editionId, idRef.current ?? ''))
        : await sendJson<{ readonly zone: Zone }>('PATCH', `/api/zones/${zone.id}`, { ...toZoneChange(draft, shape, zone), ...(version === undefined ? {} : { version }) });
      saved = answer.zone;
    });
    if (done && saved !== null) onSaved(saved);
    else onRefresh?.();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  const fields = action.error?.fields ?? {};
  const shapeError = faults.has('missingShape') ? draw.missing : Object.entries(fields).find(([field]) => field.startsWith('geometry'))?.[1];
  return (
    <div className="scroll-quiet h-full overflow-y-auto lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(360px,400px)] lg:overflow-hidden" data-testid="zone-editor">
      <div className="flex h-[68dvh] flex-col border-b border-line lg:h-full lg:min-h-0 lg:border-r lg:border-b-0">
        <ZoneDrawBar drawing={drawing} snapping={snapping} kind={kind} onKind={setKind} />
        <ZoneMap reference={reference} editionId={editionId} day={today} title={zone === null ? form.newTitle : form.editTitle(zone.name)} zones={drawn} bounds={bounds}
          onReady={(controller) => { drawing.onMapReady(controller); if (zone === null) drawing.begin(kind); }} className="min-h-0 flex-1" testId="zone-editor-map" />
      </div>
      <form onSubmit={submit} noValidate className="scroll-quiet space-y-4 px-4 py-4 lg:min-h-0 lg:overflow-y-auto">
        <div className="rounded-lg bg-sunken px-3 py-2" role="status">
          <p className="tabular text-sm font-medium" data-testid="drawn-summary">{describeParts(parts, language, messages)}</p>
          {geometry === null || wards === null ? null : <WardShares geometry={geometry} wards={wards} />}
        </div>
        {shapeError === undefined ? null : <p role="alert" className="text-sm text-alarm" data-testid="shape-error">{shapeError}</p>}
        <CornerNumbers drawing={drawing} />
        <ZoneFields draft={draft} faults={faults} fields={fields} isChange={zone !== null} onChange={(part) => setDraft((before) => ({ ...before, ...part }))} />
        {action.error === null ? null : action.error.kind === 'conflict' && latestVersion !== undefined ? <Conflict onReload={onCancel} onSaveOver={() => void save(latestVersion)} /> : <p role="alert" className="text-sm text-alarm" data-testid="form-error">{action.error.message}</p>}
        <div className="flex gap-2">
          <Button onClick={onCancel}>{form.cancel}</Button>
          <Button type="submit" kind="primary" className="flex-1" disabled={action.busy} data-testid="zone-save">{action.busy ? form.saving : zone === null ? form.save : form.saveVersion}</Button>
        </div>
      </form>
    </div>
  );
}

function Conflict({ onReload, onSaveOver }: { readonly onReload: () => void; readonly onSaveOver: () => void }) {
  const { messages } = usePreferences();
  const { form } = messages.zones;
  return (
    <div role="alert" className="rounded-lg border border-warn bg-warn-soft px-3 py-2 text-sm text-warn" data-testid="zone-conflict">
      <p>{form.conflict}</p>
      <div className="mt-2 flex flex-wrap gap-2"><Button size="small" onClick={onReload}>{form.reload}</Button><Button size="small" onClick={onSaveOver} data-testid="save-over">{form.saveOver}</Button></div>
    </div>
  );
}
