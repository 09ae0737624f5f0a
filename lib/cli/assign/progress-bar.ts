/** A progress bar on a terminal; silent when the stream is not one. */
export interface ProgressBar {
  readonly update: (share: number, rows: number) => void;
  readonly end: () => void;
}

const WIDTH = 30;
const REDRAW_MS = 100;

/** Draws on `stream` at most ten times a second; `now` gives milliseconds. */
export function startProgressBar(stream: NodeJS.WriteStream, now: () => number): ProgressBar {
  if (!stream.isTTY) return { update: () => undefined, end: () => undefined };
  const start = now();
  let drawn = -Infinity;
  const draw = (share: number, rows: number): void => {
    const elapsed = (now() - start) / 1000;
    const filled = Math.round(WIDTH * share);
    const left = share > 0.01 ? `${String(Math.ceil((elapsed / share) * (1 - share)))} s left` : '';
    const rate = elapsed > 0 ? Math.round(rows / elapsed) : 0;
    stream.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${(share * 100).toFixed(0)} % · ${String(rows)} rows · ${String(rate)}/s · ${left}\u001b[K`);
  };
  return {
    update: (share, rows) => {
      if (now() - drawn < REDRAW_MS) return;
      drawn = now();
      draw(share, rows);
    },
    end: () => { stream.write('\r\u001b[K'); },
  };
}
