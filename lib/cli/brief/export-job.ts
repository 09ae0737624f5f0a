import type { ClaimedExport, MadeFile } from '../../db/export-files';
import type { Progress } from '../../stats/progress';
import type { Stopped } from '../analyse/computer';
import type { JobFailure } from './compose-job';

/** Makes the file of a claimed job. */
export function makeFile(_job: ClaimedExport, _root: string, _progress: Progress): Promise<MadeFile | JobFailure | Stopped> {
  return Promise.resolve({ kind: 'failed', failure: 'crashed', detail: 'no file is made by this version' });
}
