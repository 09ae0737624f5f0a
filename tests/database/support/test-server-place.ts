import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const SUPABASE_FOLDER = join(import.meta.dirname, '..', '..', '..', 'supabase');

/** An empty temporary folder that PostgreSQL's account may enter. */
export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'giap-ranh-test-'));

/** URL of a server of the operator's own, when the suite runs on that. */
export const ownServerUrl = (): string | undefined => (process.env['DATABASE_URL'] === '' ? undefined : process.env['DATABASE_URL']);
