import { spawn, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { stopChild, waitForExit } from './run-next';

/** First and longest pause, in milliseconds, before a process that ended is started again. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** How long it must have run, in milliseconds, to count as well. */
const WELL_MS = 60_000;

/** Nice value, −20 to 19; 0 is everybody else's. */
const NICE = 5;

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, NICE);
  } catch {
    // It has ended already, or this system has no such thing: then it competes as an equal.
  }
}

/** Starts the process that computes analyses and starts it again whenever it dies; the returned function ends it. */
export function keepAnalyst({ root, environment, say }: { readonly root: string; readonly environment: Readonly<Record<string, string>>; readonly say: (line: string) => void }): () => Promise<void> {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isEnded = false;
  let pauseMs = FIRST_PAUSE_MS;
  const start = (): void => {
    const begunMs = performance.now();
    child = spawn(process.execPath, ['--import', 'tsx', join(root, 'lib', 'cli', 'analyse.ts')], {
      cwd: root, stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...environment, LITE_TELEMETRY: '0', GIAP_RANH_LAUNCHER_PID: String(process.pid) },
    });
    // Threads inherit it: whoever waits for a page goes before whoever waits for an analysis.
    if (child.pid !== undefined) lowerPriority(child.pid);
    waitForExit(child).catch(() => 1).then((code) => {
      if (isEnded) return;
      if (performance.now() - begunMs > WELL_MS) pauseMs = FIRST_PAUSE_MS;
      say(`the process that computes analyses ended (exit ${String(code)}); it is started again`);
      timer = setTimeout(start, pauseMs);
      pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
    }, () => undefined);
  };
  start();
  return async () => {
    isEnded = true;
    clearTimeout(timer);
    if (child !== undefined) await stopChild(child);
  };
}
