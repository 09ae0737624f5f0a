import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { LiveGate } from '@/components/data/live-gate';
import { ShellProvider } from '@/components/shell/shell-provider';
import { getBackend } from '@/lib/db/backend';
import { findSession } from '@/lib/db/session';

export const dynamic = 'force-dynamic';

/** The signed-in pages; each of them checks the session itself, for a layout is not run again on the way between them. */
export default async function Layout({ children }: { readonly children: ReactNode }) {
  const { tier, url, publishableKey } = getBackend();
  const backend = { publishableKey, ...(tier === 'hosted' ? { url } : {}) };
  const session = await findSession(await headers());
  return (
    <ShellProvider backend={backend}>
      <LiveGate account={session?.userId ?? null} backend={backend}>{children}</LiveGate>
    </ShellProvider>
  );
}
