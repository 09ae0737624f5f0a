import { listCategories } from '@/lib/db/categories';
import { jsonAnswer } from '@/lib/http/json-answer';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The incident categories in their order. */
export const GET = signedIn(async ({ client }) => jsonAnswer({ categories: await listCategories(client) }));
