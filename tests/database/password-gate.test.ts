import { describe, expect, it } from 'vitest';
import { PasswordGate } from '../../lib/db/api/password-gate';
import { TokenBuckets } from '../../lib/db/api/token-buckets';
import { WorkGate } from '../../lib/db/api/work-gate';

const wrong = (): Promise<Response> => Promise.resolve(new Response(null, { status: 400 }));
const right = (): Promise<Response> => Promise.resolve(new Response(null, { status: 200 }));

/** A gate with a clock of its own. */
function openGate(): { now: { ms: number }; statusOf: (account: string, work?: () => Promise<Response>) => Promise<number> } {
  const now = { ms: 0 };
  const gate = new PasswordGate(() => now.ms, 0);
  return { now, statusOf: async (account, work = wrong) => (await gate.check(account, work)).status };
}

async function statusesOf(count: number, one: (i: number) => Promise<number>): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < count; i++) statuses.push(await one(i));
  return statuses;
}

describe('wrong passwords', () => {
  it('are 20 for one account, however it is spelt, then one every 3 s', async () => {
    const { now, statusOf } = openGate();
    expect(await statusesOf(21, (i) => statusOf(i % 2 === 0 ? 'A@b.c' : ' a@B.C '))).toEqual([...Array<number>(20).fill(400), 429]);
    now.ms = 2_999;
    expect(await statusOf('a@b.c')).toBe(429);
    now.ms = 3_000;
    expect([await statusOf('a@b.c'), await statusOf('a@b.c')]).toEqual([400, 429]);
    now.ms = 3_600_000;
    expect(await statusesOf(21, () => statusOf('a@b.c'))).toEqual([...Array<number>(20).fill(400), 429]);
  });

  it('say when to try again, in whole seconds', async () => {
    const gate = new PasswordGate(() => 0, 0);
    for (let i = 0; i < 20; i++) await gate.check('a', wrong);
    expect(await gate.check('a', wrong)).toMatchObject({ status: 429, retryAfterSeconds: 3 });
  });

  it('are 60 for all accounts together, then five a second', async () => {
    const { now, statusOf } = openGate();
    expect((await statusesOf(61, (i) => statusOf(`account ${i}`))).at(-1)).toBe(429);
    now.ms = 1_000;
    expect(await statusesOf(6, (i) => statusOf(`late ${i}`))).toEqual([400, 400, 400, 400, 400, 429]);
  });
});

describe('right passwords', () => {
  it('use up nothing of the account\'s attempts', async () => {
    const { now, statusOf } = openGate();
    for (let i = 0; i < 50; i++) expect(await statusOf('a@b.c', right)).toBe(200);
    now.ms = 1;
    expect(await statusOf('a@b.c')).toBe(400);
  });
});

describe('work at once', () => {
  it('is two pieces and thirty that wait, in their order; more are sent away', async () => {
    const gate = new WorkGate(2, 30);
    const ends: (() => void)[] = [];
    let most = 0;
    const order: number[] = [];
    const all = Array.from({ length: 40 }, (_, i) => gate.run(async () => {
      order.push(i);
      await new Promise<void>((resolve) => { ends.push(resolve); });
      return i;
    }));
    for (let done = 0; done < 32; done++) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      most = Math.max(most, ends.length - done);
      ends[done]?.();
    }
    expect(await Promise.all(all)).toEqual(Array.from({ length: 40 }, (_, i) => (i < 32 ? i : null)));
    expect(most).toBe(2);
    expect(order).toEqual(Array.from({ length: 32 }, (_, i) => i));
  });

  it('goes on after a piece that failed', async () => {
    const gate = new WorkGate(1, 1);
    await expect(gate.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await gate.run(() => Promise.resolve('next'))).toBe('next');
  });
});

describe('buckets', () => {
  it('of made-up keys do not pile up, and a clock that goes back gives nothing', () => {
    const buckets = new TokenBuckets({ burst: 1, refillMs: 1_000 });
    expect([buckets.take('kept', 5_000), buckets.take('kept', 0)]).toEqual([0, 1_000]);
    for (let i = 0; i < 10_000; i++) buckets.take(`made up ${i}`, 0);
    expect(buckets.take('made up 9999', 0)).toBe(1_000);
    expect(buckets.take('kept', 0)).toBe(0); // forgotten: the longest unused
  });
});
