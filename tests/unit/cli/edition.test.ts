import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { TOWN_WARDS } from '../../fixtures/rule-town';

const folder = mkdtempSync(join(tmpdir(), 'giap-ranh-edition-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

function edition(...args: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', 'lib/cli/edition.ts', ...args], { encoding: 'utf8' });
}

function write(name: string, wards: typeof TOWN_WARDS): string {
  const features = wards.map(({ code, name: title, geometry }) => ({ type: 'Feature', properties: { code, name: title }, geometry }));
  writeFileSync(join(folder, name), JSON.stringify({ type: 'FeatureCollection', features }));
  return join(folder, name);
}

describe('npm run edition -- check', () => {
  it('accepts wards that fit together', () => {
    expect(edition('check', write('town.geojson', TOWN_WARDS))).toMatchObject({ status: 0, stdout: expect.stringContaining('4 wards, 0 findings: can be used') as string });
  });

  it('refuses a strip two metres wide between two wards, and says where', () => {
    const narrowed = TOWN_WARDS.map((ward) => (ward.code !== '00002' ? ward : {
      ...ward, geometry: { ...ward.geometry, coordinates: ward.geometry.coordinates.map((ring) => ring.map(([lng = 0, lat = 0]) => [lng === 105.81 ? 105.81002 : lng, lat])) },
    }));
    const { status, stdout } = edition('check', write('sliver.geojson', narrowed));
    expect(status).toBe(1);
    expect(stdout).toMatch(/REFUSED {2}sliver {2}00001 00002 at 105\.81\d+, 21\.00\d+ .*2\.1 m wide/);
    expect(stdout).toContain('can NOT be used');
  });

  it('says what it can not read in one line', () => {
    for (const args of [['check', join(folder, 'none.geojson')], ['load', join(folder, 'none')], ['check'], ['forget', 'x']]) {
      const { status, stderr } = edition(...args);
      expect(status).toBe(2);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });
});
