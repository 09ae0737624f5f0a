import { METHOD_GROUPS, type MethodGroup } from '@/lib/domain/analysis';
import { findMethod, refuseRole } from '@/lib/http/analysis-run';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The methods in the order of their groups, each with its version and the parameters it takes. */
export const GET = signedIn(async ({ session }) => {
  const refused = refuseRole(session);
  if (refused !== null) return refused;
  const groups = Object.entries(METHOD_GROUPS) as [MethodGroup, (typeof METHOD_GROUPS)[MethodGroup]][];
  const methods = groups.flatMap(([group, ids]) => ids.flatMap((id) => {
    const method = findMethod(id);
    return method === undefined ? [] : [{ id, group, version: method.version, fields: method.fields }];
  }));
  return jsonAnswer({ methods });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
