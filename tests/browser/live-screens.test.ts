import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SIZES, expectFit, openMap, readNumber } from './support/page';
import { at, fetchAs } from './support/sign-in';
import { watchPages } from './support/watch-pages';

const SOON = { timeout: 20_000 };
/** Six pages, each signed in anew and drawn without a graphics card. */
const MANY_PAGES_MS = 480_000;

const { openAs, close } = watchPages(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|Failed to fetch/);

const SECRET = 'Chi tiết chỉ cán bộ được đọc';

async function report(): Promise<string> {
  const post = await fetchAs('commander');
  const body = { id: randomUUID(), category: 'theft', occurredAt: new Date(Date.now() - 60_000).toISOString(), lon: 105.80616, lat: 21.038981, source: 'patrol', detectedBy: '00160', summary: SECRET };
  const answer = await post('/api/incidents', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect(answer.status).toBe(201);
  return body.id;
}

const isLive = (page: Page): Promise<void> => page.locator('[data-testid=live-badge][data-state=live]').first().waitFor({ timeout: 40_000 });

describe('a screen that was cut off', () => {
  it('says so and how old it is, and catches up by itself', async () => {
    const { page, context } = await openAs('analyst');
    await openMap(page, '?c=105.80616,21.03898,15');
    await page.getByTestId('tab-feed').click();
    await isLive(page);
    expect(await page.getByTestId('banner-stale').count()).toBe(0);
    await context.setOffline(true);
    const banner = page.getByTestId('banner-stale');
    await banner.waitFor({ timeout: 60_000 });
    expect(await banner.textContent()).toMatch(/không còn cập nhật.*(giây|phút) trước/);
    expect(await page.getByTestId('stale-frame').count()).toBe(1);
    const id = await report();
    await context.setOffline(false);
    await page.locator(`[data-testid=feed-row][data-id="${id}"]`).waitFor({ timeout: 60_000 });
    await isLive(page);
    await expect.poll(() => banner.count(), SOON).toBe(0);
    expect(await page.getByTestId('stale-frame').count()).toBe(0);
  });

  it('says so from the beginning when the stream can not be opened', async () => {
    const { page } = await openAs('commander');
    await page.route('**/api/live*', (route) => route.abort());
    await openMap(page);
    await page.getByTestId('banner-stale').waitFor({ timeout: 60_000 });
    await Promise.all([page.waitForRequest('**/api/live*'), page.getByTestId('banner-stale').getByRole('button').click()]);
    // The feed comes back by itself too: nobody has to press anything.
    await page.unroute('**/api/live*');
    await isLive(page);
    await page.getByTestId('banner-stale').waitFor({ state: 'detached' });
  });
});

describe('the filters of state', () => {
  it('keep what is unresolved or overdue, in the address too', async () => {
    const { page } = await openAs('analyst');
    await openMap(page, '?period=all');
    const all = await readNumber(page, 'total-count');
    await page.getByTestId('open-only').click();
    await expect.poll(() => new URL(page.url()).searchParams.get('open'), SOON).toBe('1');
    await expect.poll(() => readNumber(page, 'total-count'), SOON).toBeLessThan(all);
    expect(await readNumber(page, 'total-count')).toBeGreaterThan(0);
    await page.getByTestId('open-only').click();
    await expect.poll(() => readNumber(page, 'total-count'), SOON).toBe(all);
    await page.getByTestId('overdue-only').click();
    await expect.poll(() => new URL(page.url()).searchParams.get('overdue'), SOON).toBe('1');
    await expect.poll(() => readNumber(page, 'total-count'), SOON).toBeLessThan(all);
    const overdue = await readNumber(page, 'total-count');
    expect(overdue).toBeGreaterThan(0);
    await openMap(page, '?period=all&overdue=1');
    expect(await readNumber(page, 'total-count')).toBe(overdue);
  });
});

describe('the sound', () => {
  it('is off until chosen, and then remembered', async () => {
    const { page } = await openAs('analyst');
    await openMap(page);
    const pressed = (): Promise<string | null> => page.getByTestId('sound-switch').getAttribute('aria-pressed');
    expect(await pressed()).toBe('false');
    await page.getByTestId('sound-switch').click();
    expect(await pressed()).toBe('true');
    await openMap(page);
    expect(await pressed()).toBe('true');
  });
});

describe('the wall', () => {
  it('turns by itself and by keys, pauses, and shows a new incident without its text', async () => {
    const { page } = await openAs('viewer', { size: 'wall' });
    await page.goto(at('/wall?every=5'));
    const wall = page.getByTestId('wall');
    await page.locator('[data-testid=wall-map][data-drawn=true]').waitFor({ timeout: 90_000 });
    const cluster = (): Promise<string | null> => wall.getAttribute('data-cluster');
    await page.getByTestId('wall-place').waitFor();
    await page.keyboard.press('Space');
    expect(await wall.getAttribute('data-paused')).toBe('true');
    const first = await cluster();
    await page.keyboard.press('ArrowRight');
    await expect.poll(cluster, SOON).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(cluster, SOON).toBe(first);
    await page.waitForTimeout(6_000);
    expect(await cluster()).toBe(first);
    await page.keyboard.press('Space');
    await expect.poll(cluster, { timeout: 15_000 }).not.toBe(first);

    await page.goto(at('/wall?cluster=minh-hoa-nghia-do-ngoc-ha-giang-vo'));
    await page.locator('[data-testid=wall][data-cluster=minh-hoa-nghia-do-ngoc-ha-giang-vo]').waitFor();
    await isLive(page);
    await page.getByTestId('feed-list').waitFor();
    const before = await readNumber(page, 'wall-open');
    const id = await report();
    await page.locator(`[data-testid=feed-list] [data-id="${id}"]`).waitFor(SOON);
    await expect.poll(() => readNumber(page, 'wall-open'), SOON).toBe(before + 1);
    expect(await page.locator('body').textContent()).not.toContain(SECRET);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('[data-testid=wall]') ?? document.body).cursor)).toBe('none');
  });

  it('has no serious accessibility fault in either theme at any size', async () => {
    await report();
    for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[]) {
      const watched = await openAs('viewer', { size });
      const { page } = watched;
      await page.goto(at('/wall'));
      await page.getByTestId('feed-list').waitFor();
      await expectFit(page);
      await close(watched);
    }
  }, MANY_PAGES_MS);
});
