import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { buildTown, importIncidents, incidentRow, uuid } from './support/town';

let town: TestDatabase;
let tables: string[];

beforeAll(async () => {
  town = await openTestDatabase();
  await buildTown(town);
  await importIncidents(town.service, [incidentRow(1, { detected_by_code: '00001' }), incidentRow(2, { owner_code: '00002' })]);
  const rows = await town.database.owner<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p') order by 1`;
  tables = rows.map(({ name }) => name);
});
afterAll(() => town.close());

/** A digest of everything stored, so that any change at all shows. */
async function digest(): Promise<string> {
  const parts = await Promise.all(tables.map(async (table) => {
    const [row] = await town.database.owner.unsafe<{ digest: string }[]>(
      `select count(*) || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from public.${table} t`);
    return `${table}:${row?.digest ?? ''}`;
  }));
  return parts.join('\n');
}

/** The columns of a table one may write, with the values of a row that is there (null where there is none). */
async function sampleOf(table: string): Promise<Record<string, unknown>> {
  const columns = await town.database.owner<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped
      and attgenerated = '' and attidentity = '' order by attnum`;
  const [row] = await town.database.owner.unsafe<{ row: Record<string, unknown> }[]>(`select to_jsonb(t) as row from public.${table} t limit 1`);
  return Object.fromEntries(columns.map(({ name }) => [name, row?.row[name] ?? null]));
}

async function send(email: string | null, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const authorization: Record<string, string> = email === null ? {} : { authorization: `Bearer ${await town.tokenOf(email)}` };
  return town.api.fetch(`${town.api.url}/rest/v1/${path}`, {
    method,
    headers: { apikey: town.api.publishableKey, 'content-type': 'application/json', ...authorization, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const WHO = [null, 'stranger@test.local', 'viewer@test.local', 'officer1@test.local', 'analyst@test.local', 'commander@test.local', 'admin@test.local'];

describe.each(WHO)('%s, talking to /rest/v1 directly', (email) => {
  const refused = email === null ? 401 : 403;

  it('can not write to any table, by any verb', async () => {
    expect(tables.length).toBeGreaterThan(15);
    const before = await digest();
    for (const table of tables) {
      const sample = await sampleOf(table);
      const [column = ''] = Object.keys(sample);
      const attempts: [string, string, unknown, Record<string, string>][] = [
        ['POST', table, sample, {}],
        ['POST', table, sample, { prefer: 'resolution=merge-duplicates' }],
        ['POST', table, sample, { prefer: 'resolution=ignore-duplicates' }],
        ['PATCH', `${table}?${column}=not.is.null`, { [column]: sample[column] ?? null }, {}],
        ['DELETE', `${table}?${column}=not.is.null`, undefined, {}],
      ];
      for (const [method, path, body, headers] of attempts) {
        const answer = await send(email, method, path, body, headers);
        expect(answer.status, `${method} ${path} ${JSON.stringify(headers)}: ${await answer.text()}`).toBe(refused);
      }
    }
    expect(await digest()).toBe(before);
  });

  it('can not call what the server writes with', async () => {
    const before = await digest();
    const forged = { ...incidentRow(9), request: {} };
    const calls: [string, unknown][] = [
      ['record_incident', { payload: { incident: forged, actor: null } }],
      ['import_incidents', { payload: { incidents: [forged], actor: null } }],
      ['change_incident', { incident: uuid(1), verb: 'status', seen_version: 1, request: uuid(7), actor: null, args: { status: 'closed' } }],
      ['record_refusal', { incident: uuid(1), actor: null, attempted: 'status' }],
      ['load_edition', { payload: { edition: { id: 'old' }, wards: [], arcs: [] } }],
      ['load_reference', { payload: { categories: [] } }],
    ];
    for (const [name, body] of calls) {
      const answer = await send(email, 'POST', `rpc/${name}`, body);
      expect(answer.status, `${name}: ${await answer.text()}`).toBe(refused);
    }
    expect(await digest()).toBe(before);
  });

  it('can not raise its own role', async () => {
    const answer = await send(email, 'PATCH', 'profiles?role=neq.none', { role: 'admin' });
    expect(answer.status).toBe(refused);
    const rows = await town.database.owner`select from profiles where role = 'admin' and disabled_at is null`;
    expect(rows).toHaveLength(1);
  });
});

describe('what the database grants', () => {
  it('row security is on for every table of every schema that is not PostgreSQL\'s own', async () => {
    const open = await town.database.owner`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and not c.relrowsecurity
        and n.nspname !~ '^pg_temp'`;
    expect(open).toEqual([]);
  });

  it('gives visitors nothing and members the right to read, on named tables only', async () => {
    const grants = await town.database.owner<{ grantee: string; table: string; privileges: string }[]>`
      select grantee, table_name as table, string_agg(privilege_type, ',' order by privilege_type) as privileges
      from information_schema.role_table_grants where table_schema in ('public', 'auth', 'private', 'supabase_migrations')
        and grantee in ('anon', 'authenticated', 'PUBLIC') group by 1, 2`;
    expect(grants.length).toBeGreaterThan(10);
    expect(grants.filter((one) => one.grantee !== 'authenticated' || one.privileges !== 'SELECT')).toEqual([]);
    expect(grants.map((one) => one.table)).not.toContain('incident_receipts');
  });

  it('lets members call the reading functions and no other', async () => {
    const callable = async (role: string) => (await town.database.owner<{ name: string }[]>`
      select proname as name from pg_proc where pronamespace = 'public'::regnamespace and has_function_privilege(${role}, oid, 'execute') order by 1`)
      .map(({ name }) => name);
    expect(await callable('anon')).toEqual([]);
    expect(await callable('authenticated')).toEqual([
      'cluster_counts',
      'count_replayed',
      'dispute_counts',
      'export_content',
      'find_analysis_run',
      'find_briefing',
      'incident_places',
      'incidents_in_box',
      'list_alarms',
      'list_analysis_runs',
      'list_briefing_pins',
      'list_briefing_templates',
      'list_briefings',
      'list_disputes',
      'list_incidents',
      'list_zones',
      'live_channels',
      'live_state',
      'my_account',
      'points',
      'read_coordination',
      'records_extent',
      'replay_incidents',
      'review_incidents',
      'review_reports',
      'review_work',
      'rules_fingerprint',
      'score_sight',
      'work_items',
      'zone_versions_of',
    ]);
  });

  it('runs every function with a fixed search path', async () => {
    const loose = await town.database.owner`
      select proname from pg_proc where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
        -- A body that was parsed when the function was made (\`return …\`) looks nothing up by name when it runs.
        and prosqlbody is null and not coalesce('search_path=public, extensions' = any (proconfig), false)`;
    expect(loose).toEqual([]);
  });

  it('embedded, gives the API a login that owns nothing and passes no row policy', async () => {
    if (town.database.tier === 'own-postgres') {
      expect(town.database.apiUrl).toBe(town.database.ownerUrl); // there the operator's own login serves
      return;
    }
    const [login] = await town.database.owner`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'authenticator'`;
    expect(login).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    expect(new URL(town.database.apiUrl).username).toBe('authenticator');
  });
});
