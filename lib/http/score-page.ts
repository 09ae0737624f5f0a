import { createServiceClient, type DatabaseClient } from '../db/clients';
import { readWardNames } from '../db/editions';
import { getRuleBook } from '../db/rule-book';
import { countScores, findResultRecords, listScoreEntries, listScoreHistory, listScorePeriods, listScoreRecords, listScoreResults, listScoreSets, readScoreSight, type ScoreCount } from '../db/scores';
import type { Session } from '../db/session';
import type { Instant } from '../domain/instant';
import { MAY_CLOSE_SCORES, MAY_WRITE_SCORES, type ScoreEntry, type ScorePeriod, type ScoreSet, type WardScore } from '../domain/score';
import type { ScoreList, ScorePage, WardScorePage } from '../domain/score-page';
import { scoreWard, type WardFigures } from '../rules/score-ward';
import type { RuleBook } from '../rules/rule-book';
import { clusterScope, codesOf, type WardScope } from './ward-sight';

/** Scores by ward key, and what they were computed from. */
export interface ComputedScores {
  readonly asOf: Instant;
  readonly scores: ReadonlyMap<string, Omit<WardScore, 'ward'>>;
  readonly counts: readonly ScoreCount[];
  readonly entries: readonly ScoreEntry[];
}

const now = (): Instant => new Date().toISOString() as Instant;

/** The sets of criteria by their newest version, out of all versions. */
const newestOf = (versions: readonly ScoreSet[]): ScoreSet[] =>
  [...new Set(versions.map(({ id }) => id))].flatMap((id) => versions.filter((one) => one.id === id).reduce<ScoreSet[]>(([best], one) => [best === undefined || one.version > best.version ? one : best], []));

/** Periods and criteria within the reader's sight. */
export async function listScores(client: DatabaseClient, { role }: Session): Promise<ScoreList> {
  return { periods: await listScorePeriods(client), sets: newestOf(await listScoreSets(client)), mayWrite: MAY_WRITE_SCORES.includes(role) };
}

/** Keys of the wards that a period scores: those that were ever of its cluster, or all of its edition. */
export function scoredKeys(rules: RuleBook, { clusterId, editionId }: ScorePeriod): string[] {
  const book = rules.editions.find(({ edition }) => edition.id === editionId);
  if (book === undefined) throw new Error(`the scores are of edition ${editionId}, which is not loaded`);
  const scope: WardScope = (clusterId === null ? undefined : clusterScope(rules, clusterId)) ?? { book, codes: null, clusterId: null };
  return codesOf(scope).map((code) => `${editionId}/${code}`);
}

/** Whether a period scores a ward `edition/code`. */
export const isScored = (rules: RuleBook, period: ScorePeriod, key: string): boolean => scoredKeys(rules, period).includes(key);

function figuresOf(key: string, counts: readonly ScoreCount[], entries: readonly ScoreEntry[]): WardFigures {
  return {
    quantities: Object.fromEntries(counts.map(({ formula, part, whole }) => [formula, { part, whole }])),
    given: Object.fromEntries(entries.filter(({ wardKey, isCurrent }) => isCurrent && wardKey === key).map(({ criterion, value, outOf }) => [criterion, { value, outOf }])),
  };
}

/** Scores every ward of a period from the records as they are now. With the server's own rights: a score is one, whoever reads it. */
export async function computeScores(period: ScorePeriod, set: ScoreSet, service: DatabaseClient = createServiceClient()): Promise<ComputedScores> {
  const asOf = now();
  const [counts, entries] = [await countScores(service, period, asOf), await listScoreEntries(service, period.id)];
  return { asOf, counts, entries, scores: scoreWards(scoredKeys(await getRuleBook(), period), set, counts, entries) };
}

/** The score of each ward `edition/code` by criteria, from its counts and what was given by hand. */
export function scoreWards(keys: readonly string[], set: Pick<ScoreSet, 'criteria' | 'leastShare'>, counts: readonly ScoreCount[], entries: readonly ScoreEntry[]): ComputedScores['scores'] {
  const byWard = new Map<string, ScoreCount[]>();
  for (const one of counts) byWard.set(one.ward, [...(byWard.get(one.ward) ?? []), one]);
  return new Map(keys.map((key) => [key, scoreWard(set.criteria, set.leastShare, figuresOf(key, byWard.get(key) ?? [], entries))]));
}

/** The scores of a period: as frozen, or from the records now. */
async function readScores(period: ScorePeriod, set: ScoreSet): Promise<Pick<ComputedScores, 'asOf' | 'scores'> & { readonly elsewhere: number | null }> {
  if (period.closedAt !== null) {
    const results = await listScoreResults(createServiceClient(), period.id);
    return { asOf: period.closedAt, elsewhere: null, scores: new Map(results.map(({ ward_key: key, total, weight_share: weightShare, criteria }) => [key, { total, weightShare, criteria }])) };
  }
  const { counts, ...computed } = await computeScores(period, set);
  const elsewhere = counts.filter(({ ward }) => !ward.startsWith(`${period.editionId}/`)).reduce((sum, { whole }) => sum + whole, 0);
  return { ...computed, elsewhere };
}

/** A period with the version of the criteria that it is scored by, if the reader may see it. */
export async function findScorePeriod(client: DatabaseClient, id: string): Promise<{ readonly period: ScorePeriod; readonly set: ScoreSet; readonly newestVersion: number } | undefined> {
  const period = (await listScorePeriods(client, id))[0];
  if (period === undefined) return undefined;
  const versions = await listScoreSets(client, period.setId);
  const set = versions.find(({ version }) => version === period.setVersion);
  if (set === undefined) throw new Error(`version ${String(period.setVersion)} of the criteria ${period.setId} can not be read`);
  return { period, set, newestVersion: Math.max(...versions.map(({ version }) => version)) };
}

const collator = new Intl.Collator('vi');

/** One period with the scores of the wards within the reader's sight. */
export async function findScorePage(client: DatabaseClient, { role }: Session, id: string): Promise<ScorePage | undefined> {
  const found = await findScorePeriod(client, id);
  if (found === undefined) return undefined;
  const sight = await readScoreSight(client, id);
  const { period, set, newestVersion } = found;
  const { asOf, scores, elsewhere } = await readScores(period, set);
  const seen = [...scores].filter(([key]) => sight.all || sight.near.includes(key));
  const nameOf = await readWardNames(client, new Set(seen.map(([key]) => key)));
  const wards = seen.map(([key, score]): WardScore => ({ ward: nameScored(key, nameOf), ...score })).sort((a, b) => collator.compare(a.ward.name, b.ward.name));
  const isOpen = period.status === 'open';
  return {
    id, period, set, newestVersion, wards, elsewhere, asOf, entries: await listScoreEntries(client, id), isPartialSight: !sight.all, history: await listScoreHistory(client, id),
    permissions: { write: isOpen && MAY_WRITE_SCORES.includes(role), close: isOpen && MAY_CLOSE_SCORES.includes(role) },
  };
}

function nameScored(key: string, nameOf: Awaited<ReturnType<typeof readWardNames>>): WardScore['ward'] {
  const [editionId = '', code = ''] = key.split('/');
  return { editionId, ...nameOf(editionId, code) };
}

/** One ward's score of a period with the records behind it. */
export async function findWardScore(client: DatabaseClient, id: string, code: string): Promise<WardScorePage | undefined> {
  const found = await findScorePeriod(client, id);
  if (found === undefined) return undefined;
  const sight = await readScoreSight(client, id);
  const { period, set } = found;
  const key = `${period.editionId}/${code}`;
  const { asOf, scores } = await readScores(period, set);
  const score = scores.get(key);
  if (score === undefined || !(sight.all || sight.near.includes(key))) return undefined;
  const formulas = new Set(set.criteria.flatMap((one) => (one.source === 'records' ? [one.formula] : [])));
  const mayOpen = sight.records || sight.own.includes(key);
  const all = !mayOpen ? null : period.closedAt === null ? await listScoreRecords(createServiceClient(), period, asOf, key) : await findResultRecords(client, id, key);
  const nameOf = await readWardNames(client, new Set([key]));
  return {
    id, asOf, score: { ward: nameScored(key, nameOf), ...score }, records: all?.filter(({ formula }) => formulas.has(formula)) ?? null,
    entries: (await listScoreEntries(client, id)).filter(({ wardKey }) => wardKey === key),
  };
}
