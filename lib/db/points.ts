import { z } from 'zod';
import { LEAD_REASON_ORDER, NO_CODE, POINT_FLAGS, STATUS_ORDER, writeUuid, type PointColumns } from '../domain/point-columns';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';

const texts = z.array(z.string());
const textsOrNull = z.array(z.string().nullable());
const numbers = z.array(z.number());

const answerSchema = z.object({
  count: z.number(),
  version: z.number(),
  as_of: z.number(),
  total: z.number().nullable(),
  id: texts,
  lon: numbers,
  lat: numbers,
  occurred_at: numbers,
  occurred_until: numbers,
  versions: numbers,
  due_at: numbers,
  category: texts,
  status: texts,
  ownership_status: texts,
  edition_id: texts,
  owner_code: textsOrNull,
  neighbour_code: textsOrNull,
  lead_code: textsOrNull,
  lead_reason: texts,
  cluster_id: textsOrNull,
  border_zone: z.array(z.boolean()),
  junction: z.array(z.boolean()),
});
type Answer = z.output<typeof answerSchema>;

/** Numbers texts in the order in which they first appear. */
class Dictionary {
  readonly #numbers = new Map<string, number>();

  numberOf(text: string | null): number {
    if (text === null) return NO_CODE;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  get texts(): string[] {
    return [...this.#numbers.keys()];
  }
}

const OWNERSHIP_FLAGS: Readonly<Record<string, number>> = {
  outside: POINT_FLAGS.outside, gap: POINT_FLAGS.gap, on_border: POINT_FLAGS.onBorder, overlap: POINT_FLAGS.overlap,
};

function flagsOf(answer: Answer): Uint8Array {
  return Uint8Array.from(answer.ownership_status, (status, row) =>
    (OWNERSHIP_FLAGS[status] ?? 0)
    | (answer.border_zone[row] === true ? POINT_FLAGS.borderZone : 0)
    | (answer.junction[row] === true ? POINT_FLAGS.junction : 0));
}

function packIds(ids: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(ids.length * 16);
  ids.forEach((id, row) => writeUuid(bytes, row, id));
  return bytes;
}

/** Place of a text in a fixed order; an unknown one is a bug of the schema. */
function placesIn(order: readonly string[], values: readonly string[]): Uint8Array {
  return Uint8Array.from(values, (value) => {
    const place = order.indexOf(value);
    if (place < 0) throw new Error(`${value} is not among ${order.join(', ')}`);
    return place;
  });
}

/** The answer of `points` as typed columns. */
export function toPointColumns(answer: Answer): PointColumns {
  const categories = new Dictionary();
  const wards = new Dictionary();
  const clusters = new Dictionary();
  const editions = new Dictionary();
  const wardNumber = (code: string | null, row: number): number => wards.numberOf(code === null ? null : `${answer.edition_id[row]}/${code}`);
  const columns = {
    wards: Uint16Array.from(answer.owner_code, wardNumber),
    leads: Uint16Array.from(answer.lead_code, wardNumber),
    neighbours: Uint16Array.from(answer.neighbour_code, wardNumber),
    clusters: Uint16Array.from(answer.cluster_id, (id) => clusters.numberOf(id)),
    editions: Uint8Array.from(answer.edition_id, (id) => editions.numberOf(id)),
    categories: Uint8Array.from(answer.category, (code) => categories.numberOf(code)),
  };
  return {
    count: answer.count,
    version: answer.version,
    asOf: Math.floor(answer.as_of),
    total: answer.total,
    dictionaries: { categories: categories.texts, wards: wards.texts, clusters: clusters.texts, editions: editions.texts },
    ids: packIds(answer.id),
    longitudes: Float64Array.from(answer.lon),
    latitudes: Float64Array.from(answer.lat),
    occurredAt: Float64Array.from(answer.occurred_at),
    occurredUntil: Float64Array.from(answer.occurred_until),
    versions: Float64Array.from(answer.versions),
    dueAt: Float64Array.from(answer.due_at),
    ...columns,
    statuses: placesIn(STATUS_ORDER, answer.status),
    leadReasons: placesIn(LEAD_REASON_ORDER, answer.lead_reason),
    flags: flagsOf(answer),
  };
}

/** Every incident as it was known at an instant, oldest first; `service` has to be the server's own client. */
export async function readPointsAt(service: DatabaseClient, { version, groundAt }: { readonly version: number; readonly groundAt: string }, asOf: string): Promise<PointColumns> {
  return toPointColumns(answerSchema.parse(unwrap('points as they were known', await service.rpc('briefing_points', { known_version: version, as_of: asOf, ground_at: groundAt }))));
}

/** Every incident the client may see that changed after version `since` (0 = all), in version order. */
export async function readPoints(client: DatabaseClient, since = 0): Promise<PointColumns> {
  return toPointColumns(answerSchema.parse(unwrap('points', await client.rpc('points', { since }))));
}
