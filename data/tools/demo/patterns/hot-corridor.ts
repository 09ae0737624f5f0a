import { locateWard } from '../../../../lib/geo/locate-ward';
import { isInPeriod, type Period } from '../calendar';
import type { Draft } from '../draft';
import type { DemoEdition, Ground } from '../places';
import { isInArea, type Area } from '../plane';
import { createRandom } from '../prng';
import { drawTime } from '../rhythm';
import { drawInArea, spreadOver } from '../spots';
import { T11_CORRIDOR, T11_CORRIDOR_SINCE_2025 } from './places-of-interest';

/** A hot spot cut up by borders: a few incidents in each ward, many together. */
export interface HotCorridor {
  readonly id: string;
  readonly editionId: 'hn-hp-pre2025' | 'hn-hp-2025';
  readonly area: Area;
  readonly categories: readonly string[];
  readonly period: Period;
  /** The calm time it is compared with. */
  readonly baseline: Period;
  /** Incidents in each ward that are placed in the corridor. */
  readonly wards: readonly { readonly code: string; readonly planted: number }[];
}

const CATEGORIES = ['drugs', 'prostitution', 'theft'] as const;

/** The T11 hot spot: in the term of the Hoa – Đô – Phúc – Vị cluster, and rising again in the last four weeks. */
export const HOT_CORRIDORS: readonly HotCorridor[] = [
  {
    id: 't11-term',
    editionId: 'hn-hp-pre2025',
    area: T11_CORRIDOR,
    categories: CATEGORIES,
    period: { from: '2023-05-01', to: '2024-12-31' },
    baseline: { from: '2020-01-01', to: '2023-04-30' },
    wards: ['00006', '00007', '00157', '00169'].map((code) => ({ code, planted: 8 })),
  },
  {
    id: 't11-last-28-days',
    editionId: 'hn-hp-2025',
    area: T11_CORRIDOR_SINCE_2025,
    categories: CATEGORIES,
    period: { from: '2026-10-04', to: '2026-10-31' },
    baseline: { from: '2025-07-01', to: '2026-10-03' },
    wards: [
      { code: '00008', planted: 5 },
      { code: '00025', planted: 3 },
      { code: '00160', planted: 5 },
    ],
  },
];

const editionOf = (ground: Ground, id: HotCorridor['editionId']): DemoEdition =>
  id === 'hn-hp-2025' ? ground.since : ground.before;

/** Background incidents of one ward, of the corridor's kinds and time, that happened elsewhere in the ward. */
function elsewhereIn(ground: Ground, corridor: HotCorridor, code: string, background: readonly Draft[]): number[] {
  const { index } = editionOf(ground, corridor.editionId);
  return [...background.keys()].filter((i) => {
    const { category, occurredAt, position, pattern } = background[i] as Draft;
    if (pattern !== null || !corridor.categories.includes(category) || !isInPeriod(corridor.period, occurredAt)) return false;
    return !isInArea(corridor.area, position) && locateWard(index, position, 0).ownerCode === code;
  });
}

/**
 * The background with one hot corridor in it. What gathers in the corridor is missing elsewhere in the same ward, as far as
 * there is enough to move: so each ward's count stays what it was, which is why no ward sees the hot spot.
 */
export function plantHotCorridor(ground: Ground, seed: number, corridor: HotCorridor, background: readonly Draft[]): Draft[] {
  const random = createRandom(seed, corridor.id);
  const edition = editionOf(ground, corridor.editionId);
  const banks = spreadOver(corridor.area);
  const drafts = [...background];
  for (const { code, planted } of corridor.wards) {
    const movable = elsewhereIn(ground, corridor, code, drafts);
    for (let i = 0; i < planted; i++) {
      const category = random.pick(corridor.categories);
      const position = drawInArea(random, banks, { area: corridor.area, edition, wardCode: code, insetMetres: 6 });
      const draft = { category, occurredAt: drawTime(random, category, corridor.period), position, street: null, pattern: corridor.id };
      drafts[movable[i] ?? drafts.length] = draft;
    }
  }
  return drafts;
}
