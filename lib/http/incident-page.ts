import type { IncidentPage } from '../db/incidents';
import { buildIncidentCollection, writeIncidentCsv } from '../interop/incident-table';
import { jsonAnswer } from './json-answer';

/** A page of incidents in the form the Accept header asks for; the next page is in `nextCursor` or the Link header. */
export function answerIncidentPage(request: Request, page: IncidentPage, asOf: string): Response {
  const headers = { 'Cache-Control': 'no-store', 'Data-As-Of': asOf, ...nextLink(request, page.next) };
  const form = preferredType(request.headers.get('accept'));
  if (form === 'text/csv') {
    return new Response(writeIncidentCsv(page.incidents), { headers: { ...headers, 'Content-Type': 'text/csv; charset=utf-8' } });
  }
  if (form === 'application/geo+json') {
    const body = JSON.stringify(buildIncidentCollection(page.incidents));
    return new Response(body, { headers: { ...headers, 'Content-Type': 'application/geo+json' } });
  }
  return jsonAnswer({ items: page.incidents, nextCursor: page.next, asOf }, 200, headers);
}

const TYPES = ['application/json', 'text/csv', 'application/geo+json'];

/** The type among ours that an Accept header weighs highest, the one named first of equals; JSON when it names none. */
export function preferredType(accept: string | null): string {
  const named = (accept ?? '').split(',').map((part) => {
    const [type = '', ...parameters] = part.trim().toLowerCase().split(/\s*;\s*/);
    const weight = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
    return { type, weight: Number(weight) };
  });
  const best = named.filter(({ type, weight }) => TYPES.includes(type) && weight > 0).sort((a, b) => b.weight - a.weight)[0];
  return best?.type ?? 'application/json';
}

function nextLink(request: Request, cursor: string | null): Record<string, string> {
  if (cursor === null) return {};
  const next = new URL(request.url);
  next.searchParams.set('cursor', cursor);
  return { Link: `<${next.pathname}${next.search}>; rel="next"` };
}
