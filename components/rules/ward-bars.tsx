import type { SimulationResult } from '@/lib/domain/simulation';
import { formatCount } from '@/lib/format/format-number';
import { usePreferences } from '@/components/ui/preferences';
import { keyOf } from './simulation-csv';
import { useWardLabel } from './use-ward-label';

const MAX_WARDS = 30;

/** Leads of each ward before and after, the largest change first: two bars and their numbers. */
export function WardBars({ perWard }: Pick<SimulationResult, 'perWard'>) {
  const { messages, language } = usePreferences();
  const { rules, app } = messages;
  const labelOf = useWardLabel();
  const sorted = [...perWard].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || b.before - a.before);
  const most = Math.max(...perWard.flatMap(({ before, after }) => [before, after]), 1);
  const bar = (value: number, className: string) => <span aria-hidden className={`block h-2 rounded-sm ${className}`} style={{ width: `${(100 * value) / most}%` }} />;
  return (
    <div tabIndex={0} role="group" aria-label={rules.perWard} className="scroll-quiet overflow-x-auto">
      <table className="w-full text-sm">
        <thead>
          <tr className="text-xs text-ink-2">
            <th scope="col" className="py-1 pr-2 text-left font-medium">{rules.ward}</th>
            <th scope="col" className="w-2/5 py-1 text-left font-medium"><span className="mr-3"><span aria-hidden className="mr-1 inline-block h-2 w-4 rounded-sm bg-quiet" />{rules.before}</span><span className="whitespace-nowrap"><span aria-hidden className="mr-1 inline-block h-2 w-4 rounded-sm bg-accent" />{rules.after}</span></th>
            <th scope="col" className="py-1 pl-2 text-right font-medium">{rules.before}</th>
            <th scope="col" className="py-1 pl-2 text-right font-medium">{rules.after}</th>
            <th scope="col" className="py-1 pl-2 text-right font-medium">{rules.difference}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {sorted.slice(0, MAX_WARDS).map(({ ward, before, after }) => (
            <tr key={keyOf(ward)} data-testid="simulation-ward">
              <th scope="row" className="py-1.5 pr-2 text-left font-medium">{labelOf(ward)}</th>
              <td className="space-y-0.5 py-1.5">{bar(before, 'bg-quiet')}{bar(after, 'bg-accent')}</td>
              <td className="py-1.5 pl-2 text-right">{formatCount(before, language)}</td>
              <td className="py-1.5 pl-2 text-right">{formatCount(after, language)}</td>
              <td className="py-1.5 pl-2 text-right font-medium">{after === before ? '0' : `${after > before ? '+' : '−'}${formatCount(Math.abs(after - before), language)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > MAX_WARDS ? <p className="mt-2 text-xs text-ink-3">{app.more(formatCount(sorted.length - MAX_WARDS, language))}</p> : null}
    </div>
  );
}
