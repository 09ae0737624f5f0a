/** A PostgreSQL error as the driver throws it, as far as an API answer needs it. */
export interface DatabaseError {
  readonly code: string;
  readonly message: string;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
}

/**
 * Errors a client caused that Supabase Lite 0.10 answers with 500 and a code of its own, and PostgREST's status for them:
 * checks, exclusions, `raise exception`, a request that took longer than the statement timeout.
 */
const CLIENT_CODES = new Map([['23514', 400], ['23P01', 400], ['P0001', 400], ['P0002', 400], ['P0003', 400], ['P0004', 400], ['57014', 500]]);

/** Whether a value is a PostgreSQL error. */
export function isDatabaseError(value: unknown): value is DatabaseError {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'message' in value;
}

/** Whether the client caused it: a constraint, bad data, a missing right, a name that does not exist. */
export function isClientError(error: DatabaseError): boolean {
  return CLIENT_CODES.has(error.code) || /^(22|23|42|PT|PGRST)/.test(error.code);
}

/**
 * The error in the form that makes Lite answer as PostgREST does: its status with code, message, details and hint.
 *
 * Source: PostgREST, "Raise errors with HTTP status codes" (the `PGRST` form, which Lite implements).
 * Limits: errors Lite answers rightly by itself come back as they were.
 */
export function asPostgrestError(error: DatabaseError): DatabaseError {
  const status = CLIENT_CODES.get(error.code);
  if (status === undefined) return error;
  const { code, message, detail, hint } = error;
  return {
    code: 'PGRST',
    message: JSON.stringify({ code, message, details: detail ?? null, hint: hint ?? null }),
    detail: JSON.stringify({ status, headers: {} }),
  };
}
