import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** A JSON answer about the present moment, never cached. */
export function jsonAnswer(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
  });
}

/** A large answer made once: its bytes, packed, and the tag that tells whether a browser has them already. */
export interface PackedAnswer {
  readonly contentType: string;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
}

/** Packs a large text answer. Takes tens of milliseconds a megabyte; keep the result. */
export function packAnswer(text: string, contentType: string): PackedAnswer {
  const plain = new TextEncoder().encode(text);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { contentType, etag, plain, gzipped: new Uint8Array(gzipSync(plain, { level: 6 })) };
}

/** Sends a packed answer, or 304 when the browser has it; browsers ask again each time, since wards can be reloaded. */
export function sendPacked(request: Request, answer: PackedAnswer): Response {
  const headers = { ETag: answer.etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding, Cookie, Authorization' };
  if (request.headers.get('if-none-match')?.includes(answer.etag) === true) return new Response(null, { status: 304, headers });
  const takesGzip = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  return new Response(takesGzip ? answer.gzipped : answer.plain, {
    headers: { ...headers, 'Content-Type': answer.contentType, ...(takesGzip ? { 'Content-Encoding': 'gzip' } : {}) },
  });
}
