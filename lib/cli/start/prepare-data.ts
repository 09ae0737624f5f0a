import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { buildInProcessBackend } from '../../db/backend';
import { createServiceClient } from '../../db/clients';
import type { OpenBackend } from '../../db/engine/open-backend';
import { createAccounts, DEMO_ACCOUNTS } from '../../db/seed/accounts';
import { seedBriefingTemplate } from '../../db/seed/briefing-templates';
import { seedCoordination } from '../../db/seed/coordination';
import { seedDisputes } from '../../db/seed/disputes';
import { seedProgrammes } from '../../db/seed/programmes';
import { seedDemoIncidents, seedEditions, seedReference, type SeedOptions } from '../../db/seed/seed-database';
import type { Configuration } from './configuration';

/** Whether the demonstration accounts are there, and a password that was made up just now. */
export interface PreparedData {
  readonly isDemonstration: boolean;
  readonly madeUpPassword: string | null;
}

/** How far the demonstration data is: null = this is no demonstration. */
async function readDemonstration(owner: Sql): Promise<'loading' | 'loaded' | null> {
  const [row] = await owner<{ value: 'loading' | 'loaded' }[]>`select value #>> '{}' as value from settings where key = 'demonstration'`;
  return row?.value ?? null;
}

async function writeDemonstration(sql: Pick<Sql, 'unsafe'>, state: 'loading' | 'loaded'): Promise<void> {
  await sql.unsafe(`insert into public.settings (key, value) values ('demonstration', '"${state}"')
    on conflict (key) do update set value = excluded.value`);
}

/** Makes the first accounts of a database without any. Returns the administrator's password when it was made up. */
async function createFirstAccounts(backend: OpenBackend, admin: Configuration['admin'], say: (line: string) => void): Promise<string | null> {
  if (admin !== null) {
    const password = admin.password ?? randomBytes(12).toString('base64url');
    await createAccounts(backend.owner, [{ email: admin.email, password, role: 'admin' }]);
    return admin.password === null ? password : null;
  }
  if (backend.tier === 'own-postgres') {
    say('there is no account yet: set GIAP_RANH_ADMIN_EMAIL (and GIAP_RANH_ADMIN_PASSWORD) and start again');
    return null;
  }
  // In one transaction with the accounts: a server that is killed while it loads the incidents goes on with them next time.
  await createAccounts(backend.owner, DEMO_ACCOUNTS, (sql) => writeDemonstration(sql, 'loading'));
  return null;
}

async function loadDemonstration(owner: Sql, options: SeedOptions): Promise<boolean> {
  const state = await readDemonstration(owner);
  if (state !== 'loading') return state !== null;
  await seedDemoIncidents(options);
  await seedCoordination(options);
  await seedDisputes(options, Date.now());
  await seedProgrammes(options);
  await seedBriefingTemplate(options);
  await writeDemonstration(owner, 'loaded');
  return true;
}

/** Loads what is shipped and missing, makes the first accounts, and the demonstration when there is nothing else. */
export async function prepareData(backend: OpenBackend, { root, admin }: Configuration, say: (line: string) => void): Promise<PreparedData> {
  const api = buildInProcessBackend({ tier: backend.tier, databaseUrl: backend.apiUrl, ...backend.secrets, maxConnections: 3 });
  try {
    const options: SeedOptions = { service: createServiceClient(api), dataFolder: join(root, 'data'), say };
    await seedEditions(options);
    await seedReference(options);
    const madeUpPassword = backend.isNew ? await createFirstAccounts(backend, admin, say) : null;
    return { isDemonstration: await loadDemonstration(backend.owner, options), madeUpPassword };
  } finally {
    await api.close();
  }
}
