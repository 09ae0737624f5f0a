import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, expectFit, type PageOptions } from './support/page';
import { at, fetchAs } from './support/sign-in';
import { watchPages } from './support/watch-pages';

/** The planted hot spot of T11, split over four wards (data/demo/GROUND_TRUTH.md). */
const T11 = 'from=2023-05-01&to=2024-12-31&edition=hn-hp-pre2025&category=drugs,prostitution,theft&area=cluster:cum-hoa-do-phuc-vi';
const LONG = 'method=space_time_scan&from=2020-01-01&to=2026-10-31&area=province:01&p.permutations=9999';
const RESULT_MS = 90_000;

const pages = watchPages(/40[34]/);

async function open(account: string, path: string, options: PageOptions = {}): Promise<Page> {
  const { page, context } = await pages.openAs(account, options);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(at(path));
  return page;
}

const textOf = async (page: Page, testId: string): Promise<string> => (await page.getByTestId(testId).first().textContent()) ?? '';
const factsOf = (page: Page): Promise<string[]> => page.getByTestId('fact').allTextContents();
const runOf = async (page: Page): Promise<string> => (await page.getByTestId('run-result').getAttribute('data-run')) ?? '';
const drawn = (page: Page): Promise<void> => page.locator('[data-testid=analysis-map][data-drawn=true]').waitFor({ timeout: 90_000 });

/** Asks the question of the address and waits for the answer. */
async function run(page: Page): Promise<string> {
  await page.getByTestId('run-start').click();
  await page.getByTestId('run-result').waitFor({ timeout: RESULT_MS });
  return runOf(page);
}

/** A run of density clusters around T11, made by the API. */
async function makeRun(): Promise<string> {
  const ask = await fetchAs('analyst');
  const body = { method: 'density_clusters', scope: { from: '2023-05-01', to: '2024-12-31', categories: ['drugs', 'prostitution', 'theft'], editionId: 'hn-hp-pre2025', area: { kind: 'cluster', id: 'cum-hoa-do-phuc-vi' } } };
  const made = (await (await ask('/api/stats/runs', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()) as { id: string };
  await expect.poll(async () => ((await (await ask(`/api/stats/runs/${made.id}?outcome=0`)).json()) as { state: string }).state, { timeout: RESULT_MS }).toBe('done');
  return made.id;
}

async function download(page: Page, choose: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), choose()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

describe('the workbench', () => {
  it('proposes a question to somebody who comes without one, and its answer is T11', async () => {
    const page = await open('analyst', '/analysis');
    await page.locator('[data-testid=method-chosen][data-method=hidden_hotspots]').waitFor();
    await expect.poll(() => page.getByTestId('scope-cluster').inputValue()).toBe('minh-hoa-nghia-do-ngoc-ha-giang-vo');
    await page.locator('[data-testid=analysis-map][data-drawn=true]').waitFor({ timeout: 90_000 });
    // Other suites report incidents today on the same server, which can make today a full day.
    await expect.poll(() => page.getByTestId('run-start').isEnabled()).toBe(true);
    await page.getByTestId('scope-to').fill('31/10/2026');
    await page.getByTestId('scope-to').press('Tab');
    await run(page);
    expect(await textOf(page, 'headline')).toContain('Ngọc Hà – P. Nghĩa Đô');
    expect(await page.getByTestId('finding').count()).toBeGreaterThan(0);
  });

  it('asks a question, gives the claim first, and its link gives the same numbers', async () => {
    const page = await open('analyst', `/analysis?${T11}`);
    await page.getByTestId('result-empty').waitFor();
    await page.getByTestId('run-start').click();
    await page.getByTestId('form-fault').waitFor();
    await page.getByTestId('method-choose').click();
    expect(await page.getByTestId('method-option').count()).toBeGreaterThan(15);
    await page.locator('[data-testid=method-option][data-method=density_clusters]').click();
    const id = await run(page);
    expect(page.url()).toContain(`/analysis?run=${id}`);
    const headline = await textOf(page, 'headline');
    expect(headline).toMatch(/\d/);
    const facts = await factsOf(page);
    expect(facts.length).toBeGreaterThan(0);
    expect(`${headline} ${facts.join(' ')}`).not.toMatch(/NaN|∞|undefined|\b0\d{4}\b/);
    expect(await page.getByTestId('finding').count()).toBeGreaterThan(0);
    expect(await textOf(page, 'result-as-of')).toMatch(/^\d\d:\d\d \d\d\/\d\d\/\d{4}$/);
    expect(await page.locator('[data-testid=used-parameter][data-by=data]').count()).toBeGreaterThan(0);
    const digest = await textOf(page, 'outcome-digest');
    await expectAccessible(page);
    await page.reload();
    await page.getByTestId('run-result').waitFor({ timeout: RESULT_MS });
    // The names of wards may come a moment after the numbers.
    await expect.poll(async () => [await textOf(page, 'headline'), await textOf(page, 'outcome-digest')]).toEqual([headline, digest]);
    expect(await page.getByTestId('method-chosen').getAttribute('data-method')).toBe('density_clusters');
    await page.getByTestId('parameters').locator('summary').click();
    expect(await page.getByTestId('parameter-radiusMetres').getAttribute('placeholder')).toMatch(/^tự động: [\d.,]+ m$/);
    await page.getByTestId('parameter-radiusMetres').fill('-1');
    await page.getByTestId('result-outdated').waitFor();
    await page.getByTestId('run-start').click();
    await expect.poll(() => page.getByTestId('parameter-radiusMetres').getAttribute('aria-invalid')).toBe('true');
    expect(await runOf(page)).toBe(id);
  });

  it('keeps a run under a name, and gives the same numbers again on the data as they were', async () => {
    const page = await open('analyst', `/analysis?run=${await makeRun()}`);
    await page.getByTestId('run-save').click();
    const name = `Cầu T11 ${String(Date.now())}`;
    await page.getByTestId('save-name').fill(name);
    await page.getByTestId('form-submit').click();
    await page.getByTestId('run-unsave').waitFor();
    await page.getByTestId('run-list').getByText('Đã lưu', { exact: true }).click();
    await page.getByTestId('run-row').filter({ hasText: name }).waitFor();
    const before = await runOf(page);
    await page.getByTestId('run-rerun').click();
    await page.getByTestId('rerun-then').click();
    await page.locator(`[data-testid=run-result]:not([data-run="${before}"])`).waitFor({ timeout: RESULT_MS });
    await page.getByTestId('rerun-compared').waitFor();
    expect(await page.getByTestId('rerun-compared').getAttribute('data-same')).toBe('true');
  });

  it('shows the incidents of a finding, and makes a zone of it with its evidence', async () => {
    const id = await makeRun();
    const page = await open('analyst', `/analysis?run=${id}`);
    await drawn(page);
    await page.getByTestId('finding-choose').first().click();
    await page.getByTestId('finding-incidents').click();
    const rows = page.getByTestId('finding-incident-table').locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.first().getByRole('link').getAttribute('href')).toMatch(/^\/incidents\/[0-9a-f-]{36}$/);
    await page.getByTestId('finding-zone').click();
    await page.waitForURL(/\/zones\/[0-9a-f-]{36}$/);
    const zone = (await (await (await fetchAs('analyst'))(`/api/zones/${page.url().split('/').at(-1) ?? ''}`)).json()) as { zone?: object };
    expect(zone.zone ?? zone).toMatchObject({ kind: 'hotspot', status: 'draft', editionId: 'hn-hp-pre2025', origin: { kind: 'finding', run: id } });
  });

  it('says how far a long run is, and stops it', async () => {
    const page = await open('analyst', `/analysis?${LONG}`);
    await page.getByTestId('run-start').click();
    await page.getByTestId('run-progress').waitFor();
    await page.locator('[data-testid=run-row][data-state=running]').first().waitFor({ timeout: RESULT_MS });
    await page.getByTestId('run-cancel').click();
    await page.getByTestId('run-cancelled').waitFor({ timeout: 30_000 });
    expect(await page.getByTestId('scope-province').inputValue()).toBe('01');
  });

  it('is exported: places, tables, and a picture with the map on it', async () => {
    const page = await open('analyst', `/analysis?run=${await makeRun()}`);
    await drawn(page);
    await page.getByTestId('run-result').waitFor({ timeout: RESULT_MS });
    const choose = (testId: string) => async (): Promise<void> => {
      await page.getByTestId('run-export').click();
      await page.getByTestId(testId).first().click();
    };
    const places = JSON.parse((await download(page, choose('export-geojson'))).bytes.toString('utf8')) as { type: string; features: unknown[] };
    expect(places.type).toBe('FeatureCollection');
    expect(places.features.length).toBeGreaterThan(0);
    expect((await download(page, choose('export-csv'))).bytes.toString('utf8').split('\n').length).toBeGreaterThan(1);
    const picture = await download(page, choose('export-picture'));
    expect(picture.name).toMatch(/^giap-ranh-density-clusters-.*\.png$/);
    const { width, height, colours } = await page.evaluate(async (base64) => {
      // Not by fetch: the page's content policy lets nothing but its own server be asked.
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/png' }));
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      // The middle of the sheet, where the map is: an empty canvas would have one colour there.
      const pixels = context?.getImageData(0, image.height * 0.3, image.width, image.height * 0.3).data ?? new Uint8ClampedArray();
      const seen = new Set<number>();
      for (let i = 0; i < pixels.length; i += 4) seen.add(((pixels[i] ?? 0) << 16) | ((pixels[i + 1] ?? 0) << 8) | (pixels[i + 2] ?? 0));
      return { width: image.width, height: image.height, colours: seen.size };
    }, picture.bytes.toString('base64'));
    expect([width > 400, height > 400, colours > 50]).toEqual([true, true, true]);
  });

  it('says in a sentence that there is nothing to compute', async () => {
    const page = await open('analyst', '/analysis?method=density_clusters&from=2019-01-01&to=2019-12-31&area=wards:00160');
    await run(page);
    await page.getByTestId('result-nothing').waitFor();
    expect((await textOf(page, 'headline')).length).toBeGreaterThan(15);
  });
});

describe('who may use it', () => {
  it('is read by commanders, who run nothing', async () => {
    const page = await open('commander', `/analysis?run=${await makeRun()}`);
    await page.getByTestId('run-result').waitFor({ timeout: RESULT_MS });
    await page.getByTestId('read-only').waitFor();
    for (const testId of ['run-start', 'run-save', 'run-rerun']) expect(await page.getByTestId(testId).count()).toBe(0);
    await page.getByTestId('finding-choose').first().click();
    expect(await page.getByTestId('finding-zone').count()).toBe(0);
  });

  it('is not for officers and viewers, on the page nor on the wire', async () => {
    for (const account of ['officer.quanhoa', 'viewer']) {
      const page = await open(account, '/analysis');
      await page.getByTestId('may-not-analyse').waitFor();
      expect(await page.getByTestId('nav-analysis').count()).toBe(0);
      expect((await (await fetchAs(account))('/api/stats/runs')).status).toBe(403);
    }
  });

  it('says so when there is no such run', async () => {
    const page = await open('analyst', '/analysis?run=0b7c1a3e-5a7e-4f0e-9d3a-2f6f4c9b1e10');
    await page.getByTestId('run-not-found').waitFor();
  });
});

it.each(['laptop', 'wall', 'phone'] as const)('the workbench has no serious accessibility fault, light and dark, and no sideways scroll: %s', async (size) => {
  const id = await makeRun();
  const page = await open('analyst', `/analysis?run=${id}`, { size });
  await page.getByTestId('run-result').waitFor({ timeout: RESULT_MS });
  await page.getByTestId('result-dock').waitFor();
  await expectFit(page);
});
