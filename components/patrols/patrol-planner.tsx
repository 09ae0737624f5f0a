'use client';

import { useRouter } from 'next/navigation';
import { useDeferredValue, useMemo, useRef, useState, type FormEvent } from 'react';
import { daySchema, type Day } from '@/lib/domain/instant';
import { findNearestOnArcs, indexArcs } from '@/lib/view/nearest-on-arcs';
import { getEditionAt, listClustersAt } from '@/lib/view/in-force';
import { boundsOfWards } from '@/components/console/ward-bounds';
import type { Reference } from '@/components/data/api-types';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { useArcs, useWards } from '@/components/data/use-reference';
import { useDrawTool } from '@/components/map/use-draw-tool';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { MapWords } from '@/components/clusters/cluster-map';
import { describeArcCoverage } from './coverage-words';
import { DrawBar } from './draw-bar';
import { EMPTY_REACH, parseReach, readPlan, toPatrolGeometry, type PlanDraft, type PlanFault } from './plan-draft';
import { PatrolMap } from './patrol-map';
import { PlanFields } from './plan-fields';
import { PlanPreview } from './plan-preview';
import { previewCoverage } from './preview-coverage';

interface PatrolPlannerProps {
  readonly reference: Reference;
  readonly today: Day;
}

const SNAP_METRES = 40;
const NOTHING: readonly never[] = [];

function firstDraft({ me, clusters, editions }: Reference, today: Day): PlanDraft {
  const edition = getEditionAt(editions, today);
  const own = me.ward?.code;
  const cluster = listClustersAt(clusters, edition.id, today, 0).find(({ memberCodes }) => own !== undefined && memberCodes.includes(own));
  return { name: '', clusterId: cluster?.id ?? null, from: `${today}T20:00`, to: `${today}T22:00`, reach: EMPTY_REACH, wards: own === undefined ? [] : [own], note: '' };
}

const dayOfInput = (value: string, fallback: Day): Day => {
  const parsed = daySchema.safeParse(value.slice(0, 10));
  return parsed.success ? parsed.data : fallback;
};

/** Plans a patrol: one window, a route or an area, and the wards on both sides; says what it will cover before it is sent. */
export function PatrolPlanner({ reference, today }: PatrolPlannerProps) {
  const { messages, language } = usePreferences();
  const { planner } = messages.patrols;
  const router = useRouter();
  const [draft, setDraft] = useState(() => firstDraft(reference, today));
  const [snaps, setSnaps] = useState(false);
  const [faults, setFaults] = useState<ReadonlySet<PlanFault>>(new Set());
  const idRef = useRef<string | null>(null);
  const action = useAction();
  const day = dayOfInput(draft.from, today);
  const edition = useMemo(() => getEditionAt(reference.editions, day), [reference.editions, day]);
  const wardsQuery = useWards(edition.id);
  const arcsQuery = useArcs(edition.id);
  const wards = wardsQuery.state === 'ready' ? wardsQuery.data : null;
  const arcs = arcsQuery.state === 'ready' ? arcsQuery.data.features : NOTHING;
  const drawing = useDrawTool(null, (position) => {
    const nearest = snaps ? findNearestOnArcs(arcs, position) : null;
    return nearest !== null && nearest.distanceMetres <= SNAP_METRES ? nearest.position : null;
  });
  const geometry = useDeferredValue(useMemo(() => toPatrolGeometry(drawing.shape), [drawing.shape]));
  const reach = parseReach(draft.reach);
  const preview = useMemo(
    () => (geometry === null || reach === null || wards === null ? null : previewCoverage(geometry, reach, edition.id, wards, arcs)),
    [geometry, reach, wards, arcs, edition.id],
  );
  const cluster = useMemo(() => listClustersAt(reference.clusters, edition.id, day, 0).find(({ id }) => id === draft.clusterId), [reference.clusters, edition.id, day, draft.clusterId]);
  const bounds = useMemo(() => {
    if (wards === null) return null;
    const own = reference.me.ward?.code;
    const codes = cluster?.memberCodes ?? (own === undefined ? [] : [own, ...(indexArcs(arcs).get(own) ?? []).flatMap(({ properties }) => [properties.wardA, properties.wardB])]);
    return boundsOfWards(wards, new Set(codes.length > 0 ? codes : reference.clusters.filter(({ editionId }) => editionId === edition.id).flatMap(({ members }) => members.map(({ wardCode }) => wardCode))));
  }, [wards, arcs, cluster, reference, edition.id]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    idRef.current ??= crypto.randomUUID();
    const result = readPlan(draft, toPatrolGeometry(drawing.shape), idRef.current);
    setFaults(result.kind === 'wrong' ? result.faults : new Set());
    if (result.kind === 'wrong') return;
    if (await action.run(() => send('POST', '/api/patrols', result.body))) router.push(`/patrols/${idRef.current}`);
  };
  const words = preview?.arcs.map((arc) => describeArcCoverage(arc, messages, language)) ?? [];
  return (
    <div className="scroll-quiet h-full overflow-y-auto lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(380px,42%)] lg:overflow-hidden" data-testid="patrol-planner">
      <div className="flex h-[56dvh] flex-col border-b border-line lg:h-full lg:min-h-0 lg:border-r lg:border-b-0">
        <DrawBar drawing={drawing} snaps={snaps} onSnaps={setSnaps} />
        <PatrolMap
          reference={reference} editionId={edition.id} day={day} title={planner.title} overlay="coverage" coverage={preview?.arcs ?? NOTHING} patrols={NOTHING} bounds={bounds} asOfSeconds={null}
          onReady={(controller) => { drawing.onMapReady(controller); drawing.begin('line'); }} className="min-h-0 flex-1" testId="planner-map"
        />
        <MapWords lines={words} />
      </div>
      <form onSubmit={(event) => void submit(event)} noValidate className="scroll-quiet space-y-4 px-4 py-4 lg:min-h-0 lg:overflow-y-auto">
        <PlanPreview preview={preview} drawn={drawing.shape !== null} />
        <PlanFields draft={draft} faults={faults} fields={action.error?.fields ?? {}} reference={reference} editionId={edition.id} day={day} preview={preview} wards={wards} drawing={drawing} onChange={(part) => setDraft((before) => ({ ...before, ...part }))} />
        {faults.has('missing') ? <p role="alert" className="text-xs text-alarm">{planner.missing}</p> : null}
        {action.error === null ? null : <p role="alert" className="text-sm text-alarm" data-testid="form-error">{action.error.message}</p>}
        <Button type="submit" kind="primary" size="large" className="w-full" disabled={action.busy} data-testid="plan-submit">{action.busy ? planner.saving : planner.save}</Button>
      </form>
    </div>
  );
}
