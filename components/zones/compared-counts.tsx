'use client';

import Link from 'next/link';
import type { ZoneCounts } from '@/lib/domain/zone';
import { formatDay } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { INTL_TAG, type Language } from '@/lib/format/language';
import { usePreferences } from '@/components/ui/preferences';
import { linkIncidents } from './incidents-link';

const SMALLEST_P = 0.001;
const decimal = (value: number, language: Language, digits: number): string => new Intl.NumberFormat(INTL_TAG[language], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

/** The period against the one of the same length before it: counts, their ratio with its exact interval, and whether that says anything. */
export function ComparedCounts({ zone, counts }: { readonly zone: string; readonly counts: ZoneCounts }) {
  const { messages, language } = usePreferences();
  const { counts: texts } = messages.zones;
  const { before, total } = counts;
  if (before === null) return <p className="mt-2 text-xs text-ink-2" data-testid="counts-before">{texts.nothingBefore}</p>;
  const change = total - before.total;
  const { low, high, ratio, p } = before;
  const isClear = (low !== null && low > 1) || (high !== null && high < 1);
  return (
    <div className="tabular mt-3 rounded-lg bg-sunken px-3 py-2 text-sm" data-testid="counts-before" data-clear={isClear}>
      <p>
        <Link href={linkIncidents(zone, before.from, before.to)} prefetch={false} className="text-accent underline">{texts.beforeCount(formatCount(before.total, language), formatDay(before.from), formatDay(before.to))}</Link>
        {'; '}{change === 0 ? texts.same : (change > 0 ? texts.more : texts.fewer)(formatCount(Math.abs(change), language))}.
      </p>
      {ratio !== null && low !== null && high !== null ? <p className="mt-0.5">{texts.ratio(decimal(ratio, language, 2), decimal(low, language, 2), decimal(high, language, 2))}; {p < SMALLEST_P ? texts.pBelow(decimal(SMALLEST_P, language, 3)) : texts.p(decimal(p, language, 3))}.</p> : null}
      {ratio === null && low !== null ? <p className="mt-0.5">{texts.ratioFrom(decimal(low, language, 2))}.</p> : null}
      <p className="mt-0.5 text-xs text-ink-2">{isClear ? texts.clear : texts.unclear} {texts.exact}</p>
    </div>
  );
}
