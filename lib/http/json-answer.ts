import { createHash } from 'node:crypto';

/** A JSON answer about the present moment, never cached. */
export function jsonAnswer(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
  });
}

/** A large answer made once: its bytes, and the tag that tells whether a browser has them already. */
export interface KeptAnswer {
  readonly contentType: string;
  readonly etag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Makes a large text answer; keep the result. Next packs it on its way out. */
export function keepAnswer(text: string, contentType: string): KeptAnswer {
  const bytes = new TextEncoder().encode(text);
  return { contentType, bytes, etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}

/** Sends a kept answer, or 304 when the browser has it; browsers ask again each time, since wards can be reloaded. */
export function sendKept(request: Request, answer: KeptAnswer): Response {
  const headers = { ETag: answer.etag, 'Cache-Control': 'private, no-cache', Vary: 'Cookie, Authorization' };
  if (request.headers.get('if-none-match')?.includes(answer.etag) === true) return new Response(null, { status: 304, headers });
  return new Response(answer.bytes, { headers: { ...headers, 'Content-Type': answer.contentType } });
}
