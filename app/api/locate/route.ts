import { getRuleBook } from '@/lib/db/rule-book';
import type { Instant } from '@/lib/domain/instant';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseQuery } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { DETECTED_BY_NONE, locateQuerySchema } from '@/lib/http/queries';
import { signedIn } from '@/lib/http/signed-in';
import { answerLocate } from '@/lib/rules/answer-locate';
import { assessPoint } from '@/lib/rules/assess-point';

export const runtime = 'nodejs';

/** Whose point it is, who is near, who would lead there. */
export const GET = signedIn(async ({ request }) => {
  const query = parseQuery(locateQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const { lon, lat, border, detectedBy } = query.value;
  const at = query.value.at ?? (new Date().toISOString() as Instant);
  const result = assessPoint(await getRuleBook(), {
    position: [lon, lat], at, defaultWidthMetres: border, assumeOwnerDetected: detectedBy === undefined,
    detections: detectedBy === undefined || detectedBy === DETECTED_BY_NONE ? [] : [{ wardCode: detectedBy, at }],
  });
  if (result.kind === 'no_edition') return fieldProblem('at', 'no boundary edition covers this day', 'unprocessable');
  const { book } = result.assessment.rules;
  if (detectedBy !== undefined && detectedBy !== DETECTED_BY_NONE && !book.names.has(detectedBy)) {
    return fieldProblem('detectedBy', `there was no ward ${detectedBy} at that time (edition ${book.edition.id})`);
  }
  return jsonAnswer(answerLocate([lon, lat], at, result.assessment, detectedBy === undefined));
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
