import { Agent, get, type IncomingMessage } from 'node:http';
import { decodePointColumns, readUuid } from '../../lib/domain/point-columns';
import { EventStreamParser } from '../../lib/live/event-stream';

/** When which screen saw which incident, in milliseconds of `performance.now()`. */
export class Sightings {
  readonly #seen = new Map<string, Map<number, number>>();

  note(id: string, screen: number): void {
    const screens = this.#seen.get(id) ?? new Map<number, number>();
    if (!screens.has(screen)) screens.set(screen, performance.now());
    this.#seen.set(id, screens);
  }

  countOf(id: string): number {
    return this.#seen.get(id)?.size ?? 0;
  }

  /** When the last of the screens saw it. */
  lastOf(id: string): number {
    return Math.max(...(this.#seen.get(id)?.values() ?? []));
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 20_000 });

const request = (url: string, token: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { authorization: `Bearer ${token}`, accept: '*/*' } }, resolve).once('error', reject);
  });

/** Opens a stream and waits for its hello; the returned function cuts it without a word. */
export async function openScreen(url: string, token: string, onId: (id: string) => void): Promise<() => void> {
  const response = await request(`${url}/api/live`, token);
  if (response.statusCode !== 200) throw new Error(`stream refused: ${String(response.statusCode)}`);
  const parser = new EventStreamParser();
  await new Promise<void>((resolve, reject) => {
    response.on('error', reject).on('close', resolve).setEncoding('utf8').on('data', (text: string) => {
      for (const { name, data } of parser.push(text)) {
        if (name === 'hello') resolve();
        if (name === 'change') for (const { id } of (JSON.parse(data) as { changed: { id: string }[] }).changed) onId(id);
      }
    });
  });
  return () => { response.destroy(); };
}

async function fetchPoints(url: string, token: string, since: number): Promise<{ readonly version: number; readonly ids: readonly string[] }> {
  const response = await request(`${url}/api/points?since=${String(since)}`, token);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const { version, count, ids } = decodePointColumns(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return { version, ids: Array.from({ length: count }, (_, row) => readUuid(ids, row)) };
}

/** A screen that asks every `periodMs`, as they did before there was a feed; the returned function stops it. */
export function pollScreen(url: string, token: string, periodMs: number, since: number, onId: (id: string) => void, onRequest: () => void): () => void {
  let version = since;
  let isStopped = false;
  const ask = async (): Promise<void> => {
    onRequest();
    const answer = await fetchPoints(url, token, version);
    version = answer.version;
    answer.ids.forEach(onId);
  };
  const run = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * periodMs));
    while (!isStopped) {
      const startMs = performance.now();
      await ask().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, periodMs - (performance.now() - startMs))));
    }
  };
  void run();
  return () => { isStopped = true; };
}
