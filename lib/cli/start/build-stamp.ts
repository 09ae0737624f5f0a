import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build is made from. */
const SOURCES = ['app', 'components', 'lib', 'public', 'proxy.ts', 'instrumentation.ts', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'];
const STAMP = join('.next', 'giap-ranh-build.json');

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => listFiles(join(path, name)));
}

/** A hash over names and contents of the sources: the same on every machine, whatever the clock says. */
export function hashSources(root: string): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => listFiles(join(root, source)))) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Whether `.next` holds a finished build of exactly these sources. */
export function isBuildCurrent(root: string, sources: string): boolean {
  try {
    const stamp = JSON.parse(readFileSync(join(root, STAMP), 'utf8')) as { sources?: unknown };
    return stamp.sources === sources && existsSync(join(root, '.next', 'BUILD_ID'));
  } catch {
    return false;
  }
}

/** Notes which sources the build in `.next` was made from. */
export function writeBuildStamp(root: string, sources: string): void {
  writeFileSync(join(root, STAMP), `${JSON.stringify({ sources })}\n`);
}
