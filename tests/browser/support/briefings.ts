import { expect } from 'vitest';
import type { Cluster } from '../../../lib/domain/boundary';
import type { Briefing, BriefingDetail } from '../../../lib/domain/briefing';
import { fetchAs } from './sign-in';

/** The standard slides in their order. */
export const SLIDES = ['cover', 'last_day', 'hidden_hotspots', 'border_league', 'change_map', 'watch_list', 'patrol', 'open_items'];
/** Longest wait for a composing or a file, in milliseconds. */
export const READY_MS = 120_000;
/** Within the demonstration's incidents, so that every slide has something to say. */
export const AS_OF = '2026-10-28T06:00:00+07:00';

/** Asks the API as an account. @throws Error with the answer of one that is no success. */
export async function askJson<T>(account: string, path: string, method = 'GET', body?: unknown): Promise<T> {
  const answer = await (await fetchAs(account))(path, { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** The cluster of today that the officer of Quan Hoa serves. */
export async function ownCluster(): Promise<string> {
  const { clusters } = await askJson<{ clusters: Cluster[] }>('officer.quanhoa', '/api/clusters');
  const { ward } = await askJson<{ ward: { code: string } }>('officer.quanhoa', '/api/me');
  const found = clusters.find(({ editionId, members }) => editionId === 'hn-hp-2025' && members.some(({ wardCode }) => wardCode === ward.code));
  if (found === undefined) throw new Error('the officer serves no cluster');
  return found.id;
}

/** Composes a briefing of that cluster as the analyst; gives its id once it is ready. */
export async function composeBriefing(more: object = {}): Promise<string> {
  const { id } = await askJson<Briefing>('analyst', '/api/briefings', 'POST', { id: crypto.randomUUID(), area: { kind: 'cluster', id: await ownCluster() }, asOf: AS_OF, ...more });
  await untilReady(id);
  return id;
}

/** Waits until a briefing is ready. */
export async function untilReady(id: string): Promise<void> {
  await expect.poll(async () => (await askJson<BriefingDetail>('analyst', `/api/briefings/${id}`)).state, { timeout: READY_MS }).toBe('ready');
}
