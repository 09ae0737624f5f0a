'use client';

import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { getBrowserClient, type BrowserBackend } from '@/lib/db/browser-client';

interface Shell {
  readonly backend: BrowserBackend;
  readonly signOut: () => void;
}

const ShellContext = createContext<Shell | null>(null);

/** What every signed-in page shares: where the API is, and the way out. */
export function ShellProvider({ backend, children }: { readonly backend: BrowserBackend; readonly children: ReactNode }) {
  const { url, publishableKey } = backend;
  const shell = useMemo((): Shell => {
    const found: BrowserBackend = { publishableKey, ...(url === undefined ? {} : { url }) };
    const signOut = async (): Promise<void> => {
      await getBrowserClient(found).auth.signOut({ scope: 'local' });
      window.location.assign('/sign-in');
    };
    return { backend: found, signOut: () => void signOut() };
  }, [url, publishableKey]);
  return <ShellContext value={shell}>{children}</ShellContext>;
}

/** The shell of the page. @throws Error outside a ShellProvider. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error('useShell needs a ShellProvider above it');
  return shell;
}
