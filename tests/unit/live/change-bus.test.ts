import { describe, expect, it } from 'vitest';
import { ChangeBus, type BusEvent, type BusSubscriber, type LiveView } from '../../../lib/live/change-bus';
import { topicVersions } from '../../helpers/topic-versions';

/** A database of one number a ward: the version of its newest incident. */
class FakeDatabase {
  readonly wards = new Map<string, number>();
  asked: string[] = [];
  version = 0;

  write(ward: string): void {
    this.version += 1;
    this.wards.set(ward, this.version);
  }

  view(audience: string, keys: readonly string[] | null, since: number | null): LiveView {
    this.asked.push(audience);
    const seen = [...this.wards].filter(([ward]) => keys === null || keys.includes(ward));
    const versions = topicVersions({ incidents: Math.max(0, ...seen.map(([, version]) => version)) });
    const changed = seen.filter(([, version]) => version > (since ?? Infinity)).map(([id, version]) => ({ id, version }));
    return { audience, keys, versions, changed };
  }
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

function setUp() {
  const database = new FakeDatabase();
  const bus = new ChangeBus({ after: (_, run) => void setTimeout(run, 1), gatherMs: 1 });
  const join = async (audience: string, keys: readonly string[] | null, more: Partial<BusSubscriber> = {}) => {
    const events: BusEvent[] = [];
    const subscriber: BusSubscriber = { read: (since) => Promise.resolve(database.view(audience, keys, since)), tell: (event) => events.push(event), ...more };
    await bus.add(subscriber, null, () => false);
    const told = () => events.flatMap((event) => (event.kind === 'change' ? [[event.change.version, ...event.change.changed.map(({ id }) => id)]] : []));
    return { subscriber, events, told };
  };
  const change = async (ward: string) => {
    database.write(ward);
    bus.notice({ topic: 'incidents', keys: [ward] });
    await tick();
  };
  return { database, bus, join, change };
}

describe('the bus', () => {
  it('asks once for all that see the same, and not at all for whom it does not concern', async () => {
    const { database, join, change } = setUp();
    const all = await Promise.all([join('all', null), join('all', null), join('all', null)]);
    const [a, b] = [await join('a', ['x', 'y']), await join('b', ['z'])];
    database.asked = [];
    await change('x');
    expect(database.asked.sort()).toEqual(['a', 'all']);
    for (const one of [...all, a]) expect(one.told()).toEqual([[1, 'x']]);
    expect(b.told()).toEqual([]);
  });

  it('makes one event of a burst', async () => {
    const { database, bus, join } = setUp();
    const one = await join('all', null);
    for (const ward of ['x', 'y', 'z']) {
      database.write(ward);
      bus.notice({ topic: 'incidents', keys: [ward] });
    }
    await tick();
    expect(one.told()).toEqual([[3, 'x', 'y', 'z']]);
  });

  it('tells nothing when a check finds nothing new', async () => {
    const { bus, join, change } = setUp();
    const one = await join('all', null);
    await change('x');
    bus.checkAll();
    await tick();
    expect(one.told()).toHaveLength(1);
  });

  it('loses no change that happens while a reader joins', async () => {
    const { database, bus, join, change } = setUp();
    const first = await join('all', null);
    let isFirstRead = true;
    const late = await join('all', null, {
      read: async (since) => {
        const view = database.view('all', null, since);
        if (isFirstRead) {
          isFirstRead = false;
          await change('x');
        }
        return view;
      },
    });
    await tick();
    expect(first.told()).toEqual([[1, 'x']]);
    expect(late.told()).toEqual([[1, 'x']]);
    expect(late.events.filter(({ kind }) => kind === 'hello')).toHaveLength(1);
    expect(bus.size).toBe(2);
  });

  it('loses no change either that happens while the first reader of all joins', async () => {
    const { database, bus, join } = setUp();
    let isFirstRead = true;
    const reader = await join('all', null, {
      read: (since) => {
        const view = database.view('all', null, since);
        if (isFirstRead) database.write('x');
        if (isFirstRead) bus.notice({ topic: 'incidents', keys: ['x'] });
        isFirstRead = false;
        return Promise.resolve(view);
      },
    });
    await tick();
    expect(reader.told()).toEqual([[1, 'x']]);
  });

  it('asks another member when one can not say, and tries again when nobody can', async () => {
    const { database, bus, join, change } = setUp();
    let isBroken = false;
    const read = (since: number | null): Promise<LiveView> => (isBroken ? Promise.reject(new Error('expired')) : Promise.resolve(database.view('all', null, since)));
    const broken = await join('all', null, { read });
    const whole = await join('all', null);
    isBroken = true;
    await change('x');
    expect(broken.told()).toEqual([[1, 'x']]);
    bus.remove(whole.subscriber);
    await change('y');
    expect(broken.told()).toHaveLength(1);
    isBroken = false;
    await tick();
    expect(broken.told()).toEqual([[1, 'x'], [2, 'y']]);
  });

  it('never tells others what a member sees whose rights have changed', async () => {
    const { database, join, change } = setUp();
    let audience = 'officer';
    const promoted = await join('officer', ['x'], { read: (since) => Promise.resolve(database.view(audience, audience === 'all' ? null : ['x'], since)) });
    const other = await join('officer', ['x']);
    audience = 'all';
    database.write('hidden');
    await change('x');
    expect(promoted.events.at(-1)).toEqual({ kind: 'bye', reason: 'moved' });
    expect(other.told()).toEqual([[2, 'x']]);
  });

  it('ends the stream of one that is asked itself and sees other things now, whoever speaks for the others', async () => {
    const { bus, database, join } = setUp();
    const speaker = await join('all', null);
    let audience = 'all';
    const demoted = await join('all', null, { read: (since) => Promise.resolve(database.view(audience, null, since)) });
    await bus.recheckOne(demoted.subscriber);
    expect(bus.size).toBe(2);
    audience = 'officer';
    await bus.recheck();
    expect(bus.size).toBe(2);
    await bus.recheckOne(demoted.subscriber);
    expect(demoted.events.at(-1)).toEqual({ kind: 'bye', reason: 'moved' });
    expect([bus.size, speaker.events.at(-1)?.kind]).toEqual([1, 'hello']);
  });

  it('forgets whoever leaves, also while joining', async () => {
    const { bus, join, change, database } = setUp();
    const { subscriber, events } = await join('all', null);
    bus.remove(subscriber);
    bus.remove(subscriber);
    const gone: BusEvent[] = [];
    await bus.add({ read: () => Promise.resolve(database.view('all', null, null)), tell: (event) => gone.push(event) }, null, () => true);
    await change('x');
    bus.beat();
    expect(events.map(({ kind }) => kind)).toEqual(['hello']);
    expect(gone).toEqual([]);
    expect([bus.size, bus.audienceCount]).toEqual([0, 0]);
  });

  it('beats for everybody with the versions of their own', async () => {
    const { bus, join, change } = setUp();
    const [all, blind] = [await join('all', null), await join('b', ['z'])];
    await change('x');
    bus.beat();
    expect(all.events.at(-1)).toMatchObject({ kind: 'beat', versions: { incidents: 1 } });
    expect(blind.events.at(-1)).toMatchObject({ kind: 'beat', versions: { incidents: 0 } });
  });
});
