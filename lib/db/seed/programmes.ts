import { z } from 'zod';
import { readChange } from '../change-result';
import type { Json } from '../database.types';
import { digestOf } from '../digest';
import { readJson } from './read-json';
import type { SeedOptions } from './seed-database';

const fileSchema = z.object({
  parts: z.array(z.object({
    subject: z.enum(['programme', 'task', 'indicator', 'entry', 'model', 'commendation']), row: z.record(z.string(), z.json()).and(z.object({ id: z.uuid() })), note: z.string().nullable(),
  })),
});

/** Loads the made-up programmes, models and commendations of the demonstration; what is there already stays. */
export async function seedProgrammes({ service, dataFolder, say }: SeedOptions): Promise<void> {
  const content = readJson(dataFolder, 'demo/programmes.json', null);
  if (content === null) return;
  const { parts } = fileSchema.parse(content);
  for (const part of parts) {
    const payload = { ...part, digest: digestOf(part), actor: null } as Json;
    const result = readChange('loading a programme', await service.rpc(part.subject === 'entry' ? 'enter_indicator_value' : 'make_programme_part', { payload }));
    if (result.kind !== 'done') throw new Error(`${part.subject} ${part.row.id}: ${JSON.stringify(result)}`);
  }
  say(`demonstration of programmes: ${String(parts.length)} programmes, tasks, indicators, models and commendations`);
}
