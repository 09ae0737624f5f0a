import { randomUUID } from 'node:crypto';
import { listCategories } from '../db/categories';
import type { ChangeResult } from '../db/change-result';
import type { DatabaseClient } from '../db/clients';
import { recordProgrammeRefusal, type ProgrammePart } from '../db/programme-changes';
import { listProgrammeRows } from '../db/programmes';
import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import { isInForce, type Day } from '../domain/instant';
import { MAY_WRITE_PROGRAMMES } from '../domain/programme';
import { findOwner } from '../geo/locate-ward';
import { problemOfChange } from './answer-change';
import { jsonAnswer } from './json-answer';
import { fieldProblem, problem } from './problem';
import { findProgrammePage } from './programme-page';
import { uuidSchema } from './queries';
import type { SignedIn } from './signed-in';
import { actorNow } from './zone-page';

const MISSING = 'there is no such programme';
const NOT_YOURS = 'analysts, commanders and administrators write programmes; officers report on the tasks of their own ward';

/** The answer that refuses an account that may not write programmes; null when it may. */
export const refuseWriting = ({ role }: Session): Response | null => (MAY_WRITE_PROGRAMMES.includes(role) ? null : problem('forbidden', NOT_YOURS));

/** An id from a path, or the answer that refuses it. */
export type PathId = { readonly kind: 'ok'; readonly id: string } | { readonly kind: 'refused'; readonly response: Response };

/** Reads an id from the path. */
export function pathId(text: string, field = 'id'): PathId {
  const id = uuidSchema.safeParse(text);
  return id.success ? { kind: 'ok', id: id.data.toLowerCase() } : { kind: 'refused', response: fieldProblem(field, 'is not a UUID') };
}

/** Refuses and writes down what a role may not do to a thing that its account can see. */
export async function refuseNoted(session: Session, subject: ProgrammePart, id: string, action: string): Promise<Response> {
  await recordProgrammeRefusal(subject, id, action, await actorNow(session));
  return problem('forbidden', NOT_YOURS);
}

/** Opens a programme for a change by those who write programmes. What the reader may not see does not exist for him. */
export async function openProgramme({ client, session, params }: Pick<SignedIn<{ id: string }>, 'client' | 'session' | 'params'>, action: string): Promise<PathId> {
  const opened = pathId(params.id);
  if (opened.kind === 'refused') return opened;
  if ((await listProgrammeRows(client, opened.id)).length === 0) return { kind: 'refused', response: fieldProblem('id', MISSING, 'not_found') };
  return refuseWriting(session) === null ? opened : { kind: 'refused', response: await refuseNoted(session, 'programme', opened.id, action) };
}

/** The id a sender made, or a new one. */
export const idOf = ({ id }: { readonly id?: string | undefined }): string => id ?? randomUUID();

/** The programme's page after a change; a problem that lost a race carries it as `current`. */
export async function answerProgramme({ client, session }: Pick<SignedIn<unknown>, 'client' | 'session'>, id: string, result: ChangeResult, status = 200): Promise<Response> {
  return answerPart(result, await findProgrammePage(client, session, id), status, `/api/programmes/${id}`);
}

/** What a thing is after a change; a problem that lost a race carries it as `current`. */
export async function answerPart(result: ChangeResult, now: unknown, status: number, address: string): Promise<Response> {
  const failure = problemOfChange(result);
  if (failure === null) {
    const isNew = status === 201 && !(result.kind === 'done' && result.repeated);
    return jsonAnswer(now, isNew ? 201 : 200, isNew ? { Location: address } : {});
  }
  if (result.kind !== 'conflict' || now === undefined) return failure;
  return jsonAnswer({ ...((await failure.json()) as object), current: now }, failure.status, { 'Content-Type': 'application/problem+json' });
}

/** The answer that names a field whose wards, cluster or categories do not exist; null when all do. */
export async function refuseUnknown(client: DatabaseClient, fields: Readonly<Record<string, readonly string[] | undefined>>, clusterId?: string | null, categories?: readonly string[]): Promise<Response | null> {
  const rules = await getRuleBook();
  for (const [field, keys] of Object.entries(fields)) {
    const unknown = keys?.find((key) => {
      const [editionId, code = ''] = key.split('/');
      return rules.editions.find(({ edition }) => edition.id === editionId)?.names.has(code) !== true;
    });
    if (unknown !== undefined) return fieldProblem(field, `there is no ward ${unknown}`, 'unprocessable');
  }
  if (clusterId !== undefined && clusterId !== null && !rules.clusters.some(({ id }) => id === clusterId)) return fieldProblem('clusterId', 'there is no such cluster', 'unprocessable');
  if (categories !== undefined && categories.length > 0) {
    const known = new Set((await listCategories(client)).map(({ code }) => code));
    const unknown = categories.find((one) => !known.has(one));
    if (unknown !== undefined) return fieldProblem('categories', `there is no category ${unknown}`, 'unprocessable');
  }
  return null;
}

/** The ward that a model's place lies in, by the edition in force on its first day; else the answer that refuses it. */
export async function findPlace(lon: number, lat: number, from: Day): Promise<{ readonly kind: 'ok'; readonly owner: { readonly editionId: string; readonly code: string } } | { readonly kind: 'refused'; readonly response: Response }> {
  const { editions } = await getRuleBook();
  const book = editions.find(({ edition }) => isInForce({ from: edition.effectiveFrom, to: edition.effectiveTo }, from));
  if (book === undefined) return { kind: 'refused', response: fieldProblem('from', 'no boundary edition covers this day', 'unprocessable') };
  const code = findOwner(book.index, [lon, lat]).ownerCode;
  if (code === null) return { kind: 'refused', response: fieldProblem('lon', 'the place lies in no ward', 'unprocessable') };
  return { kind: 'ok', owner: { editionId: book.edition.id, code } };
}
