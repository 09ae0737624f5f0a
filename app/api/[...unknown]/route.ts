import { problem } from '@/lib/http/problem';

export const runtime = 'nodejs';

/** Whatever no other route answers. */
const unknown = (): Response => problem('not_found', 'there is no such address; README lists those there are');

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
