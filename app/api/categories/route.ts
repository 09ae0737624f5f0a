import { listCategories } from '@/lib/db/categories';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The incident categories in their order. */
export const GET = signedIn(async ({ client }) => jsonAnswer({ categories: await listCategories(client) }));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
