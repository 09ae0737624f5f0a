'use client';

import { LogIn } from 'lucide-react';
import { usePreferences } from './preferences';

/** Leads to the sign-in page and from there back to this view. Shown only after an answer of the server, never while it renders. */
export function SignInLink() {
  const { messages } = usePreferences();
  const here = `${window.location.pathname}${window.location.search}`;
  return (
    <a href={`/sign-in?next=${encodeURIComponent(here)}`} className="inline-flex h-9 items-center gap-2 rounded-lg bg-accent px-3.5 text-sm font-medium whitespace-nowrap text-on-accent hover:bg-accent-strong" data-testid="sign-in-again">
      <LogIn size={15} aria-hidden /> {messages.signIn.submit}
    </a>
  );
}
