import type { BoundaryEdition, Cluster } from '@/lib/domain/boundary';
import type { Category } from '@/lib/domain/category';
import { isInForce, type Day } from '@/lib/domain/instant';
import type { PointColumns } from '@/lib/domain/point-columns';
import type { AnalysisDraft } from '@/lib/view/analysis-view';
import { dayOfSeconds } from '@/lib/view/day-arithmetic';
import { getEditionAt } from '@/lib/view/in-force';

interface Known {
  readonly editions: readonly Pick<BoundaryEdition, 'id' | 'effectiveFrom' | 'effectiveTo'>[];
  readonly categories: readonly Pick<Category, 'code' | 'sortOrder'>[];
  readonly clusters: readonly Pick<Cluster, 'id' | 'editionId' | 'termFrom' | 'termTo' | 'members'>[];
}

const NAMES = ['run', 'method', 'from', 'to', 'category', 'edition', 'area', 'seed'] as const;

/** Kinds that are proposed. */
const FIRST_KINDS = 3;

/** Whether an address of the workbench asks nothing. */
export const asksNothing = (search: URLSearchParams): boolean => NAMES.every((name) => !search.has(name));

/** The last day, `from` to `to`, with at least half of an ordinary (median) day's incidents: one that is only begun says little. */
export function findLastFullDay(points: Pick<PointColumns, 'count' | 'occurredAt'>, from: Day, to: Day): Day | null {
  const counts = new Map<Day, number>();
  for (let row = 0; row < points.count; row++) {
    const day = dayOfSeconds(points.occurredAt[row] ?? 0);
    if (day >= from && day <= to) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const sorted = [...counts.values()].sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return [...counts].filter(([, count]) => count * 2 >= usual).reduce<Day | null>((last, [day]) => (last === null || day > last ? day : last), null);
}

/**
 * The form of somebody who comes without a question: what do the borders in force hide. Of the kinds that stand first in the
 * catalogue, from the first day of these borders to the last full one, in the cluster that stands longest (of those the one of
 * most wards; without a cluster the area is left open).
 */
export function proposeDraft(draft: AnalysisDraft, { editions, categories, clusters }: Known, points: Pick<PointColumns, 'count' | 'occurredAt'> | null, today: Day): AnalysisDraft {
  if (editions.length === 0) return draft;
  const edition = editions.find(({ id }) => id === getEditionAt(editions as readonly BoundaryEdition[], today).id);
  if (edition === undefined || edition.effectiveFrom > today) return draft;
  const to = points === null ? today : (findLastFullDay(points, edition.effectiveFrom, today) ?? today);
  const wardsOf = ({ members }: Known['clusters'][number]): number => members.filter((member) => isInForce(member, to)).length;
  const [cluster] = clusters.filter(({ editionId, termFrom, termTo }) => editionId === edition.id && isInForce({ from: termFrom, to: termTo }, to))
    .sort((a, b) => a.termFrom.localeCompare(b.termFrom, 'en') || wardsOf(b) - wardsOf(a));
  const first = [...categories].sort((a, b) => a.sortOrder - b.sortOrder).slice(0, FIRST_KINDS).map(({ code }) => code).sort();
  return {
    ...draft, method: 'hidden_hotspots', categories: first, from: edition.effectiveFrom, to, area: cluster === undefined ? null : { kind: 'cluster', id: cluster.id },
  };
}
