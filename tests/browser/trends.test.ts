import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectFit, readNumber } from './support/page';
import { at } from './support/sign-in';
import { watchPages } from './support/watch-pages';

const { open } = watchPages(/40[1349]|422/);

const DAYS = 'from=2025-03-15&to=2026-03-14';
const ready = (page: Page): Promise<void> => page.getByTestId('fact-total-count').waitFor({ timeout: 60_000 });
const showTable = async (page: Page, section: string): Promise<void> => { await page.getByTestId(section).getByRole('radio', { name: 'Bảng' }).click(); };

describe('the trends page', () => {
  it('counts what the map counts under the same filter, and leads there', async () => {
    const page = await open('analyst', `/trends?${DAYS}&category=theft&zone=1&cal=reporting_month`);
    await ready(page);
    const total = await readNumber(page, 'fact-total-count');
    expect(total).toBeGreaterThan(20);
    await showTable(page, 'trend-series');
    expect(await page.getByTestId('series-table').locator('tbody tr').count()).toBe(12);
    const cells = await page.getByTestId('series-table').locator('tbody tr td:nth-child(4)').allTextContents();
    expect(cells.reduce((sum, text) => sum + Number(text.replaceAll('.', '')), 0)).toBe(total);
    expect(await page.getByTestId('series-table').locator('tbody tr').first().textContent()).toContain('04/2025 (15/03–14/04)');
    await page.getByTestId('fact-total-count').getByRole('link').click();
    await page.waitForURL(/\/map\?/);
    await page.getByTestId('total-count').waitFor({ timeout: 60_000 });
    await expect.poll(() => readNumber(page, 'total-count')).toBe(total);
  });

  it('keeps the view in the address, and loses no incident under another edition', async () => {
    const page = await open('commander', `/trends?${DAYS}`);
    await ready(page);
    const total = await readNumber(page, 'fact-total-count');
    await page.getByTestId('trend-grouping').selectOption('ward');
    await page.getByTestId('trend-reading').selectOption('hn-hp-2025');
    await page.locator('[data-testid=reading-note][data-state=ready]').waitFor({ timeout: 60_000 });
    expect(await readNumber(page, 'fact-total-count')).toBe(total);
    expect(new URL(page.url()).search).toContain('by=ward');
    await page.reload();
    await page.locator('[data-testid=reading-note][data-state=ready]').waitFor({ timeout: 60_000 });
    expect(await page.getByTestId('trend-grouping').inputValue()).toBe('ward');
    await showTable(page, 'trend-wards');
    const sums = await page.getByTestId('ward-table').locator('tbody tr td:nth-child(2)').allTextContents();
    expect(sums.length).toBeGreaterThan(20);
  });

  it('gives every table as a spreadsheet and as CSV', async () => {
    const page = await open('analyst', `/trends?${DAYS}&cal=month`);
    await ready(page);
    await showTable(page, 'trend-series');
    const table = page.getByTestId('series-table');
    for (const [button, ending] of [['table-csv', '.csv'], ['table-xlsx', '.xlsx']] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), table.getByTestId(button).click()]);
      expect(download.suggestedFilename().endsWith(ending)).toBe(true);
      const bytes = readFileSync(await download.path());
      if (ending === '.csv') expect(bytes.toString('utf8').split('\r\n')[0]).toContain('Kỳ,');
      else expect(bytes.subarray(0, 2).toString()).toBe('PK');
    }
  });

  it('says so when nothing matches, and when the time has no data yet', async () => {
    const page = await open('viewer', '/trends?from=1999-01-01&to=1999-02-01');
    await page.getByTestId('trends-empty').waitFor({ timeout: 60_000 });
    await page.goto(at('/trends?from=2199-01-01&to=2199-02-01'));
    await page.getByTestId('trends-empty').waitFor({ timeout: 60_000 });
  });

  it.each(['laptop', 'wall', 'phone'] as const)('has no serious accessibility fault, light and dark, and no sideways scroll: %s', async (size) => {
    const page = await open('analyst', `/trends?${DAYS}&by=category`, { size });
    if (size === 'phone') await page.getByTestId('trends-controls-fold').locator('summary').click();
    await ready(page);
    await expectFit(page);
  });
});
