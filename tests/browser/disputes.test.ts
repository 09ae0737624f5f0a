import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DISPUTE_STAGES, type Dispute, type DisputeCounts, type DisputePage } from '../../lib/domain/dispute';
import { expectAccessible, expectFit } from './support/page';
import { at, fetchAs } from './support/sign-in';
import { watchPages } from './support/watch-pages';

const { open } = watchPages(/40[1349]|422/);

/** In Nghĩa Đô, the ward of officer.quanhoa. */
const PLACE = { lon: 105.7975, lat: 21.0425 };
const OFFICER = 'officer.quanhoa';
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

async function ask<T>(account: string, path: string, body?: object, method = 'POST'): Promise<T> {
  const init = body === undefined ? {} : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await (await fetchAs(account))(path, init);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
}
const take = async (more: object = {}): Promise<Dispute> =>
  (await ask<DisputePage>('commander', '/api/disputes', { ...PLACE, kind: 'debt', parties: [{ role: 'creditor', count: 1 }, { role: 'debtor', count: 1 }], source: 'resident', receivedAt: hoursAgo(5), risk: 'medium', description: 'Vay nợ', ...more })).dispute;
const readDispute = async (id: string): Promise<Dispute> => (await ask<DisputePage>('commander', `/api/disputes/${id}`)).dispute;
const cardOf = (page: Page, id: string) => page.locator(`[data-testid=dispute-card][data-dispute="${id}"]`);

describe('the board', () => {
  it('counts what the database counts, puts what must be escalated first, and follows changes made elsewhere', async () => {
    const [overdue, fresh] = [await take({ receivedAt: hoursAgo(24 * 14) }), await take()];
    const page = await open('commander', '/disputes');
    await cardOf(page, overdue.id).waitFor();
    const { counts } = await ask<{ counts: DisputeCounts }>('commander', '/api/disputes/counts');
    for (const stage of DISPUTE_STAGES) {
      const shown = await page.locator(`[data-testid=dispute-column][data-stage=${stage}]`).getByTestId('dispute-count').textContent();
      expect(Number.parseInt(shown ?? '', 10), stage).toBe(counts[stage]);
    }
    const states = await page.locator('[data-testid=dispute-column][data-stage=received] [data-testid=dispute-card]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-state')));
    const order = ['must_escalate', 'due_soon', 'fresh', 'escalated'];
    expect(states).toEqual([...states].sort((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')));
    expect(await cardOf(page, overdue.id).getByTestId('dispute-clock').textContent()).toContain('Phải báo cấp trên: quá hạn');
    expect(await cardOf(page, fresh.id).getAttribute('data-state')).toBe('fresh');
    await ask('commander', `/api/disputes/${fresh.id}/settle`, { version: 1, settledOn: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10), outcome: 'Đã trả' });
    await page.locator(`[data-testid=dispute-column][data-stage=settled] [data-dispute="${fresh.id}"]`).waitFor({ timeout: 15_000 });
    await expectAccessible(page);
  });

  it('narrows by risk and keeps that in its address', async () => {
    const [high, low] = [await take({ risk: 'high' }), await take({ risk: 'low' })];
    const page = await open(OFFICER, '/disputes');
    await cardOf(page, low.id).waitFor();
    await page.getByTestId('board-filter').getByText('Nguy cơ cao').click();
    await cardOf(page, low.id).waitFor({ state: 'detached' });
    await cardOf(page, high.id).waitFor();
    await page.waitForURL(/risk=high/);
    await page.reload();
    await cardOf(page, high.id).waitFor();
    expect(await cardOf(page, low.id).count()).toBe(0);
  });

  it('shows one stage at a time on a phone, and counts alone to a viewer', async () => {
    const phone = await open(OFFICER, '/disputes', { size: 'phone' });
    await phone.getByTestId('dispute-board').waitFor();
    expect(await phone.getByTestId('dispute-column').count()).toBe(1);
    await expectFit(phone);
    const page = await open('viewer', '/disputes');
    await page.getByTestId('dispute-stage-counts').waitFor();
    expect(await page.getByTestId('dispute-card').count() + await page.getByTestId('dispute-new').count()).toBe(0);
  });
});

describe('one dispute', () => {
  it('is taken in by an officer from its place, mediated, escalated and settled', async () => {
    const page = await open(OFFICER, '/disputes/new');
    await page.getByTestId('dispute-submit').click();
    await page.getByText('Nhập vĩ độ và kinh độ.').waitFor();
    await page.getByTestId('dispute-place').fill(`${String(PLACE.lat)}, ${String(PLACE.lon)}`);
    await page.getByTestId('party-add').click();
    await page.getByTestId('dispute-description').fill('Tiếng ồn ban đêm');
    await page.getByTestId('dispute-submit').click();
    await page.waitForURL(/\/disputes\/[0-9a-f-]{36}/);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByTestId('step-hold').click();
    await page.getByTestId('step-team').fill('Tổ hòa giải tổ dân phố 7');
    await page.getByTestId('step-choice').selectOption('not_agreed');
    await page.getByTestId('form-submit').click();
    await page.locator('[data-testid=dispute-session][data-outcome=not_agreed]').waitFor();
    await page.getByTestId('step-escalate').click();
    await page.getByTestId('step-choice').selectOption('steering_committee');
    await page.getByTestId('form-submit').click();
    await page.getByText('Không được để trống.').waitFor();
    await page.getByTestId('step-text').fill('Có nguy cơ kéo dài');
    await page.getByTestId('form-submit').click();
    await page.locator('[data-testid=dispute-clock][data-state=escalated]').waitFor();
    expect(await page.getByTestId('step-extend').count()).toBe(0);
    await page.getByTestId('step-settle').click();
    await page.getByTestId('step-text').fill('Hai bên thống nhất');
    await page.getByTestId('form-submit').click();
    await page.locator('[data-testid=dispute-page][data-stage=settled]').waitFor();
    expect(await readDispute(id)).toMatchObject({ stage: 'settled', outcome: 'Hai bên thống nhất', ward: { code: '00160' }, sessions: [{ outcome: 'not_agreed' }], escalations: [{ to: 'steering_committee' }] });
    expect(await page.getByTestId('dispute-history-entry').count()).toBe(4);
    await expectAccessible(page);
  });

  it('keeps what was typed when somebody was faster', async () => {
    const { id } = await take();
    const page = await open(OFFICER, `/disputes/${id}`);
    await page.getByTestId('step-escalate').click();
    await page.getByTestId('step-choice').selectOption('cluster');
    await page.getByTestId('step-text').fill('của tôi');
    await page.route('**/api/disputes/*/escalations', async (route) => {
      await ask('commander', `/api/disputes/${id}`, { version: (await readDispute(id)).version, risk: 'low' }, 'PATCH');
      await route.continue();
    }, { times: 1 });
    await page.getByTestId('form-submit').click();
    await page.getByTestId('step-conflict').waitFor();
    expect(await page.getByTestId('step-text').inputValue()).toBe('của tôi');
    await page.locator('[data-testid=dispute-page][data-version="2"]').waitFor();
    await page.getByTestId('form-submit').click();
    await page.getByTestId('step-dialog').waitFor({ state: 'detached' });
    expect(await readDispute(id)).toMatchObject({ risk: 'low', escalations: [{ to: 'cluster', reason: 'của tôi' }] });
  });

  it('is reached from its incident, and an incident without one offers to take it in', async () => {
    const { items } = await ask<{ items: Dispute[] }>('commander', '/api/disputes?ward=hn-hp-2025/00160&limit=100');
    const known = items.find(({ incidentId }) => incidentId !== null);
    const page = await open('commander', `/incidents/${known?.incidentId ?? ''}`);
    await page.getByTestId('open-dispute').click();
    await page.waitForURL(`**/disputes/${known?.id ?? ''}`);
    const made = await ask<{ id: string }>('commander', '/api/incidents', { category: 'dispute', occurredAt: hoursAgo(2), ...PLACE, source: 'resident' });
    await page.goto(at(`/incidents/${made.id}`));
    await page.getByTestId('make-dispute').click();
    await page.waitForURL(/\/disputes\/new\?incident=/);
    await page.getByTestId('dispute-submit').click();
    await page.waitForURL(/\/disputes\/[0-9a-f-]{36}/);
    await page.getByTestId('dispute-facts').getByRole('link', { name: 'Xem vụ việc' }).waitFor();
    await page.goto(at('/disputes/new?incident=00000000-0000-4000-8000-000000000999'));
    await page.getByTestId('incident-missing').waitFor();
  });

  it('lets a commander set the rule of deadlines; an officer of another ward sees nothing', async () => {
    const { id } = await take();
    const page = await open('commander', '/disputes');
    await page.getByTestId('dispute-rule').click();
    await page.getByTestId('rule-low').fill('0');
    await page.getByTestId('form-submit').click();
    await page.getByText('Nhập số nguyên trong khoảng cho phép.').waitFor();
    await page.getByTestId('rule-low').fill('21');
    await page.getByTestId('form-submit').click();
    await page.getByTestId('rule-dialog').waitFor({ state: 'detached' });
    const { rules } = await ask<{ rules: { rule: { days: { low: number } } }[] }>('commander', '/api/disputes/rules');
    expect(rules[0]?.rule.days.low).toBe(21);
    await page.goto(at(`/disputes/${id}`));
    await page.getByTestId('step-extend').waitFor();
    const other = await open('officer.congvi', `/disputes/${id}`);
    await other.getByTestId('not-found').waitFor();
  });
});
