import { locateWard } from '../../../../lib/geo/locate-ward';
import type { LngLat } from '../../../../lib/geo/types';
import { DAY_SECONDS, HOUR_SECONDS, type Period } from '../calendar';
import type { Draft } from '../draft';
import type { Ground } from '../places';
import { distanceMetres, offset } from '../plane';
import { createRandom, type Random } from '../prng';
import { drawTime } from '../rhythm';

/** A theft that draws another one nearby within days; some pairs cross a border, always the same way. */
export const NEAR_REPEAT = {
  id: 'near-repeat-hoang-liet-yen-so',
  category: 'theft',
  editionId: 'hn-hp-2025',
  period: { from: '2025-09-01', to: '2026-03-31' } satisfies Period,
  fromWard: '00337',
  toWard: '00340',
  crossingPairs: 14,
  insidePairs: 16,
  nearestMetres: 30,
  farthestMetres: 180,
  shortestHours: 12,
  longestHours: 144,
  /** Points along the border Hoàng Liệt – Yên Sở of 2025 around which first thefts lie. */
  border: [
    [105.843884, 20.952638],
    [105.843268, 20.955531],
    [105.842647, 20.958422],
    [105.842058, 20.96132],
    [105.841978, 20.964266],
  ] as readonly LngLat[],
} as const;

const between = (random: Random, least: number, most: number): number => least + random.next() * (most - least);

/** A first theft in the first ward and a second one within the distance band, in the ward asked for. */
function drawPair(ground: Ground, random: Random, secondWard: string): readonly [LngLat, LngLat] {
  const owner = (position: LngLat): string | null => locateWard(ground.since.index, position, 0).ownerCode;
  for (let i = 0; i < 20_000; i++) {
    const first = offset(random.pick(NEAR_REPEAT.border), between(random, -260, 260), between(random, -260, 260));
    if (owner(first) !== NEAR_REPEAT.fromWard) continue;
    const second = offset(first, between(random, -180, 180), between(random, -180, 180));
    const metres = distanceMetres(first, second);
    if (metres < NEAR_REPEAT.nearestMetres || metres > NEAR_REPEAT.farthestMetres) continue;
    if (owner(second) === secondWard) return [first, second];
  }
  throw new Error(`no pair found from ${NEAR_REPEAT.fromWard} to ${secondWard}`);
}

/** The pairs, first and second theft in turn. */
export function* drawNearRepeat(ground: Ground, seed: number): Generator<Draft> {
  const random = createRandom(seed, NEAR_REPEAT.id);
  const { category, id, period, crossingPairs, insidePairs } = NEAR_REPEAT;
  for (let i = 0; i < crossingPairs + insidePairs; i++) {
    const places = drawPair(ground, random, i < crossingPairs ? NEAR_REPEAT.toWard : NEAR_REPEAT.fromWard);
    const firstAt = drawTime(random, category, period);
    const hours = between(random, NEAR_REPEAT.shortestHours, NEAR_REPEAT.longestHours);
    const secondAt = keepHour(firstAt + Math.round(hours * HOUR_SECONDS), drawTime(random, category, period));
    const [first, second] = places;
    yield { category, occurredAt: firstAt, position: first, street: null, pattern: id };
    yield { category, occurredAt: Math.max(secondAt, firstAt + NEAR_REPEAT.shortestHours * HOUR_SECONDS), position: second, street: null, pattern: id };
  }
}

/** The day of one clock time with the time of day of another, so that the series keeps the hours of theft. */
const keepHour = (day: number, timeOfDay: number): number =>
  Math.floor(day / DAY_SECONDS) * DAY_SECONDS + (timeOfDay % DAY_SECONDS);
