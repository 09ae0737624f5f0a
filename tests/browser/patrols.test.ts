import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, expectFit } from './support/page';
import { at, fetchAs } from './support/sign-in';
import { watchPages } from './support/watch-pages';

const { open } = watchPages(/40[139]|422/);

interface ArcAnswer { readonly features: readonly { readonly properties: { readonly wardA: string; readonly wardB: string }; readonly geometry: { readonly coordinates: readonly (readonly (readonly [number, number])[])[] } }[] }

/** Positions along the border of Nghĩa Đô (00160) and Ngọc Hà (00008), moved east by some metres (west when negative). */
async function alongBorder(eastMetres: number): Promise<readonly (readonly [number, number])[]> {
  const { features } = (await (await (await fetchAs('admin'))('/api/editions/hn-hp-2025/arcs')).json()) as ArcAnswer;
  const arc = features.find(({ properties: { wardA, wardB } }) => [wardA, wardB].sort().join() === '00008,00160');
  const line = [...(arc?.geometry.coordinates ?? [])].sort((a, b) => b.length - a.length)[0] ?? [];
  if (line.length < 2) throw new Error('Nghĩa Đô and Ngọc Hà share no border');
  return line.map(([longitude, latitude]) => [longitude + eastMetres / 103_900, latitude]);
}
const typed = (positions: readonly (readonly [number, number])[]): string => positions.map(([longitude, latitude]) => `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`).join('\n');

/** Fills the planner's route by numbers, as one does without a pointer. */
async function typeRoute(page: Page, positions: readonly (readonly [number, number])[]): Promise<void> {
  await page.locator('[data-testid=planner-map][data-drawn=true]').waitFor({ timeout: 90_000 });
  await page.getByTestId('route-points').fill(typed(positions));
  await page.getByTestId('plan-name').focus();
  await page.getByTestId('plan-preview').waitFor();
}

describe('a joint patrol', () => {
  it('is planned by an officer, who is told that it covers one side; the other ward books it; a GPX gives the coverage', async () => {
    // Ngọc Hà lies east of the river, Nghĩa Đô west of it: a route 25 m to the west stays on one side.
    const route = await alongBorder(-25);
    const planner = await open('officer.quanhoa', '/patrols/new');
    await typeRoute(planner, route);
    await planner.getByTestId('one-side-warning').waitFor();
    expect(await planner.getByTestId('one-side-warning').textContent()).toContain('Chỉ phủ một bên ranh giới');
    const name = `Tuần tra đêm ${crypto.randomUUID().slice(0, 6)}`;
    await planner.getByTestId('plan-submit').click();
    await planner.getByText('Đặt tên cho cuộc tuần tra.').waitFor();
    await planner.getByTestId('plan-name').fill(name);
    await planner.getByTestId('plan-ward-00008').click();
    await planner.getByTestId('plan-submit').dblclick();
    await planner.waitForURL(/\/patrols\/[0-9a-f-]{36}$/);
    await planner.getByTestId('booking-section').waitFor();
    expect(await planner.locator('[data-testid=booking][data-ward="00160"]').getAttribute('data-status')).toBe('booked');
    expect(await planner.locator('[data-testid=booking][data-ward="00008"]').getAttribute('data-status')).toBe('asked');
    expect(await planner.locator('[data-testid=booking][data-ward="00008"] button').count()).toBe(0);
    await planner.getByTestId('one-side-warning').waitFor();

    const other = await open('officer.congvi', new URL(planner.url()).pathname);
    await other.locator('[data-testid=booking][data-ward="00008"]').getByTestId('book').click();
    await other.locator('[data-testid=patrol-joint][data-joint=true]').waitFor();
    await planner.locator('[data-testid=patrol-joint][data-joint=true]').waitFor({ timeout: 15_000 });

    const points = (await alongBorder(25)).map(([longitude, latitude]) => `<trkpt lat="${latitude.toFixed(6)}" lon="${longitude.toFixed(6)}"/>`).join('');
    await other.getByTestId('record-open').click();
    await other.getByTestId('form-submit').click();
    expect(await other.getByTestId('record-fault').textContent()).toContain('Chọn một tệp');
    await other.getByTestId('record-file').setInputFiles({ name: 'dem.gpx', mimeType: 'application/gpx+xml', buffer: Buffer.from(`<gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>${points}</trkseg></trk></gpx>`) });
    await other.getByTestId('form-submit').click();
    await other.getByTestId('record-form').waitFor({ state: 'detached' });
    await other.locator('[data-testid=track][data-source=gpx]').waitFor();
    await other.getByTestId('done-coverage').getByTestId('coverage-row').first().waitFor();
    expect(await other.getByTestId('done-coverage').textContent()).toContain('P. Ngọc Hà');
    await planner.locator('[data-testid=track][data-source=gpx]').waitFor({ timeout: 15_000 });
    await expectAccessible(other);
  });

  it('tells what a file lacks and keeps the form', async () => {
    const ask = await fetchAs('commander');
    const { patrols } = (await (await ask('/api/patrols')).json()) as { patrols: { id: string; status: string }[] };
    const patrol = patrols.find(({ status }) => status !== 'cancelled');
    if (patrol === undefined) throw new Error('no patrol to record on');
    const page = await open('commander', `/patrols/${patrol.id}`);
    await page.getByTestId('record-open').click();
    await page.getByTestId('record-file').setInputFiles({ name: 'x.kml', mimeType: 'text/xml', buffer: Buffer.from('<kml/>') });
    await page.getByTestId('form-submit').click();
    expect(await page.getByTestId('record-fault').textContent()).toContain('.gpx');
    await page.getByTestId('record-file').setInputFiles({ name: 'x.gpx', mimeType: 'text/xml', buffer: Buffer.from('<gpx><trk>') });
    await page.getByTestId('form-submit').click();
    await page.getByTestId('form-error').waitFor();
    expect(await page.getByTestId('record-form').count()).toBe(1);
  });
});

describe('the patrol pages', () => {
  it('step through weeks and keep the week in the address', async () => {
    const page = await open('commander', '/patrols?week=2026-11-18');
    await expect.poll(() => page.getByTestId('week-title').textContent()).toContain('16/11/2026');
    await page.getByRole('button', { name: 'Tuần trước' }).click();
    await page.waitForURL(/week=2026-11-09/);
    await expect.poll(() => page.getByTestId('week-title').textContent()).toContain('09/11/2026');
  });

  it('show what was covered over a period, on a map, in words, and as a picture', async () => {
    const page = await open('analyst', '/patrols?tab=coverage&from=2026-09-01&to=2026-11-30&cluster=minh-hoa-nghia-do-ngoc-ha-giang-vo');
    await page.locator('[data-testid=coverage-map][data-drawn=true]').waitFor({ timeout: 90_000 });
    expect(await page.getByTestId('coverage-row').count()).toBeGreaterThan(0);
    expect(await page.getByTestId('coverage-summary').textContent()).toMatch(/ranh giới phủ cả hai bên/);
    await page.getByTestId('map-words').locator('summary').click();
    expect(await page.getByTestId('map-words').locator('li').count()).toBe(await page.getByTestId('coverage-row').count());
    await expectAccessible(page);
    await page.getByTestId('png-open').click();
    await expectAccessible(page);
    const download = page.waitForEvent('download', { timeout: 90_000 });
    await page.getByTestId('form-submit').click();
    const picture = await download;
    expect(picture.suggestedFilename()).toMatch(/^Ban-do-do-phu-ranh-gioi_.*\.png$/);
    expect((await readFile(await picture.path())).subarray(1, 4).toString('latin1')).toBe('PNG');
  });

  it('let a viewer and an analyst plan nothing', async () => {
    for (const account of ['viewer', 'analyst']) {
      const page = await open(account, '/patrols');
      await page.getByTestId('week-title').waitFor();
      expect(await page.getByTestId('plan-patrol').count()).toBe(0);
      await page.goto(at('/patrols/new'));
      await page.getByTestId('may-not-plan').waitFor();
      const body = { name: 'x', from: '2026-11-22T20:00:00+07:00', to: '2026-11-22T21:00:00+07:00', wards: ['00160'], plan: { type: 'LineString', coordinates: [[105.8, 21.03], [105.81, 21.03]] } };
      expect((await (await fetchAs(account))('/api/patrols', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).status).toBe(403);
    }
  });

  it.each(['laptop', 'wall', 'phone'] as const)('have no serious accessibility fault, light and dark, and no sideways scroll: %s', async (size) => {
    const route = await alongBorder(-25);
    const page = await open('officer.quanhoa', '/patrols/new', { size });
    await typeRoute(page, route);
    await expectFit(page);
  });
});
