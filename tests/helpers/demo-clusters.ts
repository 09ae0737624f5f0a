import { readFileSync } from 'node:fs';
import type { RawInput } from '../../lib/analysis/build-input';
import type { Cluster, Regulation } from '../../lib/domain/boundary';
import { DEFAULT_RULES } from '../../lib/domain/regulation';

/** The shipped clusters as the database hands them over; rules that are not written have their defaults. */
const clusters = (JSON.parse(readFileSync(new URL('../../data/clusters/clusters.json', import.meta.url), 'utf8')) as Cluster[])
  .map((cluster): Cluster => ({ ...cluster, regulations: cluster.regulations.map((regulation): Regulation => ({ ...regulation, rules: { ...DEFAULT_RULES, ...(regulation as Partial<Regulation>).rules } })) }));

/** Change of the raw input of `demoInput` that puts the shipped clusters in force. */
export const withDemoClusters = (raw: RawInput): RawInput => ({ ...raw, clusters });
