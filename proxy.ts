import { NextResponse, type NextRequest } from 'next/server';
import { contentPolicy } from '@/lib/http/content-policy';
import { isAllowedHost, isDemonstrationServer } from '@/lib/db/allowed-host';
import { getBackend } from '@/lib/db/backend';
import { renewSession } from '@/lib/db/session-renewal';
import { configuredStyleUrl } from '@/lib/http/basemap';

/** Runs before every page and route: renews the browser's session and says which hosts a page may speak to (this one). */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!isAllowedHost(request.headers.get('host'), isDemonstrationServer())) return new NextResponse('Misdirected request', { status: 421 });
  const isSecure = request.headers.get('x-forwarded-proto') === 'https' || request.nextUrl.protocol === 'https:';
  const renewal = await renewSession(request.headers.get('cookie'), getBackend(), isSecure).catch(() => null);
  const headers = new Headers(request.headers);
  if (renewal !== null) headers.set('cookie', renewal.cookieHeader);
  const response = NextResponse.next({ request: { headers } });
  for (const cookie of renewal?.setCookies ?? []) response.headers.append('set-cookie', cookie);
  const hosted = getBackend().tier === 'hosted' ? getBackend().url : undefined;
  // Realtime is a WebSocket, which a page's policy names apart.
  const elsewhere = [configuredStyleUrl(), hosted, hosted?.replace(/^http/, 'ws')].filter((url) => url !== undefined);
  for (const [name, value] of contentPolicy(elsewhere, process.env.NODE_ENV === 'development')) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ['/((?!_next/static|rest/v1|auth/v1).*)'] };
