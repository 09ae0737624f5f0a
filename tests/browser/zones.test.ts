import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Zone, ZoneCounts, ZonePage } from '../../lib/domain/zone';
import { findNearestOnArcs, type ArcFeature } from '../../lib/view/nearest-on-arcs';
import { expectAccessible, expectFit, readNumber } from './support/page';
import { at, fetchAs } from './support/sign-in';
import { watchPages } from './support/watch-pages';

const { open } = watchPages(/40[1349]|422/);

const EDITION = 'hn-hp-2025';
const unique = (name: string): string => `${name} ${crypto.randomUUID().slice(0, 6)}`;
const box = (west: number, south: number, east: number, north: number): [number, number][] => [[west, south], [east, south], [east, north], [west, north], [west, south]];
/** Across the Tô Lịch: Nghĩa Đô to the west, Ngọc Hà to the east, Giảng Võ south of it. */
const ACROSS = box(105.8045, 21.033, 105.812, 21.041);

async function makeZone(name: string, ring: [number, number][], status: Zone['status'] = 'draft'): Promise<Zone> {
  const ask = await fetchAs('analyst');
  const body = { name, kind: 'hotspot', status, editionId: EDITION, validFrom: '2025-07-01', validTo: null, geometry: { type: 'Polygon', coordinates: [ring] }, evidence: 'Thử nghiệm' };
  const answer = await ask('/api/zones', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
  return ((await answer.json()) as ZonePage).zone;
}
const readZone = async (id: string): Promise<Zone> => ((await (await (await fetchAs('analyst'))(`/api/zones/${id}`)).json()) as ZonePage).zone;
const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** Where on the map a drawing goes, in shares of its width and height. */
async function mapPoint(page: Page, x: number, y: number): Promise<readonly [number, number]> {
  const frame = await page.getByTestId('map').boundingBox();
  if (frame === null) throw new Error('the map is not on the screen');
  return [frame.x + frame.width * x, frame.y + frame.height * y];
}

async function clickMap(page: Page, x: number, y: number): Promise<void> {
  const [left, top] = await mapPoint(page, x, y);
  await page.mouse.move(left, top, { steps: 3 });
  await page.mouse.click(left, top);
}

/** Moves along a line of the map until a corner would snap, and clicks there; what it snapped to. */
async function clickSnapped(page: Page, y: number): Promise<string> {
  await expect.poll(() => page.getByTestId('snap-hint').textContent(), { timeout: 60_000 }).not.toContain('Đang tải');
  const [left, top] = await mapPoint(page, 0.15, y);
  const [right] = await mapPoint(page, 0.85, y);
  for (let x = left; x < right; x += 4) {
    await page.mouse.move(x, top);
    const hint = (await page.getByTestId('snap-hint').textContent()) ?? '';
    if (hint === '') continue;
    await page.mouse.click(x, top);
    return hint;
  }
  throw new Error('no border was met on the way');
}

const corners = async (page: Page): Promise<number> => Number(/(\d+) đỉnh/.exec((await page.getByTestId('drawn-summary').textContent()) ?? '')?.[1] ?? 'NaN');

describe('drawing a zone', () => {
  it('with the pointer: snaps to a border, undoes and redoes, deletes a corner, saves, and saves a second version', async () => {
    const page = await open('analyst', '/zones/new');
    await page.locator('[data-testid=zone-editor-map][data-drawn=true]').waitFor({ timeout: 90_000 });
    await page.getByTestId('zone-save').click();
    await page.getByText('Đặt tên cho vùng.').waitFor();
    await page.getByRole('button', { name: 'Phóng to' }).click();
    await page.getByRole('button', { name: 'Phóng to' }).click();
    await page.waitForTimeout(600);
    expect(await clickSnapped(page, 0.35)).toMatch(/^Đang bám: ranh giới .+ – .+$/);
    await clickMap(page, 0.8, 0.3);
    await clickMap(page, 0.75, 0.8);
    await page.getByTestId('draw-undo').click();
    await page.getByTestId('draw-redo').click();
    await clickMap(page, 0.3, 0.75);
    await clickMap(page, 0.3, 0.75);
    await expect.poll(() => corners(page)).toBe(4);
    await page.getByTestId('drawn-shares').locator('li').first().waitFor();

    await clickMap(page, 0.8, 0.3);
    await page.getByTestId('delete-corner').click();
    await expect.poll(() => corners(page)).toBe(3);
    await page.getByTestId('draw-undo').click();
    await expect.poll(() => corners(page)).toBe(4);
    await page.getByTestId('draw-redo').click();
    await expect.poll(() => corners(page)).toBe(3);
    await page.getByTestId('draw-undo').click();

    const name = unique('Vùng vẽ tay');
    await page.getByTestId('zone-name').fill(name);
    await page.getByTestId('zone-save').dblclick();
    await page.waitForURL(/\/zones\/[0-9a-f-]{36}/);
    await page.locator('[data-testid=zone-version][data-version="1"]').waitFor();
    const id = idOf(page);
    const ring = (await readZone(id)).geometry.coordinates[0] as [number, number][];
    const { features } = (await (await (await fetchAs('analyst'))(`/api/editions/${EDITION}/arcs`)).json()) as { features: readonly ArcFeature[] };
    expect(Math.min(...ring.map((corner) => findNearestOnArcs(features, corner)?.distanceMetres ?? Infinity))).toBeLessThan(0.05);

    await page.getByTestId('zone-edit').click();
    await page.getByTestId('zone-editor').waitFor();
    await page.getByTestId('corner-numbers').locator('summary').click();
    const typed = page.getByTestId('zone-corners');
    await typed.fill((await typed.inputValue()).split('\n').slice(0, 3).join('\n'));
    await page.getByTestId('zone-remark').fill('Bỏ một đỉnh');
    await expect.poll(() => corners(page)).toBe(3);
    await page.getByTestId('zone-save').click();
    await page.locator('[data-testid=zone-version][data-version="2"]').waitFor();
    await expect.poll(() => page.getByTestId('zone-version-row').count()).toBe(2);
    await page.getByTestId('versions-compare').click();
    expect(await page.getByTestId('version-change').textContent()).toMatch(/Diện tích .+ → .+/);
    await expectAccessible(page);
  });

  it('as numbers: a circle, a part of its own and a hole, without a pointer', async () => {
    const page = await open('analyst', '/zones/new');
    await page.locator('[data-testid=zone-editor-map][data-drawn=true]').waitFor({ timeout: 90_000 });
    await page.getByTestId('corner-numbers').locator('summary').click();
    await page.getByTestId('circle-centre').fill('21,0375; 105,8105');
    await page.getByTestId('circle-radius').fill('250');
    await page.getByTestId('circle-put').click();
    await expect.poll(() => corners(page)).toBe(96);
    await page.getByTestId('zone-name').fill(unique('Hình tròn'));
    await page.getByTestId('zone-save').click();
    await page.waitForURL(/\/zones\/[0-9a-f-]{36}/);
    const { areaSquareMetres } = await readZone(idOf(page));
    expect(areaSquareMetres / (Math.PI * 250 ** 2)).toBeGreaterThan(0.985);
    expect(areaSquareMetres / (Math.PI * 250 ** 2)).toBeLessThan(1.01);
  });
});

describe('changing zones', () => {
  it('splits one by ward borders; the parts are drafts and the old one is closed', async () => {
    const zone = await makeZone(unique('Hai bờ Tô Lịch'), ACROSS);
    const page = await open('analyst', `/zones/${zone.id}`);
    await page.getByTestId('zone-split').click();
    const wards = await page.getByTestId('split-wards').locator('li').count();
    expect(wards).toBeGreaterThan(1);
    await page.getByTestId('split-submit').click();
    await page.getByTestId('split-done').waitFor();
    expect(await page.getByTestId('split-part').count()).toBe(wards);
    expect((await readZone(zone.id)).status).toBe('closed');
    await page.getByTestId('split-part').first().click();
    await page.locator('[data-testid=zone-status][data-status=draft]').first().waitFor();
    expect(await page.getByTestId('zone-origin').textContent()).toContain('Tách từ một vùng khác');
  });

  it('splits one along a drawn line', async () => {
    const zone = await makeZone(unique('Cắt đôi'), box(105.806, 21.035, 105.81, 21.039));
    const page = await open('analyst', `/zones/${zone.id}`);
    await page.getByTestId('zone-split').click();
    await page.locator('[data-testid=split-map][data-drawn=true]').waitFor({ timeout: 90_000 });
    await page.getByText('Theo đường vẽ').click();
    await page.getByTestId('split-submit').click();
    await page.getByText('Vẽ đường cắt trước.').waitFor();
    await page.waitForTimeout(600);
    await clickMap(page, 0.5, 0.04);
    await clickMap(page, 0.5, 0.92);
    await clickMap(page, 0.5, 0.92);
    await page.locator('[data-testid=cut-state][data-drawn=true]').waitFor();
    await page.getByTestId('split-submit').click();
    await page.getByTestId('split-done').waitFor();
    expect(await page.getByTestId('split-part').count()).toBe(2);
  });

  it('merges chosen ones after showing the result', async () => {
    const [west, east] = [await makeZone(unique('Tây'), box(105.806, 21.035, 105.808, 21.039)), await makeZone(unique('Đông'), box(105.808, 21.035, 105.81, 21.039))];
    const page = await open('analyst', '/zones');
    for (const { id } of [west, east]) await page.locator(`[data-testid=zone-row][data-zone="${id}"]`).getByTestId('zone-choose').check();
    await page.getByTestId('zones-merge').click();
    await page.locator('[data-testid=merge-preview][data-state=ready]').waitFor();
    expect(await page.getByTestId('merge-preview').textContent()).toContain('Kết quả: 1 phần');
    const name = unique('Gộp');
    await page.getByTestId('merge-name').fill(name);
    await page.getByTestId('form-submit').click();
    await page.waitForURL(/\/zones\/[0-9a-f-]{36}/);
    await expect.poll(() => page.getByTestId('page-title').textContent()).toBe(name);
    const merged = await readZone(idOf(page));
    expect(merged.areaSquareMetres).toBeCloseTo(west.areaSquareMetres + east.areaSquareMetres, 0);
  });

  it('imports a KML: what is good becomes a draft, what is not has its reason', async () => {
    const name = unique('Từ tệp');
    const ring = box(105.806, 21.035, 105.81, 21.039).map((one) => one.join()).join(' ');
    const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>${name}</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark><Placemark><name>Một điểm</name><Point><coordinates>105.8,21.03</coordinates></Point></Placemark></Document></kml>`;
    const page = await open('analyst', '/zones');
    await page.getByTestId('zones-import').click();
    await page.getByTestId('import-file').setInputFiles({ name: 'a.gpx', mimeType: 'text/xml', buffer: Buffer.from('<gpx/>') });
    expect(await page.getByTestId('import-fault').textContent()).toContain('.kml');
    await page.getByTestId('import-file').setInputFiles({ name: 'vung.kml', mimeType: 'text/xml', buffer: Buffer.from(kml) });
    await page.locator('[data-testid=import-feature][data-kind=fault]').waitFor();
    expect(await page.getByTestId('import-found').textContent()).toBe('1 vùng dùng được, 1 bị từ chối');
    await page.getByTestId('form-submit').click();
    await page.getByTestId('import-form').waitFor({ state: 'detached' });
    await page.locator('[data-testid=zone-row][data-status=draft]', { hasText: name }).waitFor({ timeout: 15_000 });
  });
});

describe('reading zones', () => {
  it('counts what is inside, and every number leads to its records', async () => {
    const zone = await makeZone(unique('Đếm'), ACROSS, 'active');
    const [from, to] = ['2026-01-01', '2026-10-31'];
    const counts = (await (await (await fetchAs('commander'))(`/api/zones/${zone.id}/counts?from=${from}&to=${to}`)).json()) as ZoneCounts;
    const page = await open('commander', `/zones/${zone.id}?from=${from}&to=${to}`);
    await page.getByTestId('counts-total').waitFor();
    expect(await readNumber(page, 'counts-total')).toBe(counts.total);
    expect(counts.total).toBeGreaterThan(30);
    expect(await page.getByTestId('zone-edit').count()).toBe(0);
    await page.getByTestId('zone-trend').getByText('Bảng').click();
    expect(await page.getByTestId('trend-table').locator('tbody tr').count()).toBe(counts.bins.counts.length);
    await expectAccessible(page);
    const small = [...counts.perWard].sort((a, b) => a.count - b.count)[0];
    await page.getByTestId('counts-by-ward').getByRole('link').last().click();
    await page.getByTestId('zone-chip').waitFor();
    expect(await page.getByTestId('zone-chip').textContent()).toContain(zone.name);
    await expect.poll(() => page.getByTestId('browser-row').count()).toBe(Math.min(50, small?.count ?? -1));
    await page.getByTestId('ward-chip').getByRole('button').click();
    await expect.poll(() => page.getByTestId('browser-row').count()).toBe(Math.min(50, counts.total));
  });

  it('shows drafts to no viewer and lets no one but analysts and administrators draw', async () => {
    const [draft, active] = [await makeZone(unique('Nháp'), ACROSS), await makeZone(unique('Áp dụng'), ACROSS, 'active')];
    for (const account of ['viewer', 'officer.quanhoa', 'commander']) {
      const page = await open(account, '/zones');
      await page.locator(`[data-testid=zone-row][data-zone="${active.id}"]`).waitFor();
      expect(await page.locator(`[data-testid=zone-row][data-zone="${draft.id}"]`).count()).toBe(account === 'commander' ? 1 : 0);
      expect(await page.getByTestId('zone-new').count() + await page.getByTestId('zone-choose').count()).toBe(0);
      await page.goto(at('/zones/new'));
      await page.getByTestId('may-not-draw').waitFor();
      if (account === 'commander') continue;
      await page.goto(at(`/zones/${draft.id}`));
      await page.getByTestId('not-found').waitFor();
    }
  });

  it.each(['laptop', 'wall', 'phone'] as const)('has no serious accessibility fault, light and dark, and no sideways scroll: %s', async (size) => {
    const page = await open('analyst', '/zones', { size });
    await page.locator('[data-testid=zones-map][data-drawn=true]').waitFor({ timeout: 90_000 });
    await expectFit(page);
    await page.goto(at('/zones/new'));
    await page.locator('[data-testid=zone-editor-map][data-drawn=true]').waitFor({ timeout: 90_000 });
    await expectFit(page);
  });
});
