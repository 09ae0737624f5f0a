'use client';

import { Square } from 'lucide-react';
import type { AnalysisRun } from '@/lib/domain/analysis';
import { formatShare } from '@/lib/format/format-number';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';

interface RunProgressProps {
  readonly run: AnalysisRun;
  readonly mayRun: boolean;
  readonly onChanged: () => void;
}

/** How far a run is, and the way to stop it. */
export function RunProgress({ run, mayRun, onChanged }: RunProgressProps) {
  const { messages, language } = usePreferences();
  const { run: words } = messages.analysis;
  const action = useAction();
  const cancel = (): void => void action.run(async () => {
    await sendJson('POST', `/api/stats/runs/${run.id}/cancel`);
    onChanged();
  });
  return (
    <div className="flex items-center gap-3 border-b border-line bg-surface px-4 py-3" data-testid="run-progress">
      <div className="min-w-0 flex-1">
        <p role="status" className="tabular text-sm">{run.state === 'queued' ? words.queued : words.running(formatShare(run.progress, language))}</p>
        <div role="progressbar" aria-label={messages.analysis.title} aria-valuenow={Math.round(run.progress * 100)} aria-valuemin={0} aria-valuemax={100} className="mt-2 h-2 overflow-hidden rounded-full bg-sunken">
          <div className="h-full rounded-full bg-accent transition-[width] duration-200" style={{ width: `${(run.progress * 100).toFixed(1)}%` }} />
        </div>
        {action.error === null ? null : <p role="alert" className="mt-1 text-xs text-alarm">{action.error.message}</p>}
      </div>
      {mayRun ? <Button onClick={cancel} disabled={action.busy} data-testid="run-cancel"><Square size={13} aria-hidden /> {action.busy ? words.stopping : words.cancel}</Button> : null}
    </div>
  );
}
