'use client';

import { INTL_TAG } from '@/lib/format/language';
import { classOfHour, listHourClasses, type HourGrid } from '@/lib/trends/hour-weekday';
import { usePreferences } from '@/components/ui/preferences';

const DAYS = ['0', '1', '2', '3', '4', '5', '6'] as const;
/** Share of the accent in a cell's ground, by class; the words stay readable on each. */
const SHADES = [0, 12, 26, 40, 55, 100];
/** From this class on the ground is strong enough for the light text. */
const STRONG = 5;

const groundOf = (shade: number, classes: number): string => {
  const share = classes <= 1 && shade > 0 ? 40 : (SHADES[Math.round((shade / Math.max(1, classes)) * 5)] ?? 0);
  return `color-mix(in srgb, var(--accent) ${String(share)}%, var(--surface))`;
};

/** Hours across, weekdays down, each cell shaded by its weight and saying it. */
export function HourTable({ hours }: { readonly hours: HourGrid }) {
  const { messages, language } = usePreferences();
  const { hours: texts } = messages.trends;
  const classes = listHourClasses(hours.weights);
  const write = (weight: number): string => new Intl.NumberFormat(INTL_TAG[language], { maximumFractionDigits: weight < 10 ? 1 : 0 }).format(weight);
  return (
    <div data-testid="hour-grid">
      <div tabIndex={0} role="group" aria-label={texts.title} className="scroll-quiet overflow-x-auto">
        <table className="w-full min-w-[46rem] table-fixed border-separate border-spacing-px text-center text-xs">
          <caption className="sr-only">{texts.title}</caption>
          <thead>
            <tr><th scope="col" className="w-10 text-left font-medium text-ink-2">{texts.weekday}</th>{Array.from({ length: 24 }, (_, hour) => <th key={hour} scope="col" className="font-normal text-ink-2">{hour}</th>)}</tr>
          </thead>
          <tbody>
            {DAYS.map((day, place) => (
              <tr key={day}>
                <th scope="row" aria-label={texts.weekdays[day]} className="text-left font-medium text-ink-2">{texts.short[day]}</th>
                {Array.from(hours.weights.subarray(place * 24, place * 24 + 24), (weight, hour) => {
                  const shade = classOfHour(weight, classes);
                  const isStrong = classes.length > 1 && Math.round((shade / classes.length) * 5) >= STRONG;
                  return <td key={hour} data-class={shade} className={`rounded-xs py-1 ${isStrong ? 'text-on-accent' : 'text-ink'}`} style={{ background: groundOf(shade, classes.length) }}>{weight === 0 ? <span className="text-ink-3">·</span> : write(weight)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul aria-label={texts.classes} className="mt-2 flex flex-wrap gap-3 text-xs text-ink-2">
        {[0, ...classes].map((bound, shade) => (
          <li key={bound} className="tabular flex items-center gap-1.5"><span aria-hidden className="size-3 rounded-xs border border-line" style={{ background: groundOf(shade, classes.length) }} />{shade === 0 ? texts.none : texts.upTo(write(bound))}</li>
        ))}
      </ul>
    </div>
  );
}
