import { z } from 'zod';
import { LIVE_TOPICS } from '../domain/live';
import type { LiveTransport, TransportEvent } from '../domain/live-transport';
import { EventStreamParser, type StreamEvent } from './event-stream';

const version = z.number().int().min(0);
const aliveSchema = z.object({ versions: z.record(z.enum(LIVE_TOPICS), version) });
const changeSchema = z.object({ topic: z.enum(LIVE_TOPICS), version, changed: z.array(z.object({ id: z.string(), version })) });

type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** What an event of the server means to the feed; null for one it does not know. */
function readEvent({ name, data }: StreamEvent): TransportEvent | null {
  if (name === 'hello' || name === 'beat') return { kind: 'alive', versions: aliveSchema.parse(JSON.parse(data)).versions };
  if (name === 'change') return { kind: 'change', change: changeSchema.parse(JSON.parse(data)) };
  return name === 'bye' ? { kind: 'closed', reason: 'renew' } : null;
}

/** Reads a stream to its end; true when it ended with an event that says so. */
async function readStream(body: ReadableStream<Uint8Array>, tell: (event: TransportEvent) => void): Promise<boolean> {
  const parser = new EventStreamParser();
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const event of parser.push(part.value).map(readEvent)) {
      if (event === null) continue;
      tell(event);
      if (event.kind === 'closed') return true;
    }
  }
  return false;
}

/**
 * Server-Sent Events, read by `fetch`: unlike an EventSource it knows why it was refused, and leaves coming back to the feed.
 *
 * `get`: the browser's `fetch`, which sends the session cookie.
 */
export class SseTransport implements LiveTransport {
  readonly #url: string;
  readonly #get: Fetch;

  constructor(url: string, get: Fetch) {
    this.#url = url;
    this.#get = get;
  }

  open(since: number | null, tell: (event: TransportEvent) => void): () => void {
    const abort = new AbortController();
    const tellOpen = (event: TransportEvent): void => { if (!abort.signal.aborted) tell(event); };
    this.#run(since, abort.signal, tellOpen).then(
      (isSaid) => { if (!isSaid) tellOpen({ kind: 'closed', reason: 'lost' }); },
      () => { tellOpen({ kind: 'closed', reason: 'lost' }); },
    ).finally(() => { abort.abort(); });
    return () => { abort.abort(); };
  }

  async #run(since: number | null, signal: AbortSignal, tell: (event: TransportEvent) => void): Promise<boolean> {
    const response = await this.#get(since === null ? this.#url : `${this.#url}?since=${String(since)}`, {
      headers: { accept: 'text/event-stream' }, credentials: 'same-origin', cache: 'no-store', signal,
    });
    if (response.status === 401) {
      tell({ kind: 'closed', reason: 'signed_out' });
      return true;
    }
    if (!response.ok || response.body === null) return false;
    return readStream(response.body, tell);
  }
}
