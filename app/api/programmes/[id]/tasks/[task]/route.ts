import { changePart, taskColumns } from '@/lib/db/programme-changes';
import { listTaskRows } from '@/lib/db/programmes';
import { getRuleBook } from '@/lib/db/rule-book';
import { taskChangeSchema } from '@/lib/domain/programme';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { answerProgramme, pathId, refuseNoted, refuseUnknown, refuseWriting } from '@/lib/http/programme-changes';
import { mayReportOn } from '@/lib/http/programme-page';
import { signedIn } from '@/lib/http/signed-in';
import { listOwnWardKeys } from '@/lib/http/spoken-wards';
import { todayOf } from '@/lib/http/ward-sight';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** Changes a task; officers of a ward that owns it report progress and a note, nothing else. */
export const PATCH = signedIn<{ id: string; task: string }>(async (given) => {
  const { client, session, params } = given;
  const [programme, wanted] = [pathId(params.id), pathId(params.task, 'task')];
  if (programme.kind === 'refused') return programme.response;
  if (wanted.kind === 'refused') return wanted.response;
  const task = (await listTaskRows(client, programme.id)).find(({ id }) => id === wanted.id);
  if (task === undefined) return fieldProblem('task', 'there is no such task', 'not_found');
  if (!mayReportOn(session, await listOwnWardKeys(session), task)) return refuseNoted(session, 'task', task.id, 'change');
  const body = await parseBody(taskChangeSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const { version, note, progress: _, ...more } = body.value;
  if (refuseWriting(session) !== null && Object.keys(more).length > 0) return refuseNoted(session, 'task', task.id, 'change');
  const unknown = await refuseUnknown(client, { owners: body.value.owners });
  if (unknown !== null) return unknown;
  const changes = taskColumns(body.value, task, todayOf(await getRuleBook()));
  return answerProgramme(given, programme.id, await changePart({ subject: 'task', id: task.id, programme: programme.id, version, note, changes }, await actorNow(session)));
});

export const { GET, POST, PUT, DELETE, OPTIONS } = otherMethods('PATCH');
