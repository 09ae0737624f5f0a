import { GET } from '../../../app/api/live/route';
import { EventStreamParser, type StreamEvent } from '../../../lib/live/event-stream';

/** What a change event says. */
export interface ToldChange {
  readonly topic: string;
  readonly version: number;
  readonly changed: readonly { readonly id: string; readonly version: number }[];
}

/** One reader of `GET /api/live`, without a network. */
export class LiveReader {
  readonly events: StreamEvent[] = [];
  readonly response: Response;
  readonly #abort: AbortController;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  isEnded = false;

  private constructor(response: Response, abort: AbortController) {
    this.response = response;
    this.#abort = abort;
    this.#reader = response.body?.getReader();
    void this.#run();
  }

  static async open(token: string, query = '', headers: Readonly<Record<string, string>> = {}): Promise<LiveReader> {
    const abort = new AbortController();
    const request = new Request(`http://localhost/api/live${query}`, { headers: { authorization: `Bearer ${token}`, ...headers }, signal: abort.signal });
    return new LiveReader(await GET(request, { params: Promise.resolve({}) }), abort);
  }

  async #run(): Promise<void> {
    const parser = new EventStreamParser();
    const decoder = new TextDecoder();
    for (let part = await this.#reader?.read(); part?.done === false; part = await this.#reader?.read()) {
      this.events.push(...parser.push(decoder.decode(part.value, { stream: true })));
    }
    this.isEnded = true;
  }

  get names(): string[] {
    return this.events.map(({ name }) => name);
  }

  /** Changes told so far; of one topic only, if named. */
  changes(topic = 'incidents'): ToldChange[] {
    return this.events.filter(({ name }) => name === 'change').map(({ data }) => JSON.parse(data) as ToldChange).filter((one) => one.topic === topic);
  }

  /** Numbers at the end of the ids told so far. */
  get numbers(): number[] {
    return this.changes().flatMap(({ changed }) => changed.map(({ id }) => Number(id.slice(-12))));
  }

  forget(): void {
    this.events.length = 0;
  }

  leave(): void {
    this.#abort.abort();
    void this.#reader?.cancel();
  }
}
