import { changeTerm } from '@/lib/db/cluster-changes';
import { termSchema } from '@/lib/domain/cluster-work';
import { editCluster } from '@/lib/http/cluster-edit';
import { buildClusterPage } from '@/lib/http/cluster-page';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** One cluster with its members, leads, duty desks, hand-over records, and counts of what the reader may see. */
export const GET = signedIn<{ id: string }>(async ({ client, session, params }) => {
  const page = await buildClusterPage(client, session, params.id);
  return page === undefined ? fieldProblem('id', 'there is no such cluster', 'not_found') : jsonAnswer(page);
});

/** Another end of the term; administrators only. */
export const PATCH = signedIn<{ id: string }>((given) =>
  editCluster(given, { action: 'term', schema: termSchema, edit: (change, said) => changeTerm(change, said) }));

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH');
