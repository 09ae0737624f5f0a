import type { ScopeArea } from '@/lib/domain/analysis';
import type { Briefing } from '@/lib/domain/briefing';
import { formatDayRange } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import type { Language } from '@/lib/format/language';
import type { Messages } from '@/lib/messages/messages';
import type { Reference } from '@/components/data/api-types';

/** What an area is called in lists, as far as the page knows it. */
export function nameBriefingArea(area: ScopeArea, reference: Pick<Reference, 'clusters'>, language: Language, messages: Messages): string {
  const { scope, provenance } = messages.analysis;
  switch (area.kind) {
    case 'cluster':
      return reference.clusters.find(({ id }) => id === area.id)?.name.normalize('NFC') ?? '…';
    case 'wards':
      return provenance.wardsCount(formatCount(area.codes.length, language));
    case 'province':
    case 'zone':
      return scope.areaKinds[area.kind];
    default:
      return area satisfies never;
  }
}

/** The period of a briefing with the name of an official one. */
export function namePeriod({ periodKind, from, to }: Pick<Briefing, 'periodKind' | 'from' | 'to'>, messages: Messages): string {
  return periodKind === 'days' ? formatDayRange(from, to) : `${formatDayRange(from, to)} (${messages.briefings.periods[periodKind]})`;
}

/** A minute of the day as people write it: 360 → `06:00`. */
export const formatMinute = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The minute of the day that a text like `6:00` or `06:00` names; null for none. */
export function parseMinute(text: string): number | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

/** Weekdays of a schedule in words; all seven are every day. */
export function nameWeekdays(weekdays: readonly number[], { briefings }: Messages): string {
  const names = briefings.templates.weekday as Readonly<Record<string, string>>;
  return weekdays.length === 7 ? briefings.templates.everyDay : [...weekdays].sort().map((day) => names[String(day)] ?? '').join(', ');
}
