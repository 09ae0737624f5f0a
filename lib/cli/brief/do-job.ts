import { DatabaseFailure } from '../../db/api-error';
import type { Progress } from '../../stats/progress';
import type { Left, Stopped } from '../analyse/computer';
import type { BriefAnswer, BriefJob } from './brief-queue';
import { composeJob } from './compose-job';
import { makeFile } from './export-job';
import type { GatherParts } from './gather-ground';

/** What a job needs of its surroundings. */
export interface JobParts extends Omit<GatherParts, 'rules'> {
  readonly getRules: () => Promise<GatherParts['rules']>;
}

/** Does one job: composes a briefing or makes a file. Never throws. */
export async function doJob({ getRules, ...parts }: JobParts, job: BriefJob, progress: Progress): Promise<BriefAnswer | Stopped | Left> {
  try {
    const ready = { ...parts, rules: await getRules() };
    return job.job === 'briefing' ? await composeJob(ready, job, progress) : await makeFile(ready, job, progress);
  } catch (error) {
    if (error instanceof DatabaseFailure) return { kind: 'left', detail: error.message };
    console.error(`${job.job} ${job.id}:`, error);
    return { kind: 'failed', failure: 'crashed', detail: error instanceof Error ? error.message : String(error) };
  }
}
