import type { BoundaryEdition } from '@/lib/domain/boundary';
import { INCIDENT_STATUSES, LEAD_REASONS } from '@/lib/domain/incident';
import { formatDay, formatDayRange, formatInstant, formatMonth } from '@/lib/format/format-instant';
import { formatShortWardName } from '@/lib/format/format-ward-name';
import type { Language } from '@/lib/format/language';
import type { Messages } from '@/lib/messages/messages';
import type { Calendar, DaySpan, ReportingPeriod } from '@/lib/trends/reporting-periods';
import type { Grouping } from '@/lib/trends/row-groups';
import type { Reference } from '@/components/data/api-types';

/** Everything that names things on the page. */
export interface TrendWords {
  readonly language: Language;
  readonly messages: Messages;
  readonly reference: Reference;
  readonly wardNames: ReadonlyMap<string, string>;
}

/** A period as tables name it: a reporting month by the month it ends in, with its days. */
export function namePeriod(calendar: Calendar, { from, to }: DaySpan): string {
  switch (calendar) {
    case 'day': return formatDay(from);
    case 'week': return formatDayRange(from, to);
    case 'month': return formatMonth(from);
    case 'reporting_month': return `${formatMonth(to)} (${formatDay(from).slice(0, 5)}–${formatDay(to).slice(0, 5)})`;
    case 'quarter': return `${['I', 'II', 'III', 'IV'][Math.floor((Number(from.slice(5, 7)) - 1) / 3)] ?? ''}/${from.slice(0, 4)}`;
    case 'year': return from.slice(0, 4);
    case 'reporting_year': return `${to.slice(0, 4)} (${formatDay(from)}–${formatDay(to)})`;
    default: return calendar satisfies never;
  }
}

/** A period as an axis names it. */
export function shortenPeriod(calendar: Calendar, span: DaySpan): string {
  if (calendar === 'week') return formatDay(span.from).slice(0, 5);
  if (calendar === 'day') return formatDay(span.from).slice(0, 5);
  if (calendar === 'reporting_month') return formatMonth(span.to);
  return calendar === 'reporting_year' ? span.to.slice(0, 4) : namePeriod(calendar, span);
}

const nameWardKey = (key: string, { wardNames }: TrendWords): string => {
  const name = wardNames.get(key);
  return name === undefined ? (key.split('/')[1] ?? key) : formatShortWardName(name);
};

/** A group's name; two wards of two editions that share a name are told apart by their years. */
export function nameGroup(grouping: Grouping, key: string, words: TrendWords): string {
  const { messages, reference, language } = words;
  const { groups } = messages.trends;
  switch (grouping) {
    case 'none': return groups.all;
    case 'category': {
      const category = reference.categories.find(({ code }) => code === key);
      return category === undefined ? key : language === 'vi' ? category.nameVi : category.nameEn;
    }
    case 'ward': return key === '' ? groups.none : nameWardWithEdition(key, words);
    case 'cluster': return key === '' ? groups.noCluster : (reference.clusters.find(({ id }) => id === key)?.name ?? key);
    case 'border': return key === '' ? groups.noBorder : `${key.split('|').map((ward) => nameWardKey(ward, words)).join(' – ')}${editionMark(key, reference.editions)}`;
    case 'border_zone': return key === 'border' ? groups.border : groups.interior;
    case 'status': return messages.status[INCIDENT_STATUSES.find((one) => one === key) ?? 'reported'];
    case 'lead_reason': return messages.reason[LEAD_REASONS.find((one) => one === key) ?? 'owner'];
    default: return grouping satisfies never;
  }
}

/** ` (→ 30/06/2025)` for what is of an edition that has ended. */
function editionMark(key: string, editions: readonly BoundaryEdition[]): string {
  const edition = editions.find(({ id }) => key.startsWith(`${id}/`));
  return edition === undefined || edition.effectiveTo === null ? '' : ` (→ ${formatDay(edition.effectiveTo)})`;
}

/** A ward's short name, with the last day of its edition when that has ended. */
export const nameWardWithEdition = (key: string, words: TrendWords): string => `${nameWardKey(key, words)}${editionMark(key, words.reference.editions)}`;

/** Editions that begin within some days: where a series as recorded breaks. */
export const listBreaks = (editions: readonly BoundaryEdition[], { from, to }: DaySpan): readonly BoundaryEdition[] =>
  editions.filter(({ effectiveFrom }) => effectiveFrom > from && effectiveFrom <= to);

/** The lines under every table's title: which days, which filter, as of when, by which boundaries. */
export function describeSelection(span: DaySpan, knownUntilSeconds: number, reading: string | null, filters: readonly string[], { messages, reference }: TrendWords): readonly string[] {
  const texts = messages.trends;
  const edition = reference.editions.find(({ id }) => id === reading);
  return [
    texts.spanNote(formatDayRange(span.from, span.to)), ...(filters.length === 0 ? [] : [filters.join('; ')]),
    `${texts.reading}: ${edition === undefined ? texts.readingRecorded : texts.readingEdition(edition.title)}`, texts.asOf(formatInstant(knownUntilSeconds * 1000)),
  ];
}

/** The days of all periods that were counted. */
export function listAllDays(periods: readonly ReportingPeriod[]): DaySpan | null {
  const [first, last] = [periods[0], periods.at(-1)];
  return first === undefined || last === undefined ? null : { from: listCountedDays(first).from, to: listCountedDays(last).to };
}

/** The days of a period that were counted: those asked for and known. */
export function listCountedDays({ from, to, fromSeconds, untilSeconds }: ReportingPeriod): DaySpan {
  const day = (seconds: number): DaySpan['from'] => new Date((seconds + 7 * 3600) * 1000).toISOString().slice(0, 10) as DaySpan['from'];
  const [first, last] = [day(fromSeconds), day(untilSeconds - 1)];
  return { from: first > from ? first : from, to: last < to ? last : to };
}
