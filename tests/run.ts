/**
 * `npm test`: type check, lint, then every suite, each told in one line; the last line is `N passed, N failed`.
 *
 * Nothing is skipped to pass: a suite that ran no test, or skipped one, counts as failed. A test of servers and browsers that
 * failed is tried once more, and is named if it passed then. The database suite runs on the
 * embedded PostgreSQL and, when DATABASE_URL is set, once more on that server.
 */
import { readdirSync } from 'node:fs';
import { startProduct, type Product } from './browser/support/start-product';
import { requireChromium } from './helpers/chromium';
import { requireOffice, requirePoppler } from './helpers/documents';
import { check, dropReports, vitest, type Tally } from './helpers/run-suite';

/**
 * Browser tests that neither record incidents nor count those of today: they run beside the others, on the same server.
 * A file that is not named here runs with the others, one after the other, the alarms' before those that record something.
 */
const BESIDE = ['analysis', 'clusters', 'patrols', 'programmes', 'rules', 'trends', 'zones'].map((name) => `${name}.test.ts`);

/** The browser suite on a server that is starting: two files at a time. */
async function testInBrowsers(product: Promise<Product>, chromium: string): Promise<Tally[]> {
  const all = readdirSync('tests/browser').filter((file) => file.endsWith('.test.ts'));
  const lanes = [['that record or count', all.filter((file) => !BESIDE.includes(file))], ['beside them', all.filter((file) => BESIDE.includes(file))]] as const;
  try {
    const { url, stop } = await product;
    const environment = { CHROME_PATH: chromium, DATABASE_URL: '', GIAP_RANH_TEST_URL: url };
    const tallies = await Promise.all(lanes.map(([what, files]) => vitest(`browser tests ${what}`, 'browser', environment, files.map((file) => `tests/browser/${file}`))));
    await stop();
    return tallies;
  } catch (error) {
    console.error(error);
    return [{ name: 'browser tests', passed: 0, failed: 1, seconds: 0, failures: [`browser tests: ${String(error)}`], unsteady: [] }];
  }
}

/** The product on its way; ended with this process when that is told to end. */
function openProduct(): Promise<Product> {
  const product = startProduct();
  product.catch(() => undefined);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { void product.then(({ stop }) => stop()).catch(() => undefined).then(() => process.exit(1)); });
  return product;
}

async function main(): Promise<number> {
  const chromium = requireChromium();
  console.log(`browser tests will use ${chromium}`);
  console.log(`tests of documents will use ${requireOffice()} and ${requirePoppler().pdftotext}`);
  const server = process.env['DATABASE_URL'];
  // Two at a time where each keeps about one core busy; the product is built while the databases are tested.
  const checks = await Promise.all([check('type check', 'tsc', ['--noEmit', '-p', '.']), check('lint', 'eslint', ['.', '--max-warnings', '0'])]);
  const unit = await vitest('unit, property and architecture tests', 'unit');
  const product = openProduct();
  const databases = await Promise.all([
    vitest('database tests, embedded PostgreSQL', 'database', { DATABASE_URL: '' }),
    ...(server === undefined || server === '' ? [] : [vitest('database tests, PostgreSQL at DATABASE_URL', 'database')]),
  ]);
  const tallies = [...checks, unit, ...databases, ...(await testInBrowsers(product, chromium))];
  dropReports();
  console.log('');
  for (const { name, passed, failed, seconds } of tallies) {
    console.log(`${name}: ${String(passed)} ok, ${String(failed)} not ok, ${seconds.toFixed(0)} s`);
  }
  if (server === undefined || server === '') console.log('PostgreSQL 15: not run, DATABASE_URL is not set (.ci/run sets it)');
  for (const test of tallies.flatMap(({ unsteady }) => unsteady)) console.log(`passed at the second try only: ${test}`);
  for (const failure of tallies.flatMap(({ failures }) => failures)) console.log(`not ok: ${failure}`);
  const sum = (key: 'passed' | 'failed'): number => tallies.reduce((total, one) => total + one[key], 0);
  console.log(`${String(sum('passed'))} passed, ${String(sum('failed'))} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

process.exitCode = await main();
