import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const secretsSchema = z.object({
  databasePassword: z.string().min(20),
  apiPassword: z.string().min(20),
  jwtSecret: z.string().min(32),
  publishableKey: z.string().startsWith('sb_publishable_'),
  secretKey: z.string().startsWith('sb_secret_'),
});

/** Secrets of one installation: random, made on first start, kept in the data folder for its owner alone. */
export type Secrets = z.output<typeof secretsSchema>;

const random = (): string => randomBytes(24).toString('base64url');

function makeSecrets(): Secrets {
  return {
    databasePassword: random(),
    apiPassword: random(),
    jwtSecret: randomBytes(48).toString('base64url'),
    publishableKey: `sb_publishable_${random()}`,
    secretKey: `sb_secret_${random()}`,
  };
}

/**
 * Reads `secrets.json` of a data folder, or makes it (mode 0600).
 *
 * @throws when the file is there but is not what this product wrote: a new one would lock out the database beside it.
 */
export function ensureSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, 'secrets.json');
  if (!existsSync(file)) {
    const fresh = makeSecrets();
    writeFileSync(`${file}.new`, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return fresh;
  }
  const parsed = secretsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is damaged: ${z.prettifyError(parsed.error)}. Restore it from a copy.`);
  return parsed.data;
}
