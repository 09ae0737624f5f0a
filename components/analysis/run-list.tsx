'use client';

import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import type { AnalysisRun } from '@/lib/domain/analysis';
import { formatDayRange, formatInstant } from '@/lib/format/format-instant';
import { formatShare } from '@/lib/format/format-number';
import { Segmented } from '@/components/ui/segmented';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { findMethodTexts } from './method-texts';
import { RUN_FILTERS, useRuns, type RunFilter } from './use-analyses';

interface RunListProps {
  readonly chosen: string | null;
  /** What a run looked at, in a few words. */
  readonly nameScope: (run: AnalysisRun) => string;
  readonly mayRun: boolean;
  readonly onOpen: (run: AnalysisRun) => void;
}

const MARK: Readonly<Record<AnalysisRun['state'], string>> = { queued: 'bg-quiet', running: 'bg-accent', done: 'bg-transparent', failed: 'bg-alarm', cancelled: 'bg-quiet' };

/** Earlier runs, with what they asked; follows the feed. */
export function RunList({ chosen, nameScope, mayRun, onOpen }: RunListProps) {
  const { messages } = usePreferences();
  const { runs: words } = messages.analysis;
  const filters = RUN_FILTERS.filter((filter) => mayRun || filter !== 'mine');
  const [filter, setFilter] = useState<RunFilter>(mayRun ? 'mine' : 'saved');
  const query = useRuns(filter);
  return (
    <section aria-label={words.title} className="border-t border-line pt-3" data-testid="run-list">
      <div className="mb-2 flex items-center gap-2">
        <h2 className="eyebrow flex-1">{words.title}</h2>
        <Segmented compact label={words.title} value={filter} options={filters.map((value) => ({ value, label: words[value] }))} onChange={setFilter} />
      </div>
      <QueryState query={query} failed={words.loadFailed} lines={4}>
        {({ runs }) => (runs.length === 0 ? (
          <p className="py-3 text-xs text-ink-2">{words.empty}. {mayRun ? words.emptyHint : null}</p>
        ) : (
          <ul className="-mx-1.5">
            {runs.map((run) => <li key={run.id}><RunRow run={run} current={run.id === chosen} scope={nameScope(run)} onOpen={() => onOpen(run)} /></li>)}
          </ul>
        ))}
      </QueryState>
    </section>
  );
}

function RunRow({ run, current, scope, onOpen }: { readonly run: AnalysisRun; readonly current: boolean; readonly scope: string; readonly onOpen: () => void }) {
  const { messages, language } = usePreferences();
  const { run: words, runs } = messages.analysis;
  const { from, to } = run.scope;
  const title = run.name ?? findMethodTexts(language, run.method)?.title ?? run.method;
  return (
    <button
      type="button" aria-current={current ? 'true' : undefined} onClick={onOpen} data-testid="run-row" data-run={run.id} data-state={run.state}
      className={`w-full rounded-md px-1.5 py-1.5 text-left transition-colors duration-150 hover:bg-sunken ${current ? 'bg-accent-soft' : ''}`}
    >
      <span className="flex items-center gap-1.5 text-sm font-medium">
        {run.state === 'done' ? null : <span aria-hidden className={`size-2 shrink-0 rounded-full ${MARK[run.state]}`} />}
        <span className="min-w-0 flex-1 truncate">{title}</span>
        {run.saved ? <Bookmark size={13} role="img" aria-label={runs.savedMark} className="shrink-0 fill-current text-accent" /> : null}
      </span>
      <span className="tabular block truncate text-xs text-ink-2">{scope} · {formatDayRange(from, to)}</span>
      <span className="tabular block text-xs text-ink-3">
        {formatInstant(run.createdAt)}{run.state === 'done' ? '' : ` · ${words.states[run.state]}${run.state === 'running' ? ` ${formatShare(run.progress, language)}` : ''}`}
      </span>
    </button>
  );
}
