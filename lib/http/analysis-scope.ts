import { listClusterWards, listProvinceWards } from '../db/analysis-data';
import { unwrap } from '../db/api-error';
import type { DatabaseClient } from '../db/clients';
import { getRuleBook } from '../db/rule-book';
import type { AnalysisScope } from '../domain/analysis';
import type { EditionBook, RuleBook } from '../rules/rule-book';
import { fieldProblem } from './problem';

const refuse = (field: string, message: string): Response => fieldProblem(`scope.${field}`, message, 'unprocessable');

/** What is wrong with an area, with the reader's rights; null when there is such an area. `name` is that of the field in the request. */
export async function areaProblem(client: DatabaseClient, scope: Pick<AnalysisScope, 'area' | 'editionId' | 'to'>, rules: RuleBook, book: EditionBook, name = 'scope.area'): Promise<Response | null> {
  const { area, editionId } = scope;
  const refuse = (field: string, message: string): Response => fieldProblem(`${name}.${field}`, message, 'unprocessable');
  switch (area.kind) {
    case 'wards': {
      const unknown = area.codes.find((code) => !book.names.has(code));
      return unknown === undefined ? null : refuse('codes', `there is no ward ${unknown} in this edition`);
    }
    case 'province':
      return (await listProvinceWards(client, editionId, area.provinceCode)).length > 0 ? null : refuse('provinceCode', 'this edition has no wards of such a province');
    case 'cluster':
      return listClusterWards(rules.clusters, scope, area.id).length > 0 ? null : refuse('id', 'no such cluster is in force in this edition on the last day');
    case 'zone': {
      const [zone] = unwrap('a zone', await client.from('zones').select('edition_id').eq('id', area.id));
      if (zone === undefined) return refuse('id', 'there is no such zone');
      return zone.edition_id === editionId ? null : refuse('id', `this zone is drawn on the edition ${zone.edition_id}`);
    }
    default: return area satisfies never;
  }
}

/** First and last day that an incident can have, as its instant's schema takes them: the methods divide a period into weeks and keep each in memory. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';

/** What is wrong with a scope's days by themselves; null when an incident can have all of them. */
export function periodProblem({ from, to }: Pick<AnalysisScope, 'from' | 'to'>): Response | null {
  if (from < FIRST_DAY) return refuse('from', `must not be before ${FIRST_DAY}`);
  return to > LAST_DAY ? refuse('to', `must not be after ${LAST_DAY}`) : null;
}

/** What is wrong with a scope, named by its field; null when everything it names is there. */
export async function checkScope(client: DatabaseClient, scope: AnalysisScope): Promise<Response | null> {
  const period = periodProblem(scope);
  if (period !== null) return period;
  const rules = await getRuleBook();
  const book = rules.editions.find(({ edition }) => edition.id === scope.editionId);
  if (book === undefined) return refuse('editionId', 'there is no such edition');
  if (scope.categories.length > 0) {
    const known = unwrap('categories', await client.from('categories').select('code').in('code', scope.categories)).map(({ code }) => code);
    const unknown = scope.categories.find((code) => !known.includes(code));
    if (unknown !== undefined) return refuse('categories', `there is no category ${unknown}`);
  }
  return areaProblem(client, scope, rules, book);
}
