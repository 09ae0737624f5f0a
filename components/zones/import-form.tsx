'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { ZoneImport } from '@/lib/domain/zone';
import { formatCount } from '@/lib/format/format-number';
import { boundsOfParts, toZoneParts } from '@/lib/view/zone-rings';
import { getEditionAt } from '@/lib/view/in-force';
import type { Reference } from '@/components/data/api-types';
import { fetchJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { mediaTypeOfZones, MOST_FILE_BYTES } from './zone-file';
import { formatArea, toDraft } from './zone-words';
import { ZoneMap } from './zone-map';

interface ImportFormProps {
  readonly reference: Reference;
  readonly today: Day;
  readonly onStored: () => void;
  readonly onClose: () => void;
}

type GoodFeature = Extract<ZoneImport['features'][number], { kind: 'ok' }>;

/** Reads zones from a file: shows what it holds and what is refused, then stores the good ones as drafts. */
export function ImportForm({ reference, today, onStored, onClose }: ImportFormProps) {
  const { messages } = usePreferences();
  const { importing } = messages.zones;
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [preview, setPreview] = useState<ZoneImport | null>(null);
  const action = useAction();
  const edition = getEditionAt(reference.editions, today);
  const good = useMemo(() => (preview?.features ?? []).filter((one): one is GoodFeature => one.kind === 'ok'), [preview]);

  const send = (chosen: File, store: boolean): Promise<ZoneImport> => {
    const query = new URLSearchParams({ file: chosen.name, edition: edition.id, ...(store ? { store: '1' } : {}) });
    return fetchJson<ZoneImport>(`/api/zones/imports?${query.toString()}`, { method: 'POST', headers: { 'content-type': mediaTypeOfZones(chosen.name) ?? '' }, body: chosen });
  };
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    setPreview(null);
    action.clear();
    const wrong = chosen === null ? null : chosen.size > MOST_FILE_BYTES ? importing.tooLarge : mediaTypeOfZones(chosen.name) === null ? importing.badKind : null;
    setFault(wrong);
    if (chosen !== null && wrong === null) void action.run(async () => { setPreview(await send(chosen, false)); });
  };
  const store = async (): Promise<void> => {
    if (fault !== null) return;
    if (file === null || preview === null || good.length === 0) {
      setFault(file === null ? importing.missing : preview === null ? null : importing.nothing);
      return;
    }
    if (!await action.run(async () => { await send(file, true); })) return;
    onStored();
    onClose();
  };
  return (
    <FormDialog title={importing.title} hint={importing.hint} action={action} submitLabel={importing.store(String(good.length))} wide={preview !== null} onSubmit={() => void store()} onClose={onClose} testId="import-form">
      <Field label={importing.file}>
        {(attributes) => <input {...attributes} type="file" accept=".geojson,.json,.kml,application/geo+json,application/vnd.google-earth.kml+xml" className="block w-full text-sm file:mr-3 file:h-9 file:rounded-lg file:border file:border-edge file:bg-surface file:px-3" onChange={(event) => choose(event.target.files?.[0] ?? null)} data-testid="import-file" />}
      </Field>
      {fault === null ? null : <p role="alert" className="text-sm text-alarm" data-testid="import-fault">{fault}</p>}
      {action.busy && preview === null ? <p role="status" className="text-sm text-ink-2">{importing.reading}</p> : null}
      {preview === null ? null : <Preview preview={preview} good={good} reference={reference} today={today} editionId={edition.id} />}
    </FormDialog>
  );
}

interface PreviewProps {
  readonly preview: ZoneImport;
  readonly good: readonly GoodFeature[];
  readonly reference: Reference;
  readonly today: Day;
  readonly editionId: string;
}

function Preview({ preview, good, reference, today, editionId }: PreviewProps) {
  const { messages, language } = usePreferences();
  const { importing } = messages.zones;
  const drawn = useMemo(() => good.map(({ place, name, geometry }) => toDraft(String(place), name ?? '', geometry)), [good]);
  const bounds = useMemo(() => boundsOfParts(good.flatMap(({ geometry }) => toZoneParts(geometry))), [good]);
  const nameOf = ({ name, place }: { readonly name: string | null; readonly place: number }): string => name ?? importing.nameless(String(place));
  return (
    <>
      <p className="tabular text-sm font-medium" role="status" data-testid="import-found">{importing.found(formatCount(good.length, language), formatCount(preview.features.length - good.length, language))}</p>
      {good.length === 0 ? null : <ZoneMap reference={reference} editionId={editionId} day={today} title={importing.preview} zones={drawn} bounds={bounds} className="h-64 rounded-lg border border-line" testId="import-map" />}
      <ul tabIndex={0} aria-label={importing.result} className="scroll-quiet max-h-48 divide-y divide-line overflow-y-auto text-sm">
        {preview.features.map((feature) => (
          <li key={feature.place} className="flex items-start gap-2 py-1.5" data-testid="import-feature" data-kind={feature.kind}>
            {feature.kind === 'ok' ? <CircleCheck size={16} aria-hidden className="mt-0.5 shrink-0 text-accent" /> : <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-alarm" />}
            <span className="min-w-0 flex-1"><span className="font-medium">{nameOf(feature)}</span>{feature.kind === 'ok' ? null : <span className="block text-xs text-alarm">{importing.bad}: {feature.reason}</span>}</span>
            <span className="tabular text-xs text-ink-2">{feature.kind === 'ok' ? formatArea(feature.areaSquareMetres, language, messages) : ''}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
