import type { ChangeResult } from '../db/change-result';
import type { DatabaseClient } from '../db/clients';
import { getRuleBook } from '../db/rule-book';
import { closeScorePeriod, recordScoreRefusal } from '../db/score-changes';
import { listScoreSets } from '../db/scores';
import type { Session } from '../db/session';
import type { Day } from '../domain/instant';
import { MAY_CLOSE_SCORES, MAY_WRITE_SCORES } from '../domain/score';
import type { ScoreSetVersions } from '../domain/score-page';
import { bookOn, clusterScope } from './ward-sight';
import { fieldProblem, problem } from './problem';
import { answerPart, pathId } from './programme-changes';
import { computeScores, findScorePage, findScorePeriod } from './score-page';
import type { SignedIn } from './signed-in';
import { actorNow } from './zone-page';

const MISSING = 'there is no such period of scores';
const NOT_YOURS = 'analysts, commanders and administrators write criteria, periods and points; commanders and administrators close a period';

/** The answer that refuses an account that may not write scores; null when it may. */
export const refuseScoring = ({ role }: Session): Response | null => (MAY_WRITE_SCORES.includes(role) ? null : problem('forbidden', NOT_YOURS));

/** A period that an account opened to change it, or the answer that refuses it. */
export type OpenedPeriod =
  | { readonly kind: 'ok'; readonly id: string; readonly found: NonNullable<Awaited<ReturnType<typeof findScorePeriod>>> }
  | { readonly kind: 'refused'; readonly response: Response };

/** Opens a period for a change. What the reader may not see does not exist for him; attempts of who may not are written down. */
export async function openScores({ client, session, params }: Pick<SignedIn<{ id: string }>, 'client' | 'session' | 'params'>, action: string): Promise<OpenedPeriod> {
  const opened = pathId(params.id);
  if (opened.kind === 'refused') return opened;
  const found = await findScorePeriod(client, opened.id);
  if (found === undefined) return { kind: 'refused', response: fieldProblem('id', MISSING, 'not_found') };
  const may = (action === 'close' ? MAY_CLOSE_SCORES : MAY_WRITE_SCORES).includes(session.role);
  if (may) return { kind: 'ok', id: opened.id, found };
  await recordScoreRefusal(opened.id, action, await actorNow(session));
  return { kind: 'refused', response: problem('forbidden', NOT_YOURS) };
}

/** The period's page after a change; a problem that lost a race carries it as `current`. */
export async function answerScores({ client, session }: Pick<SignedIn<unknown>, 'client' | 'session'>, id: string, result: ChangeResult, status = 200): Promise<Response> {
  return answerPart(result, await findScorePage(client, session, id), status, `/api/scores/${id}`);
}

/** Every version of a set of criteria; undefined when the reader sees none. */
export async function findScoreSet(client: DatabaseClient, id: string): Promise<ScoreSetVersions | undefined> {
  const versions = await listScoreSets(client, id);
  return versions.length === 0 ? undefined : { id, versions: [...versions].sort((a, b) => b.version - a.version) };
}

/** Whose wards a period scores: the edition of its cluster, or the one in force on its last day; null when there is no such cluster. */
export async function findScoredEdition(clusterId: string | null, to: Day): Promise<string | null> {
  const rules = await getRuleBook();
  return (clusterId === null ? bookOn(rules, to) : clusterScope(rules, clusterId)?.book)?.edition.id ?? null;
}

const ATTEMPTS = 5;

/** Freezes a period; when records changed while it was computed, once more from what they are now. */
export async function closeScores({ id, found: { period, set } }: Extract<OpenedPeriod, { kind: 'ok' }>, version: number, session: Session): Promise<ChangeResult> {
  for (let attempt = 1; ; attempt++) {
    const { asOf, counts, entries, scores } = await computeScores(period, set);
    const results = [...scores].map(([wardKey, score]) => ({ wardKey, ...score }));
    const current = entries.filter(({ isCurrent }) => isCurrent).map((one) => one.id);
    const result = await closeScorePeriod(id, version, { asOf, counts, entries: current, results }, await actorNow(session));
    if (result.kind !== 'conflict' || result.field !== '(figures)' || attempt === ATTEMPTS) return result;
  }
}
