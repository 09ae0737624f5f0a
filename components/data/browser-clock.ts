import type { FeedClock } from '@/lib/live/browser-feed';

/** The browser's clock, timers and chance. */
export const BROWSER_CLOCK: FeedClock = {
  nowMs: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => { clearTimeout(timer); };
  },
  random: () => Math.random(),
};
