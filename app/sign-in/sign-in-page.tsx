'use client';

import { SignInForm, type DemoAccount } from '@/components/sign-in-form';
import { getBrowserClient, type BrowserBackend } from '@/lib/db/browser-client';

interface SignInPageProps {
  readonly backend: BrowserBackend;
  readonly demoAccounts: readonly DemoAccount[];
  /** Path on this site to go to afterwards. */
  readonly next: string;
}

/** Signs in through supabase-js; the session becomes a cookie that the server reads too. */
export function SignInPage({ backend, demoAccounts, next }: SignInPageProps) {
  const signIn = async (email: string, password: string): Promise<'ok' | 'wrong' | 'unreachable'> => {
    const { error } = await getBrowserClient(backend).auth.signInWithPassword({ email, password }).catch(() => ({ error: { status: 0 } }));
    if (error !== null) return error.status !== undefined && error.status >= 400 && error.status < 500 ? 'wrong' : 'unreachable';
    window.location.assign(next);
    return 'ok';
  };
  return <SignInForm demoAccounts={demoAccounts} onSignIn={signIn} />;
}
