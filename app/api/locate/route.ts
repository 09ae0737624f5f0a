import { getRuleBook } from '@/lib/db/rule-book';
import type { Instant } from '@/lib/domain/instant';
import { jsonAnswer } from '@/lib/http/json-answer';
import { parseQuery } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { locateQuerySchema } from '@/lib/http/queries';
import { signedIn } from '@/lib/http/signed-in';
import { answerLocate } from '@/lib/rules/answer-locate';
import { assessPoint } from '@/lib/rules/assess-point';

export const runtime = 'nodejs';

/** Whose point it is, who is near, who would lead there. */
export const GET = signedIn(async ({ request }) => {
  const query = parseQuery(locateQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const { lon, lat, border } = query.value;
  const at = query.value.at ?? (new Date().toISOString() as Instant);
  const result = assessPoint(await getRuleBook(), {
    position: [lon, lat], at, detections: [], defaultWidthMetres: border, assumeOwnerDetected: true,
  });
  if (result.kind === 'no_edition') return fieldProblem('at', 'no boundary edition covers this day', 'unprocessable');
  return jsonAnswer(answerLocate([lon, lat], at, result.assessment));
});
