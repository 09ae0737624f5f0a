import { randomUUID } from 'node:crypto';
import type { DatabaseClient } from '../db/clients';
import type { DisputeToMake } from '../db/dispute-changes';
import { listDisputeRules } from '../db/disputes';
import { findIncident } from '../db/incidents';
import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import type { NewDispute } from '../domain/dispute';
import { dayOf } from '../domain/instant';
import { findOwner } from '../geo/locate-ward';
import { dueDayOf } from '../rules/dispute-clock';
import { findDayRules } from '../rules/rule-book';
import { fieldProblem, problem } from './problem';
import { speaksFor } from './dispute-page';

/** Clocks of phones and server may differ by this much, in milliseconds. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** A dispute ready to be written, or the answer that says what is wrong with it. */
type DisputeMaking = { readonly kind: 'ok'; readonly dispute: DisputeToMake } | { readonly kind: 'refused'; readonly response: Response };

const refuse = (field: string, message: string): DisputeMaking => ({ kind: 'refused', response: fieldProblem(field, message, 'unprocessable') });

/** Whether an instant lies in the future, give or take what clocks differ by. */
export const isInFuture = (instant: string): boolean => Date.parse(instant) > Date.now() + CLOCK_TOLERANCE_MS;

type Place = { readonly kind: 'ok'; readonly position: readonly [number, number] } | { readonly kind: 'refused'; readonly reason: string };

async function findPlace({ incidentId, lon, lat }: NewDispute, client: DatabaseClient): Promise<Place> {
  if (incidentId === undefined) return { kind: 'ok', position: [lon ?? 0, lat ?? 0] };
  const incident = await findIncident(client, incidentId);
  if (incident === undefined) return { kind: 'refused', reason: 'there is no such incident' };
  return incident.category === 'dispute' ? { kind: 'ok', position: incident.position } : { kind: 'refused', reason: 'is an incident of another category' };
}

/** Checks what a schema can not see of a dispute: its place, the ward and the edition of the day it was received, and who takes it in. */
export async function prepareDispute(said: NewDispute, session: Session, client: DatabaseClient): Promise<DisputeMaking> {
  if (isInFuture(said.receivedAt)) return refuse('receivedAt', 'lies in the future');
  const place = await findPlace(said, client);
  if (place.kind === 'refused') return refuse('incidentId', place.reason);
  const rules = await getRuleBook();
  const book = findDayRules(rules, said.receivedAt)?.book;
  if (book === undefined) return refuse('receivedAt', 'no boundary edition covers this day');
  const { ownerCode } = findOwner(book.index, place.position);
  if (ownerCode === null) return refuse(said.incidentId === undefined ? 'lon' : 'incidentId', 'lies in no ward of that day');
  const editionId = book.edition.id;
  if (session.role === 'officer' && !(await speaksFor(session, editionId, ownerCode))) {
    return { kind: 'refused', response: problem('forbidden', 'an officer takes in disputes of the own ward', [{ field: said.incidentId === undefined ? 'lon' : 'incidentId', message: 'lies in another ward' }]) };
  }
  const newest = (await listDisputeRules(client))[0];
  if (newest === undefined) return refuse('risk', 'no rule of deadlines is set');
  const { kind, parties, source, receivedAt, risk, description } = said;
  const id = (said.id ?? randomUUID()).toLowerCase();
  const dueDay = dueDayOf(dayOf(receivedAt, rules.timeZone), risk, newest.rule);
  return {
    kind: 'ok',
    dispute: {
      id, incidentId: said.incidentId ?? null, position: place.position, editionId, wardCode: ownerCode, kind, parties, source, receivedAt, risk, dueDay,
      ruleVersion: newest.version, ...(description === undefined ? {} : { description }), said: { ...said, id },
    },
  };
}
