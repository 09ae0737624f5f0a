import { listClusters } from '@/lib/db/clusters';
import { readSettings } from '@/lib/db/settings';
import { dayOf } from '@/lib/domain/instant';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { signedIn } from '@/lib/http/signed-in';
import { findTermState } from '@/lib/rules/term-state';

export const runtime = 'nodejs';

/** Every linked cluster with its dated parts, where each stands in its term today, and the city's default width. */
export const GET = signedIn(async ({ client }) => {
  const [clusters, settings] = await Promise.all([listClusters(client), readSettings(client)]);
  const today = dayOf(new Date().toISOString(), settings.timeZone);
  return jsonAnswer({
    clusters,
    terms: Object.fromEntries(clusters.map((cluster) => [cluster.id, findTermState(cluster, today)])),
    defaultWidthMetres: settings.defaultBorderWidthMetres,
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
