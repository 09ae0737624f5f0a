import { createBrowserClient } from '@supabase/ssr';
import type { SupabaseClient } from '@supabase/supabase-js';
import { BEAT_MS } from '../domain/live';
import type { Database } from './database.types';
import { SESSION_COOKIE } from './session-cookie';

/** Where the browser finds the API; the server renders it into the page. */
export interface BrowserBackend {
  /** Absent = the server that served the page. */
  readonly url?: string | undefined;
  readonly publishableKey: string;
}

let client: SupabaseClient<Database> | undefined;

/** The browser's one client: made once, outside React, because a second one would fight over the session. */
export function getBrowserClient({ url, publishableKey }: BrowserBackend): SupabaseClient<Database> {
  return (client ??= createBrowserClient<Database>(url ?? window.location.origin, publishableKey, {
    cookieOptions: { name: SESSION_COOKIE, secure: window.location.protocol === 'https:' },
    realtime: { heartbeatIntervalMs: BEAT_MS },
  }));
}
