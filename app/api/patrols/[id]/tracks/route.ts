import { randomUUID } from 'node:crypto';
import { addTrack } from '@/lib/db/patrol-changes';
import { getRuleBook } from '@/lib/db/rule-book';
import { otherMethods } from '@/lib/http/other-methods';
import { parseQuery } from '@/lib/http/parse';
import { answerPatrolChange, openPatrol } from '@/lib/http/patrol-page';
import { trackQuerySchema } from '@/lib/http/patrol-queries';
import { actorOf, signedIn } from '@/lib/http/signed-in';
import { readUpload } from '@/lib/http/track-upload';

export const runtime = 'nodejs';

/** What a ward walked, as GeoJSON or GPX; the same file of the same ward twice makes one track. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const query = parseQuery(trackQuerySchema, given.request.url);
  if (query.kind === 'refused') return query.response;
  const { ward } = query.value;
  const opened = await openPatrol(given, 'track', ({ patrol, permissions }) =>
    permissions.speaksFor.includes(ward) || (permissions.change && !patrol.bookings.some((one) => one.ward.code === ward)));
  if (opened.kind === 'refused') return opened.response;
  const upload = await readUpload(given.request, opened.page.patrol, query.value);
  if (upload.kind === 'refused') return upload.response;
  const actor = actorOf(given.session, new Date().toISOString(), (await getRuleBook()).timeZone);
  return answerPatrolChange(given, await addTrack(given.params.id, { ...upload.track, id: randomUUID() }, actor), 201);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
