import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PMTiles, type Source } from 'pmtiles';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBasemap, sendPmtiles } from '../../../lib/http/basemap';
import { buildTinyPmtiles, TINY_TILE } from '../../helpers/tiny-pmtiles';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'giap-ranh-pmtiles-'));
  vi.stubEnv('GIAP_RANH_DATA', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** The archive as the map reads it: by ranges of our own route. */
const source: Source = {
  getKey: () => 'ours',
  getBytes: async (offset, length) => {
    const answer = await sendPmtiles(`bytes=${String(offset)}-${String(offset + length - 1)}`);
    if (answer?.status !== 206) throw new Error(`status ${String(answer?.status)}`);
    return { data: await answer.arrayBuffer() };
  },
};

describe('a PMTiles file in the data folder', () => {
  it('replaces the shipped ground, and its tiles can be read through the route', async () => {
    expect(await findBasemap()).toMatchObject({ kind: 'builtin' });
    writeFileSync(join(folder, 'basemap.pmtiles'), buildTinyPmtiles());
    expect(await findBasemap()).toEqual({ kind: 'pmtiles', url: '/api/basemap/file' });
    const archive = new PMTiles(source);
    expect(await archive.getHeader()).toMatchObject({ specVersion: 3, minZoom: 14, maxZoom: 14, tileType: 1 });
    const { z, x, y } = TINY_TILE;
    const tile = await archive.getZxy(z, x, y);
    expect(Buffer.from(tile?.data ?? new ArrayBuffer(0)).toString('latin1')).toMatch(/roads[^]*major_road/);
    expect(await archive.getZxy(z, x + 1, y)).toBeUndefined();
  });

  it('may be no archive at all: the reader refuses it, the route does not', async () => {
    writeFileSync(join(folder, 'basemap.pmtiles'), 'x'.repeat(20_000));
    await expect(new PMTiles(source).getHeader()).rejects.toThrow('Wrong magic number');
  });
});
