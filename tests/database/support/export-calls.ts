import { vi } from 'vitest';
import { POST as cancelRoute } from '../../../app/api/exports/[id]/cancel/route';
import { GET as contentRoute } from '../../../app/api/exports/[id]/content/route';
import { GET as getRoute } from '../../../app/api/exports/[id]/route';
import { POST as postRoute } from '../../../app/api/exports/route';
import type { ExportFile } from '../../../lib/domain/export-file';
import { callAs } from './patrol-town';
import type { TestDatabase } from './test-database';

/** The routes of files, each called as an account. */
export const exportsOf = (town: TestDatabase) => {
  const get = (email: string, id: string) => callAs(town, email, getRoute, { params: { id } });
  return {
    get,
    post: (email: string, body: unknown) => callAs(town, email, postRoute, { method: 'POST', body }),
    cancel: (email: string, id: string) => callAs(town, email, cancelRoute, { method: 'POST', params: { id } }),
    content: async (email: string, id: string): Promise<{ status: number; type: string | null; bytes: Uint8Array }> => {
      const route = contentRoute as unknown as (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;
      const answer = await route(new Request('http://test.local/', { headers: { authorization: `Bearer ${await town.tokenOf(email)}` } }), { params: Promise.resolve({ id }) });
      return { status: answer.status, type: answer.headers.get('content-type'), bytes: new Uint8Array(await answer.arrayBuffer()) };
    },
    untilMade: (email: string, id: string) => vi.waitFor(async () => {
      const file = (await get(email, id)).body as ExportFile;
      if (file.state === 'queued' || file.state === 'running') throw new Error(`${file.state} ${String(file.progress)}`);
      return file;
    }, { timeout: 120_000, interval: 100 }),
  };
};
