import type { DatabaseClient } from '../db/clients';
import { readDossier, type HistoryEntry } from '../db/coordination';
import { findIncident } from '../db/incidents';
import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import type { Coordination, IncidentPermissions } from '../domain/coordination';
import type { Incident } from '../domain/incident';
import { dayOf } from '../domain/instant';
import { permissionsOf, type Asker } from './incident-permissions';
import { listSpokenWards } from './spoken-wards';

/** Body of `GET /api/incidents/{id}` and of the answer to every change of it. */
export interface IncidentBody {
  readonly incident: Incident;
  readonly coordination: Coordination;
  readonly permissions: IncidentPermissions;
  readonly history: readonly HistoryEntry[];
}

/** Who a session is to incidents of an edition. */
export async function askerOf(session: Session, editionId: string): Promise<Asker> {
  const { editions, timeZone } = await getRuleBook();
  const edition = editions.find((book) => book.edition.id === editionId)?.edition;
  const today = dayOf(new Date().toISOString(), timeZone);
  return { role: session.role, wards: edition === undefined ? [] : listSpokenWards(session, edition, today) };
}

/** An incident with its coordination, what the reader may do with it, and its history; undefined when it is out of sight. */
export async function findIncidentBody(client: DatabaseClient, session: Session, id: string): Promise<IncidentBody | undefined> {
  const incident = await findIncident(client, id);
  if (incident === undefined) return undefined;
  const [{ coordination, history }, asker] = await Promise.all([readDossier(client, incident), askerOf(session, incident.editionId)]);
  return { incident, coordination, permissions: permissionsOf(asker, incident, coordination), history };
}
