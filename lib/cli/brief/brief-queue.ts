import { beatBriefing, claimBriefing, endBriefing, finishBriefing, type ClaimedBriefing, type ComposedBriefing } from '../../db/briefing-work';
import type { DatabaseClient } from '../../db/clients';
import { beatExport, claimExport, endExport, finishExport, type ClaimedExport, type MadeFile } from '../../db/export-files';
import type { Broken } from '../analyse/computer';
import type { JobQueue } from '../analyse/work-lane';
import type { JobFailure } from './compose-job';

/** What the lanes of briefings do: composing, and making files. */
export type BriefJob = (ClaimedBriefing & { readonly job: 'briefing' }) | (ClaimedExport & { readonly job: 'export' });
/** What came of it. */
export type BriefAnswer = ComposedBriefing | MadeFile | JobFailure | Broken;

/** One queue for both: a briefing is waited for by more people than a file, so it goes first. */
export const buildBriefQueue = (service: DatabaseClient): JobQueue<BriefJob, BriefAnswer> => ({
  take: async (claim) => {
    const briefing = await claimBriefing(service, claim);
    if (briefing !== null) return { ...briefing, job: 'briefing' };
    const file = await claimExport(service, claim);
    return file === null ? null : { ...file, job: 'export' };
  },
  beat: (job, progress) => (job.job === 'briefing' ? beatBriefing(service, job, progress) : beatExport(service, job, progress)),
  finish: async (job, answer, elapsedMs) => {
    const end = job.job === 'briefing' ? endBriefing : endExport;
    if (answer.kind === 'failed') await end(service, job, { state: 'failed', failure: answer.failure, detail: answer.detail, elapsedMs });
    else if (answer.kind === 'file') await finishExport(service, job, answer, elapsedMs);
    else await finishBriefing(service, job, answer, elapsedMs);
    return 'done';
  },
  end: (job, end) => (job.job === 'briefing' ? endBriefing(service, job, end) : endExport(service, job, end)),
});
