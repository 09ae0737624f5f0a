import type { Day, Instant } from '../domain/instant';
import type { CriterionScore, NewScoreEntry, NewScorePeriod, NewScoreSet } from '../domain/score';
import { unwrap } from './api-error';
import { readChange, type ChangeResult } from './change-result';
import { createServiceClient, type DatabaseClient } from './clients';
import type { Json } from './database.types';
import { digestOf } from './digest';
import type { Actor } from './incidents';
import type { ScoreCount } from './scores';

const json = (value: unknown): Json => value as Json;

/** Writes a version of a set of criteria: the first (`seen` 0), or the next if the caller saw the newest. */
export async function putScoreSet(id: string, seen: number, given: Omit<NewScoreSet, 'id'>, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const row = { set_id: id, name: given.name, basis_number: given.basisNumber, basis_date: given.basisDate, criteria: given.criteria, least_share: given.leastShare };
  return readChange('writing criteria', await service.rpc('put_score_set', { payload: json({ row, seen, digest: digestOf({ ...given, id }), actor }) }));
}

/** Makes a period over the wards of an edition; the same id and content twice make it once. */
export async function makeScorePeriod(id: string, given: NewScorePeriod, editionId: string, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const row = {
    id, name: given.name, set_id: given.setId, set_version: given.setVersion, scope: given.scope, cluster_id: given.clusterId, edition_id: editionId, from_day: given.from, to_day: given.to,
  };
  return readChange('making a period of scores', await service.rpc('make_score_period', { payload: json({ row, digest: digestOf({ ...given, id }), actor }) }));
}

/** What changes of an open period. */
export interface PeriodColumns {
  readonly name?: string | undefined;
  readonly set_version?: number | undefined;
  readonly edition_id?: string | undefined;
  readonly from_day?: Day | undefined;
  readonly to_day?: Day | undefined;
}

/** Changes an open period, if nobody changed it since the version the caller saw. */
export async function changeScorePeriod(id: string, version: number, changes: PeriodColumns, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return readChange('changing a period of scores', await service.rpc('change_score_period', { payload: json({ id, version, changes: said, actor }) }));
}

/** Gives points by hand, or corrects some by naming them. */
export async function enterScore(id: string, period: string, given: NewScoreEntry, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const { criterion, ward, value, supersedes, basis } = given;
  const row = { id, period_id: period, criterion, ward_key: ward, value, supersedes };
  return readChange('giving points', await service.rpc('enter_score', { payload: json({ row, basis, digest: digestOf({ ...given, id, period }), actor }) }));
}

/** Scores that are to be frozen, with all that they were computed from. */
export interface ScoresToClose {
  readonly asOf: Instant;
  readonly counts: readonly ScoreCount[];
  /** Ids of the points by hand that count. */
  readonly entries: readonly string[];
  readonly results: readonly { readonly wardKey: string; readonly total: number | null; readonly weightShare: number; readonly criteria: readonly CriterionScore[] }[];
}

/** Freezes a period, if the records still are what the scores were computed from. */
export async function closeScorePeriod(id: string, version: number, { asOf, counts, entries, results }: ScoresToClose, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const rows = results.map(({ wardKey, total, weightShare, criteria }) => ({ ward_key: wardKey, total, weight_share: weightShare, criteria }));
  return readChange('closing scores', await service.rpc('close_score_period', { payload: json({ id, version, as_of: asOf, counts, entries: [...entries].sort(), results: rows, actor }) }));
}

/** Writes down that an account tried what its role may not. */
export async function recordScoreRefusal(period: string, action: string, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<void> {
  const answer = await service.rpc('record_score_refusal', { period, action, actor: json(actor) });
  if (answer.error !== null) unwrap('noting a refusal', answer);
}
