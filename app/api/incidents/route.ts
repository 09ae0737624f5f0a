import { randomUUID } from 'node:crypto';
import { parseCursor, recordIncident } from '@/lib/db/incidents';
import { getRuleBook } from '@/lib/db/rule-book';
import { newIncidentSchema } from '@/lib/domain/incident';
import { assessReport } from '@/lib/http/assess-report';
import { answerIncidentPage } from '@/lib/http/incident-page';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody, parseQuery } from '@/lib/http/parse';
import { fieldProblem, problem } from '@/lib/http/problem';
import { incidentQuerySchema, REPEATED_INCIDENT_PARAMETERS, toIncidentFilter } from '@/lib/http/queries';
import { actorOf, signedIn } from '@/lib/http/signed-in';
import { listIncidentsOf } from '@/lib/http/zone-incidents';

export const runtime = 'nodejs';

const DEFAULT_PAGE = 50;

/** Incidents that match the query, newest first; as JSON, CSV or GeoJSON by the Accept header. */
export const GET = signedIn(async ({ request, client }) => {
  const query = parseQuery(incidentQuerySchema, request.url, REPEATED_INCIDENT_PARAMETERS);
  if (query.kind === 'refused') return query.response;
  const { cursor, limit } = query.value;
  const after = cursor === undefined ? undefined : parseCursor(cursor);
  if (after === null) return fieldProblem('cursor', 'is not one this server gave out');
  const asOf = new Date().toISOString();
  const page = await listIncidentsOf(client, query.value.zone, toIncidentFilter(query.value), limit ?? DEFAULT_PAGE, after);
  if (page === null) return fieldProblem('zone', 'there is no such zone', 'unprocessable');
  return answerIncidentPage(request, page, asOf);
});

/** Records a report; owner, zone and lead are worked out here and nowhere else. Sending an id twice makes one incident. */
export const POST = signedIn(async ({ request, session }) => {
  if (session.role === 'viewer') return problem('forbidden', 'a viewer may not report incidents');
  const body = await parseBody(newIncidentSchema, request);
  if (body.kind === 'refused') return body.response;
  const report = body.value;
  const assessed = await assessReport(report, session, Date.now());
  if (assessed.kind === 'refused') return assessed.response;
  const actor = actorOf(session, new Date().toISOString(), (await getRuleBook()).timeZone);
  const id = report.id ?? randomUUID();
  const result = await recordIncident({ id, report, assessment: assessed.assessment, reportedByUnit: actor.unitId }, actor);
  switch (result.kind) {
    case 'created': return jsonAnswer(result.incident, 201, { Location: `/api/incidents/${id}` });
    case 'duplicate': return jsonAnswer(result.incident, 200);
    case 'conflict': return fieldProblem('id', 'another incident has this id already', 'conflict');
    case 'invalid': return fieldProblem(result.field, 'is not known here');
  }
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
