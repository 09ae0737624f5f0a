import { readPatrolsAt } from '../../../db/briefing-pins';
import { tallyCoverage } from '../../../db/patrol-coverage';
import { dayOf } from '../../../domain/instant';
import { getEditionArcs } from '../../../http/edition-arcs';
import { addDays } from '../../../view/day-arithmetic';
import { readPatrolView } from '../../../view/patrol-view';
import { GONE, type PinReader } from './pin-context';

/** Local days are Viet Nam's, as on the patrol page. */
const startOf = (day: string): string => `${day}T00:00:00+07:00`;

/** What the patrols of a period covered, as known then. */
export const readCoveragePin: PinReader = async ({ service, rules, ground, known, rulesThen }, { params }) => {
  const view = readPatrolView(params, ground.asOfDay);
  const to = view.to > ground.asOfDay ? ground.asOfDay : view.to;
  const cluster = view.cluster === null ? undefined : (await rulesThen()).clusters.find(({ id }) => id === view.cluster);
  if (view.from > to || (view.cluster !== null && cluster === undefined)) return GONE;
  const inForce = rules.editions.find(({ edition }) => edition.effectiveFrom <= to && (edition.effectiveTo === null || edition.effectiveTo >= to));
  const book = cluster === undefined ? (inForce ?? ground.book) : rules.editions.find(({ edition }) => edition.id === cluster.editionId);
  if (book === undefined) return GONE;
  const members = new Set(cluster?.members.map(({ wardCode }) => wardCode));
  const isMeant = ({ wardA, wardB }: { wardA: string; wardB: string }): boolean => cluster === undefined || (members.has(wardA) && members.has(wardB));
  const edges = await getEditionArcs(book);
  const period = { editionId: book.edition.id, from: startOf(view.from), to: startOf(addDays(to, 1)), isMeant, listed: cluster === undefined ? [] : edges.filter(isMeant) };
  const arcs = await tallyCoverage(service, await readPatrolsAt(service, known, period), period);
  const lines = new Map(edges.map((arc) => [`${arc.wardA}/${arc.wardB}`, arc.lines]));
  return { kind: 'coverage', from: view.from, to, cluster: view.cluster, gapsOnly: view.gapsOnly, arcs, lines, editionId: book.edition.id, day: to };
};

/** One patrol as it was known then. */
export const readPatrolPin: PinReader = async ({ service, known, ground, rules }, { id }) => {
  const [patrol] = id === null ? [] : await readPatrolsAt(service, known, { id });
  if (patrol === undefined) return GONE;
  const day = dayOf(patrol.from, rules.timeZone);
  return { kind: 'patrol', patrol, day: day > ground.asOfDay ? ground.asOfDay : day };
};
