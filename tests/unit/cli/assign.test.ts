import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { TOWN_WARDS } from '../../fixtures/rule-town';

const folder = mkdtempSync(join(tmpdir(), 'giap-ranh-assign-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const town = (property = 'code'): string => file(`town-${property}.geojson`, JSON.stringify({
  type: 'FeatureCollection',
  features: TOWN_WARDS.map(({ code, geometry }) => ({ type: 'Feature', properties: { [property]: code }, geometry })),
}));

function assign(...args: string[]): { readonly status: number | null; readonly stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'lib/cli/assign.ts', ...args], { encoding: 'utf8' });
  return { status, stderr };
}

const rows = (path: string): Record<string, string>[] => parse(readFileSync(path, 'utf8'), { columns: true });
const out = join(folder, 'out.csv');

describe('npm run assign', () => {
  it('appends five columns to the rows as they came, and sets unusable ones aside with line and reason', () => {
    const points = file('points.csv', [
      'id,note,lon,lat', '1,plain,105.805,21.005', '2,"quoted, with\na line break",105.8095,21.005', '3,on the line,105.81,21.005',
      '4,no longitude,,21.005', '5,not a number,abc,21.005', '6,too far,190,21', '7,short,105.8', '8,outside,106,22', '9,infinite,1e999,21', '',
    ].join('\r\n'));
    const { status, stderr } = assign('--wards', town(), '--points', points, '--out', out);
    expect(status).toBe(0);
    expect(rows(out)).toEqual([
      { id: '1', note: 'plain', lon: '105.805', lat: '21.005', ward: '00001', status: 'inside', border_zone: 'false', border_distance_m: '', neighbours: '' },
      { id: '2', note: 'quoted, with\na line break', lon: '105.8095', lat: '21.005', ward: '00001', status: 'inside', border_zone: 'true', border_distance_m: '51.98', neighbours: '00002' },
      { id: '3', note: 'on the line', lon: '105.81', lat: '21.005', ward: '00001', status: 'on_border', border_zone: 'true', border_distance_m: '0.00', neighbours: '00002' },
      { id: '8', note: 'outside', lon: '106', lat: '22', ward: '', status: 'outside', border_zone: 'false', border_distance_m: '', neighbours: '' },
    ]);
    expect(rows(`${out}.rejected.csv`)).toEqual([
      { line: '6', reason: 'lon is empty', row: '4,no longitude,,21.005' },
      { line: '7', reason: 'lon is not a number', row: '5,not a number,abc,21.005' },
      { line: '8', reason: 'lon is not within ±180', row: '6,too far,190,21' },
      { line: '9', reason: 'has 3 fields, the header 4', row: '7,short,105.8' },
      { line: '11', reason: 'lon is not a number', row: '9,infinite,1e999,21' },
    ]);
    expect(stderr).toContain('4 rows assigned (inside 2, on_border 1, outside 1), 2 in the border zone, 5 rejected');
    expect(stderr).not.toContain('█');
  });

  it('takes other names for id, longitude and latitude, another width, and a byte order mark', () => {
    const points = file('named.csv', '\uFEFFx,y\n105.8095,21.005\n');
    const { status } = assign('--wards', town('ward_no'), '--ward-id', 'ward_no', '--points', points, '--lon', 'x', '--lat', 'y', '--border', '50', '--out', out);
    expect(status).toBe(0);
    expect(rows(out)).toEqual([{ x: '105.8095', y: '21.005', ward: '00001', status: 'inside', border_zone: 'false', border_distance_m: '', neighbours: '' }]);
  });

  it.each<[string, () => string[], string]>([
    ['an unreadable points file', () => ['--wards', town(), '--points', join(folder, 'none.csv'), '--out', out], 'can not read'],
    ['an unreadable ward file', () => ['--wards', join(folder, 'none.geojson'), '--points', file('a.csv', 'lon,lat\n'), '--out', out], 'can not read'],
    ['a ward file that is not JSON', () => ['--wards', file('b.geojson', '{'), '--points', file('a.csv', 'lon,lat\n'), '--out', out], 'not valid JSON'],
    ['a missing column', () => ['--wards', town(), '--points', file('c.csv', 'x,y\n1,2\n'), '--out', out], 'has no column "lon"'],
    ['a missing column of a chosen name', () => ['--wards', town(), '--points', file('a.csv', 'lon,lat\n1,2\n'), '--lon', 'x', '--out', out], 'has no column "x"'],
    ['an output that is a folder', () => ['--wards', town(), '--points', file('a.csv', 'lon,lat\n1,2\n'), '--out', folder], 'can not write'],
    ['polygons without coordinates', () => ['--wards', file('n.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"1"},"geometry":{"type":"Polygon"}}]}'), '--points', file('a.csv', 'lon,lat\n'), '--out', out], 'coordinates of ward 1'],
    ['polygons without the id property', () => ['--wards', town(), '--ward-id', 'nr', '--points', file('a.csv', 'lon,lat\n'), '--out', out], 'no property "nr"'],
    ['an empty points file', () => ['--wards', town(), '--points', file('d.csv', ''), '--out', out], 'is empty'],
    ['a missing option', () => ['--wards', town(), '--out', out], '--points is missing'],
    ['an unknown option', () => ['--what', 'x'], '--what'],
    ['an output that is the input', () => ['--wards', town(), '--points', file('e.csv', 'lon,lat\n'), '--out', join(folder, 'e.csv')], 'overwrite'],
    ['a width that is none', () => ['--wards', town(), '--points', file('a.csv', 'lon,lat\n'), '--border', 'wide', '--out', out], '--border'],
  ])('says %s in one line and exits with 2', (_, args, message) => {
    const { status, stderr } = assign(...args());
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('sets a quote that is never closed aside, once, with its first line', () => {
    const points = file('quote.csv', 'lon,lat,note\n105.805,21.005,fine\n105.805,21.005,"open\n1,2,3\n');
    assign('--wards', town(), '--points', points, '--out', out);
    expect(rows(out)).toHaveLength(1);
    expect(rows(`${out}.rejected.csv`)).toEqual([{ line: '3', reason: 'not readable as CSV: CSV_QUOTE_NOT_CLOSED', row: '105.805,21.005,"open\n1,2,3' }]);
  });

  it('leaves an earlier output alone when it fails', () => {
    const kept = file('kept.csv', 'what was there');
    assign('--wards', town(), '--points', file('c.csv', 'x,y\n1,2\n'), '--out', kept);
    expect(readFileSync(kept, 'utf8')).toBe('what was there');
    expect(existsSync(`${kept}.part`)).toBe(false);
  });

  it('agrees with what the city of Chicago recorded, where its points are not snapped onto a border', () => {
    const { status } = assign(
      '--wards', 'data/real-city/chicago-community-areas.geojson', '--ward-id', 'community_area',
      '--points', 'data/real-city/chicago-incidents.csv', '--lon', 'longitude', '--lat', 'latitude', '--out', out,
    );
    expect(status).toBe(0);
    const all = rows(out);
    expect(all).toHaveLength(12_500);
    const share = (accept: (row: Record<string, string>) => boolean): number => all.filter(accept).length / all.length;
    // 97.5 % and 99.7 % are what data/real-city/README.md says of the data itself; figures here are ours, printed in README.
    expect(share((row) => row['ward'] === row['community_area'])).toBeGreaterThan(0.975);
    expect(share((row) => row['ward'] === row['community_area'] || (row['neighbours']?.split(';')[0] === row['community_area'] && Number(row['border_distance_m']) <= 1))).toBeGreaterThan(0.9965);
  });
});
