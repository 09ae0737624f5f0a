import { randomUUID } from 'node:crypto';
import type { DatabaseClient } from '../db/clients';
import type { ZoneToMake } from '../db/zone-changes';
import { isFinding } from '../db/zones';
import type { NewZone } from '../domain/zone';
import { fieldProblem } from './problem';
import { checkZoneShape, findEditionExtent } from './zone-shape';

/** A zone ready to be written, or the answer that says what is wrong with it. */
export type ZoneMaking = { readonly kind: 'ok'; readonly zone: ZoneToMake } | { readonly kind: 'refused'; readonly response: Response };

const refuse = (field: string, message: string): ZoneMaking => ({ kind: 'refused', response: fieldProblem(field, message, 'unprocessable') });

/** Checks what a schema can not see of a new zone: its edition, its shape, and where it says it comes from. */
export async function prepareZone(said: NewZone, client: DatabaseClient): Promise<ZoneMaking> {
  if (said.status === 'closed') return refuse('status', 'a zone begins as a draft or active');
  const { origin } = said;
  if (origin.kind === 'split' || origin.kind === 'merged') return refuse('origin.kind', 'is said by the server when it splits or merges');
  if (origin.kind === 'finding' && !(await isFinding(client, origin.run, origin.finding))) return refuse('origin.finding', 'there is no such finding of such a run');
  const edition = await findEditionExtent(said.editionId);
  if (edition === undefined) return refuse('editionId', 'there is no such edition');
  const check = checkZoneShape(said.geometry, edition);
  if (check.kind === 'fault') return refuse('geometry', check.reason);
  const id = (said.id ?? randomUUID()).toLowerCase();
  const { name, kind, status, editionId, validFrom, validTo, evidence } = said;
  return { kind: 'ok', zone: { id, name, kind, status, editionId, validFrom, validTo, evidence, origin, shape: check.shape, said: { ...said, id } } };
}
