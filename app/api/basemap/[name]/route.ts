import { findBuiltinLayer, sendPmtiles } from '@/lib/http/basemap';
import { sendKept } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** `file`: the user's PMTiles file, by ranges. `<name>.geojson`: one shipped layer. */
export const GET = signedIn<{ name: string }>(async ({ request, params }) => {
  const missing = () => fieldProblem('name', 'there is no such basemap file', 'not_found');
  if (params.name === 'file') return (await sendPmtiles(request.headers.get('range'))) ?? missing();
  const layer = await findBuiltinLayer(params.name.replace(/\.geojson$/, ''));
  return layer === undefined ? missing() : sendKept(request, layer);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
