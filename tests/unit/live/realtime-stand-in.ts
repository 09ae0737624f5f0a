import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '@supabase/supabase-js';
import { WebSocketServer, WebSocket } from 'ws';
import type { Database } from '../../../lib/db/database.types';
import { RealtimeTransport } from '../../../lib/db/browser-realtime-transport';
import { StandInFeed, type StandIn } from './stand-in';

/** `[join_ref, ref, topic, event, payload]`, protocol version 2.0.0. */
type Frame = [string | null, string | null, string, string, Record<string, unknown>];

/** One channel a client joined. */
interface Joined {
  readonly socket: WebSocket;
  readonly topic: string;
  readonly joinRef: string | null;
}

/** The stand-in for Supabase (Auth, REST and Realtime), with what a test sees and does beyond the contract. */
export interface RealtimeStandIn extends StandIn {
  readonly server: RealtimeServer;
  /** Sends a frame of the server's own to every joined channel, e.g. `phx_error`. */
  push(event: string): void;
  /** Gives the client a session with a new access token, as a renewal does. */
  renewToken(): Promise<string>;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
let tokens = 0;
const makeToken = (): string => `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub: 'u', role: 'authenticated', exp: Math.floor(Date.now() / 1000) + 3_600, n: (tokens += 1) })}.c2lnbmF0dXJl`;

const answerJson = (response: ServerResponse, body: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>;
}

/** The server's side of the protocol: channels that are joined, and what came. */
class RealtimeServer {
  readonly feed = new StandInFeed();
  readonly joined = new Set<Joined>();
  readonly frames: Frame[] = [];
  readonly refused = new Set<string>();
  channels = ['changes:everyone', 'changes:e/00001'];
  audience = 'one';

  send(socket: WebSocket, frame: Frame): void {
    if (!this.feed.isMute && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  }

  attend(socket: WebSocket): void {
    socket.on('message', (data: Buffer) => { this.#take(socket, JSON.parse(data.toString()) as Frame); });
    socket.on('close', () => { this.#forget((one) => one.socket === socket); });
  }

  /** As much of REST and Auth as is asked. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    if (this.feed.isDown) response.writeHead(503).end();
    else if (path.startsWith('/auth/v1/user')) answerJson(response, { id: 'u', aud: 'authenticated', role: 'authenticated', email: 'u@test.local' });
    else if (path.startsWith('/rest/v1/rpc/live_state')) void readBody(request).then(({ since }) => { answerJson(response, this.#state(since)); });
    else answerJson(response, {});
  }

  #state(since: unknown): object {
    const { channels, audience, feed } = this;
    return { audience, channels, versions: feed.versions, changed: typeof since === 'number' ? feed.changeSince(since).changed : null };
  }

  #forget(isGone: (one: Joined) => boolean): void {
    for (const one of this.joined) if (isGone(one)) this.joined.delete(one);
  }

  #mayJoin(topic: string, payload: Record<string, unknown>): boolean {
    return (payload['config'] as { private?: boolean }).private === true && typeof payload['access_token'] === 'string' && !this.refused.has(topic);
  }

  #take(socket: WebSocket, frame: Frame): void {
    const [joinRef, ref, topic, event, payload] = frame;
    const reply = (status: string, response: object = {}): void => { this.send(socket, [joinRef, ref, topic, 'phx_reply', { status, response }]); };
    if (event !== 'heartbeat') this.frames.push(frame);
    if (event === 'heartbeat') reply('ok');
    if (event === 'phx_leave') {
      this.#forget((one) => one.socket === socket && one.topic === topic);
      reply('ok');
    }
    if (event !== 'phx_join') return;
    if (this.#mayJoin(topic, payload)) {
      this.joined.add({ socket, topic, joinRef });
      reply('ok', { postgres_changes: [] });
    } else reply('error', { reason: 'Unauthorized: You do not have permissions to read from this Channel topic' });
  }
}

/** Listens on a free port; gives the address. */
async function listen(server: RealtimeServer): Promise<{ readonly url: string; readonly sockets: WebSocketServer; readonly close: () => Promise<unknown> }> {
  const http = createServer((request, response) => { server.answer(request, response); });
  const sockets = new WebSocketServer({ noServer: true });
  http.on('upgrade', (request, socket, head) => {
    server.feed.openings += 1;
    if (server.feed.isDown) socket.destroy();
    else sockets.handleUpgrade(request, socket, head, (opened) => { server.attend(opened); });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<unknown> => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    http.closeAllConnections();
    return new Promise((resolve) => http.close(resolve));
  };
  return { url: `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`, sockets, close };
}

/** A supabase-js client that finds its session where it was stored, as a page does, and how that is renewed. */
function makeClient(url: string, beatMs: number) {
  const expiresAt = Math.floor(Date.now() / 1000) + 3_600;
  const stored = { access_token: makeToken(), refresh_token: 'r', token_type: 'bearer', expires_in: 3_600, expires_at: expiresAt, user: { id: 'u' } };
  const items = new Map([['session', JSON.stringify(stored)]]);
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  const client = createClient<Database>(url, 'sb_publishable_test', {
    auth: { storage, storageKey: 'session', persistSession: true, autoRefreshToken: false, detectSessionInUrl: false },
    realtime: { transport: WebSocket as never, heartbeatIntervalMs: beatMs, timeout: 1_000, reconnectAfterMs: () => 100 },
  });
  const renewToken = async (): Promise<string> => {
    const token = makeToken();
    const { error } = await client.auth.setSession({ access_token: token, refresh_token: 'r' });
    if (error !== null) throw error;
    return token;
  };
  return { client, renewToken };
}

/**
 * A server that speaks Supabase Realtime's documented wire protocol over a WebSocket, and as much of REST and Auth as is asked.
 *
 * Source: Supabase, "Realtime Protocol", version 2.0.0.
 */
export async function startRealtimeStandIn(): Promise<RealtimeStandIn> {
  const server = new RealtimeServer();
  const { url, sockets, close } = await listen(server);
  const { client, renewToken } = makeClient(url, server.feed.beatMs);
  const cut = (): void => { for (const socket of sockets.clients) socket.terminate(); };
  return {
    server, feed: server.feed, renewToken, cut,
    makeTransport: () => new RealtimeTransport(client),
    deliver: ({ topic, version }) => {
      const payload = { type: 'broadcast', event: 'change', payload: { topic, version, id: 'message' }, meta: { id: 'message' } };
      for (const one of server.joined) server.send(one.socket, [null, null, one.topic, 'broadcast', payload]);
    },
    push: (event) => { for (const one of [...server.joined]) server.send(one.socket, [one.joinRef, one.joinRef, one.topic, event, {}]); },
    connections: () => server.joined.size,
    signOut: async () => {
      await client.auth.signOut({ scope: 'local' });
      cut();
    },
    close: async () => {
      await client.removeAllChannels();
      await client.realtime.disconnect();
      await close();
    },
  };
}
