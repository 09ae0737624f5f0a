'use client';

import type { Dispute, DisputeCounts, DisputePage, DisputeRuleVersion } from '@/lib/domain/dispute';
import type { Instant } from '@/lib/domain/instant';
import { fetchJson } from '@/components/data/fetch-json';
import { useRefreshableQuery } from '@/components/data/use-refreshable-query';

interface DisputesAnswer {
  readonly items: readonly Dispute[];
  readonly nextCursor: string | null;
  readonly asOf: Instant;
}

/** What the board shows: every open dispute, the latest ended ones, and how many there are in each stage. */
export interface BoardData {
  readonly open: readonly Dispute[];
  readonly ended: readonly Dispute[];
  readonly counts: DisputeCounts;
  readonly asOf: Instant;
}

/** Most ended disputes on the board, and most open ones in one answer. */
const [MOST_ENDED, MOST_OPEN] = [90, 500];

const list = (narrow: string, stages: string, limit: number, cursor = ''): Promise<DisputesAnswer> =>
  fetchJson(`/api/disputes?stage=${stages}&limit=${String(limit)}${narrow === '' ? '' : `&${narrow}`}${cursor === '' ? '' : `&cursor=${cursor}`}`);

async function listOpen(narrow: string): Promise<DisputesAnswer> {
  const first = await list(narrow, 'received,mediating', MOST_OPEN);
  const items = [...first.items];
  for (let cursor = first.nextCursor; cursor !== null;) {
    const page = await list(narrow, 'received,mediating', MOST_OPEN, cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return { ...first, items };
}

async function fetchBoard(narrow: string): Promise<BoardData> {
  const [open, ended, { counts }] = await Promise.all([
    listOpen(narrow), list(narrow, 'settled,handed_over,withdrawn', MOST_ENDED), fetchJson<{ counts: DisputeCounts }>(`/api/disputes/counts?${narrow}`),
  ]);
  return { open: open.items, ended: ended.items, counts, asOf: open.asOf };
}

/** The board, narrowed by a query of ward and risk; null waits. */
export function useBoard(narrow: string | null) {
  return useRefreshableQuery(narrow === null ? null : `disputes/${narrow}`, 'disputes', () => fetchBoard(narrow ?? ''));
}

/** How many disputes are in each stage. */
export function useDisputeCounts(wanted: boolean) {
  return useRefreshableQuery(wanted ? 'dispute-counts' : null, 'disputes', () => fetchJson<{ readonly counts: DisputeCounts; readonly asOf: Instant }>('/api/disputes/counts'));
}

/** One dispute with its history and what the reader may do. */
export function useDispute(id: string) {
  return useRefreshableQuery(`dispute/${id}`, 'disputes', () => fetchJson<DisputePage>(`/api/disputes/${encodeURIComponent(id)}`));
}

/** The dispute of an incident, if there is one and the reader may see it; null waits. */
export function useDisputeOfIncident(incident: string | null) {
  return useRefreshableQuery(incident === null ? null : `dispute-of/${incident}`, 'disputes', () => fetchJson<DisputesAnswer>(`/api/disputes?incident=${encodeURIComponent(incident ?? '')}`));
}

/** The rule of deadlines in its versions, newest first. */
export function useDisputeRules(wanted: boolean) {
  return useRefreshableQuery(wanted ? 'dispute-rules' : null, 'disputes', () => fetchJson<{ readonly rules: readonly DisputeRuleVersion[]; readonly change: boolean }>('/api/disputes/rules'));
}
