import type { SimulationResult } from '@/lib/domain/simulation';
import { formatCount } from '@/lib/format/format-number';
import { usePreferences } from '@/components/ui/preferences';
import { buildMatrix, keyOf } from './simulation-csv';
import { useWardLabel } from './use-ward-label';

/** Who passes leads to whom as a cross table. */
export function PairMatrix({ result }: { readonly result: SimulationResult }) {
  const { messages, language } = usePreferences();
  const { rules } = messages;
  const labelOf = useWardLabel();
  const { rows, columns, countOf } = buildMatrix(result);
  return (
    <div tabIndex={0} role="group" aria-label={rules.matrix} className="scroll-quiet overflow-x-auto">
      <table className="text-sm">
        <caption className="mb-2 text-left text-xs text-ink-2">{rules.matrixHint}</caption>
        <thead><tr><td />{columns.map((ward) => <th key={keyOf(ward)} scope="col" className="px-2 py-1 text-left align-bottom text-xs font-medium">{labelOf(ward)}</th>)}</tr></thead>
        <tbody>
          {rows.map((from) => (
            <tr key={keyOf(from)} className="border-t border-line">
              <th scope="row" className="px-2 py-1 text-left text-xs font-medium whitespace-nowrap">{labelOf(from)}</th>
              {columns.map((to) => { const number = countOf(from, to); return <td key={keyOf(to)} className={`px-2 py-1 text-right ${number > 0 ? 'bg-accent-soft font-semibold text-accent' : 'text-ink-3'}`}>{number > 0 ? formatCount(number, language) : '·'}</td>; })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
