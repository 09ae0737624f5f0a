import { describe, expect, it } from 'vitest';
import { STALE_AFTER_MS, type LiveChange, type TopicVersions } from '../../../lib/domain/live';
import type { LiveTransport, TransportEvent } from '../../../lib/domain/live-transport';
import { LiveFeed } from '../../../lib/live/live-feed';
import { FakeClock } from './fake-clock';
import { topicVersions } from '../../helpers/topic-versions';

/** A transport whose server is the test. */
class FakeTransport implements LiveTransport {
  readonly openings: { readonly since: number | null; readonly tell: (event: TransportEvent) => void; isClosed: boolean }[] = [];

  open(since: number | null, tell: (event: TransportEvent) => void): () => void {
    const opening = { since, tell, isClosed: false };
    this.openings.push(opening);
    return () => { opening.isClosed = true; };
  }

  get last() {
    const last = this.openings.at(-1);
    if (last === undefined) throw new Error('nothing was opened');
    return last;
  }
}

const versions = (incidents: number, more: Partial<TopicVersions> = {}): TopicVersions => topicVersions({ incidents, clusters: 1, ...more });
const change = (version: number, ids: readonly string[] = [`i${String(version)}`]): TransportEvent =>
  ({ kind: 'change', change: { topic: 'incidents', version, changed: ids.map((id) => ({ id, version })) } });
const alive = (told: TopicVersions): TransportEvent => ({ kind: 'alive', versions: told });

function setUp() {
  const clock = new FakeClock();
  const transport = new FakeTransport();
  const feed = new LiveFeed(transport, clock);
  const changes: LiveChange[] = [];
  feed.onChange((one) => changes.push(one));
  feed.start();
  return { clock, transport, feed, changes, state: () => feed.getSnapshot().state };
}

/** Beats every 10 s for a while. */
function beatFor(minutes: number, { clock, transport }: ReturnType<typeof setUp>, told: TopicVersions): void {
  for (let beat = 0; beat < minutes * 6; beat++) {
    clock.pass(10_000);
    transport.last.tell(alive(told));
  }
}

describe('the feed of a page', () => {
  it('connects, and reports every topic once, for what was fetched before may be older', () => {
    const { transport, feed, changes, state, clock } = setUp();
    expect(state()).toBe('connecting');
    expect(transport.last.since).toBeNull();
    transport.last.tell(alive(versions(7)));
    expect(feed.getSnapshot()).toEqual({ state: 'live', lastHeardAtMs: clock.nowMs(), versions: versions(7) });
    expect(changes.map(({ topic, version }) => `${topic} ${String(version)}`)).toEqual(['incidents 7', 'clusters 1']);
  });

  it('reports a change with its ids, once, however often it is told', () => {
    const { transport, feed, changes } = setUp();
    transport.last.tell(alive(versions(7)));
    changes.length = 0;
    transport.last.tell(change(8));
    transport.last.tell(change(8));
    transport.last.tell(alive(versions(8)));
    expect(changes).toEqual([{ topic: 'incidents', version: 8, changed: [{ id: 'i8', version: 8 }] }]);
    expect(feed.getSnapshot().versions?.incidents).toBe(8);
  });

  it('notices by the beat what it was never told', () => {
    const { transport, changes } = setUp();
    transport.last.tell(alive(versions(7)));
    changes.length = 0;
    transport.last.tell(alive(versions(9, { notes: 4 })));
    expect(changes).toEqual([{ topic: 'incidents', version: 9, changed: [] }, { topic: 'notes', version: 4, changed: [] }]);
  });

  it.each([['a minute', 60_000], ['an hour', 3_600_000]])('catches up after a cut of %s: resumes at its version, nothing missed, nothing doubled', (_, cutMs) => {
    const { clock, transport, changes, state } = setUp();
    transport.last.tell(alive(versions(7)));
    transport.last.tell(change(8));
    changes.length = 0;
    const endMs = clock.nowMs() + cutMs;
    transport.last.tell({ kind: 'closed', reason: 'lost' });
    expect(state()).toBe('offline');
    while (clock.nowMs() < endMs) {
      clock.pass(1_000);
      if (!transport.last.isClosed) transport.last.tell({ kind: 'closed', reason: 'lost' });
    }
    expect(transport.openings.length).toBeLessThan(8 + cutMs / 10_000);
    clock.pass(15_000);
    expect(transport.last.since).toBe(8);
    transport.last.tell(change(12, ['a', 'b']));
    transport.last.tell(alive(versions(12, { clusters: 2 })));
    expect(state()).toBe('live');
    expect(changes.map(({ topic, version, changed }) => [topic, version, changed.length])).toEqual([['incidents', 12, 2], ['clusters', 2, 0]]);
  });

  it('says that it is stale after too long a silence, drops the connection and opens another', () => {
    const page = setUp();
    const { clock, transport, state } = page;
    transport.last.tell(alive(versions(7)));
    beatFor(5, page, versions(7));
    const silent = transport.last;
    clock.pass(STALE_AFTER_MS - 1);
    expect(state()).toBe('live');
    clock.pass(1);
    expect(state()).toBe('stale');
    expect(silent.isClosed).toBe(true);
    silent.tell(alive(versions(99)));
    expect(state()).toBe('stale');
    transport.last.tell(alive(versions(7)));
    expect(state()).toBe('live');
  });

  it('is offline, not stale, when it never heard anything', () => {
    const { clock, state } = setUp();
    clock.pass(STALE_AFTER_MS);
    expect(state()).toBe('offline');
  });

  it('does not trust a connection over which a frozen tab or a sleeping machine heard nothing', () => {
    const { clock, transport, feed, state } = setUp();
    transport.last.tell(alive(versions(7)));
    clock.sleep(600_000);
    feed.wake();
    expect(state()).toBe('stale');
    expect(transport.openings).toHaveLength(2);
    expect(transport.last.since).toBe(7);
    transport.last.tell(alive(versions(7)));
    feed.wake();
    expect(transport.openings).toHaveLength(2);
  });

  it('tries at once when it is woken while it waits', () => {
    const { clock, transport, feed } = setUp();
    for (let failure = 0; failure < 6; failure++) {
      transport.last.tell({ kind: 'closed', reason: 'lost' });
      clock.pass(15_000);
    }
    transport.last.tell({ kind: 'closed', reason: 'lost' });
    const before = transport.openings.length;
    feed.wake();
    expect(transport.openings).toHaveLength(before + 1);
  });

  it('waits longer after each failure, at most 15 s', () => {
    const { clock, transport } = setUp();
    const pausesMs = Array.from({ length: 7 }, () => {
      transport.last.tell({ kind: 'closed', reason: 'lost' });
      const openings = transport.openings.length;
      const fromMs = clock.nowMs();
      while (transport.openings.length === openings) clock.pass(50);
      return clock.nowMs() - fromMs;
    });
    expect(pausesMs).toEqual([750, 1_500, 3_000, 6_000, 11_250, 11_250, 11_250]);
  });

  it('comes back within a second when the server asks it to, without a word about being offline', () => {
    const { clock, transport, state } = setUp();
    transport.last.tell(alive(versions(7)));
    transport.last.tell({ kind: 'closed', reason: 'renew' });
    expect(state()).toBe('live');
    clock.pass(1_000);
    expect(transport.openings).toHaveLength(2);
  });

  it('stays away once signed out, until somebody comes back to the page', () => {
    const { clock, transport, feed, state } = setUp();
    transport.last.tell({ kind: 'closed', reason: 'signed_out' });
    expect(state()).toBe('signed_out');
    clock.pass(3_600_000);
    expect(transport.openings).toHaveLength(1);
    feed.wake();
    expect(transport.openings).toHaveLength(2);
  });

  it('leaves no timer and no connection behind when it is stopped, and starts again', () => {
    const { clock, transport, feed } = setUp();
    transport.last.tell(alive(versions(7)));
    feed.stop();
    expect(transport.last.isClosed).toBe(true);
    expect(clock.pending).toBe(0);
    feed.wake();
    expect(transport.openings).toHaveLength(1);
    feed.start();
    expect(transport.last.since).toBe(7);
  });

  it('follows versions that went back, as after a restored backup', () => {
    const { transport, changes, feed } = setUp();
    transport.last.tell(alive(versions(70)));
    changes.length = 0;
    transport.last.tell(alive(versions(5)));
    expect(changes).toEqual([{ topic: 'incidents', version: 5, changed: [] }]);
    expect(feed.getSnapshot().versions?.incidents).toBe(5);
  });
});
