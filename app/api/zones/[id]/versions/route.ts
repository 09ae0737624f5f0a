import { listZoneVersions } from '@/lib/db/zones';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { signedIn } from '@/lib/http/signed-in';
import { readZone } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** Every version of a zone that the reader may see, whole, oldest first. */
export const GET = signedIn<{ id: string }>(async (given) => {
  const opened = await readZone(given);
  if (opened.kind === 'refused') return opened.response;
  return jsonAnswer({ versions: await listZoneVersions(given.client, opened.zone) });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
