import { makePart, taskRow } from '@/lib/db/programme-changes';
import { getRuleBook } from '@/lib/db/rule-book';
import { newTaskSchema } from '@/lib/domain/programme';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { answerProgramme, idOf, openProgramme, refuseUnknown } from '@/lib/http/programme-changes';
import { signedIn } from '@/lib/http/signed-in';
import { todayOf } from '@/lib/http/ward-sight';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** Adds a task; answers the programme. Sending an id twice makes one. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const opened = await openProgramme(given, 'add_task');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(newTaskSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const unknown = await refuseUnknown(given.client, { owners: body.value.owners });
  if (unknown !== null) return unknown;
  const part = taskRow(idOf(body.value), opened.id, body.value, todayOf(await getRuleBook()));
  return answerProgramme(given, opened.id, await makePart(part, await actorNow(given.session)), 201);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
