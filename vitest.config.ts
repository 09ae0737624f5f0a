import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };
const suite = (name: string, include: string[], more: object = {}) => ({
  resolve: { alias },
  test: { name, include, environment: 'node', ...more },
});

/** `unit` is pure and runs in parallel; `database` and `browser` start servers of their own and run one file at a time. */
export default defineConfig({
  test: {
    projects: [
      suite('unit', ['tests/{unit,property,architecture}/**/*.test.{ts,tsx}'], { testTimeout: 60_000 }),
      suite('database', ['tests/database/**/*.test.ts'], { fileParallelism: false, testTimeout: 120_000, hookTimeout: 180_000 }),
      suite('browser', ['tests/browser/**/*.test.ts'], {
        fileParallelism: false, testTimeout: 120_000, hookTimeout: 600_000, globalSetup: ['tests/browser/support/start-server.ts'],
      }),
    ],
  },
});
