import { expect } from 'vitest';
import { GET, PATCH } from '../../../app/api/incidents/[id]/route';
import { POST as postAssist } from '../../../app/api/incidents/[id]/assists/route';
import { POST as postDetection } from '../../../app/api/incidents/[id]/detections/route';
import { POST as postHandOver } from '../../../app/api/incidents/[id]/hand-overs/route';
import { GET as listIncidents, POST as postIncident } from '../../../app/api/incidents/route';
import { GET as getWork } from '../../../app/api/work/route';
import { useBackend as serveFrom } from '../../../lib/db/backend';
import { createAccounts } from '../../../lib/db/seed/accounts';
import type { IncidentBody } from '../../../lib/http/incident-dossier';
import { openTestDatabase, PASSWORD, type TestDatabase } from './test-database';
import { buildTown, uuid } from './town';

/** Short names of the town's accounts. */
export type Who = 'admin' | 'commander' | 'analyst' | 'viewer' | 'officer1' | 'officer2' | 'officer3' | 'moved';

const HANDLERS = { assists: postAssist, 'hand-overs': postHandOver, detections: postDetection } as const;

/** The answer to a request: its status and its body. */
export interface Answer {
  readonly status: number;
  readonly body: IncidentBody & { readonly errors?: readonly { field: string; message: string }[]; readonly current?: IncidentBody; readonly title?: string };
}

/** The town, with an officer of ward 2 besides, and the routes of incidents as its accounts reach them. */
export interface CoordinationTown extends TestDatabase {
  /** Reports an incident on the border of wards 1 and 2, seen by ward 2 first: ward 2 leads, ward 1 assists. */
  report(number: number, changes?: object, who?: Who): Promise<IncidentBody>;
  get(who: Who, number: number): Promise<Answer>;
  patch(who: Who, number: number, body: object): Promise<Answer>;
  post(who: Who, number: number, what: keyof typeof HANDLERS, body: object): Promise<Answer>;
  /** `GET /api/incidents` or `/api/work` with a query. */
  list<T>(who: Who, what: 'incidents' | 'work', query: Record<string, string>): Promise<T[]>;
  /** The incident as the server knows it. */
  see(number: number): Promise<IncidentBody>;
}

async function toAnswer(response: Response): Promise<Answer> {
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

export const REPORT = {
  category: 'theft', occurredAt: '2023-06-01T12:00:00+07:00', lon: 0.99999, lat: 0.5, detectedBy: '00002',
  detectedAt: '2023-06-01T12:05:00+07:00', source: 'patrol', summary: 'Mất xe máy',
};

export async function openCoordinationTown(): Promise<CoordinationTown> {
  const town = await openTestDatabase();
  await buildTown(town);
  await createAccounts(town.database.owner, [{ email: 'officer2@test.local', password: PASSWORD, role: 'officer', services: [{ unitId: 'old:00002', from: '2010-01-01', to: null }] }]);
  serveFrom(town.api);
  const request = async (who: Who, method: string, body?: object): Promise<Request> => new Request('http://localhost/api', {
    method, headers: { authorization: `Bearer ${await town.tokenOf(`${who}@test.local`)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const at = (number: number) => ({ params: Promise.resolve({ id: uuid(number) }) });
  const get = async (who: Who, number: number): Promise<Answer> => toAnswer(await GET(await request(who, 'GET'), at(number)));
  const see = async (number: number): Promise<IncidentBody> => (await get('admin', number)).body;
  return {
    ...town, get, see,
    list: async <T>(who: Who, what: 'incidents' | 'work', query: Record<string, string>) => {
      const { headers } = await request(who, 'GET');
      const asked = new Request(`http://localhost/api/${what}?${new URLSearchParams(query).toString()}`, { headers });
      const response = await (what === 'work' ? getWork : listIncidents)(asked, { params: Promise.resolve({}) });
      expect(response.status, await response.clone().text()).toBe(200);
      return ((await response.json()) as { items: T[] }).items;
    },
    patch: async (who, number, body) => toAnswer(await PATCH(await request(who, 'PATCH', body), at(number))),
    post: async (who, number, what, body) => toAnswer(await HANDLERS[what](await request(who, 'POST', body), at(number))),
    report: async (number, changes = {}, who = 'commander') => {
      const response = await postIncident(await request(who, 'POST', { id: uuid(number), ...REPORT, ...changes }), { params: Promise.resolve({}) });
      expect(response.status, await response.clone().text()).toBe(201);
      return see(number);
    },
  };
}
