import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '../api-error';
import type { DatabaseClient } from '../clients';
import type { Json } from '../database.types';
import { listEditions } from '../editions';
import { loadRuleBook } from '../rule-book';
import { loadDemoIncidents, readDemoIncidents } from './demo-incidents';
import { readEditionFiles } from './edition-files';
import { loadLateReports, readLateReports } from './late-reports';
import { loadEdition } from './load-edition';
import { readJson } from './read-json';

/** What the loaders are given. */
export interface SeedOptions {
  readonly service: DatabaseClient;
  /** The folder `data` of this product. */
  readonly dataFolder: string;
  /** Told what is being loaded, one line each. */
  readonly say: (line: string) => void;
}

/** Loads the shipped boundary editions that the database does not have. */
export async function seedEditions({ service, dataFolder, say }: SeedOptions): Promise<void> {
  const known = new Set((await listEditions(service)).map(({ id }) => id));
  const folders = readdirSync(join(dataFolder, 'editions'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (known.has(name)) continue;
    const result = await loadEdition(service, readEditionFiles(join(dataFolder, 'editions', name)));
    const findings = `${result.report.issueCount} findings of the quality gate`;
    if (result.kind === 'loaded') say(`boundaries ${name}: ${result.wards} wards, ${result.arcs} border arcs, ${findings}`);
    else say(`boundaries ${name} REFUSED, ${findings}: ${result.report.issues[0]?.message ?? ''}`);
  }
}

/** Loads the shipped categories, successions and clusters that the database does not have. */
export async function seedReference({ service, dataFolder }: SeedOptions): Promise<void> {
  const payload = {
    categories: readJson(dataFolder, 'categories.json', []) as Json,
    successions: readJson(dataFolder, 'editions/succession.json', []) as Json,
    clusters: readJson(dataFolder, 'clusters/clusters.json', []) as Json,
  };
  const answer = await service.rpc('load_reference', { payload });
  if (answer.error !== null) unwrap('loading categories, successions and clusters', answer);
}

/** Loads the demonstration incidents with the owner and the lead that the rules give them, then what was reported of them later. */
export async function seedDemoIncidents({ service, dataFolder, say }: SeedOptions): Promise<void> {
  const rows = readDemoIncidents(dataFolder);
  if (rows.length === 0) return;
  const rules = await loadRuleBook(service);
  let told = 0;
  const added = await loadDemoIncidents(service, rules, rows, (done) => {
    if (done - told < 5_000 && done < rows.length) return;
    told = done;
    say(`demonstration incidents: ${done} of ${rows.length}`);
  });
  if (added < rows.length) say(`demonstration incidents: ${rows.length - added} were there already`);
  const late = await loadLateReports(service, rules, readLateReports(dataFolder));
  if (late > 0) say(`demonstration incidents: ${late} later reports of earlier detections`);
}
