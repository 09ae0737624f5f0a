import { PIN_PAGES, readPinPage, type PinPage } from '../briefing/pin-page';
import type { DatabaseClient } from '../db/clients';
import { isThere, PIN_TARGETS, type PinTarget } from '../db/pin-targets';
import type { NewPin } from '../domain/briefing';
import type { RuleBook } from '../rules/rule-book';
import { readAnalysisView } from '../view/analysis-view';
import { parseView } from '../view/parse-view';
import { readPatrolView } from '../view/patrol-view';
import { readSimulationRequest, readSimulationView } from '../view/simulation-view';
import { fieldProblem } from './problem';
import { todayOf } from './ward-sight';

const isTarget = (page: string): page is PinTarget => page in PIN_TARGETS;
const NOTHING = 'names something that is not there, or that you may not see';

/** Whether a ward `edition/code` is one of an edition that is loaded. */
const isWard = ({ editions }: RuleBook, key: string): boolean => {
  const [id, code = ''] = key.split('/');
  return editions.some(({ edition, names }) => edition.id === id && names.has(code));
};

/** The run that an address of the workbench names, if it names one. */
const runOf = ({ params }: PinPage, rules: RuleBook): string | null => readAnalysisView(params, todayOf(rules)).run;

/** What is wrong with the places that a page's query names; null when nothing is. */
function findQueryFault({ page, id, params }: PinPage, rules: RuleBook): string | null {
  const hasCluster = (cluster: string | null): boolean => cluster === null || rules.clusters.some((one) => one.id === cluster);
  switch (page) {
    case 'map': case 'trends': {
      const { ward, cluster } = parseView(params);
      return hasCluster(cluster) && (ward === null || isWard(rules, ward)) ? null : NOTHING;
    }
    case 'coverage': return hasCluster(readPatrolView(params, todayOf(rules)).cluster) ? null : NOTHING;
    case 'cluster': return hasCluster(id) ? null : NOTHING;
    case 'review': return hasCluster(params.get('cluster') === '' ? null : params.get('cluster')) ? null : NOTHING;
    case 'rules': {
      const view = readSimulationView(params, todayOf(rules));
      if (readSimulationRequest(view).kind === 'wrong') return 'names no rule to try';
      return hasCluster(view.cluster) ? null : NOTHING;
    }
    default: return null;
  }
}

/** The answer to a pin whose path names no page of the product, or nothing that its author may see; null for one that does. */
export async function refusePinPath(client: DatabaseClient, rules: RuleBook, { kind, path }: Pick<NewPin, 'kind' | 'path'>): Promise<Response | null> {
  const page = readPinPage(path);
  if (page === null) return fieldProblem('path', 'is no page that something can be brought from', 'unprocessable');
  if (!(PIN_PAGES[page.page] as readonly string[]).includes(kind)) return fieldProblem('kind', `a ${page.page} is brought as ${PIN_PAGES[page.page].join(' or ')}`, 'unprocessable');
  const fault = findQueryFault(page, rules);
  if (fault !== null) return fieldProblem('path', fault, 'unprocessable');
  const id = page.page === 'analysis' ? runOf(page, rules) : page.id;
  if (id === null || !isTarget(page.page)) return null;
  return (await isThere(client, page.page, id)) ? null : fieldProblem('path', NOTHING, 'unprocessable');
}
