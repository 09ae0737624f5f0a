import { listClusters } from '@/lib/db/clusters';
import { readSettings } from '@/lib/db/settings';
import { jsonAnswer } from '@/lib/http/json-answer';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Every linked cluster with its dated members, leads, regulations and focus areas, and the city's default width. */
export const GET = signedIn(async ({ client }) => {
  const [clusters, settings] = await Promise.all([listClusters(client), readSettings(client)]);
  return jsonAnswer({ clusters, defaultWidthMetres: settings.defaultBorderWidthMetres });
});
