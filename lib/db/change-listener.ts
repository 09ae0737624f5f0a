import { randomUUID } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { z } from 'zod';
import { LIVE_TOPICS } from '../domain/live';

/** What the database told: that something of a topic changed, and the wards concerned (`edition/ward`; null = possibly all). */
const noticeSchema = z.object({ topic: z.enum(LIVE_TOPICS), version: z.number(), keys: z.array(z.string()).nullable() });
export type DatabaseNotice = z.output<typeof noticeSchema>;

/** What a listener calls. */
export interface ChangeListenerCalls {
  readonly onNotice: (notice: DatabaseNotice) => void;
  /** It listens now, for the first time or again: what was told before may have been lost. */
  readonly onListening: () => void;
  readonly onFailure: (error: unknown) => void;
}

const CHANNEL = 'giap_ranh_change';
/** How often, in milliseconds, the connection is asked to bring its own echo; without it, it is opened anew. */
const ECHO_MS = 5_000;

/** One connection that listens; `end` gives it up. */
class Listening {
  readonly #sql: Sql;
  readonly #echoChannel = `giap_ranh_echo_${randomUUID().replaceAll('-', '')}`;
  #isHeard = true;

  constructor(databaseUrl: string) {
    // Two connections at most: postgres.js keeps one of its own for LISTEN, the other sends the echo.
    this.#sql = postgres(databaseUrl, { max: 1, idle_timeout: 30, connect_timeout: 10, onnotice: () => undefined });
  }

  async begin({ onNotice, onListening }: ChangeListenerCalls): Promise<void> {
    await this.#sql.listen(this.#echoChannel, () => { this.#isHeard = true; });
    await this.#sql.listen(CHANNEL, (text) => {
      const notice = noticeSchema.safeParse(JSON.parse(text));
      if (notice.success) onNotice(notice.data);
    }, onListening);
  }

  /** Whether the echo sent last time came back; sends the next one. */
  async isAlive(): Promise<boolean> {
    if (!this.#isHeard) return false;
    this.#isHeard = false;
    await this.#sql.notify(this.#echoChannel, '');
    return true;
  }

  end(): Promise<void> {
    return this.#sql.end({ timeout: 1 });
  }
}

/**
 * Listens to the change feed of a database on a connection of its own until the returned function is called, and comes back
 * whenever that connection is lost, also without a word.
 */
export function listenToChanges(databaseUrl: string, calls: ChangeListenerCalls): () => Promise<void> {
  let current: Listening | null = null;
  let isEnded = false;
  const open = async (): Promise<void> => {
    const listening = new Listening(databaseUrl);
    current = listening;
    await listening.begin(calls);
  };
  const reopen = async (): Promise<void> => {
    const lost = current;
    current = null;
    void lost?.end().catch(() => undefined);
    if (!isEnded) await open();
  };
  const check = async (): Promise<void> => {
    if (current === null || !(await current.isAlive())) await reopen();
  };
  const attempt = (work: () => Promise<void>): void => {
    work().catch((error: unknown) => {
      calls.onFailure(error);
      const failed = current;
      current = null;
      void failed?.end().catch(() => undefined);
    });
  };
  attempt(open);
  const timer = setInterval(() => { attempt(check); }, ECHO_MS);
  timer.unref();
  return async () => {
    isEnded = true;
    clearInterval(timer);
    await current?.end();
  };
}
