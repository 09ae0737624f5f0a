import { formatInstant } from '@/lib/format/format-instant';
import { formatCount, formatMetres } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { ArcCoverage } from '@/lib/domain/patrol';
import { usePreferences } from '@/components/ui/preferences';
import { formatPair } from './coverage-words';
import { SidesBadge } from './sides-badge';

interface CoverageTableProps {
  readonly arcs: readonly ArcCoverage[];
  /** With the number of patrols and the last time: for a period. */
  readonly period?: boolean;
}

/** Coverage arc by arc: a table on a desk, cards on a phone. */
export function CoverageTable({ arcs, period = false }: CoverageTableProps) {
  const { messages, language } = usePreferences();
  const { coverage } = messages.patrols;
  const metres = (length: number): string => formatMetres(length, language);
  const head = 'px-2 py-1.5 text-left text-xs font-medium text-ink-2';
  return (
    <div tabIndex={0} role="group" aria-label={coverage.title} className="scroll-quiet overflow-x-auto">
      <table className="w-full text-sm" data-testid="coverage-table">
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className={head}>{coverage.arc}</th>
            <th scope="col" className={`${head} text-right`}>{coverage.length}</th>
            <th scope="col" className={head}>{coverage.sideA} / {coverage.sideB.toLowerCase()}</th>
            <th scope="col" className={`${head} text-right`}>{coverage.both}</th>
            {period ? <><th scope="col" className={`${head} text-right`}>{coverage.patrols}</th><th scope="col" className={head}>{coverage.lastAt}</th></> : null}
            <th scope="col" className={head}>{coverage.sides}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {arcs.map((arc) => (
            <tr key={arc.wards.map(({ code }) => code).join('/')} data-testid="coverage-row">
              <th scope="row" className="min-w-32 px-2 py-1.5 text-left font-medium">{formatPair(arc, language)}</th>
              <td className="px-2 py-1.5 text-right whitespace-nowrap">{metres(arc.lengthMetres)}</td>
              <td className="px-2 py-1.5 text-xs">{arc.wards.map(({ code, name }, side) => <span key={code} className="block whitespace-nowrap">{formatWardInSentence(name, language)}: {metres(arc.coveredMetres[side] ?? 0)}</span>)}</td>
              <td className="px-2 py-1.5 text-right whitespace-nowrap">{metres(arc.bothMetres)}</td>
              {period ? <><td className="px-2 py-1.5 text-right">{formatCount(arc.patrols, language)}</td><td className="px-2 py-1.5 whitespace-nowrap">{arc.lastAt === null ? coverage.never : formatInstant(arc.lastAt)}</td></> : null}
              <td className="px-2 py-1.5"><SidesBadge sides={arc.sides} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
