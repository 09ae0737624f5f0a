import { DAY_SECONDS, dayNumber, daysIn, HOUR_SECONDS, type ClockSeconds, type Period } from './calendar';
import { createWeightedPick, type Random } from './prng';

/** How a category behaves: its share of all incidents, when it happens and how far from the street it lies. */
export interface Habit {
  readonly share: number;
  /** Weight of each weekday, Monday first. */
  readonly weekdays: readonly number[];
  /** Weight of each hour of the day. */
  readonly hours: readonly number[];
  /** Standard deviation of the distance from the street's middle, metres. */
  readonly spreadMetres: number;
}

/** Hour weights from `[first hour, last hour, weight]` bands over a floor that every hour has. */
function bands(floor: number, ...parts: readonly (readonly [from: number, to: number, weight: number])[]): number[] {
  const hours = new Array<number>(24).fill(floor);
  for (const [from, to, weight] of parts) for (let h = from; h <= to; h++) hours[h] = weight;
  return hours;
}

const WORKDAYS = [1.2, 1.2, 1.2, 1.2, 1.2, 0.6, 0.4];
const EVEN = [1, 1, 1, 1, 1, 1, 1];
const WEEKEND = [0.7, 0.7, 0.8, 0.9, 1.3, 1.6, 1.2];

/** Made up to be plausible, not measured: no open series of Vietnamese police records by hour is known. */
export const HABITS: Readonly<Record<string, Habit>> = {
  drugs: { share: 0.09, weekdays: [0.9, 0.9, 0.9, 1, 1.2, 1.2, 0.9], hours: bands(0.4, [20, 23, 3], [0, 2, 2.4]), spreadMetres: 25 },
  prostitution: { share: 0.04, weekdays: WEEKEND, hours: bands(0.15, [21, 23, 4], [0, 1, 2.5]), spreadMetres: 20 },
  theft: { share: 0.17, weekdays: EVEN, hours: bands(0.8, [1, 4, 1.9], [11, 13, 1.3], [17, 20, 1.7]), spreadMetres: 30 },
  robbery: { share: 0.04, weekdays: [0.9, 0.9, 1, 1, 1.1, 1.2, 0.9], hours: bands(0.5, [18, 23, 2.6]), spreadMetres: 8 },
  gambling: { share: 0.06, weekdays: [0.8, 0.8, 0.8, 0.9, 1.1, 1.3, 1.3], hours: bands(0.3, [13, 16, 1.6], [19, 23, 2.4]), spreadMetres: 60 },
  racing: { share: 0.03, weekdays: [0.3, 0.3, 0.3, 0.4, 1.2, 2.4, 2.1], hours: bands(0.02, [22, 23, 4], [0, 2, 4]), spreadMetres: 4 },
  disorder: { share: 0.09, weekdays: WEEKEND, hours: bands(0.4, [19, 23, 2.8], [0, 1, 1.5]), spreadMetres: 20 },
  dispute: { share: 0.09, weekdays: [0.9, 0.9, 0.9, 0.9, 1, 1.2, 1.2], hours: bands(0.15, [6, 10, 1], [11, 17, 1.2], [18, 21, 2.6]), spreadMetres: 70 },
  encroachment: { share: 0.14, weekdays: [1, 1, 1, 1, 1.1, 1.1, 0.9], hours: bands(0.05, [6, 9, 3], [10, 15, 1], [16, 19, 3.2]), spreadMetres: 9 },
  waste: { share: 0.06, weekdays: EVEN, hours: bands(0.3, [5, 7, 2], [18, 22, 2]), spreadMetres: 18 },
  sensitive_business: { share: 0.04, weekdays: [1, 1, 1, 1, 1.3, 1.2, 0.7], hours: bands(0.1, [9, 11, 1.4], [20, 23, 2.6]), spreadMetres: 18 },
  fire_safety: { share: 0.03, weekdays: WORKDAYS, hours: bands(0.4, [8, 11, 1.8], [14, 16, 1.6]), spreadMetres: 40 },
  residence: { share: 0.04, weekdays: WORKDAYS, hours: bands(0.05, [8, 10, 1.6], [14, 16, 1.3], [20, 22, 2.2]), spreadMetres: 70 },
  traffic: { share: 0.06, weekdays: [1.2, 1.1, 1.1, 1.1, 1.2, 0.8, 0.6], hours: bands(0.4, [7, 8, 3], [17, 18, 3.2], [11, 12, 1.2]), spreadMetres: 5 },
  other: { share: 0.02, weekdays: EVEN, hours: bands(0.5, [7, 21, 1.2]), spreadMetres: 40 },
};

const habitOf = (category: string): Habit => {
  const habit = HABITS[category];
  if (habit === undefined) throw new Error(`no habit for category ${category}`);
  return habit;
};

const CODES = Object.keys(HABITS);
const pickCode = createWeightedPick(CODES.map((code) => habitOf(code).share));
const pickHour = new Map(CODES.map((code) => [code, createWeightedPick(habitOf(code).hours)]));

/** A category in proportion to the shares. */
export const drawCategory = (random: Random): string => CODES[pickCode(random)] as string;

/** A clock time in a period that keeps the category's weekday and hour rhythm. */
export function drawTime(random: Random, category: string, period: Period): ClockSeconds {
  const { weekdays } = habitOf(category);
  const most = weekdays.reduce((a, b) => Math.max(a, b), 0);
  const first = dayNumber(period.from);
  let day = first + random.below(daysIn(period));
  while (random.next() * most >= (weekdays[(day + 3) % 7] ?? 0)) day = first + random.below(daysIn(period));
  const hour = pickHour.get(category)?.(random) ?? 0;
  return day * DAY_SECONDS + hour * HOUR_SECONDS + random.below(HOUR_SECONDS);
}
