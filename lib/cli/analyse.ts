import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pruneRuns, type ClaimedRun } from '../db/analysis-work';
import { buildFromEnvironment, useBackend as setBackend } from '../db/backend';
import { listenToChanges } from '../db/change-listener';
import { createServiceClient } from '../db/clients';
import { pruneExports } from '../db/export-files';
import { getRuleBook } from '../db/rule-book';
import { ThreadComputer } from './analyse/computer';
import { buildRunQueue, type RunAnswer } from './analyse/run-queue';
import { LANE_TIMES, WorkLane } from './analyse/work-lane';
import { buildBriefQueue, type BriefAnswer, type BriefJob } from './brief/brief-queue';
import { keepSchedule } from './brief/schedule';
import { followLauncher } from './start/follow-launcher';
import { drawInThread, watchAlarms, WATCHER_TIMES } from './watch/alarm-watcher';

const ROOT = join(import.meta.dirname, '..', '..');
/** How often, in milliseconds, runs that nobody kept are cleared away. */
const PRUNE_MS = 60 * 60_000;
/** Threads are started one after the other, this far apart in milliseconds: loading the program takes a second or two of a core. */
const WARM_MS = 5_000;
/** Head start, in milliseconds, of each lane over the next when something comes into the queue. */
const PREFER_MS = 40;
/** A large file must not keep a briefing waiting. */
const BRIEF_LANES = 2;

const report = (error: unknown): void => { console.error('analyses:', error instanceof Error ? error.message : error); };

/** The process that computes analyses, composes briefings and makes files beside the web server: started by the launcher, ended with it. */
function main(): void {
  followLauncher();
  const backend = buildFromEnvironment({ maxConnections: 4, statementTimeoutMs: 60_000 });
  setBackend(backend);
  const service = createServiceClient(backend);
  const dataFolder = process.env['GIAP_RANH_DATA'] ?? join(ROOT, '.giap-ranh');
  // Two at least: a long run of one analyst must not keep another's short one waiting.
  const count = Math.max(2, Math.min(4, availableParallelism() - 1));
  const lanes = Array.from({ length: count }, (_, place) =>
    new WorkLane({
      queue: buildRunQueue(service, count - 1), times: LANE_TIMES, onFailure: report,
      computer: new ThreadComputer<ClaimedRun, RunAnswer>({ file: join(import.meta.dirname, 'analyse', 'thread.mjs'), root: ROOT, dataFolder, warmAfterMs: place * WARM_MS }),
    }));
  // Briefings and files are asked for now and then: their threads begin when something is asked for.
  const briefLanes = Array.from({ length: BRIEF_LANES }, () => new WorkLane({
    queue: buildBriefQueue(service), times: LANE_TIMES, onFailure: report,
    computer: new ThreadComputer<BriefJob, BriefAnswer>({ file: join(import.meta.dirname, 'brief', 'thread.mjs'), root: ROOT, dataFolder, warmAfterMs: null }),
  }));
  // The first one's thread is the first to be ready.
  const wakeAll = (all: readonly { wake: () => void }[]): void => { all.forEach((lane, place) => setTimeout(() => { lane.wake(); }, place * PREFER_MS)); };
  const wake = (): void => { wakeAll(lanes); wakeAll(briefLanes); };
  const endListening = backend.databaseUrl === null ? () => Promise.resolve() : listenToChanges(backend.databaseUrl, {
    onNotice: ({ topic }) => { if (topic === 'analyses') wakeAll(lanes); else if (topic === 'briefings') wakeAll(briefLanes); }, onListening: wake, onFailure: report,
  });
  const prune = (): void => { pruneRuns(service).catch(report); pruneExports(service).catch(report); };
  prune();
  setInterval(prune, PRUNE_MS);
  const endWatch = watchAlarms({ service, draw: drawInThread, times: WATCHER_TIMES, onFailure: report });
  const endSchedule = keepSchedule({ service, getRules: getRuleBook, onFailure: report });
  let ending: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    await Promise.all([...lanes.map((lane) => lane.end()), ...briefLanes.map((lane) => lane.end()), endWatch(), endSchedule()]);
    await endListening();
    await backend.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => { ending ??= end().catch(report).finally(() => process.exit(0)); });
}

main();
