import { describe, expect, it } from 'vitest';
import type { AlarmList } from '../../lib/domain/alarm';
import type { BriefingDetail, BriefingPin } from '../../lib/domain/briefing';
import { expectFit } from './support/page';
import { fetchAs } from './support/sign-in';
import { watchPages } from './support/watch-pages';

const { open } = watchPages(/40[1349]|422/);
const readList = async (): Promise<AlarmList> => (await (await fetchAs('analyst'))('/api/alarms')).json() as Promise<AlarmList>;

/** The charts are drawn some seconds after the server's start, and once more a minute after something was recorded. */
const untilWatched = (): Promise<void> => expect.poll(async () => (await readList()).watch, { timeout: 180_000, interval: 2_000 }).not.toBeNull();

describe('the inbox of alarms', () => {
  it('says what, since when and how sure; the evidence opens as a chart and as a table', async () => {
    await untilWatched();
    const { alarms } = await readList();
    expect(alarms.length).toBeGreaterThan(0);
    const page = await open('analyst', '/alarms');
    await page.getByTestId('alarm-watch').waitFor();
    const first = page.getByTestId('alarm').first();
    expect(await first.getByTestId('alarm-sentence').innerText()).toMatch(/vụ trong .* ngày, thường /);
    await first.getByTestId('alarm-evidence-toggle').click();
    await first.getByTestId('alarm-evidence').getByText('Bảng', { exact: true }).click();
    expect(await first.getByTestId('alarm-table').locator('tbody tr').count()).toBeGreaterThan(20);
  });

  it('takes an acknowledgement with its remark, and shows it on another screen without reload', async () => {
    await untilWatched();
    const commander = await open('commander', '/alarms');
    await commander.getByTestId('alarm').first().waitFor();
    const analyst = await open('analyst', '/alarms');
    const id = (await analyst.locator('[data-testid=alarm][data-state=new]').first().getAttribute('data-alarm')) ?? '';
    const chosen = analyst.locator(`[data-alarm="${id}"]`);
    await chosen.getByTestId('alarm-acknowledge').click();
    await analyst.getByTestId('alarm-remark').fill('Đã báo cụm');
    await analyst.getByRole('dialog').locator('button[type=submit]').click();
    await expect.poll(async () => (await readList()).alarms.find((alarm) => alarm.id === id)?.state).toBe('acknowledged');
    await expect.poll(() => commander.locator(`[data-alarm="${id}"][data-state=new]`).count()).toBe(0);
  });

  it('goes into a briefing: the button keeps its chart, and a briefing makes a slide of it', async () => {
    await untilWatched();
    const page = await open('analyst', '/alarms');
    const chosen = page.getByTestId('alarm').first();
    const id = (await chosen.getAttribute('data-alarm')) ?? '';
    await chosen.getByTestId('pin').click();
    await page.getByTestId('toast').waitFor();
    const ask = await fetchAs('analyst');
    const { pins } = (await (await ask('/api/briefings/pins')).json()) as { pins: BriefingPin[] };
    const pin = pins.find(({ path }) => path === `/alarms?alarm=${id}`);
    expect(pin).toMatchObject({ kind: 'chart', isMine: true });
    const wish = { id: crypto.randomUUID(), area: { kind: 'province', provinceCode: '01' }, pins: [pin?.id] };
    expect((await ask('/api/briefings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(wish) })).status).toBe(201);
    const read = async (): Promise<BriefingDetail> => (await (await ask(`/api/briefings/${wish.id}`)).json()) as BriefingDetail;
    await expect.poll(async () => (await read()).state, { timeout: 120_000, interval: 500 }).toBe('ready');
    const slide = (await read()).content?.slides.at(-1);
    expect([slide?.words, slide?.link, slide?.charts[0]?.id]).toEqual(['pin_alarm', `/alarms?alarm=${id}`, 'weeks']);
    expect(slide?.claim.code).toMatch(/^alarm_(on|quiet)$/);
  });

  it('is refused to a viewer', async () => {
    expect((await (await fetchAs('viewer'))('/api/alarms')).status).toBe(403);
  });

  it.each(['laptop', 'wall', 'phone'] as const)('has no serious accessibility fault, light and dark, and no sideways scroll: %s', async (size) => {
    await untilWatched();
    const page = await open('analyst', '/alarms', { size });
    await page.getByTestId('alarm').first().getByTestId('alarm-evidence-toggle').click();
    await page.getByTestId('alarm-evidence').first().waitFor();
    await expectFit(page);
  });
});
