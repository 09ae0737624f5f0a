import type { DatabaseClient } from '../db/clients';
import { getRuleBook } from '../db/rule-book';
import type { ScopeArea } from '../domain/analysis';
import { dayOf } from '../domain/instant';
import { findDayRules } from '../rules/rule-book';
import { areaProblem } from './analysis-scope';
import { fieldProblem } from './problem';

export const NO_TEMPLATE = 'there is no such template';

/** What is wrong with a template's area today; null when it can be composed for. */
export async function templateAreaProblem(client: DatabaseClient, area: ScopeArea, now: string): Promise<Response | null> {
  const rules = await getRuleBook();
  const day = findDayRules(rules, now);
  if (day === null) return fieldProblem('area', 'no boundary edition is in force today', 'unprocessable');
  return areaProblem(client, { area, editionId: day.book.edition.id, to: dayOf(now, rules.timeZone) }, rules, day.book, 'area');
}
