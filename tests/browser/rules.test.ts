import { describe, expect, it } from 'vitest';
import { expectAccessible, expectFit, readNumber } from './support/page';
import { at, fetchAs } from './support/sign-in';
import { watchPages } from './support/watch-pages';

const PERIOD = 'from=2026-01-01&to=2026-06-30';

const { open } = watchPages(/40[13]/);

describe('the rule simulator', () => {
  it('replays a period, shows how far it is, and a result that adds up and whose link restores it', async () => {
    const page = await open('analyst', `/rules?${PERIOD}`);
    await page.getByTestId('simulation-run').click();
    await page.getByTestId('simulation-nothing').waitFor();
    await page.getByTestId('simulation-rule').selectOption('owner');
    await page.getByTestId('simulation-run').click();
    await page.getByTestId('simulation-result').waitFor({ timeout: 60_000 });
    const sentence = await page.getByTestId('simulation-sentence').textContent();
    const moved = await readNumber(page, 'simulation-sentence');
    expect(moved).toBeGreaterThan(0);
    const counts = await page.getByTestId('simulation-pair').locator('span:last-child').allTextContents();
    expect(counts.filter((text) => /^\d+$/.test(text)).map(Number).reduce((sum, one) => sum + one, 0)).toBe(moved);
    expect(await page.getByTestId('simulation-parameters').textContent()).toContain('Phường sở tại');
    expect(await page.getByTestId('simulation-incident').first().getByRole('link').getAttribute('href')).toMatch(/^\/incidents\/[0-9a-f-]{36}$/);
    await expectAccessible(page);
    await page.reload();
    await page.getByTestId('simulation-result').waitFor({ timeout: 60_000 });
    expect(await page.getByTestId('simulation-sentence').textContent()).toBe(sentence);
  });

  it('shows progress and stops when told, on the screen and on the wire', async () => {
    const page = await open('commander', `/rules?${PERIOD}&width=300`);
    let failed = false;
    page.on('requestfailed', (request) => { failed ||= request.url().endsWith('/api/rules/simulations'); });
    // A server that has answered one line and goes on working.
    await page.addInitScript(() => {
      const ask = window.fetch.bind(window);
      window.fetch = (input, init) => {
        if (input !== '/api/rules/simulations') return ask(input, init);
        const signal = init?.signal;
        const body = new ReadableStream<Uint8Array>({ start: (controller) => {
          controller.enqueue(new TextEncoder().encode('{"progress":0.42}\n'));
          signal?.addEventListener('abort', () => { (window as unknown as { stopped: boolean }).stopped = true; controller.error(new DOMException('stopped', 'AbortError')); });
        } });
        return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/x-ndjson' } }));
      };
    });
    await page.reload();
    await page.getByTestId('simulation-run').click();
    await expect.poll(() => page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('42');
    expect(await page.getByTestId('simulation-run').isDisabled()).toBe(true);
    await page.getByTestId('simulation-cancel').click();
    await page.getByTestId('simulation-cancelled').waitFor();
    expect(await page.evaluate(() => (window as unknown as { stopped?: boolean }).stopped)).toBe(true);
    expect(failed).toBe(false);
  });

  it('says in a sentence that a cluster had lapsed, and that a period is empty', async () => {
    const page = await open('admin', `/rules?${PERIOD}&cluster=cum-hoa-do-phuc-vi&width=200`);
    expect(await page.getByTestId('lapsed-note').textContent()).toContain('31/12/2024');
    await page.goto(at('/rules?from=2019-01-01&to=2019-01-02&width=200&run=1'));
    await page.getByTestId('simulation-empty').waitFor({ timeout: 60_000 });
  });

  it('is not for officers and viewers', async () => {
    for (const account of ['officer.quanhoa', 'viewer']) {
      const page = await open(account, '/rules');
      await page.getByTestId('may-not-simulate').waitFor();
      const answer = await (await fetchAs(account))('/api/rules/simulations', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ from: '2026-01-01', to: '2026-01-02', change: { widthMetres: 50 } }) });
      expect(answer.status).toBe(403);
    }
  });

  it.each(['laptop', 'wall', 'phone'] as const)('has no serious accessibility fault, light and dark, and no sideways scroll: %s', async (size) => {
    const page = await open('analyst', `/rules?${PERIOD}&width=200&run=1`, { size });
    await page.getByTestId('simulation-result').waitFor({ timeout: 60_000 });
    await expectFit(page);
  });
});
