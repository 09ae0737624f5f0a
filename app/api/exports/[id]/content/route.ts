import { findExport, readExportContent } from '@/lib/db/export-files';
import { checkUuid } from '@/lib/http/briefing';
import { CONTENT_TYPES, NO_FILE } from '@/lib/http/export-request';
import { otherMethods } from '@/lib/http/other-methods';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The bytes of a file; only for whoever asked for it, and for a day. */
export const GET = signedIn<{ id: string }>(async ({ client, params }) => {
  const refused = checkUuid(params.id, NO_FILE);
  if (refused !== null) return refused;
  const file = await findExport(client, params.id);
  if (file === undefined) return fieldProblem('id', NO_FILE, 'not_found');
  if (file.state !== 'done') return fieldProblem('id', 'this file is not made', 'unprocessable');
  const bytes = await readExportContent(client, params.id);
  if (bytes === null) return fieldProblem('id', 'this file was cleared away; ask for it again', 'not_found');
  return new Response(bytes, {
    headers: { 'Content-Type': CONTENT_TYPES[file.form], 'Content-Length': String(bytes.byteLength), 'Content-Disposition': `attachment; filename="${file.fileName}"`, 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' },
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
