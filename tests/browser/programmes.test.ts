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
