'use client';

import { ChevronDown, Clock } from 'lucide-react';
import { useState } from 'react';
import type { AnalysisRun, AnalysisRunDetail } from '@/lib/domain/analysis';
import type { Role } from '@/lib/domain/role';
import { formatAge } from '@/lib/format/format-instant';
import { tell } from '@/lib/messages/analysis/tell';
import type { MethodTexts, Phrases } from '@/lib/messages/analysis/method-texts';
import { useLive } from '@/components/data/use-live';
import { usePreferences } from '@/components/ui/preferences';
import { useNow } from '@/components/ui/use-now';
import { FactList } from './fact-list';
import { FindingList } from './finding-list';
import { Provenance } from './provenance';
import { Headline, Warnings } from './result-panel';
import { RunActions } from './run-actions';
import type { MethodInfo } from './use-analyses';

interface RunResultProps {
  readonly run: AnalysisRunDetail;
  readonly method: MethodInfo | undefined;
  readonly texts: MethodTexts;
  readonly phrases: Phrases;
  readonly areaName: string;
  readonly editionName: string;
  readonly nameThing: (id: string) => string;
  readonly mayRun: boolean;
  readonly role: Role;
  readonly chosen: string | null;
  /** The form on the left asks something else by now. */
  readonly isOutdated: boolean;
  readonly onChoose: (findingId: string) => void;
  readonly onOpen: (runId: string) => void;
  readonly onChanged: (run: AnalysisRun) => void;
  readonly onRefresh: () => void;
  readonly onRerun: (run: AnalysisRun) => void;
  readonly onPicture: () => Promise<void>;
}

/** Data older than this is said to be old, in milliseconds. */
const OLD_MS = 24 * 3_600_000;

/** What a run says: the claim and its conditions, the numbers, the places, and what it rests on. */
export function RunResult(props: RunResultProps) {
  const { run, texts, phrases, mayRun, chosen, isOutdated, onChoose } = props;
  const { messages } = usePreferences();
  const { outcome } = run;
  if (outcome === null) return null;
  const isFound = outcome.kind === 'found';
  const headline = tell(isFound ? outcome.headline : outcome.reason, texts, phrases);
  return (
    <div className="space-y-4 p-4" data-testid="run-result" data-run={run.id}>
      {isOutdated ? <p role="status" className="flex gap-2 rounded-lg bg-warn-soft px-3 py-2 text-xs text-warn" data-testid="result-outdated"><Clock size={14} aria-hidden className="mt-0.5 shrink-0" /> {messages.analysis.run.changed}</p> : null}
      <Headline text={headline} isNothing={!isFound} />
      {isFound ? <Warnings texts={outcome.warnings.map((told) => tell(told, texts, phrases))} /> : null}
      <StaleNote key={run.id} asOf={run.asOf} />
      <RunActions run={run} texts={texts} mayRun={mayRun} role={props.role} onChanged={props.onChanged} onRefresh={props.onRefresh} onRerun={props.onRerun} onPicture={isFound ? props.onPicture : null} />
      {isFound ? (
        <>
          <FactList facts={outcome.facts} texts={texts} phrases={phrases} />
          <details className="group text-xs text-ink-2">
            <summary className="flex list-none items-center gap-1.5 font-medium">{messages.analysis.method.reading} <ChevronDown size={13} aria-hidden className="transition-transform duration-150 group-open:rotate-180" /></summary>
            <p className="mt-1">{texts.reading}</p>
          </details>
          <FindingList run={run} findings={outcome.findings} texts={texts} phrases={phrases} headline={headline} chosen={chosen} mayDraw={mayRun} onChoose={({ id }) => onChoose(id)} />
        </>
      ) : null}
      <Provenance run={run} method={props.method} texts={texts} phrases={phrases} areaName={props.areaName} editionName={props.editionName} nameThing={props.nameThing} onOpen={props.onOpen} />
    </div>
  );
}

/** Whether the feed told of a change of incidents since this was first drawn. */
function useNewerIncidents(): boolean {
  const version = useLive().versions?.incidents ?? null;
  const [first, setFirst] = useState(version);
  if (first === null && version !== null) setFirst(version);
  return first !== null && version !== null && version > first;
}

/** Says how old the data are, and that incidents have come since the result was opened. */
function StaleNote({ asOf }: { readonly asOf: AnalysisRun['asOf'] }) {
  const { messages, language } = usePreferences();
  const { states } = messages.analysis;
  const nowMs = useNow(60_000);
  const hasNewer = useNewerIncidents();
  if (asOf === null) return null;
  const ageMs = nowMs - Date.parse(asOf);
  if (ageMs < OLD_MS && !hasNewer) return null;
  return <p role="status" className="flex gap-2 text-xs text-ink-2" data-testid="result-stale"><Clock size={14} aria-hidden className="mt-0.5 shrink-0" /> {states.stale(formatAge(ageMs, language))} {hasNewer ? states.newer : null}</p>;
}
