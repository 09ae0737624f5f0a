import { z } from 'zod';
import { instantSchema } from '../../domain/instant';
import { newPatrolSchema, patrolGeometrySchema } from '../../domain/patrol';
import { coverArcs, linesOfShape } from '../../geo/arc-coverage';
import type { BorderArc } from '../../geo/border-topology';
import { routeMetres } from '../../geo/route-pieces';
import type { EditionBook, RuleBook } from '../../rules/rule-book';
import { unwrap } from '../api-error';
import { readChange, type ChangeResult } from '../change-result';
import type { DatabaseClient } from '../clients';
import type { Json } from '../database.types';
import { loadArcs } from '../editions';
import { addTrack, answerBooking, changePatrol, planPatrol } from '../patrol-changes';
import { findPatrol } from '../patrols';
import { loadRuleBook } from '../rule-book';
import { readJson } from './read-json';
import type { SeedOptions } from './seed-database';

const patrolSchema = newPatrolSchema.safeExtend({
  id: z.uuid(),
  editionId: z.string(),
  status: z.enum(['planned', 'done', 'cancelled']),
  booked: z.array(z.string()),
  declined: z.array(z.object({ ward: z.string(), note: z.string() })),
  tracks: z.array(z.object({ ward: z.string(), startedAt: instantSchema, endedAt: instantSchema, geometry: patrolGeometrySchema })),
});
type DemoPatrol = z.output<typeof patrolSchema>;

const fileSchema = z.object({
  desks: z.array(z.json()),
  handOvers: z.array(z.json()),
  notes: z.array(z.object({ id: z.uuid(), cluster: z.string(), unitId: z.string(), at: instantSchema, body: z.string() })),
  patrols: z.array(patrolSchema),
});

function mustBeDone(what: string, result: ChangeResult): void {
  if (result.kind !== 'done') throw new Error(`${what}: ${JSON.stringify(result)}`);
}

/** An id for a track that is the same at each load: the patrol's with the track's number at its end. */
const trackId = (patrol: string, number: number): string => `${patrol.slice(0, -2)}${number.toString(16).padStart(2, '0')}`;

async function loadPatrol(service: DatabaseClient, patrol: DemoPatrol, { index }: EditionBook, arcs: readonly BorderArc[]): Promise<void> {
  const { editionId, status, booked, declined, tracks, ...said } = patrol;
  const { id, reachMetres, plan } = said;
  mustBeDone(`patrol ${id}`, await planPatrol({ id, said, editionId, booked, coverage: coverArcs(plan, reachMetres, index, arcs) }, null, service));
  for (const { ward, note: reason } of declined) {
    mustBeDone(`booking of ${ward}`, await answerBooking(id, { ward, status: 'declined', version: 1, note: reason }, null, service));
  }
  for (const [number, { geometry, ...walk }] of tracks.entries()) {
    const track = { ...walk, id: trackId(id, number), source: 'drawn' as const, geometry, lengthMetres: routeMetres(linesOfShape(geometry)) };
    mustBeDone(`track of ${walk.ward}`, await addTrack(id, { ...track, coverage: coverArcs(geometry, reachMetres, index, arcs) }, null, service));
  }
  const stored = await findPatrol(service, id);
  if (stored !== undefined && stored.status !== status) {
    mustBeDone(`status of ${id}`, await changePatrol(id, { version: stored.version, status }, null, service));
  }
}

async function loadPatrols(service: DatabaseClient, patrols: readonly DemoPatrol[], rules: RuleBook): Promise<void> {
  for (const editionId of new Set(patrols.map((patrol) => patrol.editionId))) {
    const book = rules.editions.find(({ edition }) => edition.id === editionId);
    if (book === undefined) throw new Error(`the demonstration names an edition there is not: ${editionId}`);
    const arcs = await loadArcs(service, editionId);
    for (const patrol of patrols) if (patrol.editionId === editionId) await loadPatrol(service, patrol, book, arcs);
  }
}

/** Loads the duty desks, hand-over records, notes and patrols of the demonstration; what is there already stays. */
export async function seedCoordination({ service, dataFolder, say }: SeedOptions): Promise<void> {
  const content = readJson(dataFolder, 'demo/coordination.json', null);
  if (content === null) return;
  const { desks, handOvers, notes, patrols } = fileSchema.parse(content);
  const loaded = await service.rpc('load_coordination', { payload: { desks, handOvers, actor: null } as Json });
  if (loaded.error !== null) unwrap('loading hand-over records', loaded);
  for (const { unitId, ...note } of notes) {
    mustBeDone(`note ${note.id}`, readChange('loading a note', await service.rpc('add_cluster_note', { payload: { ...note, actor: { role: 'officer', unitId } } })));
  }
  await loadPatrols(service, patrols, await loadRuleBook(service));
  say(`demonstration of coordination: ${patrols.length} patrols, ${notes.length} notes, ${handOvers.length} hand-over records`);
}
