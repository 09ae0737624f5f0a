'use client';

import { ChevronDown } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import type { AnalysisResult } from '@/lib/domain/analysis-result';
import type { MethodTexts, Phrases } from '@/lib/messages/analysis/method-texts';
import { usePreferences } from '@/components/ui/preferences';
import { ResultChart } from './result-chart';
import { ResultTable } from './result-table';

interface ResultDockProps {
  readonly runId: string;
  readonly result: AnalysisResult;
  readonly texts: MethodTexts;
  readonly phrases: Phrases;
  readonly chosen: string | null;
  readonly onChoose: (findingId: string) => void;
}

/** The charts and tables of a result, one at a time, under the map; collapses to its tabs. */
export function ResultDock({ runId, result, texts, phrases, chosen, onChoose }: ResultDockProps) {
  const { messages } = usePreferences();
  const { result: words } = messages.analysis;
  const [open, setOpen] = useState(true);
  const tabs = [
    ...result.charts.map((chart) => ({ key: `chart/${chart.id}`, title: texts.charts[chart.id]?.title ?? chart.id, content: <ResultChart chart={chart} texts={texts} phrases={phrases} /> })),
    ...result.tables.map((table) => ({ key: `table/${table.id}`, title: texts.tables[table.id]?.title ?? table.id, content: <ResultTable table={table} texts={texts} phrases={phrases} csvPath={`/api/stats/runs/${runId}?format=csv&table=${encodeURIComponent(table.id)}`} chosen={chosen} onChoose={onChoose} /> })),
  ];
  const [first] = tabs;
  if (first === undefined) return null;
  return (
    <Tabs.Root defaultValue={first.key} className={`relative z-10 flex shrink-0 flex-col border-t border-line bg-surface ${open ? 'h-[clamp(220px,38%,340px)] max-lg:h-80' : ''}`} data-testid="result-dock">
      <div className="flex items-center border-b border-line">
        <Tabs.List aria-label={words.chartsAndTables} className="scroll-quiet flex min-w-0 flex-1 overflow-x-auto">
          {tabs.map(({ key, title }) => (
            <Tabs.Trigger key={key} value={key} onClick={() => setOpen(true)} data-testid="dock-tab" data-tab={key} className="h-9 border-b-2 border-transparent px-3 text-xs font-medium whitespace-nowrap text-ink-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:text-accent">{title}</Tabs.Trigger>
          ))}
        </Tabs.List>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="flex h-9 items-center gap-1 px-3 text-xs text-ink-2 hover:bg-sunken">{open ? words.hide : words.show} <ChevronDown size={14} aria-hidden className={`transition-transform duration-150 ${open ? '' : 'rotate-180'}`} /></button>
      </div>
      {open ? tabs.map(({ key, content }) => <Tabs.Content key={key} value={key} className="min-h-0 flex-1 outline-offset-[-2px]">{content}</Tabs.Content>) : null}
    </Tabs.Root>
  );
}
