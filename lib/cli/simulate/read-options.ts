import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error';

/** What the command line of `npm run simulate` asks for. */
export interface SimulateOptions {
  readonly url: string;
  readonly account: string;
  readonly password: string;
  readonly perMinute: number;
  /** Null: until stopped. */
  readonly minutes: number | null;
  /** Reports to send one after the other, without pauses; null: by rate and time. */
  readonly once: number | null;
  /** Null: chance of its own each time. */
  readonly seed: number | null;
}

const USAGE = 'npm run simulate -- [--rate N/min] [--minutes M] [--once N] [--seed S] [--url http://localhost:3000] [--account A] [--password P]';

/**
 * Reads the command line.
 *
 * @throws UsageError for what no run can be made of.
 */
export function readSimulateOptions(argv: readonly string[]): SimulateOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { rate: text, minutes: text, once: text, seed: text, url: text, account: text, password: text, help: { type: 'boolean' } },
  });
  if (values.help === true) throw new UsageError(`usage: ${USAGE}`);
  return {
    url: readUrl(values.url ?? 'http://localhost:3000'),
    account: values.account ?? 'analyst@demo.local',
    password: values.password ?? 'giap-ranh-demo',
    perMinute: readNumber('--rate', (values.rate ?? '12').replace(/\s*\/\s*min$/, ''), 0.1, 6_000),
    minutes: values.minutes === undefined ? null : readNumber('--minutes', values.minutes, 0.01, 100_000),
    once: values.once === undefined ? null : readWhole('--once', values.once, 1, 100_000),
    seed: values.seed === undefined ? null : readWhole('--seed', values.seed, 0, 4_294_967_295),
  };
}

function readNumber(name: string, text: string, low: number, high: number): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value) || value < low || value > high) throw new UsageError(`${name} must be a number between ${String(low)} and ${String(high)}, not "${text}"`);
  return value;
}

function readWhole(name: string, text: string, low: number, high: number): number {
  const value = readNumber(name, text, low, high);
  if (!Number.isInteger(value)) throw new UsageError(`${name} must be a whole number, not "${text}"`);
  return value;
}

function readUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new UsageError(`--url must be an http address, not "${text}"`);
  return new URL(text).origin;
}
