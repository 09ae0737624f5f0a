import type { TestProject } from 'vitest/node';
import { startProduct } from './start-product';

declare module 'vitest' {
  interface ProvidedContext {
    readonly serverUrl: string;
  }
}

/** The browser suite runs against the server that GIAP_RANH_TEST_URL names (`npm test` does, and who writes tests), or against one of its own. */
export default async function startServer(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env['GIAP_RANH_TEST_URL'];
  if (running !== undefined && running !== '') {
    project.provide('serverUrl', running);
    return () => Promise.resolve();
  }
  const { url, stop } = await startProduct();
  project.provide('serverUrl', url);
  return stop;
}
