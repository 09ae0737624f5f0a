import type { PresentedChart } from '@/lib/messages/briefing/presented-slide';
import { keepTogether } from './keep-together';
import type { WriteNumber } from './list-faces';

/** What every drawing of a chart on a slide is given; sizes in pixels of a slide that is 1920 wide. */
export interface SlideChartProps {
  readonly chart: PresentedChart;
  readonly width: number;
  readonly height: number;
  readonly write: WriteNumber;
  /** How many places do not fit, in words. */
  readonly tellMore: (hidden: number) => string;
}

/** Type on a slide: 24 pt on a slide of 1920 pixels, readable at six metres. */
export const TYPE_PIXELS = 32;
export const TICK = { fill: 'var(--slide-ink)', fontSize: TYPE_PIXELS, fontWeight: 500 } as const;
/** Lines are told apart by their dash too, bars by their hatching. */
export const DASHES = ['', '18 10', '4 9', '22 8 5 8', '11 11'] as const;
/** Most runs of values that can be told apart on a wall. */
export const MOST_SERIES = 5;
/** Mean width of a letter in shares of the type's size. */
const LETTER_SHARE = 0.56;

export const colourOf = (series: number): string => `var(--slide-series-${String((series % MOST_SERIES) + 1)})`;

/** A label in lines no wider than `pixels`; the last one ends with … where it does not fit into `lines` lines. */
export function wrapLabel(label: string, pixels: number, lines: number): readonly string[] {
  const most = Math.max(4, Math.floor(pixels / (TYPE_PIXELS * LETTER_SHARE)));
  const wrapped: string[] = [];
  for (const word of keepTogether(label).split(/ +/)) {
    const last = wrapped.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) wrapped[wrapped.length - 1] = `${last} ${word}`;
    else wrapped.push(word);
  }
  const cut = (line: string): string => (line.length > most ? `${line.slice(0, most - 1)}…` : line);
  if (wrapped.length <= lines) return wrapped.map(cut);
  return [...wrapped.slice(0, lines - 1), `${(wrapped.slice(lines - 1).join(' ')).slice(0, most - 1)}…`].map(cut);
}

/** Whether the places are numbers or days, along which distances mean something, rather than names. */
export const isScale = ({ xs }: PresentedChart): boolean => xs.every((x) => typeof x === 'number' || /^\d{4}-\d{2}-\d{2}$/.test(x));

/** Least and greatest of everything a chart shows, its level marks too, with room at both ends; from zero for bars. */
export function extentOf({ series, marks }: PresentedChart): readonly [number, number] {
  const numbers = [...series.flatMap(({ values, low = [], high = [] }) => [...values, ...low, ...high]), ...marks.filter(({ axis }) => axis === 'y').map(({ at }) => at)].filter((one): one is number => one !== null && Number.isFinite(one));
  const [least, most] = numbers.reduce(([a, b], one) => [Math.min(a, one), Math.max(b, one)], [Infinity, -Infinity]);
  if (least > most) return [0, 1];
  const room = (most - least || Math.abs(most) || 1) * 0.06;
  return [least - room, most + room];
}
