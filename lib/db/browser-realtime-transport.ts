import type { RealtimeChannel, SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { LIVE_TOPICS, type TopicVersions } from '../domain/live';
import type { LiveTransport, TransportEvent } from '../domain/live-transport';
import type { Database } from './database.types';
import { readLiveState, type LiveState } from './live-view';

const messageSchema = z.object({ topic: z.enum(LIVE_TOPICS), version: z.number() });
type Client = SupabaseClient<Database>;

/** Heartbeats, ten seconds apart, between two looks at the versions themselves. */
const HEARTBEATS_A_LOOK = 6;

/** How the channels of one opening stand. */
class Opening {
  readonly #client: Client;
  readonly #since: number | null;
  readonly #tell: (event: TransportEvent) => void;
  #channels: RealtimeChannel[] = [];
  #state: LiveState | null = null;
  #isClosed = false;
  #heartbeats = 0;

  constructor(client: Client, since: number | null, tell: (event: TransportEvent) => void) {
    this.#client = client;
    this.#since = since;
    this.#tell = (event) => { if (!this.#isClosed) tell(event); };
  }

  async run(): Promise<void> {
    if (this.#isClosed) return;
    const { data } = await this.#client.auth.getSession();
    if (data.session === null) {
      this.#end('signed_out');
      return;
    }
    // Without an argument: supabase-js sends the renewed token itself, with each heartbeat.
    await this.#client.realtime.setAuth();
    const { channels } = await readLiveState(this.#client, null);
    if (channels.length === 0) {
      this.#end('signed_out');
      return;
    }
    await Promise.all(channels.map((name) => this.#join(name)));
    if (this.#isClosed) return;
    // Read after the channels are joined, so that nothing falls between.
    const state = await readLiveState(this.#client, this.#since);
    this.#take(state, this.#since);
    this.#client.realtime.onHeartbeat((status) => { this.#hearHeartbeat(status); });
  }

  /** Leaves the channels; until that is done, supabase-js would give out the old ones again. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const leaving = this.#channels.map((channel) => this.#client.removeChannel(channel));
    this.#channels = [];
    await Promise.allSettled(leaving);
  }

  fail(): void {
    this.#end('lost');
  }

  #end(reason: 'lost' | 'signed_out' | 'renew'): void {
    if (this.#isClosed) return;
    this.#tell({ kind: 'closed', reason });
    // The feed closes what has ended.
    this.#isClosed = true;
  }

  #join(name: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const channel = this.#client.channel(name, { config: { private: true } });
      this.#channels.push(channel);
      channel.on('broadcast', { event: 'change' }, ({ payload }) => { this.#hear(payload); });
      channel.subscribe((status, error) => {
        if (status === 'SUBSCRIBED') resolve();
        else if (!this.#isClosed) reject(error ?? new Error(`${name}: ${status}`));
        if (status !== 'SUBSCRIBED' && this.#state !== null) this.#end('lost');
      });
    });
  }

  #take(state: LiveState, since: number | null): void {
    if (since !== null && state.versions.incidents !== since) {
      this.#tell({ kind: 'change', change: { topic: 'incidents', version: state.versions.incidents, changed: state.changed ?? [] } });
    }
    this.#state = state;
    this.#tell({ kind: 'alive', versions: state.versions });
  }

  /** A message has topic and version only; whose they are, the channel says. */
  #hear(payload: unknown): void {
    const message = messageSchema.safeParse(payload);
    if (!message.success) return;
    const { topic, version } = message.data;
    if (this.#state !== null) this.#state = { ...this.#state, versions: { ...this.#state.versions, [topic]: version } };
    this.#tell({ kind: 'change', change: { topic, version, changed: [] } });
    if (topic === 'clusters') void this.#checkAudience();
  }

  /** Which wards are in sight depends on the clusters: other channels then. */
  async #checkAudience(): Promise<void> {
    const state = await readLiveState(this.#client, null).catch(() => null);
    if (state !== null && this.#state !== null && state.audience !== this.#state.audience) this.#end('renew');
  }

  /** A broadcast can be lost while the channel lives: now and then the versions are read again instead of remembered. */
  async #showLife(remembered: TopicVersions): Promise<void> {
    this.#heartbeats++;
    if (this.#heartbeats % HEARTBEATS_A_LOOK !== 0) {
      this.#tell({ kind: 'alive', versions: remembered });
      return;
    }
    const state = await readLiveState(this.#client, null).catch(() => null);
    if (this.#isClosed || this.#state === null) return;
    if (state !== null && state.audience !== this.#state.audience) {
      this.#end('renew');
      return;
    }
    if (state !== null) this.#state = { ...this.#state, versions: state.versions };
    this.#tell({ kind: 'alive', versions: this.#state.versions });
  }

  #hearHeartbeat(status: string): void {
    if (this.#isClosed || this.#state === null) return;
    if (status === 'ok') void this.#showLife(this.#state.versions);
    if (status === 'timeout' || status === 'disconnected') this.#end('lost');
  }
}

/**
 * Supabase Realtime: one private broadcast channel for each ward in sight, or one for who sees everything.
 *
 * Source: Supabase, "Realtime Authorization" and "Broadcast from the database". Limits: messages name no incident, so `changed`
 * is known only for what happened before the channels were joined.
 */
export class RealtimeTransport implements LiveTransport {
  readonly #client: Client;
  #leaving: Promise<void> = Promise.resolve();

  constructor(client: Client) {
    this.#client = client;
  }

  open(since: number | null, tell: (event: TransportEvent) => void): () => void {
    const opening = new Opening(this.#client, since, tell);
    this.#leaving.then(() => opening.run()).catch(() => { opening.fail(); });
    return () => { this.#leaving = opening.close(); };
  }
}
