'use client';

import { useState } from 'react';
import { dayOf } from '@/lib/domain/instant';
import type { PatrolPage } from '@/lib/domain/patrol';
import { formatLocalInput, parseLocalInput } from '@/lib/format/format-instant';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { Reference } from '@/components/data/api-types';
import { fetchOk } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { useDrawTool } from '@/components/map/use-draw-tool';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { MomentInput } from '@/components/ui/moment-input';
import { Segmented } from '@/components/ui/segmented';
import { DrawBar } from './draw-bar';
import { boundsOfGeometries } from './geometry-bounds';
import { PatrolMap } from './patrol-map';
import { toPatrolGeometry } from './plan-draft';
import { RouteNumbers } from './route-numbers';
import { drawnTrack, MAX_TRACK_BYTES, mediaTypeOf, trackPath } from './track-upload';

interface RecordFormProps {
  readonly page: PatrolPage;
  readonly reference: Reference;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

type Track = { readonly kind: 'ready'; readonly type: string; readonly body: BodyInit } | { readonly kind: 'wrong'; readonly message: string };

/** Records what a ward walked: a file, or drawn. */
export function RecordForm({ page, reference, onSaved, onClose }: RecordFormProps) {
  const { messages, language } = usePreferences();
  const { record, planner } = messages.patrols;
  const { patrol, permissions } = page;
  const wards = patrol.bookings.map(({ ward }) => ward).filter(({ code }) => permissions.speaksFor.includes(code));
  const own = wards.find(({ code }) => code === reference.me.ward?.code);
  const [ward, setWard] = useState(own?.code ?? wards[0]?.code ?? '');
  const [how, setHow] = useState<'upload' | 'draw'>('upload');
  const [file, setFile] = useState<File | null>(null);
  const [started, setStarted] = useState(formatLocalInput(patrol.from));
  const [ended, setEnded] = useState(formatLocalInput(patrol.to));
  const [fault, setFault] = useState<string | null>(null);
  const drawing = useDrawTool(null);
  const action = useAction();
  const fields = action.error?.fields ?? {};

  const readTrack = (): Track => {
    if (how === 'draw') {
      const geometry = toPatrolGeometry(drawing.shape);
      return geometry === null ? { kind: 'wrong', message: planner.missing } : { kind: 'ready', ...drawnTrack(geometry) };
    }
    if (file === null) return { kind: 'wrong', message: record.missingFile };
    if (file.size > MAX_TRACK_BYTES) return { kind: 'wrong', message: record.tooLarge };
    const type = mediaTypeOf(file.name);
    return type === null ? { kind: 'wrong', message: record.badKind } : { kind: 'ready', type, body: file };
  };
  const submit = async (): Promise<void> => {
    const track = readTrack();
    setFault(track.kind === 'wrong' ? track.message : null);
    if (track.kind === 'wrong') return;
    const path = trackPath(patrol.id, { ward, startedAt: parseLocalInput(started), endedAt: parseLocalInput(ended) });
    const source = how === 'draw' ? '&source=drawn' : '';
    if (await action.run(async () => { await fetchOk(`${path}${source}`, { method: 'POST', headers: { 'content-type': track.type }, body: track.body }); })) onSaved();
  };
  return (
    <FormDialog title={record.title} action={action} submitLabel={record.send} knownFields={['ward', 'startedAt', 'endedAt']} wide={how === 'draw'} onSubmit={() => void submit()} onClose={onClose} testId="record-form">
      <Field label={record.ward} error={fields['ward']}>
        {(attributes) => <select {...attributes} className="control" value={ward} onChange={(event) => setWard(event.target.value)} data-testid="record-ward">{wards.map(({ code, name }) => <option key={code} value={code}>{formatWardInSentence(name, language)}</option>)}</select>}
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <MomentInput label={record.started} value={started} error={fields['startedAt']} onChange={setStarted} testId="record-started" />
        <MomentInput label={record.ended} value={ended} error={fields['endedAt']} onChange={setEnded} testId="record-ended" />
      </div>
      <Segmented label={record.how} value={how} options={[{ value: 'upload', label: record.upload }, { value: 'draw', label: record.draw }]} onChange={setHow} />
      {how === 'upload' ? (
        <Field label={record.file} hint={record.fileHint}>
          {(attributes) => <input {...attributes} type="file" accept=".gpx,.geojson,.json,application/gpx+xml,application/geo+json" className="block w-full text-sm file:mr-3 file:h-9 file:rounded-lg file:border file:border-edge file:bg-surface file:px-3" onChange={(event) => setFile(event.target.files?.[0] ?? null)} data-testid="record-file" />}
        </Field>
      ) : (
        <>
          <div className="overflow-hidden rounded-lg border border-line">
            <DrawBar drawing={drawing} />
            <PatrolMap
              reference={reference} editionId={patrol.editionId} day={dayOf(patrol.from)} title={record.title} overlay="patrol" coverage={patrol.planned.arcs} patrols={[patrol]} bounds={boundsOfGeometries([patrol.plan])} asOfSeconds={null}
              onReady={(controller) => { drawing.onMapReady(controller); drawing.begin('line'); }} className="h-72" testId="record-map"
            />
          </div>
          <RouteNumbers drawing={drawing} />
        </>
      )}
      {fault === null ? null : <p role="alert" className="text-xs text-alarm" data-testid="record-fault">{fault}</p>}
    </FormDialog>
  );
}
