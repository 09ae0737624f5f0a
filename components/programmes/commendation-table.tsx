'use client';

import type { Commendation } from '@/lib/domain/prevention-model';
import { formatDay } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { usePreferences } from '@/components/ui/preferences';
import { CELL, HEAD, NUMBER_CELL, NUMBER_HEAD } from './programme-words';

/** Decisions to commend, as counts. */
export function CommendationTable({ commendations }: { readonly commendations: readonly Commendation[] }) {
  const { messages: { programmes: { commendations: texts } }, language } = usePreferences();
  if (commendations.length === 0) return <p className="text-sm text-ink-2">{texts.empty}</p>;
  const sum = (pick: (one: Commendation) => number): string => formatCount(commendations.reduce((total, one) => total + pick(one), 0), language);
  return (
    <div tabIndex={0} role="group" aria-label={texts.title} className="overflow-x-auto"><table className="w-full text-sm" data-testid="commendation-table">
      <caption className="pb-1 text-left text-xs text-ink-2">{texts.hint}</caption>
      <thead><tr className="border-b border-line"><th scope="col" className={HEAD}>{texts.level}</th><th scope="col" className={HEAD}>{texts.decision}</th><th scope="col" className={HEAD}>{texts.day}</th><th scope="col" className={NUMBER_HEAD}>{texts.collectives}</th><th scope="col" className={NUMBER_HEAD}>{texts.individuals}</th></tr></thead>
      <tbody>
        {commendations.map((one) => (
          <tr key={one.id} className="border-b border-line"><th scope="row" className={CELL}>{texts.levels[one.level]}{one.ward === null ? '' : ` · ${one.ward.name}`}</th><td className={CELL}>{one.decisionNumber ?? '–'}</td><td className={`${CELL} tabular`}>{formatDay(one.decisionDate)}</td><td className={NUMBER_CELL}>{formatCount(one.collectives, language)}</td><td className={NUMBER_CELL}>{formatCount(one.individuals, language)}</td></tr>
        ))}
      </tbody>
      <tfoot><tr className="font-semibold"><th scope="row" colSpan={3} className="py-1.5 text-left">{texts.total}</th><td className={NUMBER_CELL}>{sum(({ collectives }) => collectives)}</td><td className={NUMBER_CELL}>{sum(({ individuals }) => individuals)}</td></tr></tfoot>
    </table></div>
  );
}
