import packageJson from '@/package.json';
import { readHealth } from '@/lib/db/health';
import { countLiveStreams } from '@/lib/http/live-hub';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/** Whether the service works; needs no session and tells nothing about the data. The header counts the open screens. */
export async function GET(): Promise<Response> {
  const { database, edition } = await readHealth();
  const status = database === 'ok' ? 'ok' : 'unavailable';
  return jsonAnswer({ status, version: packageJson.version, database, edition }, status === 'ok' ? 200 : 503, { 'Live-Streams': String(countLiveStreams()) });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
