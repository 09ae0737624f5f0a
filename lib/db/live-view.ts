import { z } from 'zod';
import { LIVE_TOPICS, type LiveChange, type TopicVersions } from '../domain/live';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';

const version = z.number();
const versionsSchema = z.record(z.enum(LIVE_TOPICS), version);
const stateSchema = z.object({
  audience: z.string(),
  channels: z.array(z.string()),
  versions: versionsSchema,
  changed: z.array(z.object({ id: z.string(), version })).nullable(),
});

/** What an account may know of the change feed now. */
export interface LiveState {
  /** Accounts with the same text see the same incidents. */
  readonly audience: string;
  /** Realtime channels of the account (hosted tier). */
  readonly channels: readonly string[];
  /** Wards in sight (`edition/ward`); null for who sees everything. */
  readonly keys: readonly string[] | null;
  readonly versions: TopicVersions;
  /** Visible incidents that changed since; null when not asked for, or when there are more than `MOST_CHANGED`. */
  readonly changed: LiveChange['changed'] | null;
}

/** Most ids told at once; a screen that missed more asks for what it shows. */
export const MOST_CHANGED = 200;
const PREFIX = 'changes:';
/** Channels of those who see every incident. */
const ALL = ['changes:all', 'changes:viewers'];

/** Asks the change feed with a client's rights; `since` null asks for no incidents. */
export async function readLiveState(client: DatabaseClient, since: number | null): Promise<LiveState> {
  const question = since === null ? {} : { since, most: MOST_CHANGED + 1 };
  const state = stateSchema.parse(unwrap('live state', await client.rpc('live_state', question)));
  const { audience, channels, versions, changed } = state;
  return {
    audience, channels, versions,
    keys: channels.some((channel) => ALL.includes(channel)) ? null : channels.map((channel) => channel.slice(PREFIX.length)),
    changed: changed === null || changed.length > MOST_CHANGED ? null : changed,
  };
}

/** Of each account that is still open a text that changes with its role and units. For the server's own client. */
export async function readLiveAccounts(service: DatabaseClient, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const answer = unwrap('live accounts', await service.rpc('live_accounts', { accounts: [...accounts] }));
  return new Map(Object.entries(z.record(z.string(), z.string()).parse(answer)));
}

/** The newest version of each topic, past row level security. For the server's own client. */
export async function readTopicVersions(service: DatabaseClient): Promise<TopicVersions> {
  return stateSchema.shape.versions.parse((unwrap('topic versions', await service.rpc('live_state', {})) as { versions: unknown }).versions);
}
