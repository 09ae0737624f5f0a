'use client';

import { LogIn, RotateCcw, TriangleAlert, WifiOff } from 'lucide-react';
import { formatAge } from '@/lib/format/format-instant';
import { useLive, useLiveRetry } from '@/components/data/use-live';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { SignInLink } from '@/components/ui/sign-in-link';
import { useNow } from '@/components/ui/use-now';

interface LiveBannerProps {
  /** A failure of the page's own requests, though the feed may be live: told in the same place. */
  readonly failedSinceMs?: number | null;
  readonly isSignedOut?: boolean;
  readonly onRetry?: () => void;
}

const TICK_MS = 1000;
const FRAME = 'float-card pointer-events-auto flex items-center gap-3 border-warn bg-warn-soft px-3 py-2 text-sm text-warn';

/** Says loudly when the screen no longer updates, and how old it is; quiet while it is live. */
export function LiveBanner({ failedSinceMs, isSignedOut = false, onRetry }: LiveBannerProps) {
  const { messages, language } = usePreferences();
  const { shell, states, app } = messages;
  const { state, lastHeardAtMs } = useLive();
  const retryFeed = useLiveRetry();
  const nowMs = useNow(TICK_MS);
  if (isSignedOut || state === 'signed_out') {
    return (
      <div role="alert" className={FRAME} data-testid="banner-signed-out">
        <LogIn size={16} aria-hidden className="shrink-0" /><span className="flex-1">{states.forbidden}. {states.forbiddenHint}</span><SignInLink />
      </div>
    );
  }
  const isCut = state === 'stale' || state === 'offline';
  if (!isCut && failedSinceMs === undefined) return null;
  const sinceMs = failedSinceMs ?? lastHeardAtMs;
  const age = sinceMs === null ? null : formatAge(nowMs - sinceMs, language);
  const text = age === null ? shell.neverText : state === 'stale' ? shell.staleText(age) : shell.offlineText(age);
  const Icon = state === 'stale' ? TriangleAlert : WifiOff;
  return (
    <div role="alert" className={FRAME} data-testid="banner-stale" data-state={state}>
      <Icon size={18} aria-hidden className="shrink-0" />
      <span className="flex-1"><b className="font-semibold">{shell.staleTitle}.</b> <span className="tabular" aria-live="off">{text}</span></span>
      <Button size="small" onClick={() => { retryFeed(); onRetry?.(); }}><RotateCcw size={13} aria-hidden /> {app.retry}</Button>
    </div>
  );
}
