import { rotateLead } from '@/lib/db/cluster-changes';
import { rotationSchema } from '@/lib/domain/cluster-work';
import { editCluster } from '@/lib/http/cluster-edit';
import { buildClusterPage } from '@/lib/http/cluster-page';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The next standing unit; answers the numbered hand-over record. Administrators only. */
export const POST = signedIn<{ id: string }>((given) =>
  editCluster(given, {
    action: 'rotation',
    schema: rotationSchema,
    edit: async (change, said) => {
      const result = await rotateLead(change, said);
      if (result.kind !== 'done') return result;
      const page = await buildClusterPage(given.client, given.session, change.cluster);
      return jsonAnswer(page?.handOvers.find(({ id }) => id === result.answer['handOver']), result.repeated ? 200 : 201);
    },
  }));

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
