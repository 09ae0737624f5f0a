import { endFocusArea } from '@/lib/db/cluster-changes';
import { focusAreaSchema } from '@/lib/domain/cluster-work';
import { answerClusterChange, editCluster, openClusterEdit } from '@/lib/http/cluster-edit';
import { writeFocusArea } from '@/lib/http/focus-area-put';
import { otherMethods } from '@/lib/http/other-methods';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

interface Params { readonly id: string; readonly fid: string }

/** A focus area as it shall be from a day on (today when none is given). Administrators only. */
export const PUT = signedIn<Params & { id: string }>((given) =>
  editCluster(given, {
    action: 'focus_area',
    schema: focusAreaSchema,
    edit: (change, said, cluster) => {
      if (!cluster.focusAreas.some(({ id }) => id === given.params.fid)) return Promise.resolve(fieldProblem('fid', 'there is no such focus area', 'not_found'));
      return writeFocusArea(change, cluster, { id: given.params.fid, fresh: false }, said);
    },
  }));

/** Ends a focus area today; what lies before keeps it. Administrators only. */
export const DELETE = signedIn<Params & { id: string }>(async (given) => {
  const open = await openClusterEdit(given, 'focus_area_ended');
  if (open.kind === 'refused') return open.response;
  return answerClusterChange(given, await endFocusArea(open.change, given.params.fid));
});

export const { GET, POST, PATCH, OPTIONS } = otherMethods('PUT', 'DELETE');
