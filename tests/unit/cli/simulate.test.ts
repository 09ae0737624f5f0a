import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { newIncidentSchema, type NewIncident } from '../../../lib/domain/incident';
import { drawReport, drawWalkIn } from '../../../lib/cli/simulate/draw-report';
import { formatSummary, quantileOf } from '../../../lib/cli/simulate/format-summary';
import type { Ground } from '../../../lib/cli/simulate/read-ground';
import { readSimulateOptions } from '../../../lib/cli/simulate/read-options';
import { createSeededRandom } from '../../../lib/cli/simulate/seeded-random';

const [WEST, EAST] = ['00001', '00002'];
const BORDER = { wards: [WEST, EAST] as [string, string], lengthMetres: 1_107, lines: [[[105.81, 21], [105.81, 21.01]]] as [number, number][][] };
const GROUND: Ground = { bound: [BORDER], borders: [BORDER], ownWards: null, focusPlaces: [{ name: 'Cầu', centre: [105.81, 21.005], radiusMetres: 125, wards: BORDER.wards }] };
const NOW = Date.parse('2026-11-22T14:00:00Z');

describe('the command line of npm run simulate', () => {
  it('has a default for everything', () => {
    expect(readSimulateOptions([])).toEqual({ url: 'http://localhost:3000', account: 'analyst@demo.local', password: 'giap-ranh-demo', perMinute: 12, minutes: null, once: null, seed: null });
  });
  it('takes what is given', () => {
    expect(readSimulateOptions(['--rate', '60/min', '--minutes', '1.5', '--once', '7', '--seed', '3', '--url', 'https://x.test:8/path', '--account', 'a@b.c', '--password', 'p']))
      .toEqual({ url: 'https://x.test:8', account: 'a@b.c', password: 'p', perMinute: 60, minutes: 1.5, once: 7, seed: 3 });
  });
  it.each([['--rate', '0'], ['--rate', 'fast'], ['--rate', ''], ['--minutes', '-1'], ['--once', '1.5'], ['--seed', '-1'], ['--url', 'localhost:3000'], ['--url', 'x']])('refuses %s %s', (name, value) => {
    expect(() => readSimulateOptions([`${name}=${value}`])).toThrow(name);
  });
});

describe('drawing incidents', () => {
  const draw = (seed: number, count: number) => {
    const random = createSeededRandom(seed);
    return Array.from({ length: count }, () => drawReport(random, GROUND, NOW));
  };
  const metresEast = ({ lon, lat }: Pick<NewIncident, 'lon' | 'lat'>) => (lon - 105.81) * 111_000 * Math.cos((lat * Math.PI) / 180);

  it('repeats for a seed and differs for another', () => {
    expect(draw(5, 20)).toEqual(draw(5, 20));
    expect(draw(6, 20)).not.toEqual(draw(5, 20));
  });

  it('makes reports that the API takes, none from the future, all near the border', () => {
    for (const { report } of draw(1, 500)) {
      expect(newIncidentSchema.safeParse(report).error).toBeUndefined();
      expect(Date.parse(report.occurredAt)).toBeLessThanOrEqual(NOW);
      if (report.detectedAt !== undefined) expect(Date.parse(report.detectedAt)).toBeLessThanOrEqual(NOW);
      expect((report.detectedBy === undefined) === (report.source !== 'patrol')).toBe(true);
      expect(Math.abs(metresEast(report))).toBeLessThan(126);
    }
  });

  it('lets a share of them walk over the border: the other side, 5 to 20 minutes later, detected by the other ward', () => {
    const drawn = draw(2, 500).filter(({ walkIn }) => walkIn !== null);
    expect(drawn.length).toBeGreaterThan(30);
    for (const { report, walkIn } of drawn) {
      if (walkIn === null) continue;
      const second = drawWalkIn(createSeededRandom(1), GROUND, walkIn, WEST ?? null, NOW);
      expect(newIncidentSchema.safeParse(second).success).toBe(true);
      expect(metresEast(second)).toBeCloseTo(-metresEast(report), 0);
      const minutes = (Date.parse(second.occurredAt) - Date.parse(report.occurredAt)) / 60_000;
      expect(minutes).toBeGreaterThanOrEqual(4.99);
      expect(minutes).toBeLessThanOrEqual(20.01);
      expect([EAST, undefined]).toContain(second.detectedBy);
      expect(second.category).toBe(report.category);
    }
  });

  it('keeps an officer to what the own unit detected', () => {
    const random = createSeededRandom(3);
    const named = Array.from({ length: 200 }, () => drawReport(random, { ...GROUND, ownWards: [EAST ?? ''] }, NOW).report.detectedBy);
    expect([...new Set(named)].sort()).toEqual([EAST, undefined]);
  });

  it('follows the hours: racing by night, stalls on the pavement by day', () => {
    const share = (hour: string, category: string) => {
      const random = createSeededRandom(4);
      return Array.from({ length: 1_000 }, () => drawReport(random, GROUND, Date.parse(`2026-11-22T${hour}:30:00+07:00`)).report.category).filter((one) => one === category).length;
    };
    expect(share('23', 'racing')).toBeGreaterThan(5 * share('10', 'racing'));
    expect(share('10', 'encroachment')).toBeGreaterThan(5 * share('23', 'encroachment'));
  });
});

describe('the summary', () => {
  it('takes quantiles by nearest rank', () => {
    expect([quantileOf([], 0.5), quantileOf([5], 0.95), quantileOf([4, 1, 3, 2], 0.5), quantileOf(Array.from({ length: 100 }, (_, i) => 100 - i), 0.95)]).toEqual([null, 5, 2, 95]);
  });
  it('says what was sent, and that nothing answered', () => {
    expect(formatSummary({ sent: 3, recorded: 2, refused: 1, walkIns: 1, answersMs: [10, 20, 400] })).toBe('3 sent, 2 recorded (1 after a walk over a border), 1 refused; answer median 20 ms, p95 400 ms');
    expect(formatSummary({ sent: 0, recorded: 0, refused: 0, walkIns: 0, answersMs: [] })).toContain('no answers');
  });
});

interface StandIn { readonly url: string; readonly reports: NewIncident[]; readonly server: Server; signIns: number }
let open: StandIn | undefined;
afterEach(() => { open?.server.closeAllConnections(); open?.server.close(); open = undefined; });

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? null : JSON.parse(text);
}

/** A small server that answers as the real one does, for the routes the simulator uses. */
async function standIn({ role = 'analyst', refuseEvery = Infinity, expireFirst = false } = {}): Promise<StandIn> {
  const day = { from: null, to: null };
  const cluster = { id: 'c', editionId: 'e', termFrom: '2020-01-01', termTo: null, members: [{ wardCode: WEST, ...day }, { wardCode: EAST, ...day }], focusAreas: [{ id: 'f', name: 'Cầu', ...day, shape: { kind: 'circle', centre: [105.81, 21.005], radiusMetres: 100 } }] };
  const answers: Record<string, unknown> = {
    '/api/me': { role, wards: [{ editionId: 'e', code: WEST }] },
    '/api/editions': { editions: [{ id: 'old', effectiveFrom: '2000-01-01', effectiveTo: '2019-12-31' }, { id: 'e', effectiveFrom: '2020-01-01', effectiveTo: null }] },
    '/api/editions/e/arcs': { features: [{ properties: { wardA: WEST, wardB: EAST, lengthMetres: 1107 }, geometry: { coordinates: BORDER.lines } }] },
    '/api/clusters': { clusters: [cluster] },
  };
  const reports: NewIncident[] = [];
  const state: Partial<StandIn> & { signIns: number } = { reports, signIns: 0 };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const send = (status: number, answer: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(typeof answer === 'string' ? answer : JSON.stringify(answer));
      const path = (request.url ?? '').split('?')[0] ?? '';
      if (path === '/sign-in') return send(200, '<script>"sb_publishable_abc"</script>');
      if (path === '/auth/v1/token') {
        state.signIns++;
        const { password } = body as { password: string };
        return password === 'right' && request.headers.apikey === 'sb_publishable_abc' ? send(200, { access_token: `t${String(state.signIns)}` }) : send(400, { error_code: 'invalid_credentials' });
      }
      if (request.headers.authorization === undefined || (expireFirst && path === '/api/incidents' && request.headers.authorization === 'Bearer t1')) return send(401, { detail: 'sign in' });
      if (path !== '/api/incidents') return send(path in answers ? 200 : 404, answers[path] ?? {});
      reports.push(newIncidentSchema.parse(body));
      if (reports.length % refuseEvery === 0) return send(422, { detail: 'not today' });
      return send(201, { borderZone: true, ownership: { owner: { code: WEST, name: 'Phường A' } }, lead: { ward: { code: EAST, name: 'Phường B' }, reason: 'first_detector', assists: [1] } });
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  open = Object.assign(state, { server, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` }) as StandIn;
  return open;
}

/** Runs the command; `interruptAfter`: SIGINT once so many lines have been printed. */
function simulate(args: readonly string[], interruptAfter = Infinity): Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/simulate.ts', ...args]);
    let [stdout, stderr] = ['', ''];
    let interrupted = false;
    child.stdout.on('data', (part) => {
      stdout += String(part);
      if (!interrupted && stdout.split('\n').length > interruptAfter) { interrupted = true; child.kill('SIGINT'); }
    });
    child.stderr.on('data', (part) => { stderr += String(part); });
    child.on('close', (status) => { resolve({ status, stdout, stderr }); });
  });
}

describe('npm run simulate', () => {
  it('sends the number of reports asked for, each with an id of its own, and says what became of them', async () => {
    const { url, reports } = await standIn({ refuseEvery: 10 });
    const { status, stdout, stderr } = await simulate(['--url', url, '--password', 'right', '--once', '30', '--seed', '2']);
    expect([status, reports.length, new Set(reports.map(({ id }) => id)).size]).toEqual([0, 30, 30]);
    expect(stdout.split('\n').filter((line) => line.includes('refused 422') && line.includes('not today'))).toHaveLength(3);
    expect(stdout).toContain('↪ over the border:');
    expect(stdout).toContain('Phường B leads, first_detector, 1 assist');
    expect(stderr).toMatch(/30 sent, 27 recorded \([1-9]\d* after a walk over a border\), 3 refused; answer median \d+ ms, p95 \d+ ms\n$/);
  });

  it('keeps to the rate, and ends in order when interrupted', async () => {
    const { url, reports } = await standIn();
    const startMs = Date.now();
    const { status, stderr } = await simulate(['--url', url, '--password', 'right', '--rate', '600'], 6);
    expect(status).toBe(0);
    expect(stderr).toContain(`${String(reports.length)} sent, ${String(reports.length)} recorded`);
    expect(reports.length).toBeGreaterThanOrEqual(6);
    expect(reports.length).toBeLessThanOrEqual(2 + (Date.now() - startMs) / 100);
  });

  it('ends after the minutes asked for', async () => {
    const { url, reports } = await standIn();
    expect((await simulate(['--url', url, '--password', 'right', '--rate', '600', '--minutes', '0.01'])).status).toBe(0);
    expect(reports).toHaveLength(6);
  });

  it('signs in again when the session has run out', async () => {
    const server = await standIn({ expireFirst: true });
    expect((await simulate(['--url', server.url, '--password', 'right', '--once', '3'])).status).toBe(0);
    expect([server.reports.length, server.signIns]).toEqual([3, 2]);
  });

  it.each<[string, () => Promise<string[]>, string]>([
    ['nobody answers', () => Promise.resolve(['--url', 'http://127.0.0.1:9']), 'no server answers at http://127.0.0.1:9'],
    ['the sign-in is refused', async () => ['--url', (await standIn()).url, '--password', 'wrong'], 'can not sign in'],
    ['the account only looks on', async () => ['--url', (await standIn({ role: 'viewer' })).url, '--password', 'right'], 'only looks on'],
    ['an argument is wrong', () => Promise.resolve(['--rate', 'many']), '--rate must be a number'],
    ['an option is not known', () => Promise.resolve(['--speed', '3']), 'speed'],
  ])('ends with one line and 2 when %s', async (_, args, message) => {
    const { status, stdout, stderr } = await simulate(await args());
    expect([status, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toContain(message);
  });

  it('gives up when the server goes away', async () => {
    const { url, server, reports } = await standIn();
    const running = simulate(['--url', url, '--password', 'right', '--rate', '1200']);
    while (reports.length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    server.close();
    server.closeAllConnections();
    const { status, stderr } = await running;
    expect([status, stderr.includes('no server answers')]).toEqual([2, true]);
  });
});
