'use client';

import Link from 'next/link';
import { formatDay, formatInstant } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { INTL_TAG } from '@/lib/format/language';
import type { Trends } from '@/lib/trends/build-trends';
import type { CountComparison } from '@/lib/trends/comparison';
import type { TrendsView } from '@/lib/trends/trends-view';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';
import { linkRecords } from './trend-links';
import { listAllDays, listCountedDays, namePeriod } from './trend-words';

interface ComparisonFactsProps {
  readonly trends: Trends;
  readonly view: TrendsView;
}

/** The selection, and its latest period, against the same time of the year before: counts and a verdict in words, no percentage. */
export function ComparisonFacts({ trends, view }: ComparisonFactsProps) {
  const { messages } = usePreferences();
  const { facts: texts } = messages.trends;
  const last = trends.periods.at(-1);
  return (
    <Section title={texts.title} testId="trend-facts">
      <div className="grid gap-3 md:grid-cols-2">
        <Fact title={texts.total} comparison={trends.comparison} count={trends.all.total} href={linkRecords(view.filter, view.reading, listAllDays(trends.periods), 'none', '')} testId="fact-total" />
        {last === undefined ? null : trends.latest === null ? <p className="text-sm text-ink-2">{texts.noBefore}</p>
          : <Fact title={texts.latest(namePeriod(trends.calendar, last))} comparison={trends.latest} count={trends.latest.now.count} href={linkRecords(view.filter, view.reading, listCountedDays(last), 'none', '')} note={last.isComplete ? null : texts.sameDays} testId="fact-latest" />}
      </div>
      {trends.recordsEndDay === null ? null : <p className="mt-2 text-sm text-ink-2" data-testid="records-end">{texts.recordsEnd(formatDay(trends.recordsEndDay))}</p>}
      <p className="mt-2 text-xs text-ink-3">{messages.trends.asOf(formatInstant(trends.asOfSeconds * 1000))} · {texts.noPercent}</p>
    </Section>
  );
}

interface FactProps {
  readonly title: string;
  readonly comparison: CountComparison;
  readonly count: number;
  readonly href: string | null;
  readonly note?: string | null;
  readonly testId: string;
}

function Fact({ title, comparison, count, href, note = null, testId }: FactProps) {
  const { messages, language } = usePreferences();
  const { facts: texts } = messages.trends;
  const { before, difference, z, rates, verdict } = comparison;
  const write = (value: number, digits: number): string => new Intl.NumberFormat(INTL_TAG[language], { maximumFractionDigits: digits }).format(value);
  return (
    <div className="tabular rounded-lg bg-sunken px-3 py-2" data-testid={testId} data-verdict={verdict}>
      <h3 className="text-xs text-ink-2">{title}</h3>
      <p className="text-xl font-semibold" data-testid={`${testId}-count`}>{href === null ? formatCount(count, language) : <Link href={href} prefetch={false} className="text-accent underline">{formatCount(count, language)}</Link>}</p>
      <p className="text-sm">{texts.before}: <b>{formatCount(before.count, language)}</b> · {texts.difference}: <b>{difference > 0 ? '+' : ''}{formatCount(difference, language)}</b></p>
      <p className="mt-1 text-sm font-medium">{texts.verdicts[verdict]}</p>
      <p className="text-xs text-ink-3">{z !== null ? texts.z(write(z, 2)) : rates !== null ? texts.p(rates.p < 0.001 ? '< 0,001'.replace(',', language === 'vi' ? ',' : '.') : write(rates.p, 3)) : ''}{note === null ? '' : ` ${note}`}</p>
    </div>
  );
}
