import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SIZES, expectFit, openMap, type PageOptions } from './support/page';
import { at, fetchAs } from './support/sign-in';
import { watchPages } from './support/watch-pages';

/** The T11 bridge, where three wards of today's cluster meet. */
const T11 = [105.80616, 21.038981] as const;
const NGOC_HA = '00008';
const NGHIA_DO = '00160';
const SOON = { timeout: 20_000 };
/** Six pages, each signed in anew and drawn without a graphics card. */
const MANY_PAGES_MS = 480_000;

// Refusals that a test provokes are told on the console by the browser itself.
const { openAs, close } = watchPages(/status of 4\d\d|ERR_FAILED|ERR_CONNECTION|Failed to fetch/);
const pageOf = async (account: string, options: PageOptions = {}): Promise<Page> => (await openAs(account, options)).page;

interface Body { readonly incident: { readonly id: string; readonly version: number; readonly lead: { readonly ward: { readonly code: string } | null } } }

/** Reports at the bridge through the API, detected by Nghĩa Đô unless told otherwise. */
async function report(more: object = {}): Promise<string> {
  const post = await fetchAs('commander');
  const body = { id: randomUUID(), category: 'disorder', occurredAt: new Date(Date.now() - 60_000).toISOString(), lon: T11[0], lat: T11[1], source: 'patrol', detectedBy: NGHIA_DO, ...more };
  const answer = await post('/api/incidents', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

async function patch(account: string, id: string, change: object): Promise<Body> {
  const ask = await fetchAs(account);
  const { incident } = (await (await ask(`/api/incidents/${id}`)).json()) as Body;
  const answer = await ask(`/api/incidents/${id}`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ version: incident.version, ...change }) });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Body;
}

/** Remembers when each row of the work list first stood there, by the page's clock. */
async function noteArrivals(page: Page): Promise<void> {
  await page.evaluate(() => {
    const arrivals: Record<string, number> = {};
    (window as unknown as { arrivals: Record<string, number> }).arrivals = arrivals;
    new MutationObserver(() => {
      document.querySelectorAll<HTMLElement>('[data-testid=work-row]').forEach(({ dataset }) => { if (dataset.incident !== undefined) arrivals[dataset.incident] ??= Date.now(); });
    }).observe(document.body, { subtree: true, childList: true });
  });
}

/** When the row of an incident that waits for an answer first stood on the page, in ms since 1970. */
async function arrivalOf(page: Page, id: string): Promise<number> {
  await page.locator(`[data-testid=work-row][data-incident="${id}"][data-step=acknowledge_assist]`).waitFor();
  const arrivedAtMs = await page.evaluate((key) => (window as unknown as { arrivals: Record<string, number> }).arrivals[key], id);
  if (arrivedAtMs === undefined) throw new Error('the row came without being noted');
  return arrivedAtMs;
}

const openIncident = async (page: Page, id: string): Promise<void> => {
  await page.goto(at(`/incidents/${id}`));
  await page.getByTestId('incident-details').waitFor();
};

describe('one ward reports, another accepts', () => {
  it('shows the report within a second, and the acceptance, on screens nobody reloads', async () => {
    const quanHoa = await pageOf('officer.quanhoa');
    const congVi = await pageOf('officer.congvi', { size: 'phone' });
    await openMap(quanHoa, `?c=${T11[0]},${T11[1]},16`);
    await congVi.goto(at('/incidents'));
    await congVi.getByTestId('work-list').waitFor();
    await congVi.locator('[data-testid=live-badge][data-state=live]').first().waitFor();
    await noteArrivals(congVi);

    await quanHoa.getByTestId('report-open').click();
    const box = await quanHoa.getByTestId('map').boundingBox();
    if (box === null) throw new Error('the map has no size');
    await quanHoa.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await quanHoa.getByTestId('report-category').selectOption('drugs');
    await quanHoa.getByTestId('report-lead').waitFor();
    const [response] = await Promise.all([
      quanHoa.waitForResponse((one) => one.url().endsWith('/api/incidents') && one.request().method() === 'POST'),
      quanHoa.getByTestId('report-submit').click(),
    ]);
    const answeredAtMs = Date.now();
    expect(response.status()).toBe(201);
    const { id } = (await response.json()) as { id: string };

    const row = congVi.locator(`[data-testid=work-row][data-incident="${id}"][data-step=acknowledge_assist]`);
    let quickestMs = (await arrivalOf(congVi, id)) - answeredAtMs;
    // Whatever else runs on the machine at that moment is not what is measured: the quickest of a few tells.
    for (let more = 0; more < 5 && quickestMs >= 1000; more++) {
      const another = await report();
      const anotherAtMs = Date.now();
      quickestMs = Math.min(quickestMs, (await arrivalOf(congVi, another)) - anotherAtMs);
    }
    expect(quickestMs).toBeLessThan(1000);

    await quanHoa.getByTestId(`assist-${NGOC_HA}`).waitFor();
    await row.getByRole('link').click();
    await congVi.getByTestId(`action-accept-${NGOC_HA}`).click();
    await congVi.locator(`[data-testid=assist-${NGOC_HA}][data-status=accepted]`).waitFor();
    await quanHoa.locator(`[data-testid=assist-${NGOC_HA}][data-status=accepted]`).waitFor({ timeout: 5000 });
    await quanHoa.locator('[data-testid=incident-history] [data-kind=assist_accepted]').waitFor();
  });

  it('joins the feed of the map, told in words', async () => {
    const page = await pageOf('officer.congvi');
    await openMap(page, `?c=${T11[0]},${T11[1]},16`);
    await page.getByTestId('tab-feed').click();
    await page.locator('[data-testid=live-badge][data-state=live]').first().waitFor();
    const id = await report();
    const row = page.locator(`[data-testid=feed-row][data-id="${id}"]`);
    await row.waitFor();
    expect(await row.getAttribute('data-kind')).toBe('incident');
    await expect.poll(() => page.getByTestId('arrival-announcement').textContent(), SOON).toMatch(/Vụ mới: Gây rối trật tự/);
    await patch('commander', id, { confirmLead: true });
    await row.click();
    await page.locator('[data-testid=lead-confirmed][data-confirmed=true]').waitFor();
  });
});

describe('acting on an incident', () => {
  it('makes one transition of a double click', async () => {
    const id = await report();
    const page = await pageOf('officer.quanhoa');
    await openIncident(page, id);
    let sent = 0;
    page.on('request', (request) => { if (request.method() === 'PATCH') sent++; });
    await page.getByTestId('action-confirm').dblclick();
    await page.locator('[data-testid=lead-confirmed][data-confirmed=true]').waitFor();
    expect(await page.getByTestId('action-confirm').count()).toBe(0);
    expect(sent).toBe(1);
    const ask = await fetchAs('analyst');
    const { history } = (await (await ask(`/api/incidents/${id}`)).json()) as { history: { kind: string }[] };
    expect(history.filter(({ kind }) => kind === 'lead_confirmed')).toHaveLength(1);
  });

  it('tells the slower of two what the faster did, and shows how things stand', async () => {
    const id = await report();
    const page = await pageOf('officer.quanhoa');
    await openIncident(page, id);
    // Held back until somebody else has acted, as on a slow line; what the feed tells meanwhile is not fetched.
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    await page.route(`**/api/incidents/${id}`, async (route) => {
      if (route.request().method() === 'PATCH') await held;
      await route.continue();
    });
    await page.getByTestId('action-start').click();
    await patch('commander', id, { status: 'closed' });
    release();
    const notice = page.getByTestId('call-conflict');
    await notice.waitFor();
    expect(await notice.textContent()).toMatch(/Trong lúc đó vụ việc đã thay đổi/);
    await page.locator('[data-testid=incident-status][data-status=closed]').waitFor();
    expect(await page.getByTestId('action-reopen').count()).toBe(1);
  });

  it('keeps what was typed when the server is not there, and sends it once when it is', async () => {
    const id = await report();
    const page = await pageOf('officer.quanhoa');
    await openIncident(page, id);
    await page.route(`**/api/incidents/${id}`, (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
    await page.getByTestId('action-resolve').click();
    await page.getByTestId('action-submit').click();
    expect(await page.getByTestId('form-resolve').getByRole('alert').textContent()).toBe('Cần ghi kết quả.');
    await page.getByTestId('action-text').fill('Đã giải tán, lập biên bản');
    await page.getByTestId('action-submit').click();
    await page.getByTestId('call-failed').waitFor();
    expect(await page.getByTestId('action-text').inputValue()).toBe('Đã giải tán, lập biên bản');
    await page.unroute(`**/api/incidents/${id}`);
    await page.getByTestId('action-submit').click();
    await page.locator('[data-testid=incident-status][data-status=resolved]').waitFor();
    await page.getByTestId('incident-history').getByText('Đã giải tán, lập biên bản').waitFor();
  });

  it('lets a commander decide the lead with a reason, and withdraw it', async () => {
    const id = await report();
    const page = await pageOf('commander');
    await openIncident(page, id);
    const lead = page.getByTestId('incident-lead');
    expect(await lead.textContent()).toBe('P. Nghĩa Đô');
    await page.getByTestId('action-decide').click();
    await page.getByTestId('action-ward').selectOption(NGOC_HA);
    await page.getByTestId('action-submit').click();
    expect(await page.getByTestId('form-decide').getByRole('alert').textContent()).toBe('Cần ghi lý do.');
    await page.getByTestId('action-text').fill('Tổ công tác của Ngọc Hà đang ở hiện trường');
    await page.getByTestId('action-submit').click();
    await page.locator('[data-testid=incident-history] [data-kind=decision]').waitFor();
    expect(await lead.textContent()).toBe('P. Ngọc Hà');
    expect(await page.locator('[data-testid=incident-history] [data-kind=decision]').textContent()).toMatch(/Quyết định P\. Ngọc Hà chủ trì.*P\. Nghĩa Đô → P\. Ngọc Hà.*Tổ công tác/);
    await page.getByTestId('action-withdraw').click();
    await page.getByTestId('action-text').fill('Đã đổi ca');
    await page.getByTestId('action-submit').click();
    await page.locator('[data-testid=incident-history] [data-kind=decision_withdrawn]').waitFor();
    expect(await lead.textContent()).toBe('P. Nghĩa Đô');
  });

  it('shows a refused attempt in the timeline, and no word anyone wrote to a viewer', async () => {
    const id = await report({ summary: 'Nhóm người lạ tụ tập dưới chân cầu' });
    await patch('commander', id, { lead: { ward: NGOC_HA, reason: 'Lý do chỉ nội bộ đọc' } });
    const viewer = await fetchAs('viewer');
    const refused = await viewer(`/api/incidents/${id}`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ version: 1, confirmLead: true }) });
    expect(refused.status).toBe(403);
    const page = await pageOf('viewer');
    await openIncident(page, id);
    expect(await page.getByTestId('incident-actions').getByRole('button').count()).toBe(0);
    const text = (await page.locator('body').textContent()) ?? '';
    expect(text).not.toMatch(/Nhóm người lạ|Lý do chỉ nội bộ/);
    const analyst = await pageOf('analyst');
    await openIncident(analyst, id);
    await analyst.locator('[data-testid=incident-history] [data-kind=refused]').getByText('xác nhận chủ trì').waitFor();
    await analyst.getByText('Nhóm người lạ tụ tập dưới chân cầu').waitFor();
    await analyst.getByText('Lý do chỉ nội bộ đọc').first().waitFor();
  });
});

describe('the work list', () => {
  it('lets an officer accept from a phone, and marks what is overdue in words', async () => {
    const id = await report();
    const page = await pageOf('officer.congvi', { size: 'phone' });
    await page.goto(at('/incidents'));
    const row = page.locator(`[data-testid=work-row][data-incident="${id}"][data-step=acknowledge_assist]`);
    await row.waitFor();
    await row.getByTestId('quick-action').click();
    await row.waitFor({ state: 'detached' });
    await page.locator(`[data-testid=work-row][data-incident="${id}"][data-step=finish_assist]`).waitFor();
    expect(await page.getByTestId('overdue-mark').first().textContent()).toMatch(/Quá hạn/);
  });

  it('lists all incidents by filter, page by page', async () => {
    const page = await pageOf('analyst');
    await page.goto(at('/incidents?tab=all&overdue=1'));
    await page.getByTestId('browser-row').first().waitFor();
    const overdue = await page.getByTestId('browser-row').count();
    expect(await page.getByTestId('browser-rows').getByTestId('overdue-mark').count()).toBe(overdue);
    await page.goto(at('/incidents?tab=all&open=1'));
    await page.getByTestId('load-more').waitFor();
    const shown = await page.getByTestId('browser-row').count();
    await page.getByTestId('load-more').click();
    await expect.poll(() => page.getByTestId('browser-row').count(), SOON).toBeGreaterThan(shown);
    await page.getByTestId('filter-zone').click();
    await expect.poll(() => new URL(page.url()).search, SOON).toContain('zone=1');
  });
});

describe('the pages of incidents', () => {
  it('have no serious accessibility fault in either theme at any size', async () => {
    const id = await report();
    for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[]) {
      const watched = await openAs('commander', { size });
      const { page } = watched;
      await openIncident(page, id);
      await page.getByTestId('action-decide').click();
      await expectFit(page);
      await page.goto(at('/incidents'));
      await page.getByTestId('work-row').first().waitFor();
      await expectFit(page);
      await page.getByTestId('tab-all').click();
      await page.getByTestId('browser-row').first().waitFor();
      await expectFit(page);
      await close(watched);
    }
  }, MANY_PAGES_MS);
});
