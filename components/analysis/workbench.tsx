'use client';

import { ChevronDown } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { MAY_ANALYSE, type AnalysisRun } from '@/lib/domain/analysis';
import type { Day } from '@/lib/domain/instant';
import { formatDayRange } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import type { LayerContext } from '@/lib/layers/layer-context';
import type { Reference } from '@/components/data/api-types';
import { usePoints } from '@/components/data/use-points';
import { useWards } from '@/components/data/use-reference';
import type { MapController } from '@/components/map/map-controller';
import { usePreferences } from '@/components/ui/preferences';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { listAreaShapes, nameArea, type Areas } from './area-of-scope';
import { boundsOfShapes } from './bounds-of-shapes';
import { findMethodTexts } from './method-texts';
import { ResultDock } from './result-dock';
import { ResultPanel } from './result-panel';
import { RunForm } from './run-form';
import { RunList } from './run-list';
import { RunMap } from './run-map';
import { RunProgress } from './run-progress';
import { RunResult } from './run-result';
import { saveRunPicture } from './save-run-picture';
import { useDonePatrols, useZones, type MethodInfo } from './use-analyses';
import { usePhrases } from './use-phrases';
import { useWorkbench } from './use-workbench';

interface WorkbenchProps {
  readonly reference: Reference;
  readonly methods: readonly MethodInfo[];
  readonly today: Day;
  readonly search: string;
}

const NOTHING: readonly never[] = [];

/** Question, map and answer side by side; on a phone one under the other. */
export function Workbench({ reference, methods, today, search }: WorkbenchProps) {
  const { messages, language } = usePreferences();
  const { analysis } = messages;
  const { points } = usePoints();
  const bench = useWorkbench(reference, methods, points, today, search);
  const { draft, editionId, scope, query, run, runId } = bench;
  const mayRun = MAY_ANALYSE.includes(reference.me.role);
  const wide = useMediaQuery('(min-width: 1024px)');
  const wardsQuery = useWards(editionId);
  const zonesQuery = useZones();
  const zones = zonesQuery.state === 'ready' ? zonesQuery.data.zones : NOTHING;
  const wards = wardsQuery.state === 'ready' ? wardsQuery.data : null;
  const areas = useMemo((): Areas => ({ wards, zones, clusters: reference.clusters.filter((cluster) => cluster.editionId === editionId) }), [wards, zones, reference.clusters, editionId]);
  const phrases = usePhrases(reference, editionId);
  const isShown = run !== null && !bench.isOutdated;
  const shownScope = isShown ? run.scope : scope;
  const shapes = useMemo(() => (shownScope === null ? NOTHING : listAreaShapes(shownScope.area, areas, shownScope.to)), [shownScope, areas]);
  const outcome = run?.outcome ?? null;
  const result = outcome?.kind === 'found' ? outcome : null;
  const texts = run === null ? null : findMethodTexts(language, run.method);
  const method = methods.find(({ id }) => id === run?.method);
  const hasPatrol = method?.fields.some(({ kind }) => kind === 'patrol') === true;
  const patrols = useDonePatrols(run !== null && hasPatrol ? run.scope : null);
  const [choice, setChoice] = useState<{ readonly run: string | null; readonly finding: string } | null>(null);
  const chosen = result?.findings.find(({ id }) => choice?.run === runId && id === choice.finding) ?? null;
  const mapRef = useRef<{ readonly controller: MapController; readonly context: LayerContext } | null>(null);
  const choose = useCallback((id: string): void => {
    setChoice({ run: runId, finding: id });
    const bounds = boundsOfShapes(result?.findings.filter((one) => one.id === id).map(({ geometry }) => geometry) ?? []);
    if (bounds !== null) mapRef.current?.controller.fit(bounds);
  }, [runId, result]);
  const nameScope = (one: AnalysisRun): string => (one.scope.editionId === editionId || one.scope.area.kind === 'cluster'
    ? nameArea(one.scope.area, { ...areas, clusters: reference.clusters }, phrases.ward, (count) => analysis.provenance.wardsCount(formatCount(count, language)))
    : analysis.scope.areaKinds[one.scope.area.kind]);
  const editionName = (id: string): string => {
    const edition = reference.editions.find((one) => one.id === id);
    return edition === undefined ? '…' : `${edition.title} (${formatDayRange(edition.effectiveFrom, edition.effectiveTo)})`;
  };
  const nameThing = (id: string): string => zones.find((zone) => zone.id === id)?.name ?? (patrols.state === 'ready' ? patrols.data.patrols.find((patrol) => patrol.id === id)?.name : undefined) ?? '…';
  const picture = async (): Promise<void> => {
    if (run !== null && texts !== null && mapRef.current !== null) await saveRunPicture({ ...mapRef.current, run, texts, phrases, messages, language, areaName: nameScope(run) });
  };
  const onChanged = (next: AnalysisRun): void => {
    bench.put(next);
    bench.refresh();
  };
  const form = mayRun
    ? <RunForm bench={bench} reference={reference} methods={methods} areas={areas} phrases={phrases} today={today} used={run !== null && run.method === draft.method ? (run.used?.parameters ?? NOTHING) : NOTHING} />
    : <p className="text-xs text-ink-2" data-testid="read-only">{analysis.readOnly}</p>;
  return (
    <div className="flex h-full min-h-0 flex-col max-lg:overflow-y-auto lg:grid lg:grid-cols-[clamp(264px,20vw,320px)_minmax(0,1fr)_clamp(312px,24vw,420px)]" data-testid="workbench">
      <Column title={analysis.scope.title} isFolded={!wide && runId !== null} isWide={wide} className="border-line lg:order-1 lg:border-r">
        {form}
        <RunList chosen={runId} nameScope={nameScope} mayRun={mayRun} onOpen={({ id }) => bench.open(id)} />
      </Column>
      <section aria-label={analysis.result.text} className="scroll-quiet min-w-0 border-line bg-surface lg:order-3 lg:overflow-y-auto lg:border-l" data-testid="result-panel">
        <ResultPanel query={query} onRetry={bench.refresh} progress={(one) => <RunProgress run={one} mayRun={mayRun} onChanged={bench.refresh} />}>
          {(one) => (texts === null ? <p className="p-4 text-sm">{analysis.method.missing}</p> : (
            <RunResult
              run={one} method={method} texts={texts} phrases={phrases} areaName={nameScope(one)} editionName={editionName(one.scope.editionId)} nameThing={nameThing} mayRun={mayRun} role={reference.me.role} chosen={chosen?.id ?? null}
              isOutdated={bench.isOutdated} onChoose={choose} onOpen={bench.open} onChanged={onChanged} onRefresh={bench.refresh} onRerun={bench.show} onPicture={picture}
            />
          ))}
        </ResultPanel>
      </section>
      <div className="flex min-h-0 min-w-0 flex-col max-lg:shrink-0 lg:order-2">
        <RunMap
          reference={reference} points={points} editionId={editionId} scope={shownScope} day={shownScope?.to ?? draft.to} shapes={shapes} zones={zones} result={result} texts={texts} phrases={phrases}
          asOfSeconds={run === null || run.asOf === null ? null : Math.floor(Date.parse(run.asOf) / 1000)} chosen={chosen} onChoose={choose} mapRef={mapRef} className="min-h-0 flex-1 max-lg:h-[62vh] max-lg:flex-none"
        />
        {run === null || result === null || texts === null ? null : <ResultDock key={run.id} runId={run.id} result={result} texts={texts} phrases={phrases} chosen={chosen?.id ?? null} onChoose={choose} />}
      </div>
    </div>
  );
}

interface ColumnProps {
  readonly title: string;
  /** On a phone with a result the form steps back. */
  readonly isFolded: boolean;
  readonly isWide: boolean;
  readonly className: string;
  readonly children: ReactNode;
}

function Column({ title, isFolded, isWide, className, children }: ColumnProps) {
  if (isWide) return <div className={`scroll-quiet min-h-0 space-y-4 overflow-y-auto bg-surface px-4 pt-4 ${className}`}>{children}</div>;
  return (
    <details key={String(isFolded)} open={!isFolded} className={`group shrink-0 border-b bg-surface ${className}`}>
      <summary className="flex min-h-11 list-none items-center gap-2 px-4 text-sm font-semibold">{title} <ChevronDown size={15} aria-hidden className="ml-auto transition-transform duration-150 group-open:rotate-180" /></summary>
      <div className="space-y-4 px-4 pb-3">{children}</div>
    </details>
  );
}
