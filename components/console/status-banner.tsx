'use client';

import { useLive } from '@/components/data/use-live';
import type { PointFeed } from '@/components/data/use-points';
import { LiveBanner } from '@/components/shell/live-banner';

/** Says when what the map shows is old, whether the feed was cut or only the incidents could not be had, and frames the map then; quiet otherwise. */
export function StatusBanner({ feed }: { readonly feed: PointFeed }) {
  const { error, receivedAtMs, refresh } = feed;
  const { state } = useLive();
  const isOld = error !== null || (state !== 'live' && state !== 'connecting');
  return (
    <>
      {isOld ? <div aria-hidden className="pointer-events-none absolute inset-0 border-4 border-dashed border-warn" data-testid="stale-frame" /> : null}
      <LiveBanner isSignedOut={error?.kind === 'signed-out'} onRetry={refresh} {...(error === null ? {} : { failedSinceMs: receivedAtMs })} />
    </>
  );
}
