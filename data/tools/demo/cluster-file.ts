import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoCluster } from './coordination';

/** The clusters that are shipped. */
export const readClusterFile = (dataFolder: string): readonly DemoCluster[] =>
  JSON.parse(readFileSync(join(dataFolder, 'clusters', 'clusters.json'), 'utf8')) as DemoCluster[];
