import { describe, expect, it } from 'vitest';
import { listDataFiles, readText, sha256Of, sizeOf } from './data-files';

const MEGABYTE = 1024 * 1024;

/** Rows of the tables of files: path in backticks first, checksum in backticks last. */
const listed = [...readText('README.md').matchAll(/^\| `([^`]+\.[a-z]+)` \|(.*)\| `([0-9a-f]*)` \|$/gmu)].map(([, path, cells, sha256]) => ({
  path: String(path),
  cells: String(cells).split('|').map((cell) => cell.trim()),
  sha256: String(sha256),
}));
const files = listDataFiles().filter((path) => path !== 'README.md');

describe('data/README.md', () => {
  it('lists every file, and no other', () => {
    expect(listed.map(({ path }) => path).sort()).toEqual(files);
  });

  it.each(listed)('has the checksum, a licence and a command for $path', ({ path, cells, sha256 }) => {
    expect(sha256, 'run npx tsx data/tools/refresh-checksums.ts').toBe(sha256Of(path));
    expect(cells).toHaveLength(5);
    expect(cells[3]).toMatch(/MIT|ODbL|LGPL|Apache|terms of use/u);
    expect(['import', 'demo', 'by hand']).toContain(cells[4]);
  });

  it('keeps each file below 8 MB and all of them below 20 MB', () => {
    for (const path of files) expect(sizeOf(path), path).toBeLessThan(8 * MEGABYTE);
    expect(files.reduce((sum, path) => sum + sizeOf(path), 0)).toBeLessThan(20 * MEGABYTE);
  });
});
