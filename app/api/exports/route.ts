import { randomUUID } from 'node:crypto';
import { newExportSchema } from '@/lib/domain/export-file';
import { refuseReader } from '@/lib/http/briefing';
import { submitAndAnswerExport } from '@/lib/http/export-request';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Asks for a file of a briefing, a slide or a page; it waits in the queue for the process that makes it. Sending an id twice makes one. */
export const POST = signedIn(async ({ request, session, client }) => {
  const refused = refuseReader(session);
  if (refused !== null) return refused;
  const body = await parseBody(newExportSchema, request);
  if (body.kind === 'refused') return body.response;
  return submitAndAnswerExport(client, session, body.value.id ?? randomUUID(), body.value, Date.now());
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
