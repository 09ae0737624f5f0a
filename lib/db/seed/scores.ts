import { z } from 'zod';
import { readChange } from '../change-result';
import type { Json } from '../database.types';
import { digestOf } from '../digest';
import { readJson } from './read-json';
import type { SeedOptions } from './seed-database';

const row = z.record(z.string(), z.json());
const fileSchema = z.object({ sets: z.array(row), periods: z.array(row), entries: z.array(z.object({ row, basis: z.string() })) });

/** Loads the made-up criteria, periods and points of the demonstration; what is there already stays. */
export async function seedScores({ service, dataFolder, say }: SeedOptions): Promise<void> {
  const content = readJson(dataFolder, 'demo/scores.json', null);
  if (content === null) return;
  const { sets, periods, entries } = fileSchema.parse(content);
  const load = async (name: 'put_score_set' | 'make_score_period' | 'enter_score', said: Record<string, Json>): Promise<void> => {
    const result = readChange('loading scores', await service.rpc(name, { payload: { ...said, digest: digestOf(said), actor: null } }));
    if (result.kind !== 'done') throw new Error(`${name}: ${JSON.stringify(result)}`);
  };
  for (const one of sets) await load('put_score_set', { row: one, seen: 0 });
  for (const one of periods) await load('make_score_period', { row: one });
  for (const one of entries) await load('enter_score', one);
  say(`demonstration of scores: ${String(sets.length)} sets of criteria, ${String(periods.length)} periods, ${String(entries.length)} points by hand`);
}
