'use client';

import { useMemo, useState } from 'react';
import { PencilLine, Undo2 } from 'lucide-react';
import type { FocusArea } from '@/lib/domain/boundary';
import type { ClusterPage } from '@/lib/domain/cluster-work';
import type { Day } from '@/lib/domain/instant';
import { buildArcFeatures } from '@/lib/layers/border-zone-layer';
import { buildWardPoints } from '@/lib/layers/label-layers';
import { clampToTerm } from '@/lib/view/clamp-to-term';
import { listClustersAt } from '@/lib/view/in-force';
import { boundsOfFocusArea, boundsOfWards } from '@/components/console/ward-bounds';
import type { Reference } from '@/components/data/api-types';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { useArcs, useWards } from '@/components/data/use-reference';
import type { DrawnShape } from '@/components/map/drawn-shape';
import { PageMap } from '@/components/map/page-map';
import { useDrawTool } from '@/components/map/use-draw-tool';
import { usePageMapContext } from '@/components/map/use-page-map-context';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import { ShapeNumbers } from './shape-numbers-fields';

interface FocusFormProps {
  readonly page: ClusterPage;
  readonly reference: Reference;
  readonly today: Day;
  /** Null for a new one. */
  readonly area: FocusArea | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

const NOTHING: readonly never[] = [];
const toDrawn = (area: FocusArea | null): DrawnShape | null => area?.shape ?? null;

/** The map behind the drawing: the cluster alone. */
function useGround({ page, reference, today }: Pick<FocusFormProps, 'page' | 'reference' | 'today'>) {
  const { cluster } = page;
  const day = clampToTerm(cluster, today);
  const clusters = useMemo(() => listClustersAt([cluster], cluster.editionId, day, reference.defaultWidthMetres), [cluster, day, reference.defaultWidthMetres]);
  const wardsQuery = useWards(cluster.editionId);
  const arcsQuery = useArcs(cluster.editionId);
  const wards = wardsQuery.state === 'ready' ? wardsQuery.data : null;
  const arcs = arcsQuery.state === 'ready' ? arcsQuery.data.features : NOTHING;
  const members = useMemo(() => new Set(clusters.flatMap(({ memberCodes }) => memberCodes)), [clusters]);
  const data = useMemo(() => ({
    arcs: buildArcFeatures(arcs.filter(({ properties: { wardA, wardB } }) => members.has(wardA) && members.has(wardB)), clusters, reference.defaultWidthMetres),
    ...(wards === null ? {} : { wards, 'ward-points': buildWardPoints(wards, new Set()) }),
  }), [arcs, wards, members, clusters, reference.defaultWidthMetres]);
  const bounds = useMemo(() => (wards === null ? null : boundsOfWards(wards, members)), [wards, members]);
  return { context: usePageMapContext(reference, clusters), data, bounds, day };
}

/** Draws or edits a focus area: on the map, or by numbers. */
export function FocusForm({ page, reference, today, area, onSaved, onClose }: FocusFormProps) {
  const { messages } = usePreferences();
  const { focus } = messages.clusters;
  const ground = useGround({ page, reference, today });
  const [name, setName] = useState(area?.name ?? '');
  const [kind, setKind] = useState<'circle' | 'polygon'>(area?.shape.kind ?? 'circle');
  const drawing = useDrawTool(toDrawn(area));
  const [missing, setMissing] = useState(false);
  const action = useAction();
  const fields = action.error?.fields ?? {};
  const { shape } = drawing;
  const submit = async (): Promise<void> => {
    const usable = shape !== null && shape.kind !== 'line' ? shape : null;
    setMissing(usable === null);
    if (usable === null) return;
    const path = `/api/clusters/${page.cluster.id}/focus-areas`;
    const body = { name, shape: usable, from: area === null ? today : area.from, to: area?.to ?? null };
    const done = await action.run(() => (area === null ? send('POST', path, body) : send('PUT', `${path}/${encodeURIComponent(area.id)}`, body)));
    if (done) onSaved();
  };
  const shapeError = missing ? focus.missing : (fields['shape'] ?? Object.entries(fields).find(([field]) => field.startsWith('shape'))?.[1]);
  return (
    <FormDialog title={area === null ? focus.add : `${messages.clusters.edit}: ${area.name}`} action={action} knownFields={['name', 'shape']} wide onSubmit={() => void submit()} onClose={onClose} testId="focus-form">
      <Field label={focus.name} error={fields['name']}>
        {(attributes) => <input {...attributes} className="control" value={name} onChange={(event) => setName(event.target.value)} data-testid="focus-name" />}
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented compact label={focus.shape} value={kind} options={[{ value: 'circle', label: focus.circle }, { value: 'polygon', label: focus.polygon }]} onChange={(next) => { setKind(next); drawing.begin(next); }} />
        <Button size="small" onClick={() => drawing.begin(kind)}><PencilLine size={14} aria-hidden /> {focus.draw}</Button>
        <Button size="small" onClick={drawing.undo} disabled={!drawing.canUndo}><Undo2 size={14} aria-hidden /> {focus.undo}</Button>
        <span className="text-xs text-ink-3">{focus.drawHint}</span>
      </div>
      <PageMap {...ground} bounds={area === null ? ground.bounds : boundsOfFocusArea(area)} title={focus.title} asOfSeconds={null} onReady={(controller) => { drawing.onMapReady(controller); if (area === null) drawing.begin(kind); }} className="h-72 rounded-lg border border-line" testId="focus-map" />
      <ShapeNumbers kind={kind} shape={shape} onPut={drawing.put} />
      {shapeError === undefined ? null : <p role="alert" className="text-xs text-alarm">{shapeError}</p>}
    </FormDialog>
  );
}
