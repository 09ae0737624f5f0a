'use client';

import { formatCount } from '@/lib/format/format-number';
import { usePreferences } from '@/components/ui/preferences';
import type { BarItem } from './bar-list';

interface BarTableProps {
  readonly items: readonly BarItem[];
  readonly selected: readonly string[];
  readonly onSelect: (key: string) => void;
  readonly label: string;
}

/** The same numbers as the bars, as a table whose rows filter. */
export function BarTable({ items, selected, onSelect, label }: BarTableProps) {
  const { messages, language } = usePreferences();
  const withZone = items.some((item) => item.inZone !== null);
  return (
    <table className="w-full text-sm" data-testid="bar-table">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          <th scope="col" className="py-1.5 font-medium">{messages.results.name}</th>
          {withZone ? <th scope="col" className="py-1.5 text-right font-medium">{messages.results.zoneCount}</th> : null}
          <th scope="col" className="py-1.5 pl-3 text-right font-medium">{messages.results.count}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.key} className="border-b border-line last:border-0">
            <th scope="row" className="py-0.5 text-left font-normal">
              <button type="button" aria-pressed={selected.includes(item.key)} onClick={() => onSelect(item.key)} className="min-h-7 w-full rounded text-left hover:text-accent aria-pressed:font-semibold aria-pressed:text-accent">
                {item.label}
              </button>
            </th>
            {withZone ? <td className="text-right text-ink-2">{formatCount(item.inZone ?? 0, language)}</td> : null}
            <td className="pl-3 text-right">{formatCount(item.total, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
