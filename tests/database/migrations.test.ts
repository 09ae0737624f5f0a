import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareDatabase } from '../../lib/db/engine/bootstrap';
import { applyMigrations, listMigrations } from '../../lib/db/engine/migrations';
import { describeDatabase } from '../../supabase/tools/type-text';
import { openTestDatabase, SUPABASE_FOLDER, type TestDatabase } from './support/test-database';
import { buildTown, importIncidents, incidentRow } from './support/town';

let town: TestDatabase;
const files = listMigrations(join(SUPABASE_FOLDER, 'migrations'));

beforeAll(async () => {
  town = await openTestDatabase();
  await buildTown(town);
});
afterAll(() => town.close());

describe('migrations', () => {
  it('are recorded as the Supabase CLI records them', async () => {
    const rows = await town.database.owner`select version, name, statements from supabase_migrations.schema_migrations order by version`;
    expect(rows.map(({ version, name }) => `${String(version)}_${String(name)}`)).toEqual(files.map(({ version, name }) => `${version}_${name}`));
    expect(rows[0]?.['statements']).toEqual([files[0]?.text]);
  });

  it('change nothing when everything is applied once more', async () => {
    await importIncidents(town.service, [incidentRow(1)]);
    const { owner, ownerUrl, secrets } = town.database;
    const catalogue = () => owner`
      select c.relname, c.relacl::text, c.relrowsecurity, array(select polname::text from pg_policy where polrelid = c.oid order by 1) as policies
      from pg_class c where relnamespace in ('public'::regnamespace, 'auth'::regnamespace) order by 1`;
    const before = await catalogue();
    expect(await prepareDatabase({ owner, ownerUrl, supabaseFolder: SUPABASE_FOLDER, secrets })).toEqual([]);
    expect(await catalogue()).toEqual(before);
    expect((await town.service.from('incidents').select('id')).data).toHaveLength(1);
  });

  it('are all or nothing', async () => {
    const { owner } = town.database;
    const broken = { version: '99990101000000', name: 'broken', text: 'create table public.half (id integer); select 1 / 0;' };
    await expect(applyMigrations(owner, [...files, broken])).rejects.toThrow(/99990101000000_broken failed and was rolled back: division by zero/);
    expect((await owner`select to_regclass('public.half') as half`)[0]?.['half']).toBeNull();
    expect(await applyMigrations(owner, files)).toEqual([]);
  });

  it('run once when two processes start at the same moment', async () => {
    const { owner } = town.database;
    const slow = { version: '99990101000001', name: 'slow', text: 'create table private.once (id integer); select pg_sleep(0.2);' };
    const applied = await Promise.all([applyMigrations(owner, [slow]), applyMigrations(owner, [slow])]);
    expect(applied.flat()).toEqual(['slow']);
    await owner`drop table private.once`;
    await owner`delete from supabase_migrations.schema_migrations where version = ${slow.version}`;
  });

  it('need no superuser, and put no extension into public', async () => {
    for (const { name, text } of files) expect(text, name).not.toMatch(/alter system|security_definer = off|superuser|session_replication_role/i);
    const extensions = await town.database.owner`select extname, nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where extname <> 'plpgsql' order by 1`;
    expect(extensions.map(({ extname, nspname }) => `${String(nspname)}.${String(extname)}`)).toEqual(['extensions.btree_gist', 'extensions.pg_trgm', 'extensions.pgcrypto', 'extensions.unaccent']);
  });

  it('have types that are up to date (npm run db:types)', async () => {
    const committed = readFileSync(join(SUPABASE_FOLDER, '..', 'lib', 'db', 'database.types.ts'), 'utf8');
    expect(await describeDatabase(town.database.owner)).toBe(committed);
  });
});

describe('plans', () => {
  it('a box is answered from the position index under row security, not row by row', async () => {
    const { owner } = town.database;
    await owner.unsafe(`
      insert into incidents (id, category, occurred_at, lon, lat, edition_id, ownership_status, owner_code, border_zone, junction, width_metres, lead_code, lead_reason)
      select gen_random_uuid(), 'theft', '2023-06-01Z', random() * 100, random() * 60, 'old', 'inside', '00001', false, false, 100, '00001', 'owner' from generate_series(1, 20000)`);
    await owner`analyze incidents`;
    const [account] = await owner<{ id: string }[]>`select id from auth.users where email = 'analyst@test.local'`;
    const plan = await owner.begin(async (sql) => {
      await sql`select set_config('request.jwt.claim.sub', ${account?.id ?? ''}, true), set_config('role', 'authenticated', true)`;
      return sql`explain select id from incidents where lon between 10 and 10.2 and lat between 5 and 10`;
    });
    expect(plan.map((line) => String(line['QUERY PLAN'])).join('\n')).toContain('incidents_position');
  });
});
