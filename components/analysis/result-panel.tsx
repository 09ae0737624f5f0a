'use client';

import { CircleSlash, CloudOff, FlaskConical, HelpCircle, Info, SearchX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AnalysisRunDetail } from '@/lib/domain/analysis';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { SkeletonLines, StateNote } from '@/components/ui/state-note';
import { describeFailure } from './describe-failure';
import { isUnderWay, type RunQuery } from './use-run';

interface ResultPanelProps {
  readonly query: RunQuery;
  readonly onRetry: () => void;
  readonly progress: (run: AnalysisRunDetail) => ReactNode;
  readonly children: (run: AnalysisRunDetail) => ReactNode;
}

/** The state of a run, designed for each; its content once it is done. */
export function ResultPanel({ query, onRetry, progress, children }: ResultPanelProps) {
  const { messages } = usePreferences();
  const { states } = messages.analysis;
  if (query.state === 'none') return <StateNote icon={<FlaskConical size={30} />} title={states.empty} hint={states.emptyHint} testId="result-empty" />;
  if (query.state === 'loading') return <div className="p-4"><SkeletonLines lines={8} label={messages.app.loading} /></div>;
  if (query.state === 'failed') {
    const isGone = ['not-found', 'forbidden', 'invalid'].includes(query.error.kind);
    return isGone ? <StateNote icon={<SearchX size={30} />} title={states.notFound} testId="run-not-found" />
      : <StateNote icon={<CloudOff size={30} />} title={states.loadFailed} hint={messages.states.loadFailedHint} action={<Button size="small" onClick={onRetry}>{messages.app.retry}</Button>} testId="run-load-failed" />;
  }
  const { run } = query;
  if (isUnderWay(run)) return <>{progress(run)}<div className="space-y-4 p-4"><p className="text-xs text-ink-2">{states.running}</p><SkeletonLines lines={6} label={states.running} /></div></>;
  if (run.state === 'failed') return <StateNote icon={<TriangleAlert size={30} />} title={states.failed} hint={describeFailure(run.failure, states.failures)} testId="run-failed" />;
  if (run.state === 'cancelled') return <StateNote icon={<CircleSlash size={30} />} title={states.cancelled} hint={states.cancelledHint} testId="run-cancelled" />;
  return children(run);
}

/** The claim, large; for one that could not be made, the reason. */
export function Headline({ text, isNothing }: { readonly text: string; readonly isNothing: boolean }) {
  const { messages } = usePreferences();
  const { states, result } = messages.analysis;
  return (
    <div data-testid={isNothing ? 'result-nothing' : 'result-found'}>
      <h2 className="eyebrow flex items-center gap-1.5">{isNothing ? <><HelpCircle size={13} aria-hidden /> {states.nothing}</> : result.headline}</h2>
      <p className="text-lg font-semibold text-balance" data-testid="headline">{text}</p>
    </div>
  );
}

/** The conditions of a claim, beside it. */
export function Warnings({ texts }: { readonly texts: readonly string[] }) {
  const { messages } = usePreferences();
  if (texts.length === 0) return null;
  return (
    <section aria-label={messages.analysis.result.warnings} className="rounded-lg bg-warn-soft px-3 py-2 text-warn" data-testid="warnings">
      <h3 className="flex items-center gap-1.5 text-xs font-semibold"><Info size={13} aria-hidden /> {messages.analysis.result.warnings}</h3>
      <ul className="mt-1 list-disc space-y-1 pl-4 text-xs">{texts.map((text) => <li key={text}>{text}</li>)}</ul>
    </section>
  );
}
