import { z } from 'zod';
import { DEFAULT_TIME_ZONE } from '../domain/instant';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';

const settingsSchema = z.object({
  default_border_width_metres: z.number().min(0).max(5000).default(100),
  time_zone: z.string().default(DEFAULT_TIME_ZONE),
});

/** What a deployment has set. */
export interface Settings {
  /** Width of the border zone where no regulation is in force, in metres. */
  readonly defaultBorderWidthMetres: number;
  readonly timeZone: string;
}

/** Reads the settings; what is not set has the value the product ships with. */
export async function readSettings(client: DatabaseClient): Promise<Settings> {
  const rows = unwrap('settings', await client.from('settings').select('key, value'));
  const parsed = settingsSchema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
  return { defaultBorderWidthMetres: parsed.default_border_width_metres, timeZone: parsed.time_zone };
}
