import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { at, DEMO_PASSWORD } from './sign-in';

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

interface PageOptions {
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
export async function signIn(page: Page, account: string): Promise<void> {
  await page.goto(at('/sign-in'));
  await page.getByTestId('email').fill(`${account}@demo.local`);
  await page.getByTestId('password').fill(DEMO_PASSWORD);
  await page.getByTestId('sign-in-submit').click();
  await page.waitForURL('**/map**');
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

/** Fails with the serious and critical accessibility faults of the page, if there are any. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: AxeViolation[] }> } };
    return (await axe.run()).violations;
  });
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  expect(grave).toEqual([]);
}
