'use client';

import { Download, Route } from 'lucide-react';
import { useMemo } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { ArcCoverage, SidesCovered } from '@/lib/domain/patrol';
import { formatCount } from '@/lib/format/format-number';
import { getEditionAt } from '@/lib/view/in-force';
import type { Reference } from '@/components/data/api-types';
import { useArcs } from '@/components/data/use-reference';
import { MapWords } from '@/components/clusters/cluster-map';
import { PinButton, pathOfPage } from '@/components/briefing/pin-button';
import { PngButton } from '@/components/exports/png-dialog';
import { Button } from '@/components/ui/button';
import { DayInput } from '@/components/ui/day-input';
import { downloadText } from '@/components/ui/download-text';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { StateNote } from '@/components/ui/state-note';
import { SwitchRow } from '@/components/ui/switch-row';
import { CoverageTable } from './coverage-table';
import { describeArcCoverage, formatCoverageCsv } from './coverage-words';
import { boundsOfCoverage } from './geometry-bounds';
import { PatrolMap } from './patrol-map';
import type { PatrolView } from '@/lib/view/patrol-view';
import { useCoverage } from './use-patrols';
import { ClusterChoice } from './week-view';

interface CoverageViewProps {
  readonly view: PatrolView;
  readonly reference: Reference;
  readonly today: Day;
  readonly onUpdate: (part: Partial<PatrolView>) => void;
}

const ORDER: readonly SidesCovered[] = ['one_side', 'none', 'both'];
const NOTHING: readonly never[] = [];

/** Gaps first: one side, then none, then both; the longer border first. */
const byNeed = (a: ArcCoverage, b: ArcCoverage): number => ORDER.indexOf(a.sides) - ORDER.indexOf(b.sides) || b.lengthMetres - a.lengthMetres;

/** What the patrols of a period covered of each border, on a map and in a table. */
export function CoverageView({ view, reference, today, onUpdate }: CoverageViewProps) {
  const { messages } = usePreferences();
  const { coverage: texts } = messages.patrols;
  const editionId = useMemo(() => reference.clusters.find(({ id }) => id === view.cluster)?.editionId ?? getEditionAt(reference.editions, view.to).id, [reference, view.cluster, view.to]);
  const query = useCoverage(editionId, view.from, view.to, view.cluster);
  const setPeriod = (from: Day, to: Day): void => onUpdate(from <= to ? { from, to } : { from: to, to: from });
  return (
    <div className="scroll-quiet flex h-full flex-col overflow-y-auto lg:overflow-hidden" data-testid="coverage-view">
      <div className="flex flex-wrap items-end gap-3 border-b border-line bg-surface px-4 py-2 md:px-6">
        <div className="w-36 text-xs text-ink-2"><span aria-hidden>{texts.from}</span><DayInput label={texts.from} value={view.from} onChange={(from) => setPeriod(from, view.to)} testId="coverage-from" /></div>
        <div className="w-36 text-xs text-ink-2"><span aria-hidden>{texts.to}</span><DayInput label={texts.to} value={view.to} onChange={(to) => setPeriod(view.from, to)} testId="coverage-to" /></div>
        <SwitchRow label={texts.gaps} checked={view.gapsOnly} onChange={(gapsOnly) => onUpdate({ gapsOnly })} testId="gaps-only" />
        <ClusterChoice reference={reference} value={view.cluster} onChange={(cluster) => onUpdate({ cluster })} />
      </div>
      <QueryState query={query} failed={messages.patrols.failed} lines={10}>
        {({ arcs, asOf }) => (arcs.length === 0
          ? <StateNote icon={<Route size={30} />} title={texts.empty} hint={texts.emptyHint} testId="coverage-empty" />
          : <Covered arcs={view.gapsOnly ? arcs.filter(({ sides }) => sides !== 'both') : arcs} all={arcs} asOfSeconds={Math.floor(Date.parse(asOf) / 1000)} editionId={editionId} reference={reference} day={view.to < today ? view.to : today} />)}
      </QueryState>
    </div>
  );
}

interface CoveredProps {
  readonly arcs: readonly ArcCoverage[];
  readonly all: readonly ArcCoverage[];
  readonly asOfSeconds: number;
  readonly editionId: string;
  readonly reference: Reference;
  readonly day: Day;
}

function Covered({ arcs, all, asOfSeconds, editionId, reference, day }: CoveredProps) {
  const { messages, language } = usePreferences();
  const { coverage: texts } = messages.patrols;
  const arcsQuery = useArcs(editionId);
  const features = arcsQuery.state === 'ready' ? arcsQuery.data.features : NOTHING;
  const sorted = useMemo(() => [...arcs].sort(byNeed), [arcs]);
  const bounds = useMemo(() => boundsOfCoverage(features, all), [features, all]);
  const count = (sides: SidesCovered): string => formatCount(all.filter((arc) => arc.sides === sides).length, language);
  return (
    <div className="min-h-0 flex-1 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(440px,48%)]">
      <div className="flex h-[46dvh] flex-col border-b border-line lg:h-full lg:min-h-0 lg:border-r lg:border-b-0">
        <PatrolMap reference={reference} editionId={editionId} day={day} title={texts.mapTitle} overlay="coverage" coverage={arcs} patrols={NOTHING} bounds={bounds} asOfSeconds={asOfSeconds} className="min-h-0 flex-1" testId="coverage-map" />
        <MapWords lines={sorted.map((arc) => describeArcCoverage(arc, messages, language))} />
      </div>
      <div className="scroll-quiet min-h-0 space-y-3 px-4 py-4 lg:overflow-y-auto">
        <div className="flex flex-wrap items-center gap-2">
          <p className="text-sm font-medium" data-testid="coverage-summary">{texts.summary(count('both'), count('one_side'), count('none'))}</p>
          <span className="ml-auto" />
          <PinButton role={reference.me.role} pin={() => ({ kind: 'map', title: texts.mapTitle, path: pathOfPage() })} />
          <PngButton source={() => ({ kind: 'page', path: pathOfPage() })} />
          <Button size="small" onClick={() => downloadText('border-coverage.csv', 'text/csv', formatCoverageCsv(sorted))}><Download size={14} aria-hidden /> {texts.csv}</Button>
        </div>
        <CoverageTable arcs={sorted} period />
      </div>
    </div>
  );
}
