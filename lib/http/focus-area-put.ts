import type { z } from 'zod';
import { putFocusArea, type ClusterChange } from '../db/cluster-changes';
import type { ChangeResult } from '../db/change-result';
import { getRuleBook } from '../db/rule-book';
import type { Cluster } from '../domain/boundary';
import type { focusAreaSchema } from '../domain/cluster-work';
import { dayOf } from '../domain/instant';
import { findFocusAreaFault } from '../rules/check-focus-area';
import { fieldProblem } from './problem';

/** Checks where a focus area lies and writes it; a `Response` when its shape is refused. */
export async function writeFocusArea(
  change: ClusterChange, cluster: Cluster, area: { readonly id: string; readonly fresh: boolean }, said: z.output<typeof focusAreaSchema>,
): Promise<ChangeResult | Response> {
  const rules = await getRuleBook();
  const book = rules.editions.find(({ edition }) => edition.id === cluster.editionId);
  if (book === undefined) throw new Error(`cluster ${cluster.id} has an edition the rules do not know: ${cluster.editionId}`);
  const today = dayOf(new Date().toISOString(), rules.timeZone);
  const day = said.from !== null && said.from > today ? said.from : today;
  const fault = findFocusAreaFault(said.shape, cluster, book, day);
  return fault === null ? putFocusArea(change, { ...area, said }) : fieldProblem('shape', fault, 'unprocessable');
}
