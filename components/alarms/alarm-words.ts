import type { Alarm } from '@/lib/domain/alarm';
import type { Category } from '@/lib/domain/category';
import { formatDay } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { INTL_TAG, type Language } from '@/lib/format/language';
import type { Messages } from '@/lib/messages/messages';
import { DEFAULT_VIEW } from '@/lib/view/map-view';
import { formatView } from '@/lib/view/format-view';

const WEEKS_A_YEAR = 365.2425 / 7;

/** A number with at most one decimal, in the form of the language. */
export const formatOne = (value: number, language: Language): string => new Intl.NumberFormat(INTL_TAG[language], { maximumFractionDigits: 1 }).format(value);

/** Weeks as people say them: weeks below two years, else years; null = beyond all counting. */
export function formatWeeks(weeks: number | null, language: Language, { alarms }: Messages): string {
  if (weeks === null) return alarms.never;
  if (weeks < 2 * WEEKS_A_YEAR) return alarms.weeks(formatCount(Math.floor(weeks), language));
  return alarms.years(formatCount(Math.floor(weeks / WEEKS_A_YEAR), language));
}

/** The place of an alarm: a ward, two wards, a cluster. */
export function namePlace({ subject }: Alarm, language: Language): string {
  if (subject.kind === 'cluster') return subject.clusterName ?? subject.clusterId ?? '';
  return subject.wards.map(({ name }) => formatWardInSentence(name, language)).join(' – ');
}

/** What, how many, how many usually, since when. */
export function sayAlarm(alarm: Alarm, categories: readonly Category[], language: Language, messages: Messages): string {
  const { count, days, expected } = alarm.evidence.since;
  const category = categories.find(({ code }) => code === alarm.category);
  const kind = alarm.category === null ? messages.alarms.allKinds : (category === undefined ? alarm.category : (language === 'vi' ? category.nameVi : category.nameEn).toLocaleLowerCase(INTL_TAG[language]));
  return messages.alarms.sentence(namePlace(alarm, language), kind, formatCount(count, language), formatCount(days, language), formatOne(expected, language), formatDay(alarm.sinceDay));
}

const wardKeyOf = ({ subject }: Alarm): string => `${subject.editionId}/${subject.codes[0] ?? ''}`;

/** The map with the place, the kind and the days of an alarm. */
export function linkMap(alarm: Alarm): string {
  const { subject, category, sinceDay, watchedTo } = alarm;
  const place = subject.kind === 'cluster' ? { cluster: subject.clusterId } : { ward: wardKeyOf(alarm), borderZoneOnly: subject.kind === 'arc' };
  return `/map?${formatView({ ...DEFAULT_VIEW, ...place, period: { kind: 'days', from: sinceDay, to: watchedTo }, categories: category === null ? [] : [category] })}`;
}

/** The incidents of an alarm's place, kind and days; of a border, those of one of its wards in the border zone. */
export function linkIncidents(alarm: Alarm, wardPlace = 0): string {
  const { subject, category, sinceDay, watchedTo } = alarm;
  const params = new URLSearchParams({ tab: 'all', from: sinceDay, to: watchedTo });
  if (category !== null) params.set('category', category);
  if (subject.kind === 'cluster') params.set('cluster', subject.clusterId ?? '');
  else params.set('ward', `${subject.editionId}/${subject.codes[wardPlace] ?? ''}`);
  if (subject.kind === 'arc') params.set('zone', '1');
  return `/incidents?${params.toString()}`;
}
