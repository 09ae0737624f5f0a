import { parentPort, workerData } from 'node:worker_threads';
import { buildFromEnvironment, useBackend as setBackend } from '../../db/backend';
import { createServiceClient } from '../../db/clients';
import { loadRuleBook } from '../../db/rule-book';
import { runWatchPass, type WatchTask } from './watch-pass';

const port = parentPort;
if (port === null) throw new Error('thread.ts runs in a thread of the analysing process');
const backend = buildFromEnvironment({ maxConnections: 2, statementTimeoutMs: 60_000 });
setBackend(backend);
try {
  const service = createServiceClient(backend);
  port.postMessage(await runWatchPass(service, await loadRuleBook(service), workerData as WatchTask, new Date().toISOString()));
} finally {
  await backend.close();
}
