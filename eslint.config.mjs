import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

/** Folders a folder of `lib` may import from; ARCHITECTURE.md says why. Anything not named here is refused. */
const MAY_IMPORT = {
  geo: [],
  stats: [],
  domain: ['geo', 'stats'],
  rules: ['domain', 'geo', 'stats'],
  analysis: ['domain', 'geo', 'rules', 'stats'],
  trends: ['domain', 'geo', 'rules', 'stats', 'view'],
  briefing: ['analysis', 'domain', 'geo', 'rules', 'stats', 'trends', 'view'],
  layers: ['domain', 'format', 'geo', 'messages', 'view'],
  view: ['domain', 'geo'],
  format: ['domain', 'geo'],
  messages: ['domain', 'format', 'geo'],
  db: ['analysis', 'domain', 'geo', 'rules', 'stats'],
  live: ['domain', 'geo', 'rules', 'stats'],
  export: ['analysis', 'briefing', 'domain', 'format', 'geo', 'interop', 'layers', 'messages', 'rules', 'stats', 'trends', 'view'],
  interop: ['domain', 'geo', 'rules', 'stats'],
  http: ['analysis', 'briefing', 'db', 'domain', 'export', 'format', 'geo', 'interop', 'layers', 'live', 'messages', 'rules', 'stats', 'trends', 'view'],
};
const LIB_FOLDERS = [...Object.keys(MAY_IMPORT), 'cli'];

const only = (packages, message) => packages.map((name) => ({ regex: `^${name}(/.*)?$`, message }));
const SUPABASE = only(['@supabase/supabase-js', '@supabase/ssr', '@supabase/lite'], 'supabase is spoken in lib/db only');
const TURF = only(['@turf/.*'], 'Turf is used in lib/geo and lib/stats only');
const MAPLIBRE = { regex: '^maplibre-gl(/.*)?$', message: 'MapLibre objects live in components/map only', allowTypeImports: true };
const REACT = only(['react', 'react-dom', 'next', 'recharts'], 'no React in lib');

const folderRule = (folder, allowed) => ({
  files: [`lib/${folder}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', {
      patterns: [
        ...LIB_FOLDERS.filter((other) => other !== folder && !allowed.includes(other)).map((other) => ({
          regex: `^(\\.\\./)+(lib/)?${other}/|^@/lib/${other}/`,
          message: `lib/${folder} may not import lib/${other}`,
        })),
        { regex: '^(\\.\\./)+(app|components|tests)/|^@/(app|components|tests)/', message: 'lib does not know app, components or tests' },
        ...(folder === 'db' ? REACT.filter((one) => !one.regex.startsWith('^next')) : [...REACT, ...SUPABASE]),
        ...(folder === 'geo' || folder === 'stats' ? [] : TURF),
        MAPLIBRE,
      ],
    }],
  },
});

export default ts.config(
  { ignores: ['.next/', 'node_modules/', '.giap-ranh/', 'next-env.d.ts', 'lib/db/database.types.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  {
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'no barrel files' }],
      'eqeqeq': 'error',
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } } },
  ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => folderRule(folder, allowed)),
  {
    files: ['lib/{geo,stats,domain,rules,analysis,trends,briefing,layers,view,format,messages}/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'the clock is an argument' }, { object: 'Math', property: 'random', message: 'chance is an argument' }],
    },
  },
  {
    // Hot loops read typed arrays at indices they keep in bounds themselves; in a test a wrong `!` is a failed test.
    files: ['lib/{geo,stats,view,domain,analysis,trends,briefing}/**/*.ts', 'tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['components/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', {
        patterns: [
          { regex: '^@/app/|^(\\.\\./)+app/', message: 'components do not know routes' },
          { regex: '^@/lib/(db|cli|http|live)/(?!browser-)', message: 'components talk to the server by HTTP' },
          ...SUPABASE, ...TURF, MAPLIBRE,
        ],
      }],
    },
  },
  { files: ['components/map/**/*.{ts,tsx}'], rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...SUPABASE, ...TURF, { regex: '^@/lib/(db|cli|http|live)/', message: 'the map gets props' }] }] } },
  { files: ['app/**/*.{ts,tsx}'], rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...SUPABASE, ...TURF, MAPLIBRE] }] } },
);
