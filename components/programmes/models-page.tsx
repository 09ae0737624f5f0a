'use client';

import { LocateFixed, MapPinned, Pencil, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { PreventionModel } from '@/lib/domain/prevention-model';
import { formatDay, formatDayRange } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { buildArcFeatures } from '@/lib/layers/border-zone-layer';
import { buildWardPoints } from '@/lib/layers/label-layers';
import { buildModelFeatures } from '@/lib/layers/model-layer';
import { getEditionAt, listClustersAt } from '@/lib/view/in-force';
import { parseCoordinates } from '@/lib/view/parse-coordinates';
import { pathOfPage } from '@/components/briefing/pin-button';
import { MapWords } from '@/components/clusters/cluster-map';
import type { Reference } from '@/components/data/api-types';
import { useArcs, useReference, useWards } from '@/components/data/use-reference';
import { PngButton } from '@/components/exports/png-dialog';
import type { Bounds } from '@/components/map/map-controller';
import { PageMap } from '@/components/map/page-map';
import { usePageMapContext } from '@/components/map/use-page-map-context';
import { ConsolePage } from '@/components/shell/console-page';
import { Button, IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { StateNote } from '@/components/ui/state-note';
import { useHomeBounds } from '@/components/zones/use-home-bounds';
import { ModelForm } from './model-form';
import { ProgrammeTabs } from './programme-tabs';
import { useModels } from './use-programmes';

const NOTHING: readonly never[] = [];
/** Half of what is shown around one model, in degrees: some 500 m. */
const AROUND = 0.005;
/** Of a model that is not there yet. */
const NEW_ID = 'new';

/** The named models as a list and on the map. */
export function ModelsPage({ today }: { readonly today: Day }) {
  const { messages: { programmes: { models: texts, failed } } } = usePreferences();
  const reference = useReference();
  const query = useModels();
  const [editing, setEditing] = useState<Editing | null>(null);
  return (
    <ConsolePage bare me={reference.state === 'ready' ? reference.data.me : null} title={texts.title} lead={texts.lead} actions={<><ProgrammeTabs current="models" /><PngButton source={() => ({ kind: 'page', path: pathOfPage() })} />{query.state === 'ready' && query.data.mayWrite ? <Button kind="primary" onClick={() => setEditing({ model: null, place: '' })} data-testid="model-new"><Plus size={16} aria-hidden /> {texts.add}</Button> : null}</>}>
      <QueryState query={reference} failed={failed} lines={10}>
        {(ready) => <QueryState query={query} failed={failed} lines={10}>{({ models, mayWrite }) => <ModelsBrowser reference={ready} models={models} mayWrite={mayWrite} today={today} editing={editing} onEdit={setEditing} onSaved={query.refresh} />}</QueryState>}
      </QueryState>
    </ConsolePage>
  );
}

/** A model that is being written, and its position as `latitude, longitude`. */
interface Editing {
  readonly model: PreventionModel | null;
  readonly place: string;
}

const placeOf = ([longitude, latitude]: readonly [number, number]): string => `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
const startEditing = (model: PreventionModel): Editing => ({ model, place: placeOf(model.position) });

interface ModelsBrowserProps {
  readonly reference: Reference;
  readonly models: readonly PreventionModel[];
  readonly mayWrite: boolean;
  readonly today: Day;
  readonly editing: Editing | null;
  readonly onEdit: (editing: Editing | null) => void;
  readonly onSaved: () => void;
}

/** The models as they would be with the one that is being written. */
function withEdited(models: readonly PreventionModel[], editing: Editing | null, editionId: string, name: string, today: Day): readonly PreventionModel[] {
  const position = editing === null ? null : parseCoordinates(editing.place);
  if (editing === null || position === null) return models;
  const made: PreventionModel = editing.model ?? {
    id: NEW_ID, version: 0, kind: 'other', name, place: '', position, ward: { editionId, code: '', name: '' }, from: today, to: null, programmeId: null, assumed: false, note: null,
  };
  return [...models.filter(({ id }) => id !== made.id), { ...made, position }];
}

function ModelsBrowser({ reference, models, mayWrite, today, editing, onEdit, onSaved }: ModelsBrowserProps) {
  const { messages: { programmes: { models: texts } }, language } = usePreferences();
  const [chosen, setChosen] = useState<PreventionModel | null>(null);
  const editionId = getEditionAt(reference.editions, today).id;
  const home = useHomeBounds(reference, editionId, today);
  const bounds = useMemo((): Bounds | null => (chosen === null ? null : [chosen.position[0] - AROUND, chosen.position[1] - AROUND, chosen.position[0] + AROUND, chosen.position[1] + AROUND]), [chosen]);
  const shown = useMemo(() => withEdited(models, editing, editionId, texts.newName, today), [models, editing, editionId, texts.newName, today]);
  const current = models.filter(({ from, to }) => from <= today && (to === null || today <= to)).length;
  return (
    <div className="scroll-quiet flex h-full flex-col overflow-y-auto lg:grid lg:grid-cols-[minmax(320px,400px)_minmax(0,1fr)] lg:overflow-hidden" data-testid="models-page">
      <div className="flex min-h-0 flex-col border-line lg:border-r">
        <p className="tabular border-b border-line px-3 py-2 text-xs text-ink-2" role="status" data-testid="model-count">{texts.count(formatCount(models.length, language))} · {texts.inForce(formatCount(current, language))}</p>
        {editing !== null ? (
          <ModelForm key={editing.model?.id ?? NEW_ID} model={editing.model} today={today} place={editing.place} onPlace={(place) => onEdit({ ...editing, place })} onClose={() => onEdit(null)} onSaved={onSaved} />
        ) : models.length === 0 ? <StateNote icon={<MapPinned size={30} />} title={texts.empty} testId="models-empty" /> : (
          <ul className="scroll-quiet divide-y divide-line bg-surface lg:min-h-0 lg:flex-1 lg:overflow-y-auto" aria-label={texts.title} data-testid="model-list">
            {models.map((one) => <ModelRow key={one.id} model={one} today={today} onShow={() => setChosen(one)} onEdit={mayWrite ? () => { setChosen(one); onEdit(startEditing(one)); } : null} />)}
          </ul>
        )}
      </div>
      <div className="flex h-[60dvh] shrink-0 flex-col border-t border-line lg:h-full lg:min-h-0 lg:border-t-0">
        <ModelMap reference={reference} editionId={editionId} day={today} models={shown} chosen={editing === null ? (chosen?.id ?? null) : (editing.model?.id ?? NEW_ID)} bounds={bounds ?? home}
          onPick={editing === null ? undefined : (position) => onEdit({ ...editing, place: placeOf(position) })} />
        <MapWords lines={models.map(({ name, place, ward }) => texts.words(name, place, formatWardInSentence(ward.name, language)))} />
      </div>
    </div>
  );
}

function ModelRow({ model, today, onShow, onEdit }: { readonly model: PreventionModel; readonly today: Day; readonly onShow: () => void; readonly onEdit: (() => void) | null }) {
  const { messages: { programmes: { models: texts, assumed } }, language } = usePreferences();
  const isOver = model.to !== null && model.to < today;
  return (
    <li className="flex items-start gap-2 px-3 py-2" data-testid="model-row">
      <div className="min-w-0 flex-1">
        <p className="text-sm font-medium">{model.name} <span className="text-xs font-normal text-ink-2">{texts.kinds[model.kind]}</span></p>
        <p className="text-xs text-ink-2">{model.place} · {formatWardInSentence(model.ward.name, language)}</p>
        <p className="tabular text-xs text-ink-2">{model.to === null ? texts.since(formatDay(model.from)) : formatDayRange(model.from, model.to)}{isOver ? ` · ${texts.ended}` : ''}{model.assumed ? ` · ${assumed}` : ''}</p>
        {model.note === null ? null : <p className="text-xs whitespace-pre-line">{model.note}</p>}
      </div>
      {onEdit === null ? null : <IconButton label={texts.editOf(model.name)} onClick={onEdit} data-testid="model-edit"><Pencil size={15} aria-hidden /></IconButton>}
      <IconButton label={`${texts.show}: ${model.name}`} onClick={onShow}><LocateFixed size={16} aria-hidden /></IconButton>
    </li>
  );
}

interface ModelMapProps {
  readonly reference: Reference;
  readonly editionId: string;
  readonly day: Day;
  readonly models: readonly PreventionModel[];
  readonly chosen: string | null;
  readonly bounds: Bounds | null;
  readonly onPick: ((position: readonly [number, number]) => void) | undefined;
}

function ModelMap({ reference, editionId, day, models, chosen, bounds, onPick }: ModelMapProps) {
  const { messages: { programmes: { models: texts } } } = usePreferences();
  const clusters = useMemo(() => listClustersAt(reference.clusters, editionId, day, reference.defaultWidthMetres), [reference, editionId, day]);
  const [wardsQuery, arcsQuery] = [useWards(editionId), useArcs(editionId)];
  const ground = usePageMapContext(reference, clusters);
  const wards = wardsQuery.state === 'ready' ? wardsQuery.data : null;
  const arcs = arcsQuery.state === 'ready' ? arcsQuery.data.features : NOTHING;
  const context = useMemo(() => (ground === null ? null : { ...ground, models: true }), [ground]);
  const data = useMemo(() => ({
    arcs: buildArcFeatures(arcs, clusters, reference.defaultWidthMetres), ...(wards === null ? {} : { wards, 'ward-points': buildWardPoints(wards, new Set()) }),
  }), [arcs, clusters, wards, reference.defaultWidthMetres]);
  const drawn = useMemo(() => buildModelFeatures(models, day, chosen), [models, day, chosen]);
  return <PageMap context={context} data={{ ...data, models: drawn }} title={texts.mapTitle} bounds={bounds} day={day} asOfSeconds={null} onPick={onPick} legendOpen className="min-h-0 flex-1" testId="models-map" />;
}
