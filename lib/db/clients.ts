import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { getBackend, type Backend } from './backend';
import type { Database } from './database.types';

/** A supabase-js client for this product's schema. */
export type DatabaseClient = SupabaseClient<Database>;

const stateless = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false } as const;

/** A client with the rights of the account an access token belongs to: row policies apply. */
export function createUserClient(accessToken: string, backend: Backend = getBackend()): DatabaseClient {
  return createClient<Database>(backend.url, backend.publishableKey, {
    accessToken: () => Promise.resolve(accessToken),
    global: { fetch: backend.fetch },
  });
}

/** A client with the server's own rights, past every row policy: for writes the server computes, never for a user's read. */
export function createServiceClient(backend: Backend = getBackend()): DatabaseClient {
  return createClient<Database>(backend.url, backend.secretKey, { auth: stateless, global: { fetch: backend.fetch } });
}

/** A client of nobody in particular, for signing in. */
export function createVisitorClient(backend: Backend = getBackend()): DatabaseClient {
  return createClient<Database>(backend.url, backend.publishableKey, { auth: stateless, global: { fetch: backend.fetch } });
}
