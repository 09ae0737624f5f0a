import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

/** Unsigned LEB128. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}

/** A protobuf field: a number as varint, text and bytes with their length. */
function field(number: number, value: number | string | readonly number[]): number[] {
  if (typeof value === 'number') return [...varint(number * 8), ...varint(value)];
  const bytes = typeof value === 'string' ? [...Buffer.from(value)] : value;
  return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

/** One straight line in tile units (0–4096) with a `kind`, as a vector-tile layer. */
function lineLayer(name: string, kind: string, [from, to]: readonly [readonly [number, number], readonly [number, number]]): number[] {
  const steps = [9, zigzag(from[0]), zigzag(from[1]), 10, zigzag(to[0] - from[0]), zigzag(to[1] - from[1])];
  const feature = [...field(2, [0, 0]), ...field(3, 2), ...field(4, steps.flatMap(varint))];
  return field(3, [...field(15, 2), ...field(1, name), ...field(2, feature), ...field(3, 'kind'), ...field(4, field(1, kind)), ...field(5, 4096)]);
}

/** Tile of zoom 14 over the T11 bridge. */
export const TINY_TILE = { z: 14, x: 13007, y: 7212 } as const;

/**
 * A PMTiles archive with one tile, `TINY_TILE`: a main road from corner to corner.
 *
 * Source: PMTiles version 3 (header of 127 bytes, one root directory), Mapbox vector tile 2.1.
 */
export function buildTinyPmtiles(): Buffer {
  const tile = gzipSync(Buffer.from(lineLayer('roads', 'major_road', [[0, 0], [4096, 4096]])));
  const metadata = gzipSync(Buffer.from(JSON.stringify({ vector_layers: [{ id: 'roads', fields: { kind: 'String' } }] })));
  const { z, x, y } = TINY_TILE;
  const directory = gzipSync(Buffer.from([1, zxyToTileId(z, x, y), 1, tile.length, 1].flatMap(varint)));
  const header = Buffer.alloc(127);
  header.write('PMTiles');
  header[7] = 3;
  const metadataAt = 127 + directory.length;
  const tilesAt = metadataAt + metadata.length;
  [127, directory.length, metadataAt, metadata.length, tilesAt, 0, tilesAt, tile.length, 1, 1, 1].forEach((value, i) => header.writeBigUInt64LE(BigInt(value), 8 + 8 * i));
  // Clustered, all gzipped, vector tiles, zoom 14 only.
  header.set([1, 2, 2, 1, z, z], 96);
  [105.7, 21, 105.9, 21.1].forEach((degrees, i) => header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i));
  header.set([z], 118);
  return Buffer.concat([header, directory, metadata, tile]);
}
