import type { Period } from '../calendar';
import type { Draft } from '../draft';
import type { Ground } from '../places';
import type { Area } from '../plane';
import { createRandom } from '../prng';
import { drawTime } from '../rhythm';
import { alongStreets, drawInArea, spreadOver } from '../spots';
import { EMERGING, FADING } from './places-of-interest';

/** A place where incidents grow or shrink step by step. */
export interface Trend {
  readonly id: string;
  readonly direction: 'emerging' | 'fading';
  readonly area: Area;
  /** Whether streets are known there to follow: in Hà Nội only. */
  readonly hasStreets: boolean;
  readonly categories: readonly string[];
  readonly steps: readonly (Period & { readonly planted: number })[];
}

const step = (from: string, to: string, planted: number): Trend['steps'][number] => ({ from, to, planted });

/** One hot spot that grows month by month, one that shrinks quarter by quarter. */
export const TRENDS: readonly Trend[] = [
  {
    id: 'emerging-dinh-cong-hoang-mai',
    direction: 'emerging',
    area: EMERGING,
    hasStreets: true,
    categories: ['theft', 'disorder', 'robbery'],
    steps: [
      step('2026-05-01', '2026-05-31', 4),
      step('2026-06-01', '2026-06-30', 7),
      step('2026-07-01', '2026-07-31', 10),
      step('2026-08-01', '2026-08-31', 14),
      step('2026-09-01', '2026-09-30', 19),
      step('2026-10-01', '2026-10-31', 26),
    ],
  },
  {
    id: 'fading-hung-dao-duong-kinh',
    direction: 'fading',
    area: FADING,
    hasStreets: false,
    categories: ['gambling', 'disorder', 'drugs'],
    steps: [
      step('2025-01-01', '2025-03-31', 30),
      step('2025-04-01', '2025-06-30', 25),
      step('2025-07-01', '2025-09-30', 20),
      step('2025-10-01', '2025-12-31', 15),
      step('2026-01-01', '2026-03-31', 10),
      step('2026-04-01', '2026-06-30', 5),
      step('2026-07-01', '2026-09-30', 2),
    ],
  },
];

/** The incidents of one trend. */
export function* drawTrend(ground: Ground, seed: number, trend: Trend): Generator<Draft> {
  const random = createRandom(seed, trend.id);
  const candidates = trend.hasStreets ? alongStreets(ground, trend.area, 20) : spreadOver(trend.area);
  const bounds = { area: trend.area, edition: ground.since, wardCode: null, insetMetres: 10 };
  for (const { planted, ...period } of trend.steps) {
    for (let i = 0; i < planted; i++) {
      const category = random.pick(trend.categories);
      const position = drawInArea(random, candidates, bounds);
      yield { category, occurredAt: drawTime(random, category, period), position, street: null, pattern: trend.id };
    }
  }
}
