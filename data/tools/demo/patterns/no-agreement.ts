import { locateWard } from '../../../../lib/geo/locate-ward';
import type { Period } from '../calendar';
import type { Draft } from '../draft';
import type { Ground, StreetPiece } from '../places';
import { createRandom, createWeightedPick, type Random } from '../prng';
import { drawCategory, drawTime, HABITS } from '../rhythm';
import { offset } from '../plane';
import type { Spot } from '../spots';

/** A pair of wards with much going on along their border and no cluster in force that covers them. */
export const NO_AGREEMENT = {
  id: 'no-agreement-o-cho-dua-dong-da',
  editionId: 'hn-hp-2025',
  period: { from: '2025-07-01', to: '2026-10-31' } satisfies Period,
  wards: ['00190', '00235'],
  planted: 330,
  withinMetres: 80,
} as const;

/** Street pieces of the old wards that these two took over, near their border of today. */
function borderPieces(ground: Ground): StreetPiece[] {
  const [a, b] = NO_AGREEMENT.wards;
  return [...ground.streets.values()].flat().filter(({ from }) => {
    const { ownerCode, neighbours } = locateWard(ground.since.index, from, NO_AGREEMENT.withinMetres);
    const other = ownerCode === a ? b : ownerCode === b ? a : null;
    return other !== null && neighbours.some(({ code }) => code === other);
  });
}

/** A place on one of the pieces that still lies near the border after it is moved off the street's middle. */
function drawSpot(ground: Ground, random: Random, pieces: readonly StreetPiece[], pick: (random: Random) => number, spread: number): Spot {
  const [a, b] = NO_AGREEMENT.wards;
  for (let i = 0; i < 2_000; i++) {
    const piece = pieces[pick(random)] as StreetPiece;
    const position = offset(piece.from, random.normal() * spread, random.normal() * spread);
    const { ownerCode, neighbours } = locateWard(ground.since.index, position, NO_AGREEMENT.withinMetres);
    const other = ownerCode === a ? b : ownerCode === b ? a : null;
    if (other !== null && neighbours.some(({ code }) => code === other)) return { position, street: piece.street };
  }
  throw new Error('no place found along the border without an agreement');
}

/** Incidents of all kinds along that border. */
export function* drawNoAgreement(ground: Ground, seed: number): Generator<Draft> {
  const random = createRandom(seed, NO_AGREEMENT.id);
  const pieces = borderPieces(ground);
  const pick = createWeightedPick(pieces.map(({ weight }) => weight));
  for (let i = 0; i < NO_AGREEMENT.planted; i++) {
    const category = drawCategory(random);
    const spot = drawSpot(ground, random, pieces, pick, Math.min(30, HABITS[category]?.spreadMetres ?? 20));
    yield { category, occurredAt: drawTime(random, category, NO_AGREEMENT.period), ...spot, pattern: NO_AGREEMENT.id };
  }
}
