import { DatabaseFailure } from '../../db/api-error';
import type { Progress } from '../../stats/progress';
import type { Left, Stopped } from '../analyse/computer';
import type { BriefAnswer, BriefJob } from './brief-queue';
import { composeJob } from './compose-job';
import { makeFile } from './export-job';
import type { GatherParts } from './gather-input';

/** What a job needs of its surroundings. */
export interface JobParts extends Omit<GatherParts, 'rules'> {
  readonly getRules: () => Promise<GatherParts['rules']>;
  /** Folder with the product's own files. */
  readonly root: string;
}

/** Does one job: composes a briefing or makes a file. Never throws. */
export async function doJob({ getRules, root, ...parts }: JobParts, job: BriefJob, progress: Progress): Promise<BriefAnswer | Stopped | Left> {
  try {
    return job.job === 'briefing' ? await composeJob({ ...parts, rules: await getRules() }, job, progress) : await makeFile(job, root, progress);
  } catch (error) {
    if (error instanceof DatabaseFailure) return { kind: 'left', detail: error.message };
    console.error(`${job.job} ${job.id}:`, error);
    return { kind: 'failed', failure: 'crashed', detail: error instanceof Error ? error.message : String(error) };
  }
}
