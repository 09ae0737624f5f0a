'use client';

import { LogIn, RotateCcw, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatAge } from '@/lib/format/format-instant';
import type { PointFeed } from '@/components/data/use-points';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { SignInLink } from '@/components/ui/sign-in-link';

const TICK_MS = 5000;

/** Says when the numbers on the screen are old, and how old; quiet otherwise. */
export function StatusBanner({ feed }: { readonly feed: PointFeed }) {
  const { messages, language } = usePreferences();
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  if (feed.error === null) return null;
  if (feed.error.kind === 'signed-out') {
    return (
      <div role="alert" className="float-card pointer-events-auto flex items-center gap-3 border-warn bg-warn-soft px-3 py-2 text-sm text-warn" data-testid="banner-signed-out">
        <LogIn size={16} aria-hidden /><span className="flex-1">{messages.states.forbidden}. {messages.states.forbiddenHint}</span>
        <SignInLink />
      </div>
    );
  }
  const text = feed.receivedAtMs === null ? `${messages.states.loadFailed}. ${messages.states.loadFailedHint}` : messages.states.stale(formatAge(Math.max(0, nowMs - feed.receivedAtMs), language));
  return (
    <div role="alert" className="float-card pointer-events-auto flex items-center gap-3 border-warn bg-warn-soft px-3 py-2 text-sm text-warn" data-testid="banner-stale">
      <WifiOff size={16} aria-hidden /><span className="flex-1">{text}</span>
      <Button size="small" onClick={feed.refresh}><RotateCcw size={13} aria-hidden /> {messages.app.retry}</Button>
    </div>
  );
}
