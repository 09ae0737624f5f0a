import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const ROOT = resolve(import.meta.dirname, '../..');
const CODE_FOLDERS = ['app', 'components', 'lib', 'data/tools', 'supabase/tools', 'tests'];

/** Every TypeScript file of the project, relative to its root. */
export function listSourceFiles(): string[] {
  return CODE_FOLDERS.map((folder) => join(ROOT, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && statSync(path).isFile())
    .map((path) => relative(ROOT, path))
    .sort();
}

/** Files of ours that a file imports at run time or for types, relative to the root. */
export function listImports(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(ROOT, file), 'utf8'), true, true);
  return importedFiles.flatMap(({ fileName }) => {
    const target = fileName.startsWith('@/') ? join(ROOT, fileName.slice(2)) : fileName.startsWith('.') ? resolve(ROOT, dirname(file), fileName) : null;
    if (target === null) return [];
    const found = ['', '.ts', '.tsx', '/index.ts'].map((ending) => target + ending).find((path) => existsSync(path) && statSync(path).isFile());
    return found === undefined ? [] : [relative(ROOT, found)];
  });
}

/** The first import cycle found, as the list of its files; undefined when there is none. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, trail: string[]): string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...trail, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}
