import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectFit } from './support/page';
import { at, fetchAs } from './support/sign-in';
import { watchPages } from './support/watch-pages';

const { open } = watchPages(/40[1349]|422/);

const firstProgramme = async (): Promise<string> =>
  ((await (await (await fetchAs('analyst'))('/api/programmes')).json()) as { programmes: { id: string }[] }).programmes[0]!.id;

describe('programmes', () => {
  it('are listed with their progress, and one opens with its tasks and indicators', async () => {
    const page = await open('commander', '/programmes');
    await page.getByTestId('programme-card').first().waitFor();
    expect(await page.getByTestId('programme-card').count()).toBeGreaterThan(0);
    await page.getByTestId('programme-card').first().getByRole('link').first().click();
    await page.getByTestId('task-row').first().waitFor();
  });

  it('tell which wards are free of drugs by the stated rule, all that the edition has', async () => {
    const page = await open('commander', '/programmes/drug-free');
    await page.getByTestId('drug-free-rule').waitFor();
    await page.getByTestId('drug-free-row').first().waitFor();
    const { wards } = (await (await (await fetchAs('commander'))('/api/programmes/drug-free')).json()) as { wards: unknown[] };
    expect(wards.length).toBe(240);
  });

  it('are reviewed over ten years, with what the records cover said', async () => {
    const page = await open('viewer', '/programmes/review?from=2016-11-24&to=2026-11-23');
    await page.getByTestId('review-coverage').waitFor({ timeout: 60_000 });
    expect(await page.getByTestId('review-coverage').textContent()).toContain('01/01/2020');
  });

  it('are written on the page: task, indicator, value, commendation, and a model placed by a click on the map', async () => {
    const id = await firstProgramme();
    const page = await open('analyst', `/programmes/${id}`);
    await page.getByTestId('task-add').click();
    await page.getByTestId('task-title').fill('Nhiệm vụ thử');
    await page.getByTestId('task-wards-search').fill('Nghĩa Đô');
    await page.getByTestId('task-wards-match').first().click();
    await page.getByTestId('form-submit').click();
    const task = page.getByTestId('task-row').filter({ hasText: 'Nhiệm vụ thử' }).last();
    await task.waitFor();
    expect(await task.textContent()).toContain('Nghĩa Đô');
    await task.getByTestId('task-edit').click();
    await page.getByTestId('task-title').fill('Nhiệm vụ thử, đã sửa');
    await page.getByTestId('form-submit').click();
    await page.getByTestId('task-row').filter({ hasText: 'đã sửa' }).last().waitFor();
    await page.getByTestId('indicator-add').click();
    await page.getByTestId('indicator-name').fill('Chỉ tiêu thử');
    await page.getByTestId('indicator-unit').fill('buổi');
    await page.getByTestId('indicator-target').fill('4');
    await page.getByTestId('indicator-form').getByText('Đơn vị nhập').click();
    await page.getByTestId('form-submit').click();
    const indicator = page.getByTestId('indicator-row').filter({ hasText: 'Chỉ tiêu thử' }).last();
    await indicator.getByTestId('indicator-enter').click();
    await page.getByTestId('entry-value').fill('5');
    await page.getByTestId('form-submit').click();
    await page.locator('[data-testid=indicator-row][data-met=true]').filter({ hasText: 'Chỉ tiêu thử' }).last().waitFor();
    await indicator.getByTestId('indicator-edit').click();
    await page.getByTestId('indicator-target').fill('9');
    await page.getByTestId('form-submit').click();
    await page.locator('[data-testid=indicator-row][data-met=false]').filter({ hasText: 'Chỉ tiêu thử' }).last().waitFor();
    const csv = page.waitForEvent('download');
    await page.getByTestId('programme-indicators').getByTestId('table-csv').click();
    expect(readFileSync(await (await csv).path(), 'utf8')).toContain('Chỉ tiêu thử,buổi,5');
    const commended = await page.getByTestId('commendation-table').locator('tbody tr').count();
    await page.getByTestId('commendation-add').click();
    await page.getByTestId('commendation-individuals').fill('2');
    await page.getByTestId('form-submit').click();
    await expect.poll(() => page.getByTestId('commendation-table').locator('tbody tr').count()).toBe(commended + 1);
    await page.goto(at('/programmes/models'));
    await page.locator('[data-testid=models-map][data-drawn=true]').waitFor({ timeout: 90_000 });
    await page.getByTestId('model-new').click();
    await page.getByTestId('model-name').fill('Mô hình thử');
    await page.getByTestId('model-place').fill('Tổ dân phố số 1');
    await page.getByTestId('model-save').click();
    await page.getByTestId('model-form').getByRole('alert').first().waitFor();
    const box = (await page.getByTestId('models-map').locator('canvas').first().boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => page.getByTestId('model-position').inputValue()).toMatch(/^\d+\.\d{6}, \d+\.\d{6}$/);
    await page.getByTestId('model-save').click();
    await page.getByTestId('model-row').filter({ hasText: 'Mô hình thử' }).first().waitFor();
  });

  it.each(['laptop', 'wall', 'phone'] as const)('have no serious accessibility fault, light and dark, and no sideways scroll: %s', async (size) => {
    const page = await open('commander', '/programmes', { size });
    await page.getByTestId('programme-card').first().waitFor();
    await expectFit(page);
    await page.goto(at(`/programmes/${await firstProgramme()}`));
    await page.getByTestId('task-row').first().waitFor();
    await expectFit(page);
    await page.goto(at('/programmes/models'));
    await page.getByTestId('model-row').first().waitFor();
    await expectFit(page);
    await page.goto(at('/programmes/review?from=2020-01-01&to=2026-11-23'));
    await page.getByTestId('review-coverage').waitFor({ timeout: 60_000 });
    await expectFit(page);
  });
});
