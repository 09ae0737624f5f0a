import { describe, expect, it } from 'vitest';
import type { BriefingDetail, BriefingPin } from '../../lib/domain/briefing';
import { askJson, composeBriefing, ownCluster, READY_MS, SLIDES } from './support/briefings';
import { at } from './support/sign-in';
import { listSlideFaults } from './support/slide-faults';
import { watchPages } from './support/watch-pages';

const { open } = watchPages(/40[1349]|422/);

describe('what a briefing is composed from', () => {
  it('offers the newest incident’s instant where the last day of now would be empty, and takes it', async () => {
    // Whatever other tests recorded: this page is told that nothing happened for forty days.
    const newest = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 40 * 86_400_000 + 20_000).toISOString();
    const page = await open('analyst', '/briefings');
    await page.route(/\/api\/incidents\?limit=1$/, async (route) => {
      const answer = await route.fetch();
      const { items, ...rest } = (await answer.json()) as { items: { occurredAt: string }[] };
      await route.fulfill({ response: answer, json: { ...rest, items: items.map((one) => ({ ...one, occurredAt: newest })) } });
    });
    await page.getByTestId('compose-open').click();
    expect(await page.getByTestId('compose-newest').textContent()).toContain('24 giờ qua không có gì');
    await page.getByTestId('compose-take-newest').click();
    await page.getByTestId('compose-newest').waitFor({ state: 'detached' });
    await page.getByTestId('compose-as-of-time').waitFor();
    const sent = page.waitForRequest((request) => request.method() === 'POST' && new URL(request.url()).pathname === '/api/briefings');
    await page.getByTestId('form-submit').click();
    const { asOf } = (await sent).postDataJSON() as { asOf: string };
    expect(Date.parse(asOf) - Date.parse(newest)).toBe(40_000);
    await page.waitForURL(/\/briefings\/[0-9a-f-]{36}$/);
    await askJson('analyst', `/api/briefings/${new URL(page.url()).pathname.split('/').at(-1) ?? ''}/cancel`, 'POST').catch(() => undefined);
  });

  it('composes itself by a template, which is listed with its next run', async () => {
    const name = `Giao ban tự động ${crypto.randomUUID().slice(0, 8)}`;
    const page = await open('analyst', '/briefings?tab=templates');
    await page.getByTestId('template-add').click();
    await page.getByTestId('template-name').fill(name);
    await page.getByTestId('scope-cluster').selectOption(await ownCluster());
    await page.getByTestId('template-time').fill('6:30');
    await page.getByTestId('form-submit').click();
    const row = page.getByTestId('template-row').filter({ hasText: name });
    await row.waitFor();
    // Every day at 06:30: so within a day of now, whatever the hour.
    const [, time = '', day = '', month = '', year = ''] = /^Lần tới: (\d\d:\d\d) (\d\d)\/(\d\d)\/(\d{4})$/.exec((await row.getByTestId('template-next').textContent()) ?? '') ?? [];
    expect(time).toBe('06:30');
    const ahead = Date.parse(`${year}-${month}-${day}T06:30:00+07:00`) - Date.now();
    expect([ahead > -60_000, ahead <= 86_400_000]).toEqual([true, true]);
    await row.getByTestId('template-active').click();
    await row.getByTestId('template-next').waitFor({ state: 'detached' });
    await row.getByTestId('template-remove').click();
    await row.waitFor({ state: 'detached' });
  });

  it('takes a zone, a chart and an analysis from their pages into a briefing that is ready', async () => {
    const ring = [[105.8045, 21.033], [105.812, 21.033], [105.812, 21.041], [105.8045, 21.041], [105.8045, 21.033]];
    const name = `Vùng giao ban ${crypto.randomUUID().slice(0, 6)}`;
    const { zone } = await askJson<{ zone: { id: string } }>('analyst', '/api/zones', 'POST', { name, kind: 'hotspot', status: 'draft', editionId: 'hn-hp-2025', validFrom: '2025-07-01', validTo: null, geometry: { type: 'Polygon', coordinates: [ring] }, evidence: 'Thử nghiệm' });
    const run = await askJson<{ id: string }>('analyst', '/api/stats/runs', 'POST', { method: 'getis_ord', scope: { from: '2026-08-01', to: '2026-10-28', categories: [], editionId: 'hn-hp-2025', area: { kind: 'cluster', id: await ownCluster() } } });
    const id = await composeBriefing({ periodKind: 'week' });
    await expect.poll(async () => (await askJson<{ state: string }>('analyst', `/api/stats/runs/${run.id}?outcome=0`)).state, { timeout: READY_MS }).toBe('done');
    const page = await open('analyst', `/zones/${zone.id}`);
    const pinned: string[] = [];
    for (const [path, kind] of [[`/zones/${zone.id}`, 'zone'], ['/trends?from=2026-08-01&to=2026-10-28', 'chart'], [`/analysis?run=${run.id}`, 'analysis']] as const) {
      await page.goto(at(path));
      const kept = page.waitForResponse((response) => response.request().method() === 'POST' && new URL(response.url()).pathname === '/api/briefings/pins');
      await page.getByTestId('pin').first().click({ timeout: READY_MS });
      const pin = (await (await kept).json()) as BriefingPin;
      expect([pin.kind, pin.isMine]).toEqual([kind, true]);
      pinned.push(pin.id);
    }
    await page.goto(at(`/briefings/${id}`));
    await page.getByTestId('take-pins').waitFor({ timeout: READY_MS });
    for (const pin of pinned) await page.locator(`[data-testid=pin-choice][value="${pin}"]`).check();
    await page.getByTestId('take-pins-submit').click();
    for (const pin of pinned) await page.locator(`[data-testid=slide-card][data-slide="pin-${pin}"]`).waitFor({ timeout: READY_MS });
    const { content } = await askJson<BriefingDetail>('analyst', `/api/briefings/${id}`);
    const slides = content?.slides.slice(SLIDES.length) ?? [];
    expect(new Set(slides.map(({ kind }) => kind))).toEqual(new Set(['zone', 'chart', 'analysis']));
    expect(slides.filter(({ claim }) => claim.code === 'pin_gone')).toEqual([]);
    expect(slides.find(({ kind }) => kind === 'zone')?.title).toBe(name);
  });
});

describe('what was written about incidents', () => {
  it('projects what was written about incidents to who may read it, as large as all else, and to no viewer', async () => {
    const id = await composeBriefing({ periodKind: 'week', showsText: true });
    const { texts } = await askJson<BriefingDetail>('analyst', `/api/briefings/${id}`);
    expect(Object.keys(texts ?? {}).length).toBeGreaterThan(0);
    for (const [account, isShown] of [['analyst', true], ['viewer', false]] as const) {
      const page = await open(account, `/briefing/${id}`);
      await page.locator('[data-testid=projection][data-ready=true]').waitFor();
      for (const place of ['2', '8']) {
        await page.keyboard.press(place);
        await page.keyboard.press('Enter');
        await page.locator(`[data-testid=slide][data-slide=${SLIDES[Number(place) - 1] ?? ''}]`).waitFor();
        expect(await page.getByTestId('slide-text').count() > 0, `${account} ${place}`).toBe(isShown);
        expect(await listSlideFaults(page)).toEqual([]);
      }
      expect(await page.content().then((text) => Object.values(texts ?? {}).filter((one) => text.includes(one.slice(0, 40))).length > 0)).toBe(isShown);
    }
  });

  it('shows and hides what was written as the switch in the editor says', async () => {
    const id = await composeBriefing({ periodKind: 'week' });
    const page = await open('analyst', `/briefings/${id}`);
    await page.locator('[data-testid=slide-card][data-slide=open_items] [data-testid=slide-choose]').click({ timeout: READY_MS });
    await page.locator('[data-testid=slide-preview] [data-slide=open_items]').waitFor();
    expect(await page.getByTestId('slide-text').count()).toBe(0);
    await page.getByTestId('briefing-shows-text').click();
    await page.locator('[data-testid=slide-preview] [data-testid=slide-text]').first().waitFor();
    await page.getByTestId('briefing-shows-text').click();
    await page.locator('[data-testid=slide-preview] [data-testid=slide-text]').first().waitFor({ state: 'detached' });
  });
});
