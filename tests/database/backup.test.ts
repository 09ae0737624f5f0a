import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BackupDamaged } from '../../lib/db/backup/read-backup';
import { restoreBackup } from '../../lib/db/backup/restore-backup';
import { writeBackup } from '../../lib/db/backup/write-backup';
import { createVisitorClient } from '../../lib/db/clients';
import { openTestDatabase, PASSWORD, type TestDatabase } from './support/test-database';
import { buildTown, importIncidents, incidentRow, uuid } from './support/town';

let from: TestDatabase;
let into: TestDatabase;
let file: string;
const CREATED_AT = '2026-11-22T10:00:00.000Z';
/** Everything COPY has to escape, and what people write. */
const TEXT = 'Đánh nhau\t"ở" Cầu\\Giấy\r\ndòng 2 \\. \\N \u0001 🚨';

beforeAll(async () => {
  from = await openTestDatabase();
  into = await openTestDatabase();
  await buildTown(from);
  await importIncidents(from.service, [incidentRow(1, { summary: TEXT, lon: 0.1 + 0.2 }), incidentRow(2, { detected_by_code: '00001', neighbours: [{ code: '00002', distanceMetres: 1 / 3 }] })]);
  await from.database.owner`update incidents set status = 'closed' where id = ${uuid(2)}`;
  file = join(from.dataFolder, 'all.backup');
  await writeBackup(from.database.owner, file, CREATED_AT);
});
afterAll(async () => {
  await from.close();
  await into.close();
});

/** Every row of every table, as text. */
async function content({ database: { owner } }: TestDatabase): Promise<Record<string, string[]>> {
  const tables = await owner<{ name: string }[]>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'auth') order by 1`;
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    all[name] = (await owner.unsafe<{ row: string }[]>(`select t::text as row from ${name} t order by 1`)).map(({ row }) => row);
  }
  return all;
}

describe('a backup', () => {
  it('is readable for its owner alone and not there until it is whole', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('brings back everything: rows, accounts, history, counters', async () => {
    const expected = await content(from);
    expect(expected['public.incident_history']).toHaveLength(3);
    expect(expected['auth.users']).toHaveLength(10);
    expect(await restoreBackup(into.database.owner, file)).toMatchObject({ createdAt: CREATED_AT });
    expect(await content(into)).toEqual(expected);
    expect((await into.service.from('incident_texts').select('summary').eq('incident_id', uuid(1)).single()).data).toEqual({ summary: TEXT });
    const { error } = await createVisitorClient(into.api).auth.signInWithPassword({ email: 'admin@test.local', password: PASSWORD });
    expect(error).toBeNull();
  });

  it('leaves a database that goes on as before: versions grow, history is kept and guarded', async () => {
    const newest = Number((await into.database.owner`select max(version) as version from incidents`)[0]?.['version']);
    await importIncidents(into.service, [incidentRow(3)]);
    const [row] = await into.database.owner<{ version: number; entries: number }[]>`
      select version::int, (select count(*)::int from incident_history where incident_id = ${uuid(3)}) as entries from incidents where id = ${uuid(3)}`;
    expect(row).toEqual({ version: newest + 1, entries: 1 });
    await expect(into.database.owner`delete from incident_history`).rejects.toMatchObject({ code: '42501' });
  });

  it('replaces what was there', async () => {
    await restoreBackup(into.database.owner, file);
    expect(await into.database.owner`select from incidents where id = ${uuid(3)}`).toHaveLength(0);
  });
});

describe('a file that is no whole backup of ours', () => {
  const text = (): string => gunzipSync(readFileSync(file)).toString('utf8');
  const damaged: [string, () => Buffer][] = [
    ['is not compressed', () => Buffer.from('hello')],
    ['is empty', () => gzipSync('')],
    ['is something else', () => gzipSync('{"format":"other"}\n')],
    ['is cut off in the middle', () => readFileSync(file).subarray(0, statSync(file).size / 2)],
    ['lost its end', () => gzipSync(text().split('\n').slice(0, -2).join('\n') + '\n')],
    ['has one changed letter', () => gzipSync(text().replace('Phường Cống Vị', 'Phường Cóng Vị'))],
    ['lost a row', () => gzipSync(text().split('\n').filter((line) => !line.startsWith(`{"id":"${uuid(2)}"`)).join('\n'))],
    ['has something after its end', () => gzipSync(`${text()}{"table":"public.settings","columns":["key"]}\n`)],
  ];

  it.each(damaged)('%s: it is refused and nothing is lost', async (_, make) => {
    const before = await content(into);
    const bad = join(into.dataFolder, 'bad.backup');
    writeFileSync(bad, make());
    await expect(restoreBackup(into.database.owner, bad)).rejects.toBeInstanceOf(BackupDamaged);
    expect(await content(into)).toEqual(before);
  });

  it('is a folder, or not there: it is refused, not a crash', async () => {
    for (const path of [into.dataFolder, join(into.dataFolder, 'nothing')]) {
      await expect(restoreBackup(into.database.owner, path), path).rejects.toBeInstanceOf(BackupDamaged);
    }
  });

  it('comes from a newer version, or fails half-way: refused, nothing lost', async () => {
    const { createHash } = await import('node:crypto');
    const reseal = (change: (text: string) => string): Buffer => {
      const lines = change(text()).split('\n').slice(0, -2);
      const body = `${lines.join('\n')}\n`;
      const rows = (JSON.parse(text().trimEnd().split('\n').at(-1) ?? '{}') as { rows: number }).rows;
      return gzipSync(`${body}${JSON.stringify({ end: true, rows, sha256: createHash('sha256').update(body).digest('hex') })}\n`);
    };
    const before = await content(into);
    const bad = join(into.dataFolder, 'bad.backup');
    writeFileSync(bad, reseal((whole) => whole.replace('"migrations":[', '"migrations":["99991231235959",')));
    await expect(restoreBackup(into.database.owner, bad)).rejects.toThrow(/newer version/);
    writeFileSync(bad, reseal((whole) => whole.replace('"role":"commander"', '"role":"emperor"')));
    await expect(restoreBackup(into.database.owner, bad)).rejects.toThrow(/rows of public\.profiles break a rule/);
    expect(await content(into)).toEqual(before);
  });
});
