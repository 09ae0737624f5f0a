import { createHash } from 'node:crypto';
import { writeCanonicalJson } from './canonical-json';
import type { AnalysisInput } from './method';

/** SHA-256 of a value's canonical JSON, 64 hexadecimal digits: equal values, and in practice only those, have equal digests. */
export const digestOf = (value: unknown): string => createHash('sha256').update(writeCanonicalJson(value)).digest('hex');

/** Digest of the incidents of an input: which, where, when, of what kind, whose, how exactly placed. */
export function digestPoints({ points, categories, wards }: AnalysisInput): string {
  const hash = createHash('sha256');
  hash.update(points.ids.join(' '));
  for (const { buffer, byteOffset, byteLength } of [points.longitudes, points.latitudes, points.times, points.accuracies]) {
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  }
  const kinds = Array.from(points.kinds, (place) => categories[place] ?? '').join(' ');
  const owners = Array.from(points.wards, (place) => wards[place]?.code ?? '').join(' ');
  return hash.update(`\n${kinds}\n${owners}`).digest('hex');
}

/** Digest of all that a method sees besides the incidents: outlines, borders, agreements, streets, patrols, zones. */
export function digestSurroundings(input: AnalysisInput): string {
  const { wards, area, arcs, junctions, clusters, streets, patrols, zones, defaultWidthMetres, categories } = input;
  return digestOf({ wards, area, arcs, junctions, clusters, streets, patrols, zones, defaultWidthMetres, categories });
}
