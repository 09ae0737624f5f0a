import type { IncidentPage } from '../db/incidents';
import { buildIncidentCollection, writeIncidentCsv } from '../interop/incident-table';
import { jsonAnswer } from './json-answer';

/** A page of incidents in the form the Accept header asks for; the next page is in `nextCursor` or the Link header. */
export function answerIncidentPage(request: Request, page: IncidentPage, asOf: string): Response {
  const accept = request.headers.get('accept') ?? '';
  const headers = { 'Cache-Control': 'no-store', 'Data-As-Of': asOf, ...nextLink(request, page.next) };
  if (accept.includes('text/csv')) {
    return new Response(writeIncidentCsv(page.incidents), { headers: { ...headers, 'Content-Type': 'text/csv; charset=utf-8' } });
  }
  if (accept.includes('application/geo+json')) {
    const body = JSON.stringify(buildIncidentCollection(page.incidents));
    return new Response(body, { headers: { ...headers, 'Content-Type': 'application/geo+json' } });
  }
  return jsonAnswer({ items: page.incidents, nextCursor: page.next, asOf }, 200, headers);
}

function nextLink(request: Request, cursor: string | null): Record<string, string> {
  if (cursor === null) return {};
  const next = new URL(request.url);
  next.searchParams.set('cursor', cursor);
  return { Link: `<${next.pathname}${next.search}>; rel="next"` };
}
