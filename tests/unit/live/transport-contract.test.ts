import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { STALE_AFTER_MS, type LiveChange } from '../../../lib/domain/live';
import { LiveFeed } from '../../../lib/live/live-feed';
import { startRealtimeStandIn, type RealtimeStandIn } from './realtime-stand-in';
import { startSseStandIn } from './sse-stand-in';
import { FAST_CLOCK, SPEED, type StandIn } from './stand-in';

/** A page over a transport. */
function openPage(server: StandIn) {
  const feed = new LiveFeed(server.makeTransport(), FAST_CLOCK);
  const told: LiveChange[] = [];
  feed.onChange((change) => told.push(change));
  feed.start();
  const versionsOf = (topic: string): number[] => told.filter((one) => one.topic === topic).map(({ version }) => version);
  return { feed, told, versionsOf, state: () => feed.getSnapshot().state };
}
type Page = ReturnType<typeof openPage>;

const becomes = (page: Page, state: string) => expect.poll(page.state, { timeout: 8_000, interval: 10 }).toBe(state);

describe.each([['Server-Sent Events', startSseStandIn], ['Supabase Realtime', startRealtimeStandIn]] as const)('%s', (_, start) => {
  let server: StandIn;
  let page: Page;
  beforeEach(async () => {
    server = await start();
    page = openPage(server);
    await becomes(page, 'live');
  });
  afterEach(async () => {
    page.feed.stop();
    await server.close();
  });

  it('is live with the versions of the server', () => {
    expect(page.feed.getSnapshot().versions).toEqual(server.feed.versions);
    expect(page.versionsOf('incidents')).toEqual([3]);
  });

  it('brings each change once and in order, of every topic', async () => {
    for (let number = 0; number < 20; number++) server.deliver(server.feed.happen());
    server.deliver(server.feed.happen('notes'));
    await expect.poll(() => page.versionsOf('notes')).toEqual([1]);
    expect(page.versionsOf('incidents')).toEqual(Array.from({ length: 21 }, (_entry, number) => number + 3));
  });

  it('brings a change once although it is told twice', async () => {
    const change = server.feed.happen();
    server.deliver(change);
    server.deliver(change);
    server.deliver(server.feed.happen('clusters'));
    await expect.poll(() => page.versionsOf('clusters')).toEqual([1, 2]);
    expect(page.versionsOf('incidents')).toEqual([3, 4]);
  });

  it('catches up after a cut, with the ids of what it missed', async () => {
    server.feed.isDown = true;
    server.cut();
    await becomes(page, 'offline');
    for (let number = 0; number < 3; number++) server.feed.happen();
    server.feed.happen('patrols');
    await sleep(200);
    server.feed.isDown = false;
    await becomes(page, 'live');
    expect(page.told.filter(({ topic }) => topic === 'incidents').slice(1)).toEqual([{ topic: 'incidents', version: 6, changed: [4, 5, 6].map((version) => ({ id: `i${String(version)}`, version })) }]);
    expect(page.versionsOf('patrols')).toEqual([1]);
    server.deliver(server.feed.happen());
    await expect.poll(() => page.versionsOf('incidents')).toEqual([3, 6, 7]);
  });

  it('notices a server that only seems to be there, says so, and recovers', async () => {
    server.feed.isMute = true;
    const fromMs = performance.now();
    await expect.poll(page.state, { timeout: 8_000, interval: 10 }).toMatch(/stale|offline/);
    expect((performance.now() - fromMs) * SPEED).toBeLessThan(STALE_AFTER_MS * 1.5);
    server.feed.happen();
    server.feed.isMute = false;
    await becomes(page, 'live');
    expect(page.versionsOf('incidents')).toEqual([3, 4]);
  });

  it('stays live over a long quiet time by the signs of life', async () => {
    const states: string[] = [];
    page.feed.watch(() => states.push(page.state()));
    await sleep((STALE_AFTER_MS * 2) / SPEED);
    expect(states.length).toBeGreaterThan(2);
    expect(new Set(states)).toEqual(new Set(['live']));
    expect(FAST_CLOCK.nowMs() - (page.feed.getSnapshot().lastHeardAtMs ?? 0)).toBeLessThan(STALE_AFTER_MS);
    expect(page.versionsOf('incidents')).toEqual([3]);
  });

  it('ends as signed out with the session, and asks no more', async () => {
    await server.signOut();
    await becomes(page, 'signed_out');
    await sleep(300);
    const { openings } = server.feed;
    await sleep(400);
    expect(server.feed.openings).toBe(openings);
  });

  it('leaves no connection behind when it is stopped, and none when it is stopped while it opens', async () => {
    page.feed.stop();
    await expect.poll(server.connections).toBe(0);
    page.feed.start();
    page.feed.stop();
    await sleep(300);
    expect(server.connections()).toBe(0);
    server.deliver(server.feed.happen());
    expect(page.versionsOf('incidents')).toEqual([3]);
  });
});

describe('Supabase Realtime alone', () => {
  let stand: RealtimeStandIn;
  let page: Page;
  beforeEach(async () => {
    stand = await startRealtimeStandIn();
    page = openPage(stand);
    await becomes(page, 'live');
  });
  afterEach(async () => {
    page.feed.stop();
    await stand.close();
  });
  const joins = () => stand.server.frames.filter(([, , , event]) => event === 'phx_join');

  it('joins a private channel for each ward in sight, with the account\'s token', () => {
    expect(joins().map(([, , topic]) => topic).sort()).toEqual(['realtime:changes:e/00001', 'realtime:changes:everyone']);
    for (const [, , , , payload] of joins()) {
      expect(payload['config']).toMatchObject({ private: true });
      expect(payload['access_token']).toMatch(/^ey/);
    }
  });

  it('sends a renewed token to every channel', async () => {
    const token = await stand.renewToken();
    const renewals = () => stand.server.frames.filter(([, , , event, payload]) => event === 'access_token' && payload['access_token'] === token).map(([, , topic]) => topic);
    await expect.poll(() => renewals().sort()).toEqual(['realtime:changes:e/00001', 'realtime:changes:everyone']);
    stand.deliver(stand.feed.happen());
    await expect.poll(() => page.versionsOf('incidents')).toEqual([3, 4]);
  });

  it('is offline while a channel is refused, and live once it is not', async () => {
    stand.server.refused.add('realtime:changes:e/00001');
    stand.cut();
    await becomes(page, 'offline');
    await sleep(500);
    expect(page.state()).toBe('offline');
    stand.server.refused.clear();
    await becomes(page, 'live');
  });

  it.each(['phx_error', 'phx_close'])('comes back after %s', async (event) => {
    stand.feed.happen();
    stand.push(event);
    await becomes(page, 'offline');
    await becomes(page, 'live');
    expect(page.versionsOf('incidents')).toEqual([3, 4]);
  });

  it('joins other channels when a cluster changed what is in sight', async () => {
    stand.server.channels = ['changes:everyone', 'changes:e/00002'];
    stand.server.audience = 'two';
    stand.deliver(stand.feed.happen('clusters'));
    await expect.poll(() => joins().map(([, , topic]) => topic)).toContain('realtime:changes:e/00002');
    await becomes(page, 'live');
    await expect.poll(stand.connections).toBe(2);
  });

  it('is signed out when the account opens no channel any more', async () => {
    stand.server.channels = [];
    stand.cut();
    await becomes(page, 'signed_out');
  });
});
