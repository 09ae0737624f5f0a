import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = ['chicago-community-areas.geojson', 'chicago-incidents.csv'] as const;

/** Copies the real city byte for byte: it is there to be compared with, so nothing about it is repaired. */
export function importRealCity(sourceFolder: string, dataFolder: string): number {
  const to = join(dataFolder, 'real-city');
  mkdirSync(to, { recursive: true });
  for (const file of FILES) writeFileSync(join(to, file), readFileSync(join(sourceFolder, 'real-city', file)));
  return FILES.length;
}
