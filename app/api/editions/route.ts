import { listEditions } from '@/lib/db/editions';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The dated sets of ward boundaries, oldest first. */
export const GET = signedIn(async ({ client }) => jsonAnswer({ editions: await listEditions(client) }));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
