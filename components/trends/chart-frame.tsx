'use client';

import { useState, type ReactNode } from 'react';
import { Section } from '@/components/ui/section';
import { Segmented } from '@/components/ui/segmented';
import { usePreferences } from '@/components/ui/preferences';

interface ChartFrameProps {
  readonly title: string;
  readonly testId: string;
  readonly chart: ReactNode;
  /** The numbers of the chart as a table. */
  readonly table: () => ReactNode;
  /** Stands before the choice of chart and table. */
  readonly actions?: ReactNode;
  /** Under either. */
  readonly note?: ReactNode;
}

/** A chart and the table behind it, one at a time. */
export function ChartFrame({ title, testId, chart, table, actions, note }: ChartFrameProps) {
  const { messages } = usePreferences();
  const { trends: texts } = messages;
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const choice = <div className="w-40"><Segmented compact label={title} value={form} options={[{ value: 'chart', label: texts.chart }, { value: 'table', label: texts.table }]} onChange={setForm} /></div>;
  return (
    <Section title={title} testId={testId} actions={actions === undefined ? choice : <>{actions}{choice}</>}>
      {form === 'chart' ? chart : table()}
      {note === undefined ? null : <div className="mt-2 text-xs text-ink-2">{note}</div>}
    </Section>
  );
}
