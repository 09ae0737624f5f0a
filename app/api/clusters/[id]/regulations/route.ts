import { addRegulation } from '@/lib/db/cluster-changes';
import { newRegulationSchema } from '@/lib/domain/regulation';
import { editCluster } from '@/lib/http/cluster-edit';
import { otherMethods } from '@/lib/http/other-methods';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The next version of the regulation, from today or later on; incidents that are recorded keep theirs. Administrators only. */
export const POST = signedIn<{ id: string }>((given) =>
  editCluster(given, { action: 'regulation', schema: newRegulationSchema, edit: (change, said) => addRegulation(change, said), status: 201 }));

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
