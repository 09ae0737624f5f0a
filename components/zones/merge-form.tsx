'use client';

import { useEffect, useMemo, useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { Zone, ZoneGeometry } from '@/lib/domain/zone';
import { areaOf } from '@/lib/geo/ellipsoid-area';
import { boundsOfParts, toZoneParts } from '@/lib/view/zone-rings';
import type { Reference } from '@/components/data/api-types';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { formatArea, toDraft, toDrawnZone } from './zone-words';
import { ZoneMap } from './zone-map';

interface MergeFormProps {
  readonly reference: Reference;
  readonly today: Day;
  readonly zones: readonly Zone[];
  readonly onMerged: (zone: Zone) => void;
  readonly onClose: () => void;
}

type Preview = { readonly state: 'computing' } | { readonly state: 'failed' } | { readonly state: 'ready'; readonly geometry: ZoneGeometry };

/** The merged shape, worked out here to be seen before the server does the same. */
function usePreview(zones: readonly Zone[]): Preview {
  const [preview, setPreview] = useState<Preview>({ state: 'computing' });
  useEffect(() => {
    let isCurrent = true;
    const set = (next: Preview): void => { if (isCurrent) setPreview(next); };
    void import('@/lib/geo/merge-areas').then(({ mergeAreas }) => {
      const geometry = mergeAreas(zones.map((zone) => zone.geometry));
      set(geometry === null ? { state: 'failed' } : { state: 'ready', geometry: geometry as ZoneGeometry });
    }).catch(() => set({ state: 'failed' }));
    return () => { isCurrent = false; };
  }, [zones]);
  return preview;
}

/** Merges chosen zones into one, after showing what comes out. */
export function MergeForm({ reference, today, zones, onMerged, onClose }: MergeFormProps) {
  const { messages, language } = usePreferences();
  const { merge, form } = messages.zones;
  const [name, setName] = useState(zones[0]?.name ?? '');
  const [isMissing, setMissing] = useState(false);
  const action = useAction();
  const preview = usePreview(zones);
  const drawn = useMemo(() => (preview.state === 'ready' ? [toDraft('merged', name, preview.geometry)] : zones.map(toDrawnZone)), [preview, zones, name]);
  const bounds = useMemo(() => boundsOfParts(zones.flatMap(({ geometry }) => toZoneParts(geometry))), [zones]);
  const parts = preview.state === 'ready' ? toZoneParts(preview.geometry).length : 0;
  const submit = async (): Promise<void> => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    let merged: Zone | null = null;
    const done = await action.run(async () => {
      merged = (await sendJson<{ readonly zone: Zone }>('POST', '/api/zones/merge', { zones: zones.map(({ id, version }) => ({ id, version })), name: name.trim() })).zone;
    });
    if (done && merged !== null) onMerged(merged);
  };
  return (
    <FormDialog title={merge.title} hint={merge.hint} action={action} knownFields={['name']} submitLabel={merge.submit} wide onSubmit={() => void submit()} onClose={onClose} testId="merge-form">
      <Field label={merge.name} error={isMissing ? form.missingName : action.error?.fields['name']}>
        {(attributes) => <input {...attributes} className="control" value={name} onChange={(event) => setName(event.target.value)} data-testid="merge-name" />}
      </Field>
      <ZoneMap reference={reference} editionId={zones[0]?.editionId ?? ''} day={today} title={merge.preview} zones={drawn} bounds={bounds} className="h-72 rounded-lg border border-line" testId="merge-map" />
      <p className="tabular text-sm text-ink-2" role="status" data-testid="merge-preview" data-state={preview.state}>
        {preview.state === 'computing' ? merge.computing : preview.state === 'failed' ? merge.failed : (
          <>{merge.total(formatArea(zones.reduce((sum, zone) => sum + zone.areaSquareMetres, 0), language, messages), formatArea(areaOf(preview.geometry), language, messages))}. {merge.result(String(parts))}.{parts > 1 ? ` ${merge.apart}` : ''}</>
        )}
      </p>
    </FormDialog>
  );
}
