import { listArcCoverage } from '@/lib/db/patrol-coverage';
import { getRuleBook } from '@/lib/db/rule-book';
import { getEditionArcs } from '@/lib/http/edition-arcs';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseQuery } from '@/lib/http/parse';
import { coverageQuerySchema } from '@/lib/http/patrol-queries';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/**
 * What the recorded tracks that the reader may see covered of each border arc in a period. With a cluster: of every arc between
 * two of its members, covered or not; without: of the arcs that were covered at all.
 */
export const GET = signedIn(async ({ request, client }) => {
  const query = parseQuery(coverageQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const { edition, from, to, cluster: clusterId } = query.value;
  const rules = await getRuleBook();
  const book = rules.editions.find((one) => one.edition.id === edition);
  if (book === undefined) return fieldProblem('edition', 'there is no such edition', 'unprocessable');
  const cluster = rules.clusters.find(({ id, editionId }) => id === clusterId && editionId === edition);
  if (clusterId !== undefined && cluster === undefined) return fieldProblem('cluster', 'there is no such cluster in this edition', 'unprocessable');
  const members = new Set(cluster?.members.map(({ wardCode }) => wardCode));
  const isMeant = ({ wardA, wardB }: { wardA: string; wardB: string }): boolean => cluster === undefined || (members.has(wardA) && members.has(wardB));
  const listed = cluster === undefined ? [] : (await getEditionArcs(book)).filter(isMeant);
  const asOf = new Date().toISOString();
  return jsonAnswer({ arcs: await listArcCoverage(client, { editionId: edition, from, to, isMeant, listed }), asOf });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
