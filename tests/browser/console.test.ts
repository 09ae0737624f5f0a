import { describe, expect, it } from 'vitest';
import { expectAccessible, expectFit, openMap, readNumber, signInByForm } from './support/page';
import { at, fetchAs } from './support/sign-in';
import { watchPages } from './support/watch-pages';

/** The T11 bridge while its first cluster was in force. */
const T11 = '?c=105.80616,21.03898,16&pin=105.80616,21.03898&at=2024-06-01';

/** A filter that matches no incident, so that a click meets the ground. */
const NOTHING = '&category=fire_safety&from=2020-01-01&to=2020-01-01';

const { openVisitor, openAs, close } = watchPages(/40[01]/);

describe('signing in', () => {
  it('is all that a visitor can see', async () => {
    const { page } = await openVisitor();
    for (const path of ['/', '/map', '/map?c=105.8,21.03,14']) {
      await page.goto(at(path));
      await page.getByTestId('sign-in-form').waitFor();
      expect(new URL(page.url()).pathname).toBe('/sign-in');
      expect(await page.getByTestId('console').count()).toBe(0);
    }
    await expectAccessible(page);
  });

  it('says what was wrong with a false password, and lets the right one in and out again', async () => {
    const { page } = await openVisitor();
    await page.goto(at('/sign-in'));
    await page.getByTestId('email').fill('commander@demo.local');
    await page.getByTestId('password').fill('not this');
    await page.getByTestId('sign-in-submit').click();
    await page.getByTestId('sign-in-failure').waitFor();
    await signInByForm(page, 'commander');
    await openMap(page);
    await page.getByTestId('account-menu').click();
    expect(await page.getByTestId('account-summary').textContent()).toContain('commander@demo.local');
    await page.getByTestId('sign-out').click();
    await page.getByTestId('sign-in-form').waitFor();
    await page.goto(at('/map'));
    await page.getByTestId('sign-in-form').waitFor();
  });
});

describe('the map page', () => {
  it('names the four wards of the T11 bridge, who would lead and why, in one sentence', async () => {
    const { page } = await openAs('analyst');
    await openMap(page, T11);
    const sentence = page.getByTestId('locate-sentence');
    await sentence.getByText('Quan Hoa').first().waitFor();
    const text = (await page.getByTestId('locate-bar').textContent()) ?? '';
    for (const ward of ['Quan Hoa', 'Vĩnh Phúc', 'Cống Vị', 'Nghĩa Đô']) expect(text).toContain(ward);
    expect(text).toContain('28 m');
    expect(text).toContain('Cầu T11');
    expect(text).toMatch(/chủ trì/);
    await expectAccessible(page);
    await page.getByTestId('language-switch').click();
    await page.getByTestId('locate-sentence').getByText(/leads/).first().waitFor();
  });

  it('answers a click on the map and keeps it in the address', async () => {
    const { page } = await openAs('analyst');
    await openMap(page, `?c=105.80616,21.03898,15&at=2024-06-01${NOTHING}`);
    const box = await page.getByTestId('map').boundingBox();
    if (box === null) throw new Error('the map has no size');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator('[data-testid=locate-bar][data-pinned=true]').waitFor();
    await page.waitForURL(/pin=105\.80/);
    await page.reload();
    await page.locator('[data-testid=locate-bar][data-pinned=true]').getByText('Quan Hoa').first().waitFor();
  });

  it('works by keyboard: focus the map, press Enter, read the answer', async () => {
    const { page } = await openAs('analyst');
    await openMap(page, '?c=105.80616,21.03898,16&at=2024-06-01');
    await page.locator('canvas.maplibregl-canvas').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-testid=locate-bar][data-pinned=true]').getByText('Quan Hoa').first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('filters by category, ward bar and border zone alike on counts and address, and the database agrees', async () => {
    const { page } = await openAs('analyst');
    await openMap(page, '?from=2026-01-01&to=2026-06-30');
    const all = await readNumber(page, 'total-count');
    await page.locator('[data-testid=category-filter] [data-value=drugs]').first().click();
    await page.waitForURL(/category=drugs/);
    await expect.poll(() => readNumber(page, 'total-count')).toBeLessThan(all);
    const drugs = await readNumber(page, 'total-count');
    await page.getByTestId('border-zone-only').click();
    await expect.poll(() => readNumber(page, 'total-count')).toBeLessThan(drugs);
    const shown = await readNumber(page, 'total-count');

    const ask = await fetchAs('analyst');
    const query = 'category=drugs&borderZone=true&from=2025-12-31T17:00:00Z&to=2026-06-30T17:00:00Z&limit=1000';
    const { items } = (await (await ask(`/api/incidents?${query}`)).json()) as { items: unknown[] };
    expect(shown).toBe(items.length);

    await page.reload();
    await page.getByTestId('timeline-summary').waitFor();
    await expect.poll(() => readNumber(page, 'total-count')).toBe(shown);
  });

  it('finds a focus area typed without marks, and goes there', async () => {
    const { page } = await openAs('analyst');
    await openMap(page, '?c=105.9,20.9,12&at=2024-06-01');
    await page.getByTestId('area-search').fill('cau t11');
    await page.getByRole('option').getByText('Cầu T11').first().click();
    await page.waitForURL(/c=105\.80/);
  });

  it('says so when the basemap can not be had, and draws the rest', async () => {
    const watched = await openAs('analyst');
    const { page, context } = watched;
    await context.route('**/api/basemap', (route) => route.fulfill({ json: { kind: 'pmtiles', url: '/api/basemap/file' } }));
    await openMap(page, T11);
    await page.getByText(/nền bản đồ/).first().waitFor();
    await page.locator('[data-testid=locate-bar][data-pinned=true]').getByText('Quan Hoa').first().waitFor();
    watched.errors.splice(0, watched.errors.length, ...watched.errors.filter((text) => !text.includes('404')));
  });

  it('brushes the histogram by keyboard', async () => {
    const { page } = await openAs('analyst');
    await openMap(page, '?from=2026-01-01&to=2026-06-30');
    const before = await readNumber(page, 'total-count');
    const handle = page.getByTestId('brush-first');
    await handle.focus();
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => readNumber(page, 'total-count')).toBeLessThan(before);
    expect(page.url()).not.toContain('from=2026-01-01');
  });

  it('shows a viewer no free text and no way to report', async () => {
    const ask = await fetchAs('analyst');
    const { items } = (await (await ask('/api/incidents?limit=50')).json()) as { items: { id: string; summary: string | null }[] };
    const described = items.find((one) => one.summary !== null);
    if (described === undefined || described.summary === null) throw new Error('no incident has a text');
    for (const [account, isShown] of [['analyst', true], ['viewer', false]] as const) {
      const watched = await openAs(account);
      const { page } = watched;
      await openMap(page, `?incident=${described.id}`);
      await page.getByTestId('incident-sentence').waitFor();
      expect((await page.getByTestId('incident-card').textContent())?.includes(described.summary)).toBe(isShown);
      expect(await page.getByTestId('report-open').count()).toBe(isShown ? 1 : 0);
      if (isShown) await close(watched);
    }
  });

  it.each(['laptop', 'wall', 'phone'] as const)('has no serious accessibility fault, light and dark, and no sideways scroll: %s', async (size) => {
    const { page } = await openAs('commander', { size });
    await openMap(page, T11);
    await page.locator('[data-testid=locate-bar][data-pinned=true]').getByText('Quan Hoa').first().waitFor();
    await expectFit(page);
  });
});

describe('reporting', () => {
  it('shows owner and lead before it is sent, and the incident on the map after', async () => {
    const { page } = await openAs('officer.congvi');
    await openMap(page, '?c=105.80616,21.03898,16&pin=105.80616,21.03898');
    const before = await readNumber(page, 'total-count');
    await page.getByTestId('report-open').click();
    const here = page.getByTestId('report-here');
    if (await here.count() > 0) await here.first().click();
    else {
      const box = await page.getByTestId('map').boundingBox();
      if (box === null) throw new Error('the map has no size');
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    }
    await page.getByTestId('report-form').waitFor();
    await expect.poll(() => page.getByTestId('report-owner').textContent()).toContain('Nghĩa Đô');
    await expect.poll(() => page.getByTestId('report-lead').textContent()).toContain('Ngọc Hà');
    await page.getByTestId('report-category').selectOption('drugs');
    await page.getByTestId('report-summary').fill('Tụ tập dưới gầm cầu T11');
    await page.getByTestId('report-submit').click();
    await page.getByTestId('incident-card').waitFor();
    expect(await page.getByTestId('incident-lead').textContent()).toContain('Ngọc Hà');
    expect(await page.getByTestId('incident-card').textContent()).toContain('Tụ tập dưới gầm cầu T11');
    await expectAccessible(page);
    await page.getByTestId('incident-close').click();
    await expect.poll(() => readNumber(page, 'total-count')).toBe(before + 1);
  });

  it('reaches another officer of the cluster', async () => {
    const report = { id: crypto.randomUUID(), category: 'waste', occurredAt: new Date().toISOString(), lon: 105.80616, lat: 21.038981, source: 'patrol', summary: 'Đổ rác trộm dưới chân cầu' };
    const sent = await (await fetchAs('officer.congvi'))('/api/incidents', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(report) });
    expect(sent.status).toBe(201);
    const { page } = await openAs('officer.quanhoa');
    await openMap(page, `?incident=${report.id}`);
    await page.getByTestId('incident-card').getByText(report.summary).waitFor();
  });
});
