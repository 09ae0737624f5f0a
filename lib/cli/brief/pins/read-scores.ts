import { countScoresAt, findScoreVersionAt } from '../../../db/briefing-pins';
import { listScoreEntries, listScorePeriods, listScoreResults, listScoreSets } from '../../../db/scores';
import type { ScoreEntry, ScorePeriod, ScoreSet } from '../../../domain/score';
import { scoredKeys, scoreWards, type ComputedScores } from '../../../http/score-page';
import { GONE, type PinContext, type PinReader } from './pin-context';

/** Entries written down by then; one is current when none of them takes its place. */
function listEntriesThen(entries: readonly ScoreEntry[], groundAt: string): ScoreEntry[] {
  const then = entries.filter(({ enteredAt }) => Date.parse(enteredAt) <= Date.parse(groundAt));
  const corrected = new Set(then.map(({ supersedes }) => supersedes));
  return then.map((one) => ({ ...one, isCurrent: !corrected.has(one.id) }));
}

async function scoreThen({ service, known, rulesThen }: PinContext, period: ScorePeriod, set: ScoreSet, isClosed: boolean): Promise<ComputedScores['scores']> {
  if (isClosed) return new Map((await listScoreResults(service, period.id)).map(({ ward_key, total, weight_share, criteria }) => [ward_key, { total, weightShare: weight_share, criteria }]));
  const entries = listEntriesThen(await listScoreEntries(service, period.id), known.groundAt);
  return scoreWards(scoredKeys(await rulesThen(), period), set, await countScoresAt(service, known, period), entries);
}

/** A period of scores, or one ward of it: frozen when it was closed by then, else counted from what was known then. */
export const readScorePin: PinReader = async (context, { id, code }) => {
  const { service, known } = context;
  const [period] = id === null ? [] : await listScorePeriods(service, id);
  const version = period === undefined ? null : await findScoreVersionAt(service, known, period.id);
  if (period === undefined || version === null || period.from > context.ground.asOfDay) return GONE;
  const set = (await listScoreSets(service, period.setId)).find((one) => one.version === version);
  if (set === undefined) return GONE;
  const isClosed = period.closedAt !== null && Date.parse(period.closedAt) <= Date.parse(known.asOf);
  const scores = await scoreThen(context, period, set, isClosed);
  return {
    kind: 'score', name: period.name, from: period.from, to: period.to, isClosed, assumed: period.assumed || set.assumed, criteria: set.criteria, leastShare: set.leastShare, ward: code,
    scores: [...scores].map(([key, score]) => ({ code: key.split('/')[1] ?? key, ...score })).sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
};
