import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from '../../lib/db/engine/open-backend';
import { describeDatabase } from './type-text';

/** Makes an empty database from the migrations and writes its types, so that they can not describe anything else. */
async function main(): Promise<void> {
  const root = join(import.meta.dirname, '..', '..');
  const dataFolder = mkdtempSync(join(tmpdir(), 'giap-ranh-types-'));
  const backend = await openBackend({ dataFolder, supabaseFolder: join(root, 'supabase'), say: () => undefined });
  try {
    writeFileSync(join(root, 'lib', 'db', 'database.types.ts'), await describeDatabase(backend.owner));
  } finally {
    await backend.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

await main();
