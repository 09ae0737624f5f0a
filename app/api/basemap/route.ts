import { findBasemap } from '@/lib/http/basemap';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** What draws the ground under the map. */
export const GET = signedIn(async () => jsonAnswer(await findBasemap()));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
