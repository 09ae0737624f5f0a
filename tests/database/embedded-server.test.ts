import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';
import { claimDataFolder } from '../../lib/cli/start/server-lock';
import { startEmbeddedPostgres, type RunningPostgres } from '../../lib/db/engine/embedded-postgres';
import { openBackend } from '../../lib/db/engine/open-backend';
import { findPostmaster, isAlive } from '../../lib/db/engine/postmaster';
import { findRunningDatabase } from '../../lib/db/engine/running-database';
import { ensureSecrets } from '../../lib/db/engine/secrets';
import { makeFolder, SUPABASE_FOLDER } from './support/test-database';

const ROOT = join(import.meta.dirname, '..', '..');
const PASSWORD = 'a-password-of-this-test';
const folders: string[] = [];
const running: RunningPostgres[] = [];

function newFolder(): string {
  const folder = makeFolder();
  folders.push(folder);
  return folder;
}

async function start(dataFolder: string, said: string[] = []): Promise<RunningPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder, password: PASSWORD, say: (line) => said.push(line) });
  running.push(server);
  return server;
}

async function ask(server: RunningPostgres, statement: string): Promise<unknown> {
  const sql = postgres({ host: server.host, port: server.port, user: 'postgres', password: PASSWORD, database: 'postgres', max: 1, onnotice: () => undefined });
  try {
    return (await sql.unsafe<{ answer: unknown }[]>(statement))[0]?.answer;
  } finally {
    await sql.end();
  }
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the private PostgreSQL', () => {
  it('listens on loopback alone, asks for its password, and knows Vietnamese letters', async () => {
    const server = await start(newFolder());
    expect(await ask(server, 'select setting as answer from pg_settings where name = \'listen_addresses\'')).toBe('127.0.0.1');
    expect(await ask(server, 'select lower(\'ĐỐNG ĐA\') as answer')).toBe('đống đa');
    const stranger = postgres({ host: server.host, port: server.port, user: 'postgres', password: 'wrong', database: 'postgres', max: 1 });
    await expect(stranger`select 1`).rejects.toMatchObject({ code: '28P01' });
    await stranger.end();
  });

  it('that a killed server left running is adopted with what it holds, said, and stopped by the new one', async () => {
    const folder = newFolder();
    const script = join(folder, 'first.mts');
    writeFileSync(script, `
      import { startEmbeddedPostgres } from ${JSON.stringify(join(ROOT, 'lib/db/engine/embedded-postgres.ts'))};
      await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(folder)}, password: ${JSON.stringify(PASSWORD)}, say: () => undefined });
      console.log('up');
      setInterval(() => undefined, 1000);`);
    const first = spawn(process.execPath, ['--import', 'tsx', script], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => first.stdout.once('data', resolve));
    first.kill('SIGKILL');
    await new Promise((resolve) => first.once('exit', resolve));
    const left = findPostmaster(join(folder, 'postgres'));
    expect(left).not.toBeNull();
    const said: string[] = [];
    const server = await start(folder, said);
    expect(server).toMatchObject({ isAdopted: true, isNew: false, port: left?.port });
    expect(said).toEqual([`a PostgreSQL left running by a server that was killed (process ${left?.pid ?? 0}) was adopted`]);
    expect(await ask(server, 'select 1 as answer')).toBe(1);
    await server.stop();
    expect(isAlive(left?.pid ?? 0)).toBe(false);
  });

  it('starts after a crash that left its pid file, also when another program has that number now', async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(folder, 'postgres')}\n1700000000\n1\n\n127.0.0.1\n  1 1\nready   \n`);
    const said: string[] = [];
    const server = await start(folder, said).catch((error: unknown) => error as Error);
    // As an ordinary user PostgreSQL itself refuses such a folder while the number belongs to one of our processes; never adopted either way.
    if (server instanceof Error) expect(server.message).toContain('did not start');
    else expect(server.isAdopted).toBe(false);
    expect(said).toEqual([]);
  });

  it.each([
    ['a kill during initdb', (folder: string) => { mkdirSync(join(folder, 'postgres.new')); writeFileSync(join(folder, 'postgres.new', 'PG_VERSION'), '18\n'); }],
    ['a folder without its control file', (folder: string) => { mkdirSync(join(folder, 'postgres')); writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '18\n'); }],
  ])('sets a half-made folder aside after %s, says so, and starts anew', async (_, damage) => {
    const folder = newFolder();
    damage(folder);
    mkdirSync(join(folder, 'postgres.broken-1'));
    const said: string[] = [];
    const server = await start(folder, said);
    expect(said).toEqual([`a half-made database folder was found and set aside as ${join(folder, 'postgres.broken-2')}`]);
    expect(readFileSync(join(folder, 'postgres.broken-2', 'PG_VERSION'), 'utf8')).toBe('18\n');
    expect(server).toMatchObject({ isNew: true, isAdopted: false });
    expect(await ask(server, 'select 1 as answer')).toBe(1);
  });

  it('keeps a database that does not start, and tells why', async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    writeFileSync(join(folder, 'postgres', 'postgresql.conf'), 'nonsense here\n');
    await expect(start(folder)).rejects.toThrow(/did not start: .*syntax error|did not start: .*configuration file/);
    expect(existsSync(join(folder, 'postgres', 'global', 'pg_control'))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('broken'))).toEqual([]);
  });
});

describe('a data folder', () => {
  it('keeps its secrets for its owner alone, the same at every start, unlike those of another', () => {
    const folder = newFolder();
    const secrets = ensureSecrets(folder);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(ensureSecrets(folder)).toEqual(secrets);
    const others = ensureSecrets(newFolder());
    for (const key of Object.keys(secrets) as (keyof typeof secrets)[]) expect(others[key], key).not.toBe(secrets[key]);
    writeFileSync(join(folder, 'secrets.json'), '{}');
    expect(() => ensureSecrets(folder)).toThrow(/damaged/);
  });

  it('serves one server at a time; a claim left by a killed one is taken over', () => {
    const folder = newFolder();
    const lock = claimDataFolder(folder);
    lock.release();
    writeFileSync(join(folder, 'server.lock'), `${process.ppid} ${readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''}\n`);
    expect(() => claimDataFolder(folder)).toThrow(`in use by the server with process ${process.ppid}`);
    writeFileSync(join(folder, 'server.lock'), `${process.ppid} 1\n`); // the same number, another process
    claimDataFolder(folder).release();
    writeFileSync(join(folder, 'server.lock'), '999999999 1\n');
    claimDataFolder(folder).release();
    expect(existsSync(join(folder, 'server.lock'))).toBe(false);
  });

  it('opens again with what was stored, and a running one is found for a backup', async () => {
    const folder = newFolder();
    const open = () => openBackend({ dataFolder: folder, supabaseFolder: SUPABASE_FOLDER, say: () => undefined });
    expect(findRunningDatabase(folder)).toBeNull();
    const first = await open();
    await first.owner`insert into settings (key, value) values ('kept', '1')`;
    expect(findRunningDatabase(folder)).toBe(first.ownerUrl);
    await first.stop();
    expect(findRunningDatabase(folder)).toBeNull();
    const second = await open();
    expect(await second.owner`select value from settings where key = 'kept'`).toEqual([{ value: 1 }]);
    expect(second.secrets).toEqual(first.secrets);
    await second.stop();
    rmSync(join(folder, 'secrets.json'));
    await expect(open()).rejects.toThrow(/holds a database but not its secrets/);
  });
});
