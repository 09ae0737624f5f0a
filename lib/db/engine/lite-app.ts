import { App, RelationNotFoundError } from '@supabase/lite';
import { PostgresConnection } from '@supabase/lite/postgres';
import { asPostgrestError, isClientError, isDatabaseError } from './database-error';
import { keepOutOfLog } from './quiet-errors';
import type { Secrets } from './secrets';

/** What the API is given: a database and the installation's keys. */
export interface LiteOptions {
  readonly databaseUrl: string;
  readonly secrets: Pick<Secrets, 'jwtSecret' | 'publishableKey' | 'secretKey'>;
  /** Most connections it may hold at once. */
  readonly maxConnections?: number | undefined;
  /** Longest a statement may run, in milliseconds; absent = no limit. */
  readonly statementTimeoutMs?: number | undefined;
}

/** Supabase Lite hands over text that is JSON already; the driver would make a JSON string of it. */
const jsonParameter = (oid: number) => ({
  to: oid,
  from: [oid],
  serialize: (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text),
});

function connect({ databaseUrl, maxConnections = 12, statementTimeoutMs }: LiteOptions): PostgresConnection {
  return new PostgresConnection({
    url: databaseUrl,
    postgresOptions: {
      max: maxConnections,
      ...(statementTimeoutMs === undefined ? {} : { connection: { statement_timeout: statementTimeoutMs } }),
      onnotice: () => undefined,
      types: { json: jsonParameter(114), jsonb: jsonParameter(3802) },
    },
  });
}

/** Answers a client's mistake as PostgREST does and keeps it out of the server's log. */
function cureErrors(connection: PostgresConnection): void {
  const normalize = connection.normalizeDbError.bind(connection);
  connection.normalizeDbError = (thrown) => {
    const error = normalize(thrown);
    if (error instanceof RelationNotFoundError) keepOutOfLog(error);
    if (!isDatabaseError(error) || !isClientError(error)) return error;
    const answer = asPostgrestError(error);
    keepOutOfLog(answer);
    return answer;
  };
}

/** Row security is set up by bootstrap and migrations. Left to itself Lite grants everything to everybody on first use. */
function keepGrants(connection: PostgresConnection): void {
  Object.assign(connection, { rlsState: 'active' });
}

/**
 * The Supabase API (REST and Auth) over a database that bootstrap and migrations have prepared.
 *
 * Pinned to Supabase Lite 0.10.0: two of the cures use its internals.
 */
export function buildLiteApp(options: LiteOptions): App {
  const connection = connect(options);
  keepGrants(connection);
  cureErrors(connection);
  const { jwtSecret, publishableKey, secretKey } = options.secrets;
  return new App({
    connection,
    api: { schemas: ['public'], max_rows: 5000 },
    auth: {
      enabled: true,
      jwt_secret: jwtSecret,
      publishable_key: publishableKey,
      secret_key: secretKey,
      enable_signup: false,
      minimum_password_length: 10,
    },
    options: { server: { admin: false, disableStudio: true } },
  });
}
