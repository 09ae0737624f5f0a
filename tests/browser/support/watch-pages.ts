import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from '../../helpers/chromium';
import { openPage, signIn, type PageOptions, type WatchedPage } from './page';
import { at } from './sign-in';

/** Longest waits in milliseconds, for a page's answer and for what shall stand on it, when the machine has much else to do. */
const NAVIGATION_MS = 90_000;
const PATIENCE_MS = 60_000;

/** Pages of one test file: a browser for all its tests, and a look at every page after each. */
export interface PageWatch {
  /** Opens a page, watched, that is nobody's. */
  openVisitor(options?: PageOptions): Promise<WatchedPage>;
  /** Opens a page with the session of an account; it stands nowhere yet. */
  openAs(account: string, options?: PageOptions): Promise<WatchedPage>;
  /** Opens an address as an account. */
  open(account: string, path: string, options?: PageOptions): Promise<Page>;
  /** Closes a page before its test ends, and judges it with the others. */
  close(watched: WatchedPage): Promise<void>;
}

/** Closes a page's session; what its routes were about to answer is let go instead of failing afterwards. */
async function closeQuietly({ page, context }: WatchedPage): Promise<void> {
  if (page.isClosed()) return;
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
}

/**
 * Gives a test file its browser. After each test every page it opened is closed, and the test fails when one of them asked
 * another host or told an error that is not `expected` (what the browser itself says of refusals that a test provokes).
 */
export function watchPages(expected: RegExp): PageWatch {
  let browser: Browser;
  const opened: WatchedPage[] = [];
  beforeAll(async () => { browser = await launchChromium(); });
  afterAll(async () => { await browser.close(); });
  afterEach(async () => {
    const seen = opened.splice(0).map((watched) => ({ ...watched, errors: [...watched.errors] }));
    for (const watched of seen) await closeQuietly(watched);
    for (const { foreignHosts, errors } of seen) {
      expect([...foreignHosts]).toEqual([]);
      expect(errors.filter((text) => !expected.test(text))).toEqual([]);
    }
  });
  const openVisitor = async (options: PageOptions = {}): Promise<WatchedPage> => {
    const watched = await openPage(browser, options);
    watched.page.setDefaultTimeout(PATIENCE_MS);
    watched.page.setDefaultNavigationTimeout(NAVIGATION_MS);
    opened.push(watched);
    return watched;
  };
  const openAs = async (account: string, options: PageOptions = {}): Promise<WatchedPage> => {
    const watched = await openVisitor(options);
    await signIn(watched, account);
    return watched;
  };
  return {
    openVisitor, openAs,
    open: async (account, path, options = {}) => {
      const { page } = await openAs(account, options);
      await page.goto(at(path));
      return page;
    },
    close: closeQuietly,
  };
}
