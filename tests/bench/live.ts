import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchTable } from './bench-table';
import { startLiveServer, type LiveServer } from './live-server';
import { openScreen, pollScreen, Sightings } from './live-screens';

const SCREENS = 500;
const ACCOUNTS = 50;
const INSERTS = 200;
const POLLED_INSERTS = 20;
const POLL_MS = 15_000;
const COME_AND_GO = 5_000;
/** A leak would grow with each round; a heap that was made larger once would not. */
const ROUNDS = 3;
const LONGEST_WAIT_MS = 30_000;

const MEGABYTE = 1024 * 1024;
const quantile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;

const inMegabytes = (bytes: readonly number[]): string => `${bytes.map((one) => (one / MEGABYTE).toFixed(0)).join(' → ')} MB`;

/** Reports one incident at the bridge where the three wards meet; gives when it was sent. */
async function insert({ url, reporter }: LiveServer, id: string): Promise<number> {
  const sentMs = performance.now();
  const body = { id, category: 'theft', source: 'camera', occurredAt: new Date().toISOString(), lon: 105.80616, lat: 21.038981 };
  const response = await fetch(`${url}/api/incidents`, {
    method: 'POST', headers: { authorization: `Bearer ${reporter}`, 'content-type': 'application/json' }, body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(`the report was refused: ${String(response.status)} ${await response.text()}`);
  return sentMs;
}

/** Reports incidents one after the other; how long each took from sending to the last of all screens, in ms. */
async function measureDelays(server: LiveServer, sightings: Sightings, count: number, pauseMs: number): Promise<{ delaysMs: number[]; missed: number }> {
  const sent = new Map<string, number>();
  for (let number = 0; number < count; number++) {
    const id = randomUUID();
    sent.set(id, await insert(server, id));
    await sleep(pauseMs);
  }
  const deadline = performance.now() + LONGEST_WAIT_MS;
  while (performance.now() < deadline && [...sent.keys()].some((id) => sightings.countOf(id) < SCREENS)) await sleep(50);
  const missed = [...sent.keys()].reduce((sum, id) => sum + SCREENS - sightings.countOf(id), 0);
  return { delaysMs: [...sent].map(([id, sentMs]) => sightings.lastOf(id) - sentMs), missed };
}

const tokenOf = ({ tokens }: LiveServer, number: number): string => tokens[number % tokens.length] ?? '';

async function openMany(server: LiveServer, count: number, onId: (id: string, screen: number) => void): Promise<(() => void)[]> {
  const cuts: (() => void)[] = [];
  for (let first = 0; first < count; first += 50) {
    const batch = Array.from({ length: Math.min(50, count - first) }, (_, place) => first + place);
    cuts.push(...(await Promise.all(batch.map((screen) => openScreen(server.url, tokenOf(server, screen), (id) => { onId(id, screen); })))));
  }
  return cuts;
}

async function waitForStreams(server: LiveServer, count: number): Promise<number> {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  let streams = await server.streams();
  while (streams !== count && performance.now() < deadline) {
    await sleep(200);
    streams = await server.streams();
  }
  return streams;
}

/** The feed: delays, memory a stream, and what is left of thousands that came and were cut without a word. */
async function measureFeed(server: LiveServer) {
  const sightings = new Sightings();
  await Promise.all((await openMany(server, 100, () => undefined)).map((cut) => { cut(); }));
  await waitForStreams(server, 0);
  await sleep(3_000);
  const empty = await server.memory();
  const cuts = await openMany(server, SCREENS, (id, screen) => { sightings.note(id, screen); });
  await sleep(3_000);
  const full = await server.memory();
  const delays = await measureDelays(server, sightings, INSERTS, 50);
  const memory = [await server.memory()];
  let remaining = SCREENS;
  for (let round = 0; round < ROUNDS; round++) {
    for (let gone = 0; gone < COME_AND_GO; gone += 100) for (const cut of await openMany(server, 100, () => undefined)) cut();
    remaining = await waitForStreams(server, SCREENS);
    await sleep(10_000);
    memory.push(await server.memory());
  }
  for (const cut of cuts) cut();
  const left = await waitForStreams(server, 0);
  return { ...delays, bytesAStream: (full.usedBytes - empty.usedBytes) / SCREENS, memory, remaining, left };
}

/** The peer: the same screens, each asking every 15 s. */
async function measurePolling(server: LiveServer) {
  const sightings = new Sightings();
  let requests = 0;
  const newest = await newestVersion(server);
  const startMs = performance.now();
  const running = Array.from({ length: SCREENS }, (_, screen) =>
    pollScreen(server.url, tokenOf(server, screen), POLL_MS, newest, (id) => { sightings.note(id, screen); }, () => { requests += 1; }));
  await sleep(POLL_MS);
  const { delaysMs, missed } = await measureDelays(server, sightings, POLLED_INSERTS, 500);
  for (const stop of running) stop();
  return { delaysMs, missed, requestsASecond: requests / ((performance.now() - startMs) / 1000) };
}

async function newestVersion({ url, tokens }: LiveServer): Promise<number> {
  const response = await fetch(`${url}/api/live`, { headers: { authorization: `Bearer ${tokens[0] ?? ''}` } });
  const reader = response.body?.getReader();
  const text = new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();
  return Number(/"incidents":(\d+)/.exec(text)?.[1] ?? 0);
}

/** The change feed beside polling: how late 500 screens see a report, and what it costs. */
export async function benchLive(): Promise<BenchTable> {
  const server = await startLiveServer(ACCOUNTS);
  try {
    const feed = await measureFeed(server);
    const polling = await measurePolling(server);
    const [feedHalf, pollHalf] = [quantile(feed.delaysMs, 0.5), quantile(polling.delaysMs, 0.5)];
    return {
      title: `Live: a report until the last of ${String(SCREENS)} screens has it`,
      columns: ['way', 'p50', 'p99', 'not seen', 'requests a second while nothing happens', 'p50 as ratio'],
      rows: [
        ['change feed (SSE)', milliseconds(feedHalf), milliseconds(quantile(feed.delaysMs, 0.99)), String(feed.missed), '0', '1'],
        [`asking every ${String(POLL_MS / 1000)} s (as before)`, milliseconds(pollHalf), milliseconds(quantile(polling.delaysMs, 0.99)), String(polling.missed), polling.requestsASecond.toFixed(1), (pollHalf / feedHalf).toFixed(0)],
      ],
      notes: [
        `${String(INSERTS)} reports by POST /api/incidents, 50 ms apart, from sending to the last screen; ${String(POLLED_INSERTS)} for the peer. Screens, server and database share this machine.`,
        `Screens: ${String(ACCOUNTS)} accounts, two of five see everything, the others are officers of three wards.`,
        `Memory: ${(feed.bytesAStream / 1024).toFixed(0)} KB in use in the server for each stream, after a collection of garbage.`,
        `${String(ROUNDS)} times ${String(COME_AND_GO)} further streams came and were cut without a word: ${String(feed.remaining)} of ${String(SCREENS)} streams are left, and ${String(feed.left)} once those went too. In use before and after each time: ${inMegabytes(feed.memory.map(({ usedBytes }) => usedBytes))}; resident: ${inMegabytes(feed.memory.map(({ residentBytes }) => residentBytes))}.`,
      ],
    };
  } finally {
    await server.stop();
  }
}
