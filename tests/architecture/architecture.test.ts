import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { findCycle, listImports, listSourceFiles, ROOT } from './import-graph';

const files = listSourceFiles();

describe('the shape of the house', () => {
  it('has no import cycle', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(findCycle(new Map(files.map((file) => [file, listImports(file)])))).toBeUndefined();
  });

  it('would notice one', () => {
    expect(findCycle(new Map([['a', ['b']], ['b', ['c']], ['c', ['b']]]))).toEqual(['b', 'c', 'b']);
  });

  it('has no barrel file', () => {
    expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]);
  });

  it('keeps hand-written files to one idea: at most 300 lines', () => {
    const long = files.filter((file) => !file.endsWith('database.types.ts') && !file.startsWith('lib/messages/'))
      .filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('has the agreed top level and nothing beside it but documents and tool configuration', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true }).filter((one) => one.isDirectory()).map((one) => one.name)
      .filter((name) => !['.git', 'node_modules', '.next', '.giap-ranh'].includes(name));
    expect(folders.sort()).toEqual(['.ci', 'app', 'components', 'data', 'docs', 'lib', 'public', 'supabase', 'tests'].filter((name) => folders.includes(name)));
    expect(folders).toEqual(expect.arrayContaining(['app', 'components', 'data', 'lib', 'supabase', 'tests']));
  });
});

describe('imports go one way, and the linter says so', () => {
  const eslint = new ESLint({ cwd: ROOT });
  const messages = async (filePath: string, code: string): Promise<string> => {
    const [result] = await eslint.lintText(code, { filePath: join(ROOT, filePath) });
    return result?.messages.map((one) => one.message).join('\n') ?? '';
  };

  it.each([
    ['lib/geo/x.ts', "import { a } from '../domain/role';\nconsole.log(a);", 'lib/geo may not import lib/domain'],
    ['lib/domain/x.ts', "import { a } from '../rules/agreement';\nconsole.log(a);", 'lib/domain may not import lib/rules'],
    ['lib/rules/x.ts', "import { a } from '../db/backend';\nconsole.log(a);", 'lib/rules may not import lib/db'],
    ['lib/rules/deep/x.ts', "import { a } from '../../db/backend';\nconsole.log(a);", 'lib/rules may not import lib/db'],
    ['lib/layers/x.ts', "import { a } from '@/lib/db/backend';\nconsole.log(a);", 'lib/layers may not import lib/db'],
    ['lib/view/x.ts', "import { a } from 'react';\nconsole.log(a);", 'no React in lib'],
    ['lib/rules/x.ts', "import { point } from '@turf/turf';\nconsole.log(point);", 'Turf is used in lib/geo'],
    ['lib/http/x.ts', "import { createClient } from '@supabase/supabase-js';\nconsole.log(createClient);", 'supabase is spoken in lib/db only'],
    ['components/ui/x.tsx', "import { Map } from 'maplibre-gl';\nconsole.log(Map);", 'MapLibre objects live in components/map only'],
    ['components/ui/x.tsx', "import { a } from '@/lib/db/clients';\nconsole.log(a);", 'components talk to the server by HTTP'],
    ['lib/geo/x.ts', 'export const now = (): number => Date.now();', 'the clock is an argument'],
  ])('%s: %s', async (file, code, expected) => {
    expect(await messages(file, code)).toContain(expected);
  });

  it('allows what the rules allow', async () => {
    expect(await messages('lib/rules/x.ts', "import { DEFAULT_TIME_ZONE } from '../domain/instant';\n\nexport const zone = DEFAULT_TIME_ZONE;\n")).toBe('');
    expect(await messages('components/map/x.ts', "import { Map } from 'maplibre-gl';\n\nexport const map = Map;\n")).toBe('');
  });
});
