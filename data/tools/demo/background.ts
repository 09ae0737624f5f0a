import { backgroundWeight } from './districts';
import type { Draft } from './draft';
import type { Ground } from './places';
import { createRandom, createWeightedPick, type Random } from './prng';
import { drawCategory, drawTime, HABITS } from './rhythm';
import { createWardSpots, type SpotSource } from './spots';
import type { Period } from './calendar';

/** The whole time the demonstration covers. */
export const SPAN: Period = { from: '2020-01-01', to: '2026-10-31' };

/** Incidents without any pattern: steady over the years, following streets, hours and weekdays. */
export function* drawBackground(ground: Ground, seed: number, count: number): Generator<Draft> {
  const random = createRandom(seed, 'background');
  const { wards } = ground.before;
  const pickWard = createWeightedPick(wards.map((ward) => backgroundWeight(ward.code, ward.districtName)));
  const sources = new Map<number, SpotSource>();
  for (let i = 0; i < count; i++) {
    const number = pickWard(random);
    yield drawOne(random, sourceOf(ground, seed, sources, number));
  }
}

/** Places of a ward are prepared once, from a stream of their own, so that their order of use changes nothing. */
function sourceOf(ground: Ground, seed: number, sources: Map<number, SpotSource>, number: number): SpotSource {
  const known = sources.get(number);
  if (known !== undefined) return known;
  const ward = ground.before.wards[number];
  if (ward === undefined) throw new Error(`no ward number ${number}`);
  const source = createWardSpots(ground, ward, createRandom(seed, `kernels/${ward.code}`));
  sources.set(number, source);
  return source;
}

function drawOne(random: Random, source: SpotSource): Draft {
  const category = drawCategory(random);
  const spot = source(random, HABITS[category]?.spreadMetres ?? 30);
  return { category, occurredAt: drawTime(random, category, SPAN), ...spot, pattern: null };
}
