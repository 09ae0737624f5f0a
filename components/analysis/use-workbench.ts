'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AnalysisRun, AnalysisScope } from '@/lib/domain/analysis';
import type { Day } from '@/lib/domain/instant';
import type { PointColumns } from '@/lib/domain/point-columns';
import { draftOfRun, formatAnalysisView, isDraftOfRun, readAnalysisView, scopeOfDraft, type AnalysisDraft } from '@/lib/view/analysis-view';
import { getEditionAt } from '@/lib/view/in-force';
import type { Reference } from '@/components/data/api-types';
import { postJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { readParameters } from './parameter-draft';
import { asksNothing, proposeDraft } from './propose-draft';
import type { MethodInfo } from './use-analyses';
import { useRun } from './use-run';

/** Why a form can not be sent. */
export type DraftFault = 'area' | 'method' | 'order' | 'parameters';

const replaceAddress = (search: string): void => window.history.replaceState(null, '', search === '' ? '/analysis' : `/analysis?${search}`);

/** The form and the run on the screen: the form follows the run until it is edited, the address follows both. */
export function useWorkbench(reference: Reference, methods: readonly MethodInfo[], points: PointColumns | null, today: Day, search: string) {
  const [initial] = useState(() => readAnalysisView(new URLSearchParams(search), today));
  const [runId, setRunId] = useState(initial.run);
  const [edited, setEdited] = useState<AnalysisDraft | null>(initial.run !== null || asksNothing(new URLSearchParams(search)) ? null : initial.draft);
  const [isChecked, setChecked] = useState(false);
  const { query, put, refresh } = useRun(runId);
  const action = useAction();
  const run = query.state === 'ready' ? query.run : null;
  const proposed = useMemo(() => (runId === null ? proposeDraft(readAnalysisView(new URLSearchParams(), today).draft, reference, points, today) : initial.draft), [runId, reference, points, today, initial]);
  const draft = useMemo(() => edited ?? (run === null ? proposed : draftOfRun(run)), [edited, run, proposed]);
  const inForce = getEditionAt(reference.editions, draft.to).id;
  const editionId = draft.editionId ?? inForce;
  const scope = useMemo((): AnalysisScope | null => scopeOfDraft(draft, inForce), [draft, inForce]);
  const method = methods.find(({ id }) => id === draft.method);
  const parameters = useMemo(() => readParameters(method?.fields ?? [], draft.parameters), [method, draft.parameters]);
  const fault: DraftFault | null = draft.method === null ? 'method' : draft.area === null ? 'area' : draft.from > draft.to ? 'order' : parameters.faults.size > 0 ? 'parameters' : null;

  useEffect(() => { if (runId === null && edited !== null) replaceAddress(formatAnalysisView({ run: null, draft: edited })); }, [runId, edited]);
  useEffect(() => {
    const onBack = (): void => {
      const asked = new URLSearchParams(window.location.search);
      const view = readAnalysisView(asked, today);
      setRunId(view.run);
      setEdited(view.run === null && !asksNothing(asked) ? view.draft : null);
    };
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, [today]);

  const open = useCallback((id: string): void => {
    window.history.pushState(null, '', `/analysis?run=${id}`);
    setRunId(id);
    setEdited(null);
  }, []);
  const show = useCallback((next: AnalysisRun): void => {
    put(next);
    open(next.id);
  }, [put, open]);
  const change = (part: Partial<AnalysisDraft>): void => {
    const next = { ...draft, ...part };
    // Another method asks for other parameters; other boundaries know other wards.
    const isOther = part.method !== undefined && part.method !== draft.method;
    setEdited(isOther ? { ...next, parameters: {} } : next);
    setChecked(false);
    action.clear();
  };
  const start = (): void => {
    setChecked(true);
    if (fault !== null || scope === null || draft.method === null) return;
    const body = { method: draft.method, scope, parameters: parameters.values, seed: Math.min(0x7fff_ffff, Number(draft.seed === '' ? 0 : draft.seed)) };
    void action.run(async (id) => show(await postJson<AnalysisRun>('/api/stats/runs', { id, ...body })));
  };
  // What is proposed depends on the incidents; until they are here a run would be asked of other days than the form will show.
  const isReady = edited !== null || runId !== null || points !== null;
  const isOutdated = run !== null && edited !== null && !isDraftOfRun(draft, run, inForce);
  return { draft, editionId, scope, method, faults: parameters.faults, fault: isChecked ? fault : null, action, query, run, runId, isOutdated, isReady, change, start, open, show, put, refresh };
}
