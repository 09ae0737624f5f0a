import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SseTransport } from '../../../lib/live/browser-sse-transport';
import { encodeStreamEvent } from '../../../lib/live/event-stream';
import { StandInFeed, type StandIn } from './stand-in';

/** A small real HTTP server that speaks as `GET /api/live` does. */
export async function startSseStandIn(): Promise<StandIn> {
  const feed = new StandInFeed();
  const open = new Set<ServerResponse>();
  const say = (to: ServerResponse, name: string, data: unknown): void => {
    if (!feed.isMute) to.write(encodeStreamEvent(name, data));
  };
  const server = createServer((request, response) => {
    feed.openings += 1;
    if (feed.isDown) {
      response.writeHead(503).end();
      return;
    }
    if (feed.isSignedOut) {
      response.writeHead(401).end('{}');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    open.add(response);
    response.once('close', () => { open.delete(response); });
    const since = new URL(request.url ?? '/', 'http://localhost').searchParams.get('since');
    if (since !== null && Number(since) !== feed.versions.incidents) say(response, 'change', feed.changeSince(Number(since)));
    say(response, 'hello', { versions: feed.versions });
  });
  const beats = setInterval(() => { for (const one of open) say(one, 'beat', { versions: feed.versions }); }, feed.beatMs);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/live`;
  return {
    feed,
    makeTransport: () => new SseTransport(url, (input, init) => fetch(input, init)),
    deliver: (change) => { for (const one of open) say(one, 'change', change); },
    cut: () => { for (const one of open) one.destroy(); },
    connections: () => open.size,
    signOut: () => {
      feed.isSignedOut = true;
      for (const one of open) one.destroy();
      return Promise.resolve();
    },
    close: async () => {
      clearInterval(beats);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
