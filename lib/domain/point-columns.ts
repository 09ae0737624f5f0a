import { INCIDENT_STATUSES, LEAD_REASONS } from './incident';

/**
 * Visible incidents as columns: one typed array a property, row i of each is incident i.
 *
 * Codes are indices into the dictionaries; 0xffff (wards, clusters) means none. Instants are whole seconds since 1970 (UTC).
 */
export interface PointColumns {
  readonly count: number;
  /** Highest version among all rows the reader may see; the next request's `since`. */
  readonly version: number;
  /** Instant (seconds) up to which the answer is complete. */
  readonly asOf: number;
  /**
   * How many incidents the reader may see in all, for a reader from whose sight some can go; null for one who sees every one.
   * A screen that holds another number after merging has to load anew.
   */
  readonly total: number | null;
  readonly dictionaries: {
    readonly categories: readonly string[];
    /** `editionId/wardCode`. */
    readonly wards: readonly string[];
    readonly clusters: readonly string[];
    readonly editions: readonly string[];
  };
  /** 16 bytes an id. */
  readonly ids: Uint8Array;
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
  readonly occurredAt: Float64Array;
  /** End of the span in which it occurred; 0 = the instant is known. */
  readonly occurredUntil: Float64Array;
  readonly versions: Float64Array;
  /** Earliest deadline among the open steps, in seconds; 0 = none. Overdue once it has passed. */
  readonly dueAt: Float64Array;
  readonly wards: Uint16Array;
  readonly leads: Uint16Array;
  /** The nearest other ward within the agreed width, in the same dictionary as the owners. */
  readonly neighbours: Uint16Array;
  readonly clusters: Uint16Array;
  readonly editions: Uint8Array;
  readonly categories: Uint8Array;
  readonly statuses: Uint8Array;
  readonly leadReasons: Uint8Array;
  /** Bit 0 border zone, bit 1 junction, bit 2 outside every ward, bit 3 gap, bit 4 on a border, bit 5 overlap. */
  readonly flags: Uint8Array;
}

export const POINT_FLAGS = { borderZone: 1, junction: 2, outside: 4, gap: 8, onBorder: 16, overlap: 32 } as const;
export const NO_CODE = 0xffff;
/** Order of the status and lead-reason codes in the columns. */
export const STATUS_ORDER = INCIDENT_STATUSES;
export const LEAD_REASON_ORDER = LEAD_REASONS;

const MAGIC = 0x33505247; // "GRP3", little-endian
const COLUMNS = [
  ['longitudes', 'f64'], ['latitudes', 'f64'], ['occurredAt', 'f64'], ['occurredUntil', 'f64'], ['versions', 'f64'], ['dueAt', 'f64'],
  ['wards', 'u16'], ['leads', 'u16'], ['neighbours', 'u16'], ['clusters', 'u16'],
  ['editions', 'u8'], ['categories', 'u8'], ['statuses', 'u8'], ['leadReasons', 'u8'], ['flags', 'u8'], ['ids', 'id'],
] as const;

const WIDTH = { f64: 8, u16: 2, u8: 1, id: 16 } as const;
const ARRAY = { f64: Float64Array, u16: Uint16Array, u8: Uint8Array, id: Uint8Array } as const;

/** Next multiple of 8, so that every column can be viewed without a copy. */
const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Encodes columns as `GRP3`: magic, header length, JSON header, then each column, every part padded to 8 bytes. */
export function encodePointColumns(columns: PointColumns): Uint8Array<ArrayBuffer> {
  const { count, version, asOf, total, dictionaries } = columns;
  const header = new TextEncoder().encode(JSON.stringify({ count, version, asOf, total, dictionaries }));
  const bodyLength = COLUMNS.reduce((sum, [, kind]) => sum + padded(count * WIDTH[kind]), 0);
  const bytes = new Uint8Array(8 + padded(header.length) + bodyLength);
  new DataView(bytes.buffer).setUint32(0, MAGIC, true);
  new DataView(bytes.buffer).setUint32(4, header.length, true);
  bytes.set(header, 8);
  let offset = 8 + padded(header.length);
  for (const [name, kind] of COLUMNS) {
    const column = columns[name];
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset);
    offset += padded(count * WIDTH[kind]);
  }
  return bytes;
}

/**
 * Decodes a `GRP3` answer without copying its columns.
 *
 * @throws Error when the bytes are not such an answer or are cut short.
 */
export function decodePointColumns(buffer: ArrayBuffer): PointColumns {
  const view = new DataView(buffer);
  if (buffer.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('not a point answer: it does not begin with GRP3');
  const headerLength = view.getUint32(4, true);
  if (8 + headerLength > buffer.byteLength) throw new Error(`point answer cut short: header of ${headerLength} bytes`);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, headerLength))) as Pick<
    PointColumns,
    'count' | 'version' | 'asOf' | 'total' | 'dictionaries'
  >;
  let offset = 8 + padded(headerLength);
  const body: Record<string, Float64Array | Uint16Array | Uint8Array> = {};
  for (const [name, kind] of COLUMNS) {
    const length = kind === 'id' ? header.count * 16 : header.count;
    if (offset + header.count * WIDTH[kind] > buffer.byteLength) throw new Error(`point answer cut short in column ${name}`);
    body[name] = new ARRAY[kind](buffer, offset, length);
    offset += padded(header.count * WIDTH[kind]);
  }
  return { ...header, ...body } as unknown as PointColumns;
}

/** Writes a UUID's 16 bytes at row `row` of an id column. */
export function writeUuid(ids: Uint8Array, row: number, uuid: string): void {
  const hex = uuid.replaceAll('-', '');
  for (let byte = 0; byte < 16; byte++) ids[row * 16 + byte] = parseInt(hex.slice(byte * 2, byte * 2 + 2), 16);
}

/** The UUID at row `row` of an id column. */
export function readUuid(ids: Uint8Array, row: number): string {
  const hex = Array.from(ids.subarray(row * 16, row * 16 + 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
