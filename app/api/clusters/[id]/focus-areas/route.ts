import { randomUUID } from 'node:crypto';
import { focusAreaSchema } from '@/lib/domain/cluster-work';
import { editCluster } from '@/lib/http/cluster-edit';
import { writeFocusArea } from '@/lib/http/focus-area-put';
import { otherMethods } from '@/lib/http/other-methods';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** A new focus area, from today or later on; the same name and shape twice make one. Administrators only. */
export const POST = signedIn<{ id: string }>((given) =>
  editCluster(given, {
    action: 'focus_area',
    schema: focusAreaSchema,
    edit: (change, said, cluster) => writeFocusArea(change, cluster, { id: randomUUID(), fresh: true }, said),
    status: 201,
  }));

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
