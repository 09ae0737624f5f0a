import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };
const suite = (name: string, include: string[], more: object = {}) => ({
  resolve: { alias },
  test: { name, include, environment: 'node', ...more },
});

/** Files by name, so that every run has the same order: the alarms' browser tests come before those that record incidents of today. */
class ByName extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve([...files].sort((a, b) => (a.moduleId < b.moduleId ? -1 : 1)));
  }
}

/**
 * `unit` is pure and runs on every core; `database` and `browser` use servers and run one file at a time.
 * `npm test` runs two of those side by side (tests/run.ts). Those two wait for other processes on a machine that may be busy, so a
 * test of theirs is tried once more before it counts as failed; tests/run.ts names each that needed it. Pure tests have one try.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: ByName },
    projects: [
      suite('unit', ['tests/{unit,property,architecture}/**/*.test.{ts,tsx}'], { testTimeout: 60_000, setupFiles: ['tests/helpers/fixed-seed.ts'], maxWorkers: availableParallelism() }),
      suite('database', ['tests/database/**/*.test.ts'], {
        fileParallelism: false, retry: 1, testTimeout: 120_000, hookTimeout: 180_000, globalSetup: ['tests/database/support/open-server.ts'],
      }),
      suite('browser', ['tests/browser/**/*.test.ts'], {
        fileParallelism: false, retry: 1, testTimeout: 300_000, hookTimeout: 600_000, globalSetup: ['tests/browser/support/start-server.ts'],
        // Vitest's own second is too short for a page that fetches and draws on two busy cores; a test that is about speed measures it itself.
        expect: { poll: { timeout: 20_000 } },
      }),
    ],
  },
});
