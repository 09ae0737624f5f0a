import type { NewIncident } from '../../domain/incident';
import type { Instant } from '../../domain/instant';
import { METRES_A_DEGREE, type Border, type FocusPlace, type Ground } from './read-ground';
import type { SeededRandom } from './seeded-random';

/** What the second half of a walk over the border needs: where the offender turns up, on which border, what it was and when. */
export interface WalkIn {
  readonly position: readonly [number, number];
  readonly wards: readonly [string, string];
  readonly category: string;
  readonly occurredMs: number;
}

/** A report to send, and the walk over the border it begins, if it does. */
export interface DrawnReport {
  readonly report: Omit<NewIncident, 'id'>;
  readonly walkIn: WalkIn | null;
}

/** Category, share of all incidents, weight by night (22–5), morning (5–11), afternoon (11–17), evening (17–22). Made up. */
const HABITS = [
  ['theft', 17, [1.3, 0.8, 1, 1.2], 'Mất trộm tài sản'], ['encroachment', 14, [0.1, 1.8, 1, 1.9], 'Lấn chiếm vỉa hè, lòng đường'],
  ['drugs', 9, [2, 0.4, 0.5, 1.5], 'Nghi sử dụng ma túy'], ['disorder', 9, [1.6, 0.4, 0.6, 1.8], 'Tụ tập gây rối'],
  ['dispute', 9, [0.4, 1, 1.1, 1.7], 'Mâu thuẫn giữa các hộ'], ['gambling', 6, [1.2, 0.3, 1.2, 1.6], 'Đánh bạc'],
  ['waste', 6, [0.5, 1.3, 0.6, 1.5], 'Đổ rác sai nơi quy định'], ['traffic', 6, [0.4, 1.6, 0.9, 1.6], 'Mất an toàn giao thông'],
  ['robbery', 4, [1.1, 0.5, 0.6, 2], 'Cướp giật'], ['prostitution', 4, [2.4, 0.1, 0.3, 1.6], 'Nghi hoạt động mại dâm'],
  ['racing', 3, [3, 0.02, 0.02, 0.6], 'Tụ tập đua xe'], ['other', 2, [0.5, 1, 1, 1], 'Việc khác'],
] as const;

/** Whose trade makes them step over the line when a patrol comes. */
const WALKERS: ReadonlySet<string> = new Set(['theft', 'encroachment', 'drugs', 'gambling', 'prostitution', 'robbery', 'disorder']);

const MINUTE_MS = 60_000;
/** Share of borders outside any cluster, of focus areas, of walks over the border, and of reports that no unit detected. */
const SHARES = { unbound: 0.12, focus: 0.2, walkIn: 0.3, undetected: 0.15 } as const;

const instant = (epochMs: number): Instant => new Date(epochMs).toISOString() as Instant;

/** Part of the day in Viet Nam: 0 night, 1 morning, 2 afternoon, 3 evening. */
function partOfDay(epochMs: number): 0 | 1 | 2 | 3 {
  const hour = new Date(epochMs + 7 * 60 * MINUTE_MS).getUTCHours();
  return hour < 5 || hour >= 22 ? 0 : hour < 11 ? 1 : hour < 17 ? 2 : 3;
}

function drawHabit(random: SeededRandom, epochMs: number): (typeof HABITS)[number] {
  const part = partOfDay(epochMs);
  return random.pick<(typeof HABITS)[number]>(HABITS, ([, share, weights]) => share * weights[part]) ?? HABITS[0];
}

/** A place beside a border and its mirror image on the other side. */
function drawBeside(random: SeededRandom, { lines }: Border): { readonly here: [number, number]; readonly there: [number, number] } {
  const pieces = lines.flatMap((line) => line.slice(1).map((to, place) => ({ from: line[place] ?? to, to })));
  const metresOf = ([longitude, latitude]: readonly [number, number]): [number, number] =>
    [longitude * METRES_A_DEGREE * Math.cos((latitude * Math.PI) / 180), latitude * METRES_A_DEGREE];
  const piece = random.pick(pieces, ({ from, to }) => Math.hypot(to[0] - from[0], to[1] - from[1]));
  if (piece === undefined) throw new Error('a border without lines has no place beside it');
  const [[x1, y1], [x2, y2]] = [metresOf(piece.from), metresOf(piece.to)];
  const length = Math.max(1e-6, Math.hypot(x2 - x1, y2 - y1));
  const along = random.next();
  const aside = random.between(6, 80) * (random.next() < 0.5 ? 1 : -1);
  const [longitude, latitude] = [piece.from[0] + (piece.to[0] - piece.from[0]) * along, piece.from[1] + (piece.to[1] - piece.from[1]) * along];
  const east = (-(y2 - y1) / length) * aside / (METRES_A_DEGREE * Math.cos((latitude * Math.PI) / 180));
  const north = ((x2 - x1) / length) * aside / METRES_A_DEGREE;
  return { here: [longitude + east, latitude + north], there: [longitude - east, latitude - north] };
}

function drawInside(random: SeededRandom, { centre, radiusMetres }: FocusPlace): [number, number] {
  const distance = radiusMetres * Math.sqrt(random.next());
  const angle = random.between(0, 2 * Math.PI);
  const [longitude, latitude] = centre;
  return [
    longitude + (distance * Math.sin(angle)) / (METRES_A_DEGREE * Math.cos((latitude * Math.PI) / 180)),
    latitude + (distance * Math.cos(angle)) / METRES_A_DEGREE,
  ];
}

interface Circumstances {
  readonly position: readonly [number, number];
  readonly wards: readonly string[];
  readonly habit: (typeof HABITS)[number];
  readonly occurredMs: number;
  readonly nowMs: number;
}

/** Fills in who detected it and how: a unit of one of the wards on patrol, or nobody and a call. */
function describe(random: SeededRandom, { ownWards }: Ground, { position, wards, habit, occurredMs, nowMs }: Circumstances): DrawnReport['report'] {
  const speakers = ownWards === null ? wards : wards.filter((code) => ownWards.includes(code));
  const detectedBy = random.next() < SHARES.undetected ? undefined : random.pick(speakers);
  const [code, , , text] = habit;
  return {
    category: code, occurredAt: instant(occurredMs),
    lon: Number(position[0].toFixed(6)), lat: Number(position[1].toFixed(6)),
    ...(detectedBy === undefined ? {} : { detectedBy, detectedAt: instant(random.between(occurredMs, nowMs)) }),
    source: detectedBy !== undefined ? 'patrol' : random.pick(['hotline', 'resident', 'camera'] as const) ?? 'hotline',
    summary: `Mô phỏng: ${text}`,
    accuracyM: Math.round(random.between(4, 20)),
  };
}

/** Draws the next incident at `nowMs`: along a border or in a focus area, now and then the beginning of a walk over the border. */
export function drawReport(random: SeededRandom, ground: Ground, nowMs: number): DrawnReport {
  const habit = drawHabit(random, nowMs);
  const focus = random.next() < SHARES.focus ? random.pick(ground.focusPlaces) : undefined;
  if (focus !== undefined) {
    const occurredMs = nowMs - random.between(0, 10) * MINUTE_MS;
    return { report: describe(random, ground, { position: drawInside(random, focus), wards: focus.wards, habit, occurredMs, nowMs }), walkIn: null };
  }
  const among = ground.bound.length === 0 || random.next() < SHARES.unbound ? ground.borders : ground.bound;
  const border = random.pick(among, ({ lengthMetres }) => lengthMetres);
  if (border === undefined) throw new Error('there is no border to draw an incident along');
  const { here, there } = drawBeside(random, border);
  const walks = WALKERS.has(habit[0]) && random.next() < SHARES.walkIn;
  // A walk takes 5 to 20 minutes and ends about now, so that a demonstration need not wait for it.
  const secondMs = nowMs - random.between(0, 1) * MINUTE_MS;
  const occurredMs = walks ? secondMs - random.between(5, 20) * MINUTE_MS : nowMs - random.between(0, 10) * MINUTE_MS;
  const report = describe(random, ground, { position: here, wards: border.wards, habit, occurredMs, nowMs: walks ? secondMs : nowMs });
  return { report, walkIn: walks ? { position: there, wards: border.wards, category: habit[0], occurredMs: secondMs } : null };
}

/** The same offender on the other side of the border; detected by the ward the first report did not fall to, when that is known. */
export function drawWalkIn(random: SeededRandom, ground: Ground, walkIn: WalkIn, firstOwnerCode: string | null, nowMs: number): DrawnReport['report'] {
  const habit = HABITS.find(([code]) => code === walkIn.category) ?? HABITS[0];
  const others = walkIn.wards.filter((code) => code !== firstOwnerCode);
  const report = describe(random, ground, { ...walkIn, wards: others, habit, nowMs });
  return { ...report, summary: `${report.summary ?? ''}, bỏ chạy sang phường bên` };
}
