import { clientOf, type Session } from '../db/session';
import { readLiveState } from '../db/live-view';
import { encodeStreamEvent } from '../live/event-stream';
import type { BusEvent, BusSubscriber } from '../live/change-bus';
import { getLiveHub } from './live-hub';
import { problem } from './problem';

/** Bytes that may wait for a slow reader; one that is further behind is dropped, and resumes. */
const MOST_WAITING_BYTES = 64 * 1024;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // no-transform: a packer would keep events back until it has enough of them.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
} as const;

/** An event goes to hundreds of streams; its bytes are made once. */
const encoded = new WeakMap<BusEvent, Uint8Array>();

function encode(event: BusEvent): Uint8Array {
  const known = encoded.get(event);
  if (known !== undefined) return known;
  const bytes = new TextEncoder().encode(toText(event));
  encoded.set(event, bytes);
  return bytes;
}

function toText(event: BusEvent): string {
  if (event.kind === 'change') return encodeStreamEvent('change', event.change, event.change.topic === 'incidents' ? event.change.version : undefined);
  if (event.kind === 'bye') return encodeStreamEvent('bye', { reason: event.reason });
  return encodeStreamEvent(event.kind, { versions: event.versions, at: Date.now() });
}

/** When a token ends, in ms since 1970. Limits: reads a token that was verified before. */
function expiryOf(accessToken: string): number {
  const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8')) as { exp?: number };
  return (claims.exp ?? 0) * 1000;
}

/** Bytes on their way to one reader. */
class Outlet {
  readonly body: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #onEnd: () => void = () => undefined;

  constructor() {
    const strategy = new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING_BYTES });
    this.body = new ReadableStream<Uint8Array>({ start: (controller) => { this.#controller = controller; }, cancel: () => { this.end(); } }, strategy);
  }

  get isEnded(): boolean {
    return this.#controller === null;
  }

  set onEnd(run: () => void) {
    this.#onEnd = run;
  }

  write(bytes: Uint8Array): void {
    if (this.#controller === null) return;
    if ((this.#controller.desiredSize ?? 0) < bytes.byteLength) this.end();
    else this.#controller.enqueue(bytes);
  }

  /** Ends it, however it came to that; a second time does nothing. */
  end(): void {
    const controller = this.#controller;
    if (controller === null) return;
    this.#controller = null;
    this.#onEnd();
    try {
      controller.close();
    } catch {
      // The reader cancelled it: it is closed already.
    }
  }
}

/**
 * The event stream of a session: what changed since the version the reader has, `hello`, then every change it may know of, and a
 * `beat` at least every `BEAT_MS`; 503 when there are too many streams.
 */
export function openLiveStream(session: Session, since: number | null, signal: AbortSignal): Response {
  const outlet = new Outlet();
  const client = clientOf(session);
  const subscriber: BusSubscriber = {
    read: (version) => readLiveState(client, version),
    tell: (event) => {
      outlet.write(encode(event));
      if (event.kind === 'bye') outlet.end();
    },
  };
  const admission = getLiveHub().admit({ account: session.userId, expiresAtMs: expiryOf(session.accessToken), subscriber });
  if (admission.kind !== 'admitted') {
    return problem('unavailable', admission.kind === 'too_many' ? 'too many screens are connected; try again later' : 'this account has too many streams open');
  }
  outlet.onEnd = admission.leave;
  signal.addEventListener('abort', () => { outlet.end(); }, { once: true });
  if (signal.aborted) outlet.end();
  getLiveHub().bus.add(subscriber, since, () => outlet.isEnded).catch((error: unknown) => {
    console.error('GET /api/live:', error instanceof Error ? error.message : error);
    outlet.end();
  });
  return new Response(outlet.body, { headers: HEADERS });
}
