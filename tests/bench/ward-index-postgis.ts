import postgres from 'postgres';
import type { LngLat, WardPolygon } from '../../lib/geo/types';

const CONNECT_SECONDS = 3;

/** Positions per second that PostGIS answers (owner and neighbours within 100 m), or why there is no number. */
export async function benchPostgis(wards: readonly WardPolygon[], positions: readonly LngLat[]): Promise<number | string> {
  const url = process.env['DATABASE_URL'];
  if (url === undefined) return 'not reachable (no DATABASE_URL)';
  const sql = postgres(url, { max: 1, connect_timeout: CONNECT_SECONDS, onnotice: () => undefined });
  try {
    const [extension] = await sql`select 1 from pg_available_extensions where name = 'postgis'`;
    if (extension === undefined) return 'not reachable (no PostGIS on the server)';
    return await sql.begin((transaction) => measure(transaction, wards, positions));
  } catch (error) {
    return `not reachable (${error instanceof Error ? error.message : String(error)})`;
  } finally {
    await sql.end();
  }
}

/** Everything is made in a transaction on temporary tables; at most the extension stays. */
async function measure(sql: postgres.TransactionSql, wards: readonly WardPolygon[], positions: readonly LngLat[]): Promise<number> {
  await sql`create extension if not exists postgis`;
  await sql`create temporary table bench_ward (code text, shape geometry) on commit drop`;
  for (const ward of wards) {
    await sql`insert into bench_ward values (${ward.code}, st_setsrid(st_geomfromgeojson(${JSON.stringify(ward.geometry)}), 4326))`;
  }
  await sql`create index on bench_ward using gist (shape)`;
  await sql`create temporary table bench_point (at geometry) on commit drop`;
  await sql`insert into bench_point select st_setsrid(st_makepoint((p->>0)::float8, (p->>1)::float8), 4326)
            from jsonb_array_elements(${sql.json(positions.map((p) => [...p]))}) p`;
  await sql`analyze`;
  const start = performance.now();
  await sql`select count(*), sum(st_distance(at::geography, shape::geography)) from bench_point join bench_ward
            on st_dwithin(at, shape, 0.001) and st_dwithin(at::geography, shape::geography, 100)`;
  return (positions.length / (performance.now() - start)) * 1000;
}
