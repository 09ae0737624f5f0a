import type { Programme, ProgrammeStatus } from '@/lib/domain/programme';
import { formatDay } from '@/lib/format/format-instant';
import { INTL_TAG, type Language } from '@/lib/format/language';
import type { Messages } from '@/lib/messages/messages';

/** A value of an indicator; one decimal at most. */
export const formatValue = (value: number, language: Language): string => new Intl.NumberFormat(INTL_TAG[language], { maximumFractionDigits: 1 }).format(value);

/** The document a programme rests on, in words; null without. */
export function describeBasis({ basisNumber, basisDate }: Pick<Programme, 'basisNumber' | 'basisDate'>, { programmes: { list } }: Messages): string | null {
  if (basisNumber === null) return null;
  return basisDate === null ? list.basisNumber(basisNumber) : list.basis(basisNumber, formatDay(basisDate));
}

const STYLES: Readonly<Record<ProgrammeStatus, string>> = {
  active: 'bg-accent-soft text-accent', draft: 'border border-dashed border-edge text-ink-2', closed: 'bg-sunken text-ink-2',
};

/** The status of a programme and whether it is made up, in words. */
export function ProgrammeBadges({ programme: { status, assumed }, messages: { programmes } }: { readonly programme: Pick<Programme, 'status' | 'assumed'>; readonly messages: Messages }) {
  return (
    <>
      <span className={`rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap ${STYLES[status]}`} data-testid="programme-status" data-status={status}>{programmes.statuses[status]}</span>
      {assumed ? <span className="rounded-full border border-dashed border-edge px-2 py-0.5 text-xs whitespace-nowrap text-ink-2">{programmes.assumed}</span> : null}
    </>
  );
}

/** A share of 0 to 1 as a bar with its name. */
export function ShareBar({ share, label }: { readonly share: number; readonly label: string }) {
  return (
    <span role="img" aria-label={label} className="block h-2 w-full overflow-hidden rounded-full bg-sunken">
      <span className="block h-full bg-accent" style={{ width: `${(share * 100).toFixed(1)}%` }} />
    </span>
  );
}

/** Head and cells of the tables of these pages. */
export const HEAD = 'py-1.5 pr-3 text-left text-xs font-medium text-ink-2';
export const NUMBER_HEAD = 'py-1.5 pl-3 text-right text-xs font-medium text-ink-2';
export const CELL = 'py-1.5 pr-3 text-left align-top font-normal';
export const NUMBER_CELL = 'tabular py-1.5 pl-3 text-right align-top';
