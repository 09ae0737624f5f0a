import type { Position } from 'geojson';
import { locateWard } from '../../../../lib/geo/locate-ward';
import type { LngLat, OwnershipStatus } from '../../../../lib/geo/types';
import type { Period } from '../calendar';
import type { Draft } from '../draft';
import type { DemoEdition, Ground } from '../places';
import { offset } from '../plane';
import { createRandom, type Random } from '../prng';
import { drawCategory, drawTime } from '../rhythm';

/** Points where "whose is it?" is hard: exactly on a border, in a sliver, outside every ward, in the middle of the Red River. */
export const HARD_PLACES = { id: 'hard-places', onBorder: 40, outside: 16, gap: 6, river: 12 } as const;

const BEFORE: Period = { from: '2020-01-01', to: '2025-06-30' };
const SINCE: Period = { from: '2025-07-01', to: '2026-10-31' };

/** Just outside: over the Hưng Yên side of the Red River, off Đồ Sơn, in the hole of Đồ Sơn, in Bắc Ninh. */
const OUTSIDE: readonly LngLat[] = [
  [105.9108, 20.9652],
  [106.8512, 20.6712],
  [106.793324, 20.691102],
  [106.035, 21.07],
];
/** 11 m outside Hà Nội, south-east of Bát Tràng: within the 30 m that count as a gap, in both editions. */
const GAP: LngLat = [105.910224, 20.965569];

/** In the Red River under the bridge Chương Dương. */
const RIVER: LngLat = [105.8612, 21.0381];

/** Wards in whose outlines border points are looked for: the inner city and the two districts of Hải Phòng. */
const INNER = ['00006', '00007', '00157', '00169', '00307', '00316', '00331', '00337', '11689', '11692', '11443', '11446'];

function outlineVertices(edition: DemoEdition): LngLat[] {
  return edition.wards
    .filter(({ code }) => INNER.includes(code))
    .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
    .flatMap((rings) => rings[0] ?? [])
    .map(([lon = 0, lat = 0]: Position): LngLat => [lon, lat]);
}

function drawWhere(random: Random, edition: DemoEdition, candidates: () => LngLat, status: OwnershipStatus): LngLat {
  for (let i = 0; i < 2_000; i++) {
    const position = candidates();
    if (locateWard(edition.index, position, 0).status === status) return position;
  }
  throw new Error(`no position with status ${status} in ${edition.id}`);
}

/** Vertices shared by two wards, half in each edition; then places outside and in a gap. */
export function* drawHardPlaces(ground: Ground, seed: number): Generator<Draft> {
  const random = createRandom(seed, HARD_PLACES.id);
  const draft = (position: LngLat, period: Period, accuracyMetres: number): Draft => {
    const category = drawCategory(random);
    return { category, occurredAt: drawTime(random, category, period), position, street: null, pattern: HARD_PLACES.id, accuracyMetres };
  };
  const eras = [[ground.before, BEFORE], [ground.since, SINCE]] as const;
  for (const [edition, period] of eras) {
    const vertices = outlineVertices(edition);
    const blur = (around: LngLat, metres: number): LngLat => offset(around, random.normal() * metres, random.normal() * metres);
    for (let i = 0; i < HARD_PLACES.onBorder / 2; i++) {
      yield draft(drawWhere(random, edition, () => random.pick(vertices), 'on_border'), period, 1);
    }
    for (let i = 0; i < HARD_PLACES.outside / 2; i++) {
      yield draft(drawWhere(random, edition, () => blur(random.pick(OUTSIDE), 12), 'outside'), period, 15);
    }
    for (let i = 0; i < HARD_PLACES.gap / 2; i++) yield draft(drawWhere(random, edition, () => blur(GAP, 6), 'gap'), period, 5);
    for (let i = 0; i < HARD_PLACES.river / 2; i++) yield draft(drawWhere(random, edition, () => blur(RIVER, 60), 'inside'), period, 30);
  }
}
