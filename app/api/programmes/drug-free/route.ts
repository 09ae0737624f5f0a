import { getRuleBook } from '@/lib/db/rule-book';
import { findDrugFree } from '@/lib/http/drug-free';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseQuery } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { drugFreeQuerySchema } from '@/lib/http/programme-queries';
import { signedIn } from '@/lib/http/signed-in';
import { todayOf } from '@/lib/http/ward-sight';

export const runtime = 'nodejs';

/** Which wards count as free of drugs on a day, by which rule, and what breaks it. */
export const GET = signedIn(async ({ request, client, session }) => {
  const query = parseQuery(drugFreeQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const rules = await getRuleBook();
  const today = todayOf(rules);
  const { day = today } = query.value;
  if (day > today) return fieldProblem('day', 'is still to come');
  return jsonAnswer(await findDrugFree(client, session, rules, day, today));
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
