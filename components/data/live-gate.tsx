'use client';

import { useCallback, type ReactNode } from 'react';
import { getBrowserClient, type BrowserBackend } from '@/lib/db/browser-client';
import { RealtimeTransport } from '@/lib/db/browser-realtime-transport';
import { LiveProvider } from './use-live';

interface LiveGateProps {
  /** The account that is signed in; null for nobody, who hears nothing. */
  readonly account: string | null;
  /** With a `url` on the hosted tier, whose changes come by Supabase Realtime. */
  readonly backend: BrowserBackend;
  readonly children: ReactNode;
}

/** Opens the change feed of the tier for the pages below it. */
export function LiveGate({ account, backend, children }: LiveGateProps) {
  const { url, publishableKey } = backend;
  const makeRealtime = useCallback(() => new RealtimeTransport(getBrowserClient({ publishableKey, url })), [publishableKey, url]);
  if (account === null) return children;
  return <LiveProvider account={account} makeTransport={url === undefined ? undefined : makeRealtime}>{children}</LiveProvider>;
}
