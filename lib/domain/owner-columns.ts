/**
 * The wards of one edition that cover the incidents a reader may see, as columns in the order of `/api/points`.
 *
 * Codes are indices into `wards`; 0xffff = no ward covers it (`owners`), or none other lies within the width (`neighbours`).
 */
export interface OwnerColumns {
  readonly count: number;
  /** Highest version among the rows. */
  readonly version: number;
  readonly edition: string;
  /** Reach of `neighbours` in metres. */
  readonly widthMetres: number;
  /** `editionId/wardCode`. */
  readonly wards: readonly string[];
  /** 16 bytes an id. */
  readonly ids: Uint8Array;
  readonly owners: Uint16Array;
  readonly neighbours: Uint16Array;
}

const MAGIC = 0x314f5247; // "GRO1", little-endian
const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Encodes columns as `GRO1`: magic, header length, JSON header, ids, owners, neighbours, every part padded to 8 bytes. */
export function encodeOwnerColumns({ count, version, edition, widthMetres, wards, ids, owners, neighbours }: OwnerColumns): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(JSON.stringify({ count, version, edition, widthMetres, wards }));
  const start = 8 + padded(header.length);
  const bytes = new Uint8Array(start + count * 16 + 2 * padded(count * 2));
  new DataView(bytes.buffer).setUint32(0, MAGIC, true);
  new DataView(bytes.buffer).setUint32(4, header.length, true);
  bytes.set(header, 8);
  bytes.set(ids.subarray(0, count * 16), start);
  bytes.set(new Uint8Array(owners.buffer, owners.byteOffset, count * 2), start + count * 16);
  bytes.set(new Uint8Array(neighbours.buffer, neighbours.byteOffset, count * 2), start + count * 16 + padded(count * 2));
  return bytes;
}

/**
 * Decodes a `GRO1` answer without copying its columns.
 *
 * @throws Error when the bytes are not such an answer or are cut short.
 */
export function decodeOwnerColumns(buffer: ArrayBuffer): OwnerColumns {
  const view = new DataView(buffer);
  if (buffer.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('not an answer about owners: it does not begin with GRO1');
  const headerLength = view.getUint32(4, true);
  const start = 8 + padded(headerLength);
  if (start > buffer.byteLength) throw new Error(`answer about owners cut short: header of ${String(headerLength)} bytes`);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, headerLength))) as Pick<OwnerColumns, 'count' | 'version' | 'edition' | 'widthMetres' | 'wards'>;
  const { count } = header;
  if (start + count * 16 + 2 * padded(count * 2) > buffer.byteLength) throw new Error(`answer about owners cut short: ${String(count)} rows`);
  return {
    ...header, ids: new Uint8Array(buffer, start, count * 16), owners: new Uint16Array(buffer, start + count * 16, count),
    neighbours: new Uint16Array(buffer, start + count * 16 + padded(count * 2), count),
  };
}
