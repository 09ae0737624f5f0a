import { createZones } from '@/lib/db/zone-changes';
import { listZones } from '@/lib/db/zones';
import type { ZoneImport } from '@/lib/domain/zone';
import { problemOfChange } from '@/lib/http/answer-change';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseQuery } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';
import { readImport } from '@/lib/http/zone-import';
import { actorNow, refuseDrawing } from '@/lib/http/zone-page';
import { zoneImportQuerySchema } from '@/lib/http/zone-queries';

export const runtime = 'nodejs';

/** Looks through a GeoJSON or KML file, feature by feature; with `store=1` makes drafts of all that can be zones, or of none. */
export const POST = signedIn(async ({ request, session, client }) => {
  const refusal = refuseDrawing(session);
  if (refusal !== null) return refusal;
  const query = parseQuery(zoneImportQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const read = await readImport(request, session.userId, query.value);
  if (read.kind === 'refused') return read.response;
  const { features, drafts } = read;
  const answer: ZoneImport = { file: query.value.file, features, stored: [] };
  if (query.value.store === undefined) return jsonAnswer(answer);
  if (drafts.length === 0) return fieldProblem('(body)', 'holds nothing that can be a zone', 'unprocessable');
  const result = await createZones(drafts, 'imported', await actorNow(session));
  const failure = problemOfChange(result);
  if (failure !== null) return failure;
  const stored = await listZones(client, { ids: drafts.map(({ id }) => id) }, drafts.length);
  const order = new Map(drafts.map(({ id }, i) => [id, i]));
  const isRepeated = result.kind === 'done' && result.repeated;
  return jsonAnswer({ ...answer, stored: stored.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)) } satisfies ZoneImport, isRepeated ? 200 : 201);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
