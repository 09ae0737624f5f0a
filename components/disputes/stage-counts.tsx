'use client';

import { DISPUTE_STAGES, type DisputeStage } from '@/lib/domain/dispute';
import type { Instant } from '@/lib/domain/instant';
import { formatInstant } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { nameTableFile, type TypedTable } from '@/lib/interop/typed-table';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { TableActions } from '@/components/ui/table-actions';
import { useDisputeCounts } from './use-disputes';

/** How many disputes are in each stage: all that a viewer is shown of them. */
export function StageCounts() {
  const { messages, language } = usePreferences();
  const { stages, board, failed } = messages.disputes;
  const query = useDisputeCounts(true);
  const tableOf = (counts: Readonly<Record<DisputeStage, number>>, asOf: Instant): TypedTable => ({
    title: messages.disputes.title, notes: [board.asOf(formatInstant(asOf))],
    columns: [{ id: 'stage', title: board.stage, kind: 'text' }, { id: 'disputes', title: board.number, kind: 'count' }],
    rows: DISPUTE_STAGES.map((stage) => [stages[stage], counts[stage]]),
  });
  return (
    <QueryState query={query} failed={failed}>
      {({ counts, asOf }) => (
        <div className="max-w-md" data-testid="dispute-stage-counts">
          <p className="mb-3 text-sm text-ink-2">{board.viewer}</p>
          <table className="w-full text-sm">
            <thead><tr className="border-b border-line text-left text-xs text-ink-2"><th scope="col" className="py-1.5 font-medium">{board.stage}</th><th scope="col" className="py-1.5 text-right font-medium">{board.number}</th></tr></thead>
            <tbody>{DISPUTE_STAGES.map((stage) => <tr key={stage} className="border-b border-line"><th scope="row" className="py-1.5 text-left font-normal">{stages[stage]}</th><td className="tabular text-right">{formatCount(counts[stage], language)}</td></tr>)}</tbody>
          </table>
          <div className="mt-1 flex flex-wrap items-center gap-1"><TableActions table={tableOf(counts, asOf)} fileName={nameTableFile(messages.disputes.title, asOf.slice(0, 10))} /></div>
          <p className="tabular mt-2 text-xs text-ink-3">{board.asOf(formatInstant(asOf))}</p>
        </div>
      )}
    </QueryState>
  );
}
