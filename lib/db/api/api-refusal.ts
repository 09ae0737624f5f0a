/** A request from outside that is answered before it reaches the API. */
export interface ApiRefusal {
  readonly status: 400 | 404 | 413 | 414 | 421 | 422 | 429;
  /** GoTrue's `error_code`, PostgREST's `code`. */
  readonly code: string;
  readonly message: string;
  /** For 429: seconds until another try makes sense. */
  readonly retryAfterSeconds?: number | undefined;
}

/** The refusal in the form of the API that was asked: GoTrue's under `/auth/v1`, PostgREST's under `/rest/v1`. */
export function answerRefusal(pathname: string, { status, code, message, retryAfterSeconds }: ApiRefusal): Response {
  const body = pathname.startsWith('/auth/v1')
    ? { code: status, error_code: code, msg: message }
    : { code, message, details: null, hint: null };
  return Response.json(body, { status, headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) } });
}
