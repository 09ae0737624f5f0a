import { describe, expect, it } from 'vitest';
import type { TopicVersions } from '../../../lib/domain/live';
import type { LiveTransport, TransportEvent } from '../../../lib/domain/live-transport';
import { SharedTransport, type TabChannel, type TabLocks } from '../../../lib/live/browser-shared-feed';
import { LiveFeed } from '../../../lib/live/live-feed';
import { FakeClock } from './fake-clock';
import { topicVersions } from '../../helpers/topic-versions';

interface Waiting {
  readonly held: () => Promise<void>;
  readonly done: (error?: Error) => void;
}

/** `navigator.locks` for one name. */
class FakeLocks implements TabLocks {
  #holder: Waiting | null = null;
  #queue: Waiting[] = [];

  request(_name: string, { signal, steal = false }: { signal?: AbortSignal; steal?: boolean }, held: () => Promise<void>): Promise<unknown> {
    return new Promise<void>((resolve, reject) => {
      const waiting: Waiting = { held, done: (error) => { if (error === undefined) resolve(); else reject(error); } };
      signal?.addEventListener('abort', () => {
        if (!this.#queue.includes(waiting)) return;
        this.#queue = this.#queue.filter((one) => one !== waiting);
        reject(new Error('AbortError'));
      });
      if (steal) {
        this.#holder?.done(new Error('AbortError'));
        this.#holder = null;
        this.#queue.unshift(waiting);
      } else this.#queue.push(waiting);
      this.#next();
    });
  }

  #next(): void {
    if (this.#holder !== null) return;
    const next = this.#queue.shift();
    if (next === undefined) return;
    this.#holder = next;
    const release = (): void => {
      next.done();
      if (this.#holder !== next) return;
      this.#holder = null;
      this.#next();
    };
    void next.held().then(release);
  }
}

/** A BroadcastChannel that delivers at once, to the others only; a frozen tab hears and says nothing. */
class FakeChannels {
  readonly #all = new Set<{ readonly listeners: ((message: MessageEvent<unknown>) => void)[]; readonly isFrozen: () => boolean }>();

  make(isFrozen: () => boolean): TabChannel {
    const own = { listeners: [] as ((message: MessageEvent<unknown>) => void)[], isFrozen };
    this.#all.add(own);
    return {
      addEventListener: (_type, listener) => { own.listeners.push(listener); },
      postMessage: (data) => {
        if (isFrozen()) return;
        for (const other of [...this.#all]) if (other !== own && !other.isFrozen()) for (const listener of other.listeners) listener({ data } as MessageEvent<unknown>);
      },
      close: () => void this.#all.delete(own),
    };
  }
}

const versions = (incidents: number): TopicVersions => topicVersions({ incidents });
const settle = async (): Promise<void> => { for (let turn = 0; turn < 10; turn++) await Promise.resolve(); };

function setUp() {
  const clock = new FakeClock();
  const locks = new FakeLocks();
  const channels = new FakeChannels();
  const streams: { readonly since: number | null; readonly tell: (event: TransportEvent) => void; isOpen: boolean }[] = [];
  const transport: LiveTransport = {
    open: (since, tell) => {
      const stream = { since, tell, isOpen: true };
      streams.push(stream);
      return () => { stream.isOpen = false; };
    },
  };
  const openTab = (own = clock) => {
    const tab = { isFrozen: false, told: [] as number[] };
    const shared = new SharedTransport({ name: 'feed', transport, locks, makeChannel: () => channels.make(() => tab.isFrozen), after: own.after });
    const feed = new LiveFeed(shared, own);
    feed.onChange(({ version }) => tab.told.push(version));
    feed.start();
    return Object.assign(tab, { feed, state: () => feed.getSnapshot().state });
  };
  const open = () => streams.filter(({ isOpen }) => isOpen);
  const say = async (event: TransportEvent) => {
    open()[0]?.tell(event);
    await settle();
  };
  return { clock, streams, open, openTab, say };
}

describe('several tabs', () => {
  it('have one stream, and each hears everything once', async () => {
    const { open, openTab, say } = setUp();
    const tabs = [openTab(), openTab(), openTab()];
    await say({ kind: 'alive', versions: versions(5) });
    await say({ kind: 'change', change: { topic: 'incidents', version: 6, changed: [] } });
    expect(open()).toHaveLength(1);
    for (const tab of tabs) {
      expect(tab.state()).toBe('live');
      expect(tab.told).toEqual([5, 6]);
    }
  });

  it('give a newcomer the versions at once, without a stream', async () => {
    const { open, openTab, say } = setUp();
    openTab();
    await say({ kind: 'alive', versions: versions(5) });
    const late = openTab();
    await settle();
    expect(late.feed.getSnapshot()).toMatchObject({ state: 'live', versions: versions(5) });
    expect(open()).toHaveLength(1);
  });

  it('go on when the tab with the stream is closed: another opens one, from the version it has', async () => {
    const { open, openTab, say } = setUp();
    const [first, second] = [openTab(), openTab()];
    await say({ kind: 'alive', versions: versions(5) });
    first.feed.stop();
    await settle();
    expect(open().map(({ since }) => since)).toEqual([5]);
    await say({ kind: 'change', change: { topic: 'incidents', version: 8, changed: [] } });
    await say({ kind: 'alive', versions: versions(8) });
    expect(second.told).toEqual([5, 8]);
  });

  it('take over from a tab that the browser froze with the stream', async () => {
    const { clock, streams, openTab, say } = setUp();
    const clockOfFrozen = new FakeClock();
    const [frozen, second] = [openTab(clockOfFrozen), openTab()];
    await say({ kind: 'alive', versions: versions(5) });
    frozen.isFrozen = true;
    clock.pass(25_000);
    expect(second.state()).toBe('stale');
    clock.pass(4_000);
    await settle();
    const taken = streams.at(-1);
    expect(taken?.since).toBe(5);
    taken?.tell({ kind: 'alive', versions: versions(9) });
    await settle();
    expect(second.state()).toBe('live');
    expect(second.told).toEqual([5, 9]);
    frozen.isFrozen = false;
    clockOfFrozen.pass(1_000);
    await settle();
    expect(frozen.feed.getSnapshot()).toMatchObject({ state: 'live', versions: versions(9) });
    expect(streams.filter(({ isOpen }) => isOpen)).toHaveLength(1);
  });

  it('do not take the stream from a tab that is there but not connected', async () => {
    const { clock, streams, openTab } = setUp();
    openTab();
    openTab();
    await settle();
    clock.pass(10_000);
    await settle();
    expect(streams).toHaveLength(1);
  });

  it('are all offline when the stream is cut, and one of them opens the next', async () => {
    const { clock, open, openTab, say } = setUp();
    const tabs = [openTab(), openTab(), openTab()];
    await say({ kind: 'alive', versions: versions(5) });
    await say({ kind: 'closed', reason: 'lost' });
    expect(tabs.map((tab) => tab.state())).toEqual(['offline', 'offline', 'offline']);
    clock.pass(2_000);
    await settle();
    expect(open()).toHaveLength(1);
    await say({ kind: 'alive', versions: versions(7) });
    for (const tab of tabs) expect([tab.state(), ...tab.told]).toEqual(['live', 5, 7]);
  });

  it('leave nothing open when all are closed', async () => {
    const { clock, open, openTab, say } = setUp();
    const tabs = [openTab(), openTab(), openTab()];
    await say({ kind: 'alive', versions: versions(5) });
    for (const tab of tabs) tab.feed.stop();
    await settle();
    expect(open()).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});
