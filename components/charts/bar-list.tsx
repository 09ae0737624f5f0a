'use client';

import { Bar, BarChart, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Language } from '@/lib/format/language';
import { formatCount } from '@/lib/format/format-number';

/** One bar: how many, and how many of them in the border zone. */
export interface BarItem {
  readonly key: string;
  readonly label: string;
  readonly total: number;
  readonly inZone: number | null;
  /** `#rrggbb` of the bar's quiet part; the theme's grey when absent. */
  readonly colour?: string;
}

interface BarListProps {
  readonly items: readonly BarItem[];
  readonly selected: readonly string[];
  readonly onSelect: (key: string) => void;
  readonly language: Language;
  readonly label: string;
}

const ROW_PIXELS = 28;
const LABEL_PIXELS = 128;
const MAX_LABEL_CHARACTERS = 19;

const shorten = (text: string): string => (text.length > MAX_LABEL_CHARACTERS ? `${text.slice(0, MAX_LABEL_CHARACTERS - 1)}…` : text);

/** A label on one line, whatever its length; the axis would break it. */
function LabelTick({ x, y, payload }: { readonly x: number | string; readonly y: number | string; readonly payload: { readonly value: string } }) {
  return <text x={x} y={y} dy={4} textAnchor="end" fontSize={12} fill="var(--ink)">{payload.value}</text>;
}

/** Horizontal bars, longest first; the border-zone part comes first in the accent colour. A click filters. */
export function BarList({ items, selected, onSelect, language, label }: BarListProps) {
  const rows = items.map((item) => ({ ...item, zone: item.inZone ?? 0, rest: item.total - (item.inZone ?? 0), shown: shorten(item.label) }));
  const faded = (key: string): number => (selected.length > 0 && !selected.includes(key) ? 0.35 : 1);
  const onClick = (_: unknown, index: number): void => {
    const row = rows[index];
    if (row !== undefined) onSelect(row.key);
  };
  return (
    <div style={{ height: rows.length * ROW_PIXELS + 4 }} role="group" aria-label={label} data-testid="bar-list">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={rows} layout="vertical" margin={{ top: 0, right: 48, bottom: 0, left: 0 }} barCategoryGap={8} title={label}>
          <XAxis type="number" hide domain={[0, 'dataMax']} />
          <YAxis type="category" dataKey="shown" width={LABEL_PIXELS} axisLine={false} tickLine={false} interval={0} tick={LabelTick} />
          <Bar dataKey="zone" stackId="count" fill="var(--accent)" isAnimationActive={false} onClick={onClick} cursor="pointer">
            {rows.map((row) => <Cell key={row.key} fillOpacity={faded(row.key)} />)}
          </Bar>
          <Bar dataKey="rest" stackId="count" fill="var(--quiet)" isAnimationActive={false} onClick={onClick} cursor="pointer">
            {rows.map((row) => <Cell key={row.key} fill={row.colour ?? 'var(--quiet)'} fillOpacity={faded(row.key)} />)}
            <LabelList dataKey="total" position="right" formatter={(value) => formatCount(Number(value), language)} fill="var(--ink-2)" fontSize={12} className="tabular" />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
