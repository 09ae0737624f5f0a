import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { buildFromEnvironment, useBackend as setBackend } from '../../db/backend';
import { createServiceClient } from '../../db/clients';
import { getRuleBook } from '../../db/rule-book';
import type { ThreadTask } from '../analyse/computer';
import { makeStreetReader } from '../analyse/read-streets';
import { RunControl } from '../analyse/run-control';
import type { BriefJob } from './brief-queue';
import { doJob } from './do-job';

const port = parentPort;
if (port === null) throw new Error('thread.ts runs in a thread of the analysing process');
const { root, dataFolder } = workerData as { readonly root: string; readonly dataFolder: string };

setBackend(buildFromEnvironment({ maxConnections: 3, statementTimeoutMs: 60_000 }));
const parts = { service: createServiceClient(), getRules: getRuleBook, streetsOf: makeStreetReader(join(root, 'data', 'basemap'), dataFolder) };

port.on('message', ({ job, control: buffer }: ThreadTask<BriefJob>) => {
  const control = new RunControl(buffer);
  void doJob(parts, job, (share) => control.report(share)).then((answered) => { port.postMessage(answered); });
});
