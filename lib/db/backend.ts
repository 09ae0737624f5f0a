import type { App } from '@supabase/lite';
import { buildLiteApp } from './engine/lite-app';

/** The Supabase API this process talks to. */
export interface Backend {
  readonly tier: 'embedded' | 'own-postgres' | 'hosted';
  /** Base URL; in process for the first two tiers, where its host means nothing. */
  readonly url: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  /** Secret that signs access tokens; null where the hosted Auth signs them and is asked instead. */
  readonly jwtSecret: string | null;
  /** Database the change feed listens on; null on the hosted tier. */
  readonly databaseUrl: string | null;
  /** Sends a request to the API: a function call on the first two tiers, the network on the third. */
  readonly fetch: typeof fetch;
  /** Answers a request that came in under /rest/v1 or /auth/v1; null on the hosted tier, which serves those itself. */
  readonly serve: ((request: Request) => Promise<Response>) | null;
  close(): Promise<void>;
}

/** Where requests inside the process go; nothing listens there. */
const IN_PROCESS_URL = 'http://localhost';

/** What an in-process backend is made of. */
export interface InProcessOptions {
  readonly tier: 'embedded' | 'own-postgres';
  readonly databaseUrl: string;
  readonly jwtSecret: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly maxConnections?: number | undefined;
  /** Longest a statement may run, in milliseconds; absent = no limit, for loading. */
  readonly statementTimeoutMs?: number | undefined;
}

/** The web server's limit for one statement, as on a hosted Supabase. */
export const STATEMENT_TIMEOUT_MS = 8_000;

/** A backend that runs Supabase Lite inside this process. */
export function buildInProcessBackend(options: InProcessOptions): Backend {
  const { tier, databaseUrl, jwtSecret, publishableKey, secretKey, maxConnections, statementTimeoutMs } = options;
  const app: App = buildLiteApp({ databaseUrl, secrets: { jwtSecret, publishableKey, secretKey }, maxConnections, statementTimeoutMs });
  // No address of the peer is passed on: nothing here may count as a local, trusted request.
  const serve = (request: Request): Promise<Response> => app.fetch(request, { peerAddress: null });
  return {
    tier, url: IN_PROCESS_URL, publishableKey, secretKey, jwtSecret, databaseUrl, serve,
    fetch: (input, init) => serve(new Request(input, init)),
    close: () => app.connection.close(),
  };
}

/** A backend on a hosted or self-hosted Supabase. */
export function buildHostedBackend(url: string, publishableKey: string, secretKey: string): Backend {
  return {
    tier: 'hosted', url, publishableKey, secretKey, jwtSecret: null, databaseUrl: null, serve: null,
    fetch: (input, init) => fetch(input, init),
    close: () => Promise.resolve(),
  };
}

function need(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: start the server with "npm start", which sets it`);
  return value;
}

/** Builds a backend that the environment describes; `limits` where the web server's do not fit. */
export function buildFromEnvironment(limits: Pick<InProcessOptions, 'maxConnections' | 'statementTimeoutMs'> = {}): Backend {
  const hostedUrl = process.env['NEXT_PUBLIC_SUPABASE_URL'];
  if (hostedUrl !== undefined && hostedUrl !== '') {
    return buildHostedBackend(hostedUrl, need('NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY'), need('SUPABASE_SECRET_KEY'));
  }
  return buildInProcessBackend({
    tier: need('GIAP_RANH_TIER') === 'own-postgres' ? 'own-postgres' : 'embedded',
    databaseUrl: need('GIAP_RANH_DB_URL'),
    jwtSecret: need('GIAP_RANH_JWT_SECRET'),
    publishableKey: need('GIAP_RANH_PUBLISHABLE_KEY'),
    secretKey: need('GIAP_RANH_SECRET_KEY'),
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    ...limits,
  });
}

/** On `globalThis`, so that hot reload and Next's several module graphs share one pool of connections. */
const shared = globalThis as typeof globalThis & { giapRanhBackend?: Backend };

/** The one backend of this process. */
export function getBackend(): Backend {
  return (shared.giapRanhBackend ??= buildFromEnvironment());
}

/** Makes a backend the one of this process (launcher, tests). */
export function useBackend(backend: Backend): void {
  shared.giapRanhBackend = backend;
}
