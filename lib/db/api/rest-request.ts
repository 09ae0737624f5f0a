import type { ApiRefusal } from './api-refusal';
import { readBody, withBody } from './read-body';

type Examined = { readonly kind: 'pass'; readonly request: Request } | { readonly kind: 'refused'; readonly refusal: ApiRefusal };

/** Longest path and query, in characters. */
const URL_LIMIT = 8 * 1024;
/** Longest body, in bytes. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** Deepest nesting of `and(…)`, `or(…)`, lists: Supabase Lite reads them by recursion and runs out of stack at about 1,500. */
const NESTING_LIMIT = 32;

const refuse = (status: ApiRefusal['status'], code: string, message: string): Examined => ({ kind: 'refused', refusal: { status, code, message } });

function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const letter of text) {
    if (letter === '(') deepest = Math.max(deepest, ++depth);
    else if (letter === ')') depth = Math.max(0, depth - 1);
  }
  return deepest;
}

/**
 * `Prefer` with every count made exact: a planned or estimated one comes from statistics over rows the caller may not see.
 *
 * Source: RFC 7240 for the form of the header.
 */
function preferExactCounts(prefer: string): string {
  return prefer.split(',').map((part) => (/^\s*count\b/i.test(part) ? 'count=exact' : part.trim())).join(', ');
}

/**
 * Lets a request from outside to `/rest/v1` through, or says what is wrong with it.
 *
 * Limits: no related tables in `select` (Supabase Lite joins them by one column of a key of several: wrong rows, and
 * millions of them); URL 8 KiB, body 1 MiB, filters nested 32 deep.
 */
export async function examineRestRequest(request: Request): Promise<Examined> {
  const { pathname, search, searchParams } = new URL(request.url);
  if (pathname.length + search.length > URL_LIMIT) return refuse(414, 'PGRST100', `the URL is longer than ${URL_LIMIT} characters`);
  if (searchParams.getAll('select').some((selection) => selection.includes('('))) {
    return refuse(400, 'PGRST200', 'related tables can not be selected here: ask for each table by itself');
  }
  if ([...searchParams].some(([name, value]) => nestingOf(name) + nestingOf(value) > NESTING_LIMIT)) {
    return refuse(400, 'PGRST100', `filters may be nested ${NESTING_LIMIT} deep`);
  }
  const body = request.method === 'GET' || request.method === 'HEAD' ? null : await readBody(request, BODY_LIMIT_BYTES);
  if (body === null && request.body !== null) return refuse(413, 'PGRST102', `the body is longer than ${BODY_LIMIT_BYTES} bytes`);
  const headers = new Headers(request.headers);
  const prefer = headers.get('prefer');
  if (prefer !== null) headers.set('prefer', preferExactCounts(prefer));
  return { kind: 'pass', request: withBody(request, body === '' ? null : body, headers) };
}
