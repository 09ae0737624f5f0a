'use client';

import Link from 'next/link';
import type { Day } from '@/lib/domain/instant';
import type { IndicatorEntry, Programme, ProgrammeIndicator } from '@/lib/domain/programme';
import { formatDayRange, formatInstant } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { nameTableFile } from '@/lib/interop/typed-table';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { TableActions } from '@/components/ui/table-actions';
import { buildIndicatorTable } from './programme-tables';
import { CELL, formatValue, HEAD, NUMBER_CELL, NUMBER_HEAD } from './programme-words';

interface IndicatorTableProps {
  readonly programme: Programme;
  readonly indicators: readonly ProgrammeIndicator[];
  readonly today: Day;
  readonly onEnter: (indicator: ProgrammeIndicator, correcting: IndicatorEntry | null) => void;
  /** Null for readers. */
  readonly onEdit: ((indicator: ProgrammeIndicator) => void) | null;
}

/** Address of the incidents behind an indicator; null where no list of incidents is the same. */
function linkRecords({ from, to, scope }: Programme, { formula, categories }: ProgrammeIndicator, today: Day): string | null {
  if (scope !== 'city' || (formula !== 'border_incidents' && formula !== 'category_incidents')) return null;
  const params = new URLSearchParams({ tab: 'all', from, to: to < today ? to : today, ...(formula === 'border_incidents' ? { border: '1' } : { category: categories.join(',') }) });
  return `/incidents?${params.toString()}`;
}

/** The indicators of a programme: value against target, where it comes from, and what was entered. */
export function IndicatorTable({ programme, indicators, today, onEnter, onEdit }: IndicatorTableProps) {
  const { messages, language } = usePreferences();
  const { indicators: texts } = messages.programmes;
  if (indicators.length === 0) return <p className="text-sm text-ink-2">{texts.empty}</p>;
  return (
    <>
      <div tabIndex={0} role="group" aria-label={texts.title} className="overflow-x-auto">
        <table className="w-full text-sm" data-testid="indicator-table">
          <thead><tr className="border-b border-line"><th scope="col" className={HEAD}>{texts.name}</th><th scope="col" className={NUMBER_HEAD}>{texts.value}</th><th scope="col" className={NUMBER_HEAD}>{texts.target}</th><th scope="col" className={NUMBER_HEAD}>{texts.met}</th><th scope="col" className={`${HEAD} pl-4`}>{texts.source}</th></tr></thead>
          <tbody>
            {indicators.map((one) => {
              const href = linkRecords(programme, one, today);
              return (
                <tr key={one.id} className="border-b border-line last:border-0" data-testid="indicator-row" data-met={String(one.isMet)}>
                  <th scope="row" className={CELL}>{one.name} <span className="text-xs text-ink-2">({one.unitOfMeasure})</span>{onEdit === null ? null : <Button size="small" kind="ghost" onClick={() => onEdit(one)} aria-label={texts.editOf(one.name)} data-testid="indicator-edit">{texts.edit}</Button>}<Entries indicator={one} onEnter={onEnter} /></th>
                  <td className={`${NUMBER_CELL} font-medium`}>{one.value === null ? <span className="font-normal text-ink-2">{texts.noValue}</span> : formatValue(one.value, language)}{one.counted === null ? null : <span className="block text-xs font-normal text-ink-2">{texts.counted(formatCount(one.counted.part, language), formatCount(one.counted.whole, language))}</span>}</td>
                  <td className={NUMBER_CELL}>{one.target === null ? texts.noTarget : texts.directions[one.direction](formatValue(one.target, language))}</td>
                  <td className={NUMBER_CELL}>{one.isMet === null ? texts.unknown : one.isMet ? texts.isMet : texts.notMet}</td>
                  <td className={`${CELL} pl-4`}>{texts.sources[one.source]}<span className="block text-xs text-ink-2">{one.formula === null ? (one.addsUp ? texts.addsUp : texts.latest) : texts.formulas[one.formula]}</span>{href === null ? null : <Link href={href} prefetch={false} className="text-xs text-accent underline">{texts.records}</Link>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-1 print:hidden"><TableActions table={buildIndicatorTable(programme.name, indicators, messages, language)} fileName={nameTableFile(texts.title, programme.name)} /></div>
    </>
  );
}

function Entries({ indicator, onEnter }: { readonly indicator: ProgrammeIndicator; readonly onEnter: IndicatorTableProps['onEnter'] }) {
  const { messages, language } = usePreferences();
  const { indicators: texts } = messages.programmes;
  if (indicator.source === 'records') return null;
  return (
    <div className="mt-1 text-xs">
      {indicator.mayEnter ? <Button size="small" onClick={() => onEnter(indicator, null)} data-testid="indicator-enter">{texts.enter}</Button> : null}
      {indicator.entries.length === 0 ? null : (
        <details className="mt-1"><summary className="text-ink-2">{texts.entries(formatCount(indicator.entries.length, language))}</summary>
          <ul className="mt-1 space-y-1">
            {indicator.entries.map((entry) => (
              <li key={entry.id} className={entry.isCurrent ? '' : 'text-ink-3'}>
                <span className="tabular">{formatDayRange(entry.from, entry.to)}: </span><span className={`tabular font-medium ${entry.isCurrent ? '' : 'line-through'}`}>{formatValue(entry.value, language)}</span>{entry.isCurrent ? null : ` (${texts.corrected})`}
                {' · '}{texts.by(messages.role[entry.enteredByRole], formatInstant(entry.enteredAt))}{entry.basis === null ? null : ` · ${entry.basis}`}
                {indicator.mayEnter && entry.isCurrent ? <button type="button" className="ml-2 text-accent underline" onClick={() => onEnter(indicator, entry)}>{texts.correct}</button> : null}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
