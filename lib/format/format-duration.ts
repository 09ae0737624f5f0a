import type { Language } from './language';
import { formatCount } from './format-number';

const UNITS = {
  vi: { minute: () => 'phút', hour: () => 'giờ', day: () => 'ngày' },
  en: { minute: (count: number) => (count === 1 ? 'minute' : 'minutes'), hour: (count: number) => (count === 1 ? 'hour' : 'hours'), day: (count: number) => (count === 1 ? 'day' : 'days') },
} as const satisfies Record<Language, unknown>;

/**
 * A span of whole minutes in the largest units that tell it exactly: `30 phút`, `1 giờ 30 phút`, `3 ngày`.
 *
 * Limits: negative spans count as 0; a span of days and minutes leaves no unit out in between that is not zero.
 */
export function formatDuration(minutes: number, language: Language): string {
  const total = Math.max(0, Math.round(minutes));
  const parts = [
    ['day', Math.floor(total / 1440)],
    ['hour', Math.floor((total % 1440) / 60)],
    ['minute', total % 60],
  ] as const;
  const shown = parts.filter(([, count]) => count > 0);
  return (shown.length === 0 ? [parts[2]] : shown).map(([unit, count]) => `${formatCount(count, language)} ${UNITS[language][unit](count)}`).join(' ');
}
