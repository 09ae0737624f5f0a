'use client';

import { ListChecks, SearchX } from 'lucide-react';
import Link from 'next/link';
import type { Category } from '@/lib/domain/category';
import type { Zone, ZoneCounts } from '@/lib/domain/zone';
import { formatInstant } from '@/lib/format/format-instant';
import { formatCount, formatShare } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { CountPeriod } from '@/lib/view/count-period';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { Section } from '@/components/ui/section';
import { StateNote } from '@/components/ui/state-note';
import { ComparedCounts } from './compared-counts';
import { linkIncidents } from './incidents-link';
import { PeriodBar } from './period-bar';
import { useZoneCounts } from './use-zones';
import { ZoneTrend } from './zone-trend';

interface ZoneCountsSectionProps {
  readonly zone: Zone;
  readonly categories: readonly Category[];
  readonly period: CountPeriod;
  readonly onPeriod: (period: CountPeriod) => void;
}

/** Below this many incidents a share says more than the numbers carry. */
export const LEAST_FOR_SHARE = 30;

/** What happened inside a zone over a period; every number leads to its records. */
export function ZoneCountsSection({ zone, categories, period, onPeriod }: ZoneCountsSectionProps) {
  const { messages } = usePreferences();
  const { counts: texts } = messages.zones;
  const query = useZoneCounts(zone.id, zone.version, period.from, period.to);
  return (
    <Section title={texts.title} testId="zone-counts">
      <PeriodBar period={period} onChange={onPeriod} />
      <div className="mt-3 min-h-64">
        <QueryState query={query} failed={texts.failed} lines={8}>{(data) => <Counts zone={zone} categories={categories} counts={data} />}</QueryState>
      </div>
    </Section>
  );
}

const LINK = 'text-accent underline decoration-1 underline-offset-2 hover:decoration-2';

function Counts({ zone, categories, counts }: { readonly zone: Zone; readonly categories: readonly Category[]; readonly counts: ZoneCounts }) {
  const { messages, language } = usePreferences();
  const { counts: texts } = messages.zones;
  const { from, to, total, inBorderZone } = counts;
  const asOf = <p className="tabular mt-3 text-xs text-ink-3" data-testid="counts-as-of">{texts.asOf(formatInstant(counts.asOf))}</p>;
  if (total === 0) {
    return (
      <>
        <StateNote icon={<SearchX size={28} />} title={texts.none} hint={texts.noneHint} testId="counts-none" />
        <ComparedCounts zone={zone.id} counts={counts} />
        {asOf}
      </>
    );
  }
  const names = new Map(categories.map(({ code, nameVi, nameEn }) => [code, language === 'vi' ? nameVi : nameEn]));
  const number = (count: number): string => formatCount(count, language);
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Link href={linkIncidents(zone.id, from, to)} prefetch={false} className={`tabular text-xl font-semibold ${LINK}`} data-testid="counts-total">{number(total)}</Link>
        <Link href={linkIncidents(zone.id, from, to, { borderOnly: true })} prefetch={false} className={`tabular text-sm ${LINK}`} data-testid="counts-border">
          {total < LEAST_FOR_SHARE ? texts.borderFew(number(inBorderZone), number(total)) : texts.borderShare(formatShare(inBorderZone / total, language), number(inBorderZone))}
        </Link>
        <Link href={linkIncidents(zone.id, from, to)} prefetch={false} className="ml-auto inline-flex items-center gap-1 text-xs font-medium text-accent underline"><ListChecks size={13} aria-hidden /> {texts.open}</Link>
      </div>
      <ComparedCounts zone={zone.id} counts={counts} />
      <ZoneTrend zone={zone.id} counts={counts} />
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <CountTable title={texts.byWard} head={texts.ward} total={total} testId="counts-by-ward"
          rows={counts.perWard.map(({ ward, editionId, count }) => ({ key: `${editionId ?? ''}/${ward?.code ?? ''}`, label: ward === null ? texts.noWard : formatWardInSentence(ward.name, language), count, href: ward === null || editionId === null ? null : linkIncidents(zone.id, from, to, { ward: `${editionId}/${ward.code}` }) }))} />
        <CountTable title={texts.byCategory} head={texts.category} total={total} testId="counts-by-category"
          rows={counts.perCategory.map(({ category, count }) => ({ key: category, label: names.get(category) ?? category, count, href: linkIncidents(zone.id, from, to, { category }) }))} />
      </div>
      {total < LEAST_FOR_SHARE ? <p className="mt-2 text-xs text-ink-3">{texts.fewForShare}</p> : null}
      {asOf}
    </>
  );
}

interface CountTableProps {
  readonly title: string;
  readonly head: string;
  readonly total: number;
  readonly rows: readonly { readonly key: string; readonly label: string; readonly count: number; readonly href: string | null }[];
  readonly testId: string;
}

function CountTable({ title, head, total, rows, testId }: CountTableProps) {
  const { messages, language } = usePreferences();
  const { counts: texts } = messages.zones;
  const withShare = total >= LEAST_FOR_SHARE;
  return (
    <table className="w-full self-start text-sm" data-testid={testId}>
      <caption className="pb-1 text-left text-xs font-semibold">{title}</caption>
      <thead className="text-xs text-ink-2"><tr className="border-b border-line"><th scope="col" className="py-1 text-left font-medium">{head}</th><th scope="col" className="py-1 text-right font-medium">{texts.number}</th>{withShare ? <th scope="col" className="py-1 pl-3 text-right font-medium">{texts.share}</th> : null}</tr></thead>
      <tbody className="tabular">
        {rows.map(({ key, label, count, href }) => (
          <tr key={key} className="border-b border-line last:border-0">
            <th scope="row" className="py-1 pr-2 text-left font-normal">{label}</th>
            <td className="py-1 text-right">{href === null ? formatCount(count, language) : <Link href={href} prefetch={false} className={LINK}>{formatCount(count, language)}<span className="sr-only">: {label}</span></Link>}</td>
            {withShare ? <td className="py-1 pl-3 text-right text-ink-2">{formatShare(count / total, language)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
