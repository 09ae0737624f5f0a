import { join, resolve } from 'node:path';
import { UsageError } from '../usage-error';

/** Where the database is. */
export type Tier =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'own-postgres'; readonly databaseUrl: string }
  | { readonly kind: 'hosted'; readonly url: string; readonly publishableKey: string; readonly secretKey: string };

/** What the environment asks of the server. */
export interface Configuration {
  readonly root: string;
  readonly dataFolder: string;
  readonly tier: Tier;
  readonly port: number;
  /** Address to listen on; null = loopback with demonstration accounts, everywhere without. */
  readonly host: string | null;
  readonly admin: { readonly email: string; readonly password: string | null } | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const valueOf = (environment: Environment, name: string): string | null => {
  const value = environment[name]?.trim();
  return value === undefined || value === '' ? null : value;
};

function readTier(environment: Environment): Tier {
  const url = valueOf(environment, 'NEXT_PUBLIC_SUPABASE_URL');
  const databaseUrl = valueOf(environment, 'DATABASE_URL');
  if (url === null) return databaseUrl === null ? { kind: 'embedded' } : { kind: 'own-postgres', databaseUrl };
  const publishableKey = valueOf(environment, 'NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY');
  const secretKey = valueOf(environment, 'SUPABASE_SECRET_KEY');
  if (publishableKey === null || secretKey === null) {
    throw new UsageError('NEXT_PUBLIC_SUPABASE_URL needs NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY and SUPABASE_SECRET_KEY beside it');
  }
  return { kind: 'hosted', url, publishableKey, secretKey };
}

function readPort(environment: Environment): number {
  const text = valueOf(environment, 'PORT') ?? '3000';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageError(`PORT must be a number from 1 to 65535, not "${text}"`);
  return port;
}

/** Shortest password an account may have. */
const SHORTEST_PASSWORD = 10;

function readAdmin(environment: Environment): Configuration['admin'] {
  const email = valueOf(environment, 'GIAP_RANH_ADMIN_EMAIL');
  if (email === null) return null;
  const password = valueOf(environment, 'GIAP_RANH_ADMIN_PASSWORD');
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new UsageError(`GIAP_RANH_ADMIN_EMAIL is no e-mail address: "${email}"`);
  if (password !== null && password.length < SHORTEST_PASSWORD) throw new UsageError(`GIAP_RANH_ADMIN_PASSWORD needs at least ${SHORTEST_PASSWORD} characters`);
  return { email, password };
}

/**
 * Reads the configuration.
 *
 * @throws UsageError naming the variable that can not be used.
 */
export function readConfiguration(root: string, environment: Environment): Configuration {
  return {
    root,
    dataFolder: resolve(root, valueOf(environment, 'GIAP_RANH_DATA') ?? join(root, '.giap-ranh')),
    tier: readTier(environment),
    port: readPort(environment),
    host: valueOf(environment, 'GIAP_RANH_HOST'),
    admin: readAdmin(environment),
  };
}
