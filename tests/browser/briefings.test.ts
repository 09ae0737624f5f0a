import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Briefing, BriefingDetail, BriefingPin } from '../../lib/domain/briefing';
import { launchChromium } from '../helpers/chromium';
import { askJson, composeBriefing, READY_MS, SLIDES } from './support/briefings';
import { expectAccessible, expectFit, openMap, openPage, signIn, type WatchedPage } from './support/page';
import { at } from './support/sign-in';
import { listSlideFaults } from './support/slide-faults';

let browser: Browser;
const opened: WatchedPage[] = [];
beforeAll(async () => { browser = await launchChromium(); });
afterAll(async () => { await browser.close(); });
afterEach(async () => {
  for (const { foreignHosts, errors, context } of opened.splice(0)) {
    expect([...foreignHosts]).toEqual([]);
    expect(errors.filter((text) => !/40[1349]|422|ERR_INTERNET_DISCONNECTED/.test(text))).toEqual([]);
    await context.close();
  }
});

async function open(account: string, path: string, options: Parameters<typeof openPage>[1] = {}): Promise<Page> {
  const watched = await openPage(browser, options);
  opened.push(watched);
  watched.page.setDefaultNavigationTimeout(90_000);
  await signIn(watched, account);
  await watched.page.goto(at(path));
  return watched.page;
}

/** One briefing that is composed once and projected by several tests. */
let made: Promise<string> | null = null;
function composeOne(): Promise<string> {
  made ??= composeBriefing({ periodKind: 'last_28_days', showsText: true });
  return made;
}

async function openProjection(account: string, id: string, query = '', options: Parameters<typeof openPage>[1] = {}): Promise<Page> {
  const page = await open(account, `/briefing/${id}${query}`, options);
  await page.locator('[data-testid=projection][data-ready=true]').waitFor({ timeout: 90_000 });
  return page;
}
const shownSlide = (page: Page): Promise<string | null> => page.getByTestId('projection').getAttribute('data-slide');

describe('a briefing from the form to its files', () => {
  it('is composed, edited, reordered, and taken away as slides and document', async () => {
    const page = await open('analyst', '/briefings');
    await page.getByTestId('compose-open').click();
    await page.getByTestId('compose-title').fill('Giao ban thử nghiệm');
    await page.getByTestId('form-submit').dblclick();
    await page.waitForURL(/\/briefings\/[0-9a-f-]{36}$/);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByTestId('slide-cards').waitFor({ timeout: READY_MS });
    const cards = (): Promise<string[]> => page.getByTestId('slide-card').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['slide'] ?? ''));
    expect(await cards()).toHaveLength(SLIDES.length);
    const [first = '', second = '', third = ''] = await cards();

    const ofData = (await page.getByTestId('claim-of-data').textContent()) ?? '';
    expect(ofData).not.toBe('');
    await page.getByTestId('claim').fill('Câu do người trình bày viết.');
    await page.getByTestId('note').fill('Nhắc chỉ huy về ca đêm.');
    await page.getByTestId('slide-save').click();
    await expect.poll(async () => (await askJson<BriefingDetail>('analyst', `/api/briefings/${id}`)).deck[0]?.claim).toBe('Câu do người trình bày viết.');
    expect(await page.getByTestId('slide-claim').textContent()).toBe('Câu do người trình bày viết.');
    expect(await page.getByTestId('claim-of-data').textContent()).toBe(ofData);
    await page.getByTestId('claim-restore').click();
    await expect.poll(async () => (await askJson<BriefingDetail>('analyst', `/api/briefings/${id}`)).deck[0]?.claim).toBeNull();

    await page.getByTestId('slide-handle').nth(1).focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(cards).toEqual(expect.arrayContaining([first, third, second]));
    expect((await cards()).slice(0, 3)).toEqual([first, third, second]);
    expect(await page.getByTestId('moved').textContent()).toContain('trang 3');
    const handle = await page.getByTestId('slide-handle').nth(2).boundingBox();
    const target = await page.getByTestId('slide-card').nth(1).boundingBox();
    if (handle === null || target === null) throw new Error('the cards are not on the screen');
    await page.mouse.move(handle.x + 5, handle.y + 5);
    await page.mouse.down();
    await page.mouse.move(handle.x + 5, target.y + 4, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await cards()).slice(0, 3)).toEqual([first, second, third]);
    await page.getByTestId('slide-switch').nth(7).click();
    await expect.poll(async () => (await askJson<BriefingDetail>('analyst', `/api/briefings/${id}`)).deck.map(({ isShown }) => isShown)).toEqual([...Array<boolean>(7).fill(true), false]);

    for (const [form, head] of [['pptx', 'PK'], ['pdf', '%PDF'], ['xlsx', 'PK']] as const) {
      await page.getByTestId('export-form').selectOption(form);
      const download = page.waitForEvent('download', { timeout: READY_MS });
      await page.getByTestId('export-start').click();
      const bytes = await readFile(await (await download).path());
      expect(bytes.byteLength).toBeGreaterThan(1_000);
      expect(bytes.subarray(0, head.length).toString('latin1')).toBe(head);
      await page.locator(`[data-testid=export-file][data-form=${form}][data-state=done]`).waitFor();
    }
  });

  it('tells what somebody else changed meanwhile, and keeps one’s own change', async () => {
    const id = await composeOne();
    const page = await open('analyst', `/briefings/${id}`);
    await page.getByTestId('slide-cards').waitFor({ timeout: READY_MS });
    let isFirst = true;
    await page.route(`**/api/briefings/${id}`, async (route) => {
      if (route.request().method() !== 'PATCH' || !isFirst) return route.continue();
      isFirst = false;
      const { version, deck } = await askJson<BriefingDetail>('commander', `/api/briefings/${id}`);
      await askJson('commander', `/api/briefings/${id}`, 'PATCH', { version, deck: deck.map((one, place) => (place === 3 ? { ...one, note: 'Của chỉ huy' } : one)) });
      return route.continue();
    });
    await page.getByTestId('note').fill('Của tôi');
    await page.getByTestId('slide-save').click();
    await expect.poll(() => page.getByTestId('conflict-changes').textContent()).toMatch(/ghi chú của .+ được sửa/);
    await page.getByTestId('conflict-keep').click();
    await expect.poll(async () => (await askJson<BriefingDetail>('analyst', `/api/briefings/${id}`)).deck.map(({ note }) => note)).toEqual(['Của tôi', null, null, 'Của chỉ huy', null, null, null, null]);
  });
});

describe('a briefing on the wall', () => {
  it('goes through all slides with the server out of reach, in step with the presenter’s window', async () => {
    const page = await openProjection('analyst', await composeOne());
    await page.context().setOffline(true);
    const seen = [await shownSlide(page)];
    for (let step = 1; step < SLIDES.length; step += 1) {
      await page.keyboard.press('PageDown');
      seen.push(await shownSlide(page));
    }
    expect(seen).toEqual(SLIDES);
    expect(await page.getByTestId('announcement').textContent()).toContain('Trang 8 trên 8');
    await page.keyboard.press('3');
    await page.keyboard.press('Enter');
    expect(await shownSlide(page)).toBe(SLIDES[2]);
    await page.keyboard.press('b');
    await page.getByTestId('black').waitFor();
    await page.keyboard.press('.');
    for (const look of ['dark', 'projector', 'light']) {
      await page.keyboard.press('t');
      await page.locator(`[data-testid=projection][data-theme-shown=${look}]`).waitFor();
      expect(await page.locator('[data-testid=slide-map] > svg').count()).toBe(1);
    }
    await page.keyboard.press('s');
    await page.getByTestId('slide-table').waitFor();

    const popup = page.context().waitForEvent('page');
    await page.keyboard.press('p');
    const presenter = await popup;
    await presenter.getByTestId('presenter-clock').waitFor();
    await presenter.getByTestId('presenter-next').click();
    await expect.poll(() => shownSlide(page)).toBe(SLIDES[3]);
    await page.keyboard.press('End');
    await expect.poll(() => presenter.getByTestId('presenter').getAttribute('data-slide')).toBe(SLIDES[7]);
    await presenter.keyboard.press('Home');
    await expect.poll(() => shownSlide(page)).toBe(SLIDES[0]);
    expect(await presenter.getByTestId('presenter-elapsed').textContent()).toMatch(/^\d\d:\d\d$/);
    await page.keyboard.press('l');
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('-');
    await expect.poll(() => shownSlide(page), { timeout: 12_000 }).toBe(SLIDES[1]);
    await page.context().setOffline(false);
  });

  it.each(['laptop', 'wall'] as const)('shows every slide whole and large enough, in three looks: %s', async (size) => {
    const page = await openProjection('analyst', await composeOne(), '?theme=light', { size });
    for (const look of ['light', 'dark', 'projector'] as const) {
      await page.locator(`[data-testid=projection][data-theme-shown=${look}]`).waitFor();
      await page.keyboard.press('Home');
      for (const slide of SLIDES) {
        await page.locator(`[data-testid=slide][data-slide=${slide}]`).waitFor();
        expect({ look, slide, faults: await listSlideFaults(page) }).toEqual({ look, slide, faults: [] });
        await page.keyboard.press('ArrowRight');
      }
      await page.keyboard.press('t');
    }
    await expectAccessible(page);
  });

  it('is read as a scroll on a phone', async () => {
    const page = await open('commander', `/briefing/${await composeOne()}`, { size: 'phone' });
    await page.getByTestId('reading').waitFor({ timeout: 90_000 });
    expect(await page.getByTestId('reading-slide').count()).toBe(SLIDES.length);
    await expectFit(page);
    // What a printer gets: the same scroll, without what only a screen can use, over as many pages as it takes.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByTestId('as-slides').isVisible()).toBe(false);
    expect(await page.getByTestId('reading-slide').evaluateAll((all) => all.every((one) => one.getClientRects().length > 0))).toBe(true);
    expect(await page.getByTestId('reading').evaluate((one) => one.scrollHeight <= one.clientHeight + 1)).toBe(true);
  });
});

describe('who sees what', () => {
  it('shows a viewer no word of an incident, and nothing to edit', async () => {
    const id = await composeOne();
    const page = await open('viewer', `/briefings/${id}`);
    await page.getByTestId('slide-cards').waitFor({ timeout: READY_MS });
    await page.getByTestId('texts-hidden').waitFor();
    expect(await page.getByTestId('slide-handle').count() + await page.getByTestId('claim').count()).toBe(0);
    expect((await askJson<BriefingDetail>('viewer', `/api/briefings/${id}`)).texts).toBeNull();
  });

  it('shows an officer the briefings of the own cluster alone', async () => {
    const own = await composeOne();
    const other = await askJson<Briefing>('analyst', '/api/briefings', 'POST', { id: crypto.randomUUID(), area: { kind: 'province', provinceCode: '31' }, periodKind: 'week' });
    await askJson('analyst', `/api/briefings/${other.id}/cancel`, 'POST').catch(() => undefined);
    const page = await open('officer.quanhoa', '/briefings');
    await page.locator(`[data-briefing="${own}"]`).waitFor();
    expect(await page.locator(`[data-briefing="${other.id}"]`).count()).toBe(0);
    await page.goto(at(`/briefings/${other.id}`));
    await page.getByTestId('not-found').waitFor();
  });
});

describe('what is brought in from elsewhere', () => {
  it('pins the map with a way back, and shows the pin in the tray', async () => {
    const page = await open('analyst', '/map');
    await openMap(page, '?period=28');
    await page.getByTestId('pin').click();
    await page.getByTestId('toast-undo').click();
    await page.getByTestId('toast').waitFor({ state: 'detached' });
    await page.getByTestId('pin').click();
    await page.getByTestId('toast').waitFor();
    const { pins } = await askJson<{ pins: BriefingPin[] }>('analyst', '/api/briefings/pins');
    expect(pins[0]).toMatchObject({ kind: 'map', isMine: true });
    expect(pins[0]?.path).toMatch(/^\/map\?.*period=28/);
    await page.goto(at('/briefings?tab=pins'));
    await page.locator(`[data-pin="${pins[0]?.id ?? ''}"]`).getByTestId('pin-remove').click();
    await expect.poll(async () => (await askJson<{ pins: BriefingPin[] }>('analyst', '/api/briefings/pins')).pins.length).toBe(pins.length - 1);
  });

  it('makes a picture of the map at the size asked for', async () => {
    const page = await open('analyst', '/map');
    await openMap(page);
    await page.getByTestId('png-open').click();
    await page.getByTestId('png-width').fill('99');
    await page.getByTestId('form-submit').click();
    await page.getByText('Từ 320 đến 8.000.').waitFor();
    await page.getByTestId('png-preset').selectOption('slide');
    const download = page.waitForEvent('download', { timeout: READY_MS });
    await page.getByTestId('form-submit').click();
    const bytes = await readFile(await (await download).path());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1_920, 1_080]);
  });
});

describe('the pages', () => {
  it.each(['laptop', 'phone'] as const)('list and editor are accessible and fit: %s', async (size) => {
    const id = await composeOne();
    const page = await open('analyst', '/briefings', { size });
    await page.getByTestId('briefing-list').waitFor({ timeout: 60_000 });
    await expectFit(page);
    await page.goto(at(`/briefings/${id}`));
    await page.locator('[data-testid=slide-preview] [data-testid=slide]').waitFor({ timeout: 60_000 });
    await expectFit(page);
  });
});
