import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { at, DEMO_PASSWORD, sessionCookies } from './sign-in';

/** Sizes in pixels that the product is made for. */
export const SIZES = { laptop: { width: 1280, height: 720 }, wall: { width: 1920, height: 1080 }, phone: { width: 390, height: 844 } } as const;

/** A page that keeps what went wrong on it and whom it asked. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Hosts asked, without our own. */
  readonly foreignHosts: Set<string>;
  /** Uncaught errors and error messages on the console. */
  readonly errors: string[];
}

/** How a page is opened. */
export interface PageOptions {
  readonly size?: keyof typeof SIZES;
  readonly dark?: boolean;
}

/** Opens a page of its own session and watches it. Requests to any host but the server are refused, and remembered. */
export async function openPage(browser: Browser, { size = 'laptop', dark = false }: PageOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: SIZES[size], colorScheme: dark ? 'dark' : 'light', locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', hasTouch: size === 'phone', isMobile: size === 'phone',
    reducedMotion: 'reduce',
  });
  const foreignHosts = new Set<string>();
  const own = new URL(at('/')).host;
  await context.route((url) => url.host !== own && ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol), (route) => {
    foreignHosts.add(new URL(route.request().url()).host);
    return route.abort();
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  return { page, context, foreignHosts, errors };
}

/** Signs in by the form, as a person would, and waits for the page that follows. */
export async function signInByForm(page: Page, account: string): Promise<void> {
  await page.goto(at('/sign-in'));
  await page.getByTestId('email').fill(`${account}@demo.local`);
  await page.getByTestId('password').fill(DEMO_PASSWORD);
  await page.getByTestId('sign-in-submit').click();
  await page.waitForURL('**/map**');
}

/** Gives a page the session of an account. It leaves the page where it is. */
export async function signIn({ context }: WatchedPage, account: string): Promise<void> {
  await context.addCookies((await sessionCookies(account)).map(({ name, value }) => ({ name, value, url: at('/') })));
}

/** Opens a view of the map page and waits until the map is drawn and the incidents are counted. */
export async function openMap(page: Page, query = ''): Promise<void> {
  await page.goto(at(`/map${query}`));
  await page.locator('[data-testid=map-pane][data-drawn=true]').waitFor({ timeout: 90_000 });
  await page.locator('[data-testid=timeline-summary], [data-testid=bottom-sheet]').first().waitFor({ timeout: 60_000 });
}

/** The number an element shows, in Vietnamese form ("1.234"). */
export async function readNumber(page: Page, testId: string): Promise<number> {
  const text = (await page.getByTestId(testId).first().textContent()) ?? '';
  return Number((/[\d.]+/.exec(text)?.[0] ?? 'NaN').replaceAll('.', ''));
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeViolation { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly html: string }[] }

const COLOURS_ONLY = ['color-contrast'];

/** Serious and critical accessibility faults of the page as it stands; of the named rules, or of all. */
async function findGraveFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (only) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: AxeViolation[] }> } };
    return (await axe.run({ resultTypes: ['violations'], ...(only === undefined ? {} : { runOnly: only }) })).violations;
  }, rules);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** Fails with the serious and critical accessibility faults of the page, if there are any. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await findGraveFaults(page)).toEqual([]);
}

/**
 * Fails with the serious accessibility faults of a page, light and dark, or when it scrolls sideways.
 *
 * What stands on a page does not depend on its theme: dark, only the colours are looked at again.
 */
export async function expectFit(page: Page): Promise<void> {
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.evaluate(async () => {
    document.documentElement.dataset['theme'] = 'dark';
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await Promise.allSettled(document.getAnimations().filter(({ playState }) => playState === 'running').map(({ finished }) => Promise.race([finished, new Promise((resolve) => setTimeout(resolve, 1000))])));
  });
  const faults = await findGraveFaults(page, COLOURS_ONLY);
  await page.evaluate(() => { document.documentElement.dataset['theme'] = 'light'; });
  expect(faults.map((fault) => `dark: ${fault}`)).toEqual([]);
}
