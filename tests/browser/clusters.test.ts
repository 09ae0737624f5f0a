import { describe, expect, it } from 'vitest';
import { expectAccessible, expectFit, type PageOptions } from './support/page';
import { at, fetchAs } from './support/sign-in';
import { watchPages } from './support/watch-pages';

/** The demonstration cluster around the T11 bridge, in force since July 2025. */
const CLUSTER = 'minh-hoa-nghia-do-ngoc-ha-giang-vo';

const { open, openAs } = watchPages(/40[139]/);
const openCluster = async (account: string, options: PageOptions = {}) => {
  const page = await open(account, `/clusters/${CLUSTER}`, options);
  await page.locator('[data-testid=cluster-map][data-drawn=true]').waitFor({ timeout: 90_000 });
  return page;
};

describe('the clusters', () => {
  it('stand in groups by their term, with members, counts and a mark on demonstration ones', async () => {
    const page = await open('viewer', '/clusters');
    const card = page.locator(`[data-cluster=${CLUSTER}]`);
    await card.getByText('P. Ngọc Hà').first().waitFor();
    expect(await card.getByTestId('term-state').getAttribute('data-state')).toBe('in_force');
    expect(await card.textContent()).toContain('Minh họa');
    expect(await page.locator('[data-cluster=cum-hoa-do-phuc-vi]').getByTestId('term-state').getAttribute('data-state')).toBe('lapsed');
    await card.getByText('Vụ việc đang mở').waitFor();
    await expectAccessible(page);
  });

  it('say so when there is none of that name', async () => {
    const { page, errors } = await openAs('analyst');
    await page.goto(at('/clusters/nowhere'));
    await page.getByTestId('not-found').waitFor();
    errors.splice(0);
  });
});

describe('the page of a cluster', () => {
  it('changes the width live on another open screen when an administrator adds a version', async () => {
    const other = await openCluster('commander');
    await other.getByTestId('map-words').locator('summary').click();
    const admin = await openCluster('admin');
    const width = 110 + Math.floor(Math.random() * 80);
    await admin.getByTestId('edit-regulation').click();
    await admin.getByTestId('regulation-width').fill(String(width));
    await admin.getByTestId('form-submit').click();
    await admin.getByTestId('regulation-form').waitFor({ state: 'detached' });
    await expect.poll(() => admin.getByTestId('cluster-width').textContent()).toBe(`${String(width)} m`);
    await expect.poll(() => other.getByTestId('cluster-width').textContent(), { timeout: 15_000 }).toBe(`${String(width)} m`);
    expect(await other.getByTestId('map-words').textContent()).toContain(`vùng giáp ranh ${String(width)} m mỗi bên`);
    expect(await other.getByTestId('regulation-changes').first().textContent()).toContain(`${String(width)} m`);
  });

  it('keeps what was typed when a width is out of range', async () => {
    const page = await openCluster('admin');
    await page.getByTestId('edit-regulation').click();
    await page.getByTestId('regulation-width').fill('9000');
    await page.getByTestId('form-submit').click();
    await page.getByText('Nhập số từ 0 đến 5.000.').waitFor();
    expect(await page.getByTestId('regulation-width').inputValue()).toBe('9000');
  });

  it('makes a printable record of a rotation', async () => {
    // A rotation follows the latest that is recorded, also when this suite runs again on the same server.
    const { leads } = (await (await (await fetchAs('admin'))(`/api/clusters/${CLUSTER}`)).json()) as { leads: { from: string | null }[] };
    const latest = leads.map(({ from }) => from ?? '').sort().at(-1) ?? '';
    const [tomorrow, after] = [Date.now(), Date.parse(`${latest}T00:00:00Z`)].map((ms) => new Date(ms + 31 * 3_600_000).toISOString().slice(0, 10));
    const [year, month, day] = [tomorrow ?? '', after ?? ''].sort().at(-1)?.split('-') ?? [];
    const page = await openCluster('admin');
    await page.getByTestId('edit-rotation').click();
    await page.getByTestId('rotation-from').fill(`${day ?? ''}/${month ?? ''}/${year ?? ''}`);
    await page.getByTestId('rotation-from').press('Tab');
    const ward = await page.getByTestId('rotation-ward').evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.textContent ?? '');
    await page.getByTestId('rotation-remarks').fill('Hồ sơ tuyến sông Tô Lịch');
    await page.getByTestId('form-submit').click();
    await page.getByTestId('rotation-done').getByRole('link').click();
    const record = page.getByTestId('hand-over-record');
    await record.waitFor();
    const text = (await record.textContent()) ?? '';
    for (const part of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'ĐẠI DIỆN BÊN GIAO', 'ĐẠI DIỆN BÊN NHẬN', 'Vụ việc đang mở', 'Hồ sơ tuyến sông Tô Lịch', ward.replace('P. ', 'phường ')]) expect(text).toContain(part);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByTestId('print').isVisible()).toBe(false);
    expect(await record.evaluate((sheet) => getComputedStyle(sheet).fontFamily)).toContain('Times New Roman');
  });

  it('takes a focus area typed as numbers, draws it, and undoes a change', async () => {
    const page = await openCluster('admin');
    const name = `Chân cầu ${crypto.randomUUID().slice(0, 6)}`;
    await page.getByTestId('add-focus').click();
    await page.locator('[data-testid=focus-map][data-drawn=true]').waitFor({ timeout: 90_000 });
    await page.getByTestId('focus-name').fill(name);
    await page.getByTestId('focus-centre').fill('21.038981, 105.80616');
    await page.getByTestId('focus-radius').fill('90');
    await page.getByTestId('focus-name').focus();
    await page.getByTestId('focus-radius').fill('60');
    await page.getByTestId('focus-name').focus();
    await page.getByTestId('focus-form').getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(() => page.getByTestId('focus-radius').inputValue()).toBe('90');
    await page.getByTestId('form-submit').click();
    await page.getByTestId('focus-form').waitFor({ state: 'detached' });
    await page.getByTestId('focus-section').getByText(name).waitFor();
    expect(await page.getByTestId('focus-section').textContent()).toContain('hình tròn bán kính 90 m');
  });

  it('brings a note of one member to the other without reload', async () => {
    const reader = await openCluster('officer.congvi');
    const writer = await openCluster('officer.quanhoa');
    const body = `Đã thay ca trực ${crypto.randomUUID().slice(0, 8)}`;
    await writer.getByTestId('note-send').click();
    await writer.getByText('Viết điều cần trao đổi.').waitFor();
    await writer.getByTestId('note-body').fill(body);
    await writer.getByTestId('note-send').dblclick();
    await reader.getByTestId('note').filter({ hasText: body }).waitFor({ timeout: 15_000 });
    expect(await reader.getByTestId('note').filter({ hasText: body }).count()).toBe(1);
  });

  it.each(['officer.congvi', 'analyst', 'commander', 'viewer'])('shows %s no way to edit, says why, and the API refuses', async (account) => {
    const page = await openCluster(account);
    await page.getByTestId('may-not-edit').waitFor();
    for (const button of ['edit-term', 'edit-rotation', 'edit-regulation', 'add-focus']) expect(await page.getByTestId(button).count()).toBe(0);
    if (account === 'viewer') expect(await page.getByTestId('note').count()).toBe(0);
    const ask = await fetchAs(account);
    const send = (method: string, path: string, body: object) => ask(`/api/clusters/${CLUSTER}${path}`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect((await send('PATCH', '', { termTo: null })).status).toBe(403);
    expect((await send('POST', '/leads', { wardCode: '00008', from: '2027-01-01' })).status).toBe(403);
  });

  it.each(['laptop', 'wall', 'phone'] as const)('has no serious accessibility fault, light and dark, and no sideways scroll: %s', async (size) => {
    const page = await openCluster('admin', { size });
    await page.getByTestId('work-section').getByRole('link').first().waitFor();
    await expectFit(page);
  });
});
