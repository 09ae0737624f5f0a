import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { UsageError } from '../usage-error';

/** A file in the making: it appears under its name only when it is complete. */
export interface PartFile {
  /** Writes, and waits while the disk is slower than we are, so that nothing piles up in memory. */
  readonly write: (text: string) => Promise<void>;
  /** Ends the file and gives it its name. */
  readonly publish: () => Promise<void>;
  /** Removes what was written. */
  readonly discard: () => Promise<void>;
}

const reason = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/**
 * Begins a file that will be called `path`.
 *
 * @throws UsageError, here or from `write` and `publish`, when the place can not be written.
 */
export async function openPartFile(path: string): Promise<PartFile> {
  const part = `${path}.part`;
  const stream: WriteStream = createWriteStream(part);
  let failure: unknown;
  stream.on('error', (error) => { failure ??= error; });
  const attempt = async (step: () => Promise<unknown>): Promise<void> => {
    try {
      if (failure !== undefined) throw failure instanceof Error ? failure : new Error(reason(failure));
      await step();
    } catch (error) {
      throw new UsageError(`can not write ${path}: ${reason(error)}`);
    }
  };
  await attempt(() => once(stream, 'open'));
  return {
    write: (text) => attempt(async () => { if (!stream.write(text)) await once(stream, 'drain'); }),
    publish: () => attempt(async () => {
      stream.end();
      await once(stream, 'finish');
      await rename(part, path);
    }),
    discard: async () => {
      const closed = stream.closed ? Promise.resolve() : once(stream, 'close');
      stream.destroy();
      await closed;
      await rm(part, { force: true });
    },
  };
}
