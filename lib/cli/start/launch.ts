import { join } from 'node:path';
import { openBackend, type OpenBackend } from '../../db/engine/open-backend';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../db/seed/accounts';
import { UsageError } from '../usage-error';
import type { Configuration } from './configuration';
import { requireFreePort } from './free-port';
import { prepareData, type PreparedData } from './prepare-data';
import { prepareHosted } from './prepare-hosted';
import { keepAnalyst } from './run-analyst';
import { addressOf, ensureBuild, spawnNext, stopChild, waitForAnswer, waitForExit } from './run-next';
import { claimDataFolder } from './server-lock';
import type { Shutdown } from './shutdown';

type Say = (line: string) => void;

/** Variables by which the web server finds the database; read in `lib/db/backend.ts`. */
function backendVariables({ tier, apiUrl, secrets }: OpenBackend): Record<string, string> {
  return {
    GIAP_RANH_TIER: tier,
    GIAP_RANH_DB_URL: apiUrl,
    GIAP_RANH_JWT_SECRET: secrets.jwtSecret,
    GIAP_RANH_PUBLISHABLE_KEY: secrets.publishableKey,
    GIAP_RANH_SECRET_KEY: secrets.secretKey,
  };
}

/** Opens and fills the database of the configured tier. */
async function prepare(configuration: Configuration, shutdown: Shutdown, say: Say): Promise<PreparedData & { environment: Record<string, string> }> {
  const { tier, dataFolder, root } = configuration;
  if (tier.kind === 'hosted') return { ...(await prepareHosted(tier, configuration, say)), environment: {} };
  const lock = claimDataFolder(dataFolder);
  shutdown.add(() => { lock.release(); });
  const databaseUrl = tier.kind === 'own-postgres' ? tier.databaseUrl : undefined;
  const opening = openBackend({ dataFolder, supabaseFolder: join(root, 'supabase'), databaseUrl, say });
  const backend = await shutdown.track(opening, (opened) => opened.stop());
  if (backend.isNew) say('a new database: loading boundaries, clusters and what else is shipped');
  return { ...(await prepareData(backend, configuration, say)), environment: backendVariables(backend) };
}

function sayWelcome(address: string, { isDemonstration, madeUpPassword }: PreparedData, admin: Configuration['admin'], say: Say): void {
  say(`Giáp Ranh is ready: ${address}`);
  if (madeUpPassword !== null) say(`administrator ${admin?.email ?? ''}, password ${madeUpPassword} (shown once)`);
  if (!isDemonstration) return;
  say(`demonstration accounts, password ${DEMO_PASSWORD}; reachable from this machine only:`);
  for (const { email, role } of DEMO_ACCOUNTS) say(`  ${email.padEnd(27)} ${role}`);
}

/**
 * Starts everything and stays until the web server ends; gives its exit code.
 *
 * @throws UsageError when something the operator can mend stands in the way.
 */
export async function launch(configuration: Configuration, isDevelopment: boolean, shutdown: Shutdown, say: Say): Promise<number> {
  const { root, port } = configuration;
  await requireFreePort(port, configuration.host ?? '127.0.0.1');
  const prepared = await prepare(configuration, shutdown, say);
  const host = prepared.isDemonstration ? '127.0.0.1' : (configuration.host ?? '0.0.0.0');
  if (prepared.isDemonstration && configuration.host !== null && configuration.host !== host) {
    say(`GIAP_RANH_HOST=${configuration.host} is not followed: with the public demonstration accounts the server listens on loopback only`);
  }
  if (!isDevelopment) await ensureBuild(root, shutdown, say);
  if (shutdown.hasBegun) return 0;
  // Also where it is not one: a variable that happens to be set outside would close the server.
  const environment = { ...prepared.environment, GIAP_RANH_DEMONSTRATION: prepared.isDemonstration ? '1' : '' };
  shutdown.add(keepAnalyst({ root, environment: { ...environment, GIAP_RANH_DATA: configuration.dataFolder }, say }));
  const child = spawnNext({ root, isDevelopment, host, port, environment });
  shutdown.add(() => stopChild(child));
  const ended = waitForExit(child);
  if (!(await waitForAnswer(child, addressOf(host, port, '127.0.0.1'))) && !shutdown.hasBegun) throw new UsageError(`the web server ended at once (exit ${await ended})`);
  sayWelcome(addressOf(host, port, 'localhost'), prepared, configuration.admin, say);
  return ended;
}
