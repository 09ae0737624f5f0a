/** One thing wrong with one field of a request. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** Kinds of failure the API answers with; each has its own status and title. */
const KINDS = {
  invalid: { status: 400, title: 'The request is not valid' },
  signed_out: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'This role may not do that' },
  not_found: { status: 404, title: 'There is no such thing' },
  not_allowed: { status: 405, title: 'This address does not take that method' },
  conflict: { status: 409, title: 'It has been changed or exists already' },
  too_large: { status: 413, title: 'The request is too large' },
  unsupported: { status: 415, title: 'This kind of content is not understood' },
  too_many: { status: 429, title: 'Too much is under way already' },
  unprocessable: { status: 422, title: 'The request can not be carried out' },
  unavailable: { status: 503, title: 'The service is not ready' },
  internal: { status: 500, title: 'Something broke on the server' },
} as const;
export type ProblemKind = keyof typeof KINDS;

/** What an error answer carries beyond the usual: extension members (RFC 9457, section 3.2) and headers. */
export interface ProblemExtras {
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An error answer as RFC 9457 `application/problem+json`, with the fields at fault in `errors`.
 *
 * Source: RFC 9457; `type` is a relative reference into the documentation, as its section 3.1.1 allows.
 */
export function problem(kind: ProblemKind, detail: string, errors: readonly FieldError[] = [], more: ProblemExtras = {}): Response {
  const { status, title } = KINDS[kind];
  const body = { type: `/problems/${kind}`, title, status, detail, ...(errors.length > 0 ? { errors } : {}), ...more.members };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...more.headers },
  });
}

/** A problem about one field. */
export function fieldProblem(field: string, message: string, kind: ProblemKind = 'invalid'): Response {
  return problem(kind, `${field}: ${message}`, [{ field, message }]);
}
