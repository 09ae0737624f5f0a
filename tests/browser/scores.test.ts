import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ScoreList, ScorePage } from '../../lib/domain/score-page';
import { launchChromium } from '../helpers/chromium';
import { expectFit, openPage, signIn, type WatchedPage } from './support/page';
import { at, fetchAs } from './support/sign-in';

let browser: Browser;
const opened: WatchedPage[] = [];
beforeAll(async () => { browser = await launchChromium(); });
afterAll(async () => { await browser.close(); });
afterEach(async () => {
  for (const { foreignHosts, errors, context } of opened.splice(0)) {
    expect([...foreignHosts]).toEqual([]);
    expect(errors.filter((text) => !/40[1349]|422/.test(text))).toEqual([]);
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

const read = async <T>(account: string, path: string): Promise<T> => (await (await (await fetchAs(account))(path)).json()) as T;
/** The period of the cluster that the demonstration comes with. */
const clusterPeriod = async (): Promise<string> => (await read<ScoreList>('commander', '/api/scores')).periods.filter(({ scope, assumed }) => scope === 'cluster' && assumed)[0]!.id;

describe('scores', () => {
  it('unfold from the table to the records behind a figure', async () => {
    const id = await clusterPeriod();
    const { wards, set } = await read<ScorePage>('commander', `/api/scores/${id}`);
    const page = await open('commander', '/scores');
    await page.getByTestId('score-period-row').first().waitFor();
    await page.locator(`a[href="/scores/${id}"]`).click();
    await page.getByTestId('score-ward-open').first().waitFor();
    expect(await page.getByTestId('score-data').locator('tbody tr').count()).toBe(wards.length);
    expect(await page.getByTestId('score-notes').textContent()).toContain('Không có số liệu không phải là 0 điểm');
    const scored = wards.find(({ criteria }) => criteria.some((one) => one.id === 'joint_patrols' && one.state === 'scored'))!;
    const place = set.criteria.findIndex((one) => one.id === 'joint_patrols');
    await page.locator(`a[href="/scores/${id}/wards/${scored.ward.code}"]`).click();
    const card = page.getByTestId('criterion-card').nth(place);
    await card.waitFor();
    const { part, whole } = scored.criteria[place]!;
    expect(await card.getByTestId('criterion-figures').textContent()).toBe(`${String(part)}/${String(whole)}`);
    await card.getByTestId('criterion-records').locator('summary').click();
    expect(await card.getByTestId('score-record').count()).toBe(whole);
    expect(await card.locator('[data-testid=score-record][data-counted=true]').count()).toBe(part);
    await card.getByTestId('score-record').first().getByRole('link').click();
    await page.waitForURL('**/patrols/*');
  });

  it('come from criteria, a period and points that are written on the page, and stay once closed', async () => {
    // A server may have served this test before.
    const [setName, periodName] = [`Tiêu chí thử ${String(Date.now())}`, `Kỳ thử ${String(Date.now())}`];
    const page = await open('commander', '/scores');
    await page.getByTestId('score-set-new').click();
    await page.getByTestId('score-set-name').fill(setName);
    await page.getByTestId('criterion-name').fill('Tuần tra chung');
    await page.getByTestId('criterion-source').selectOption('joint_patrols');
    await page.getByTestId('criterion-add').click();
    await page.getByTestId('criterion-name').nth(1).fill('Chấm chéo');
    await page.getByTestId('criterion-source').nth(1).selectOption('manual');
    await page.getByTestId('score-set-form').getByTestId('form-submit').click();
    await page.getByTestId('score-set-row').filter({ hasText: setName }).waitFor();
    await page.getByTestId('score-period-new').click();
    await page.getByTestId('score-period-name').fill(periodName);
    await page.getByTestId('score-period-form').locator('select').first().selectOption({ label: setName });
    await page.getByTestId('score-period-form').locator('select').nth(1).selectOption('minh-hoa-nghia-do-ngoc-ha-giang-vo');
    await page.getByTestId('score-from').fill('01/09/2026');
    await page.getByTestId('score-to').fill('31/10/2026');
    await page.getByTestId('score-to').blur();
    await page.getByTestId('score-period-form').getByTestId('form-submit').click();
    await page.getByTestId('score-period-row').filter({ hasText: periodName }).first().getByRole('link').click();
    await page.getByTestId('score-ward-open').first().click();
    await page.getByTestId('score-give').click();
    await page.getByTestId('score-entry-value').fill('7,5');
    await page.getByTestId('score-entry-form').getByTestId('form-submit').click();
    await page.getByTestId('score-entry-form').getByRole('alert').waitFor();
    await page.getByTestId('score-entry-basis').fill('Biên bản họp cụm');
    await page.getByTestId('score-entry-form').getByTestId('form-submit').click();
    await page.getByTestId('score-entry').waitFor();
    expect(await page.getByTestId('score-entry').textContent()).toContain('7,5/10');
    await page.goBack();
    await page.getByTestId('score-close').click();
    await page.getByTestId('score-close-dialog').getByTestId('form-submit').click();
    await page.locator('[data-testid=score-status][data-status=closed]').waitFor();
    expect(await page.getByTestId('score-notes').textContent()).toContain('Đã chốt');
  });

  it('are not for a viewer; an officer sees the own cluster', async () => {
    const page = await open('viewer', '/scores');
    await page.getByTestId('scores-reserved').waitFor();
    const id = await clusterPeriod();
    expect((await (await fetchAs('viewer'))(`/api/scores/${id}`)).status).toBe(404);
    expect((await read<ScorePage>('officer.quanhoa', `/api/scores/${id}`)).wards.length).toBeGreaterThan(1);
  });

  it.each(['laptop', 'wall', 'phone'] as const)('have no serious accessibility fault, light and dark, and no sideways scroll: %s', async (size) => {
    const id = await clusterPeriod();
    const page = await open('commander', '/scores', { size });
    await page.getByTestId('score-period-row').first().waitFor();
    await expectFit(page);
    await page.goto(at(`/scores/${id}`));
    await page.getByTestId('score-ward-open').first().waitFor();
    await expectFit(page);
    await page.getByTestId('score-ward-open').first().click();
    await page.getByTestId('criterion-card').first().waitFor();
    for (const records of await page.getByTestId('criterion-records').all()) await records.locator('summary').click();
    await expectFit(page);
  });
});
