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
const MAX_LINE_CHARACTERS = 19;
const LINE_PIXELS = 13;
/** Recharts writes no number beside a bar without length: a bar that is all border zone keeps this much of the other part. */
const UNSEEN = 1e-6;

/** A label on one or two lines, broken between words; what does not fit the second ends in an ellipsis. */
function breakLabel(text: string): readonly string[] {
  if (text.length <= MAX_LINE_CHARACTERS) return [text];
  const space = text.lastIndexOf(' ', MAX_LINE_CHARACTERS);
  const end = space <= 0 ? MAX_LINE_CHARACTERS : space;
  const rest = text.slice(end).trim();
  return [text.slice(0, end), rest.length > MAX_LINE_CHARACTERS ? `${rest.slice(0, MAX_LINE_CHARACTERS - 1)}…` : rest];
}

/** The axis would break a label anywhere, and into any number of lines. */
function LabelTick({ x, y, payload }: { readonly x: number | string; readonly y: number | string; readonly payload: { readonly value: string } }) {
  const lines = breakLabel(payload.value);
  return (
    <text x={x} y={y} textAnchor="end" fontSize={12} fill="var(--ink)">
      {lines.map((line, index) => <tspan key={line} x={x} dy={index === 0 ? 4 - ((lines.length - 1) * LINE_PIXELS) / 2 : LINE_PIXELS}>{line}</tspan>)}
    </text>
  );
}

/** Horizontal bars, longest first; the border-zone part comes first in the accent colour. A click filters. */
export function BarList({ items, selected, onSelect, language, label }: BarListProps) {
  const rows = items.map((item) => ({ ...item, zone: item.inZone ?? 0, rest: Math.max(item.total - (item.inZone ?? 0), UNSEEN) }));
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
          <YAxis type="category" dataKey="label" width={LABEL_PIXELS} axisLine={false} tickLine={false} interval={0} tick={LabelTick} />
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
