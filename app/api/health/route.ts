import packageJson from '@/package.json';
import { readHealth } from '@/lib/db/health';
import { jsonAnswer } from '@/lib/http/json-answer';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/** Whether the service works; needs no session and tells nothing about the data. */
export async function GET(): Promise<Response> {
  const { database, edition } = await readHealth();
  const status = database === 'ok' ? 'ok' : 'unavailable';
  return jsonAnswer({ status, version: packageJson.version, database, edition }, status === 'ok' ? 200 : 503);
}
