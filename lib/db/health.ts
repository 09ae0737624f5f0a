import { getBackend, type Backend } from './backend';
import { createServiceClient } from './clients';
import { findEditionInForce } from './editions';
import { dayOf } from '../domain/instant';
import { readSettings } from './settings';

/** Whether the database answers, and the edition in force today. */
export interface DatabaseHealth {
  readonly database: 'ok' | 'unreachable';
  readonly edition: string | null;
}

/** Asks the database how it is; never throws. */
export async function readHealth(backend: Backend = getBackend()): Promise<DatabaseHealth> {
  try {
    const client = createServiceClient(backend);
    const { timeZone } = await readSettings(client);
    const edition = await findEditionInForce(client, dayOf(new Date().toISOString(), timeZone));
    return { database: 'ok', edition: edition?.id ?? null };
  } catch {
    return { database: 'unreachable', edition: null };
  }
}
