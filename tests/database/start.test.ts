import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { requireFreePort } from '../../lib/cli/start/free-port';
import { addressOf, waitForAnswer } from '../../lib/cli/start/run-next';
import { claimDataFolder } from '../../lib/cli/start/server-lock';
import { createAccounts } from '../../lib/db/seed/accounts';
import { openBackend } from '../../lib/db/engine/open-backend';
import { makeFolder, SUPABASE_FOLDER } from './support/test-database';

const ROOT = join(import.meta.dirname, '..', '..');
const folders: string[] = [];
const servers: Server[] = [];

function newFolder(): string {
  const folder = makeFolder();
  folders.push(folder);
  return folder;
}

async function listen(host: string, answer = 200): Promise<{ server: Server; port: number }> {
  const server = createServer((_, response) => response.writeHead(answer).end());
  servers.push(server);
  await new Promise<void>((resolve) => { server.listen(0, host, resolve); });
  return { server, port: (server.address() as AddressInfo).port };
}

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('several starts at once', () => {
  it('leave each data folder to one of them, also when a killed server\'s claim lies there', async () => {
    const ROUNDS = 150;
    const parent = newFolder();
    for (let i = 0; i < ROUNDS; i++) {
      mkdirSync(join(parent, String(i)));
      writeFileSync(join(parent, String(i), 'server.lock'), '999999999 1\n');
    }
    const script = join(parent, 'claim.mts');
    writeFileSync(script, `
      import { claimDataFolder } from ${JSON.stringify(join(ROOT, 'lib/cli/start/server-lock.ts'))};
      console.log('ready');
      process.stdin.once('data', (start) => {
        const won = [];
        for (let i = 0; i < ${ROUNDS}; i++) {
          while (Date.now() < Number(start) + i * 8);
          try { claimDataFolder(${JSON.stringify(parent)} + '/' + i); won.push(i); } catch {}
        }
        console.log(JSON.stringify(won));
      });
      setInterval(() => undefined, 1000);`);
    const children = Array.from({ length: 3 }, () => spawn(process.execPath, ['--import', 'tsx', script], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] }));
    const nextLine = (child: ChildProcess): Promise<string> => new Promise((resolve) => child.stdout?.once('data', (data: Buffer) => { resolve(data.toString()); }));
    await Promise.all(children.map(nextLine));
    const startMs = Date.now() + 100;
    const lines = children.map(nextLine);
    for (const child of children) child.stdin?.write(`${startMs}\n`);
    const won = (await Promise.all(lines)).flatMap((line) => JSON.parse(line) as number[]);
    for (const child of children) child.kill('SIGKILL');
    expect(won.sort((a, b) => a - b)).toEqual(Array.from({ length: ROUNDS }, (_, i) => i));
    expect(readdirSync(join(parent, '0'))).toEqual(['server.lock']);
  });

  it('release only their own claim, and take over also where a take-over was cut off', () => {
    const folder = newFolder();
    const file = join(folder, 'server.lock');
    const lock = claimDataFolder(folder);
    writeFileSync(file, '999999999 1 another\n');
    lock.release();
    expect(readFileSync(file, 'utf8')).toBe('999999999 1 another\n');
    writeFileSync(`${file}.takeover`, '999999998 1 cut off\n');
    claimDataFolder(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a port', () => {
  it('that is being left is waited for, one that stays taken is refused', async () => {
    const { server, port } = await listen('127.0.0.1');
    const leaving = requireFreePort(port, '127.0.0.1');
    setTimeout(() => server.close(), 500);
    await expect(leaving).resolves.toBeUndefined();
    const taken = await listen('127.0.0.1');
    await expect(requireFreePort(taken.port, '127.0.0.1')).rejects.toThrow(`port ${taken.port} is in use by another program`);
  });

  it('is asked at the address the server listens on', async () => {
    expect(addressOf('0.0.0.0', 3000, 'localhost')).toBe('http://localhost:3000');
    expect(addressOf('::', 3000, '127.0.0.1')).toBe('http://127.0.0.1:3000');
    expect(addressOf('fe80::1', 3000, 'localhost')).toBe('http://[fe80::1]:3000');
    const { port } = await listen('127.0.0.9');
    const child = { exitCode: null, signalCode: null };
    expect(await waitForAnswer(child, addressOf('127.0.0.9', port, '127.0.0.1'))).toBe(true);
    expect(await waitForAnswer({ exitCode: 1, signalCode: null }, 'http://127.0.0.1:1')).toBe(false);
  });
});

describe('a new database', () => {
  it('is one without accounts of ours, whoever else got into the table of the API', async () => {
    const dataFolder = newFolder();
    const open = () => openBackend({ dataFolder, supabaseFolder: SUPABASE_FOLDER, say: () => undefined });
    const first = await open();
    await first.owner`insert into auth.users (id, email) values (gen_random_uuid(), 'somebody@test.local')`;
    await first.stop();
    const second = await open();
    expect(second.isNew).toBe(true);
    await createAccounts(second.owner, [{ email: 'admin@test.local', password: 'long-enough-password', role: 'admin' }]);
    await second.stop();
    const third = await open();
    expect(third.isNew).toBe(false);
    await third.stop();
  });
});

describe('npm run backup and restore', () => {
  const run = (command: string, dataFolder: string, ...parameters: string[]) => spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'lib', 'cli', `${command}.ts`), ...parameters], {
    cwd: ROOT, encoding: 'utf8', env: { ...process.env, DATABASE_URL: '', NEXT_PUBLIC_SUPABASE_URL: '', GIAP_RANH_DATA: dataFolder },
  });

  it.each([
    ['a folder', (folder: string) => { mkdirSync(join(folder, 'x')); }, /is no file/],
    ['nothing', () => undefined, /does not exist/],
    ['a link to itself', (folder: string) => { symlinkSync('x', join(folder, 'x')); }, /can not be used/],
    ['no backup', (folder: string) => { writeFileSync(join(folder, 'x'), gzipSync('hello\n')); }, /was not restored, nothing was changed/],
  ])('restore of %s is one line and touches nothing', (_, make, message) => {
    const folder = newFolder();
    make(folder);
    const dataFolder = join(folder, 'data');
    const { status, stderr } = run('restore', dataFolder, join(folder, 'x'));
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
    expect(existsSync(dataFolder)).toBe(false);
  });

  it.each([['missing', 'no/such/folder/all.backup', /does not exist/], ['a file', 'x/all.backup', /is no folder|does not exist/]])('backup into a folder that is %s is one line and touches nothing', (_, path, message) => {
    const folder = newFolder();
    writeFileSync(join(folder, 'x'), '');
    const dataFolder = join(folder, 'data');
    const { status, stderr } = run('backup', dataFolder, join(folder, path));
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
    expect(existsSync(dataFolder)).toBe(false);
  });
});
