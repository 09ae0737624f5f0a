import type { Period } from '../calendar';
import type { Draft } from '../draft';
import type { Ground } from '../places';
import type { Area } from '../plane';
import { createRandom } from '../prng';
import { drawTime } from '../rhythm';
import { alongStreets, drawInArea } from '../spots';
import { VENDING, VENDING_CONTROL } from './places-of-interest';

/** Thirteen weeks before a patrol, thirteen with it, thirteen after. */
const PHASES = {
  before: { from: '2025-12-01', to: '2026-03-01' },
  during: { from: '2026-03-02', to: '2026-05-31' },
  after: { from: '2026-06-01', to: '2026-08-30' },
} as const satisfies Record<string, Period>;
export type Phase = keyof typeof PHASES;

/** One side of the story: where, in which ward (null: whichever it falls in), how many in each phase. */
export interface Site {
  readonly role: 'patrolled' | 'across' | 'control';
  readonly area: Area;
  readonly wardCode: string | null;
  readonly planted: Readonly<Record<Phase, number>>;
}

/** A patrol that pushes street vending over the border Nghĩa Đô – Cầu Giấy, and a control area where nothing changed. */
export const DISPLACEMENT = {
  id: 'displacement-nghia-do-cau-giay',
  category: 'encroachment',
  editionId: 'hn-hp-2025',
  phases: PHASES,
  sites: [
    { role: 'patrolled', area: VENDING, wardCode: '00160', planted: { before: 60, during: 12, after: 34 } },
    { role: 'across', area: VENDING, wardCode: '00166', planted: { before: 10, during: 46, after: 24 } },
    { role: 'control', area: VENDING_CONTROL, wardCode: null, planted: { before: 42, during: 42, after: 42 } },
  ] as readonly Site[],
} as const;

/** The incidents of the three sites in the three phases. */
export function* drawDisplacement(ground: Ground, seed: number): Generator<Draft> {
  const random = createRandom(seed, DISPLACEMENT.id);
  const { category, id } = DISPLACEMENT;
  for (const site of DISPLACEMENT.sites) {
    const streets = alongStreets(ground, site.area, 8);
    const bounds = { area: site.area, edition: ground.since, wardCode: site.wardCode, insetMetres: 8 };
    for (const phase of Object.keys(PHASES) as Phase[]) {
      for (let i = 0; i < site.planted[phase]; i++) {
        const position = drawInArea(random, streets, bounds);
        yield { category, occurredAt: drawTime(random, category, PHASES[phase]), position, street: null, pattern: id };
      }
    }
  }
}
