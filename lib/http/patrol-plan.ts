import type { Session } from '../db/session';
import { getRuleBook } from '../db/rule-book';
import { dayOf, isInForce } from '../domain/instant';
import type { NewPatrol } from '../domain/patrol';
import { coverArcs, type CoveredArc } from '../geo/arc-coverage';
import { findPatrolShapeFault } from '../rules/check-patrol-shape';
import { findDayRules, type DayRules, type RuleBook } from '../rules/rule-book';
import { getEditionArcs } from './edition-arcs';
import { fieldProblem, problem } from './problem';
import { listSpokenWards } from './spoken-wards';

/** A plan checked and measured, or the answer that says what is wrong with it. */
export type PlanCheck =
  | { readonly kind: 'ok'; readonly editionId: string; readonly coverage: readonly CoveredArc[]; readonly booked: readonly string[] }
  | { readonly kind: 'refused'; readonly response: Response };

const refuse = (field: string, message: string): PlanCheck => ({ kind: 'refused', response: fieldProblem(field, message, 'unprocessable') });

/** Checks what a schema can not see of a plan: wards and cluster of that day, the sender's part, where the route lies; and what it covers. */
export async function checkPlan(said: NewPatrol, session: Session): Promise<PlanCheck> {
  const rules = await getRuleBook();
  const day = findDayRules(rules, said.from);
  if (day === null) return refuse('from', 'no boundary edition covers this day');
  const { edition, names, index } = day.book;
  const unknown = said.wards.find((code) => !names.has(code));
  if (unknown !== undefined) return refuse('wards', `there is no ward ${unknown} on that day (edition ${edition.id})`);
  const spoken = listSpokenWards(session, edition, dayOf(new Date().toISOString(), rules.timeZone));
  const booked = said.wards.filter((code) => spoken.includes(code));
  if (session.role === 'officer' && booked.length === 0) {
    return { kind: 'refused', response: problem('forbidden', 'an officer plans patrols in which the own ward takes part', [{ field: 'wards', message: 'lack the own ward' }]) };
  }
  const stranger = findStranger(said, rules, day);
  if (stranger !== null) return refuse(...stranger);
  const fault = findPatrolShapeFault(said.plan, index, false);
  if (fault !== null) return refuse('plan', fault);
  return { kind: 'ok', editionId: edition.id, booked, coverage: coverArcs(said.plan, said.reachMetres, index, await getEditionArcs(day.book)) };
}

/** What does not fit the cluster a plan names: field and reason. */
function findStranger({ clusterId, wards, from }: NewPatrol, rules: RuleBook, { book }: DayRules): [field: string, reason: string] | null {
  if (clusterId === undefined) return null;
  const day = dayOf(from, rules.timeZone);
  const cluster = rules.clusters.find(({ id, editionId }) => id === clusterId && editionId === book.edition.id);
  if (cluster === undefined || !isInForce({ from: cluster.termFrom, to: cluster.termTo }, day)) return ['clusterId', 'no such cluster is in force on that day'];
  const stranger = wards.find((code) => !cluster.members.some((member) => member.wardCode === code && isInForce(member, day)));
  return stranger === undefined ? null : ['wards', `${stranger} is no member of ${cluster.name} on that day`];
}
