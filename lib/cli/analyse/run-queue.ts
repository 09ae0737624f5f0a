import { beatRun, claimRun, endRun, finishRun, type ClaimedRun } from '../../db/analysis-work';
import type { DatabaseClient } from '../../db/clients';
import { toRunEnd, type Computed } from './compute-run';
import type { Broken } from './computer';
import type { JobQueue } from './work-lane';

/** What a lane of analyses is answered. */
export type RunAnswer = Exclude<Computed, { readonly kind: 'stopped' }> | Broken;

/** The queue of analyses; `mostPerAuthor`: runs of one account at a time, over all lanes. */
export const buildRunQueue = (service: DatabaseClient, mostPerAuthor: number): JobQueue<ClaimedRun, RunAnswer> => ({
  take: (claim) => claimRun(service, claim, mostPerAuthor),
  beat: (run, progress) => beatRun(service, run, progress),
  finish: async (run, answer, elapsedMs) => {
    if (answer.kind === 'failed') {
      await endRun(service, run, toRunEnd(answer.failure, answer.detail, elapsedMs));
      return 'done';
    }
    return (await finishRun(service, run, { ...answer, elapsedMs })) === 'gone' ? 'gone' : 'done';
  },
  end: (run, end) => endRun(service, run, end),
});
