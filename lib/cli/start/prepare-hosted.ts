import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { unwrap } from '../../db/api-error';
import { buildHostedBackend } from '../../db/backend';
import { createServiceClient, type DatabaseClient } from '../../db/clients';
import { seedEditions, seedReference } from '../../db/seed/seed-database';
import { UsageError } from '../usage-error';
import type { Configuration, Tier } from './configuration';
import type { PreparedData } from './prepare-data';

async function createHostedAdmin(service: DatabaseClient, admin: NonNullable<Configuration['admin']>): Promise<string | null> {
  const profiles = unwrap('accounts', await service.from('profiles').select('user_id').limit(1));
  if (profiles.length > 0) return null;
  const password = admin.password ?? randomBytes(12).toString('base64url');
  const { data, error } = await service.auth.admin.createUser({ email: admin.email, password, email_confirm: true });
  if (error !== null) throw new UsageError(`the administrator could not be made: ${error.message}`);
  unwrap('the administrator\'s role', await service.from('profiles').insert({ user_id: data.user.id, role: 'admin' }).select('user_id'));
  return admin.password === null ? password : null;
}

/** Fills a hosted Supabase whose migrations were pushed with the Supabase CLI; there is no demonstration there. */
export async function prepareHosted(tier: Extract<Tier, { kind: 'hosted' }>, { root, admin }: Configuration, say: (line: string) => void): Promise<PreparedData> {
  const service = createServiceClient(buildHostedBackend(tier.url, tier.publishableKey, tier.secretKey));
  const probe = await service.from('settings').select('key').limit(1);
  if (probe.error !== null) throw new UsageError(`${tier.url} does not answer as expected (${probe.error.message}); push the migrations first: supabase db push`);
  const options = { service, dataFolder: join(root, 'data'), say };
  await seedEditions(options);
  await seedReference(options);
  return { isDemonstration: false, madeUpPassword: admin === null ? null : await createHostedAdmin(service, admin) };
}
