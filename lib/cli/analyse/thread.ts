import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { getMethod } from '../../analysis/registry';
import { DatabaseFailure } from '../../db/api-error';
import { buildFromEnvironment, useBackend as setBackend } from '../../db/backend';
import type { ClaimedRun } from '../../db/analysis-work';
import { createServiceClient } from '../../db/clients';
import { getRuleBook } from '../../db/rule-book';
import { computeRun } from './compute-run';
import { makeStreetReader } from './read-streets';
import type { Left, Stopped, ThreadTask } from './computer';
import type { RunAnswer } from './run-queue';
import { RunControl } from './run-control';

const port = parentPort;
if (port === null) throw new Error('thread.ts runs in a thread of the analysing process');
const { root, dataFolder } = workerData as { readonly root: string; readonly dataFolder: string };

// Reading a million incidents takes longer than a request of the web server may.
setBackend(buildFromEnvironment({ maxConnections: 3, statementTimeoutMs: 60_000 }));
const parts = { service: createServiceClient(), getRules: getRuleBook, streetsOf: makeStreetReader(join(root, 'data', 'basemap'), dataFolder), getMethod };

async function answer({ job: run, control: buffer }: ThreadTask<ClaimedRun>): Promise<RunAnswer | Stopped | Left> {
  const control = new RunControl(buffer);
  try {
    return await computeRun(parts, run, (share) => control.report(share));
  } catch (error) {
    if (error instanceof DatabaseFailure) return { kind: 'left', detail: error.message };
    console.error(`run ${run.id} (${run.method}):`, error);
    return { kind: 'failed', failure: 'crashed', detail: error instanceof Error ? error.message : String(error) };
  }
}

port.on('message', (task: ThreadTask<ClaimedRun>) => { void answer(task).then((answered) => { port.postMessage(answered); }); });
// The first run finds the boundaries read; where they can not be yet, it reads them itself.
getRuleBook().catch(() => undefined);
