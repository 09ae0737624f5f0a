import type { BoundaryEdition } from '../domain/boundary';
import { buildWardIndex } from '../geo/ward-index';
import { buildRuleBook, type EditionBook, type RuleBook } from '../rules/rule-book';
import { unwrap } from './api-error';
import { createServiceClient, type DatabaseClient } from './clients';
import { listClusters } from './clusters';
import { listEditions, loadWards } from './editions';
import { readSettings } from './settings';

async function loadEditionBook(client: DatabaseClient, edition: BoundaryEdition): Promise<EditionBook> {
  const wards = await loadWards(client, edition.id);
  return { edition, index: buildWardIndex(wards), names: new Map(wards.map(({ code, name }) => [code, name])) };
}

/** Everything the rules need, read once: editions with their indices, clusters, settings. Takes about a second for two cities. */
export async function loadRuleBook(client: DatabaseClient): Promise<RuleBook> {
  const [editions, clusters, settings] = await Promise.all([listEditions(client), listClusters(client), readSettings(client)]);
  const books: EditionBook[] = [];
  for (const edition of editions) books.push(await loadEditionBook(client, edition));
  return buildRuleBook({ editions: books, clusters, defaultWidthMetres: settings.defaultBorderWidthMetres, timeZone: settings.timeZone });
}

interface Remembered {
  readonly fingerprint: string;
  readonly book: Promise<RuleBook>;
  checkedMs: number;
}

/** How long, in milliseconds, the rules in memory are trusted before their fingerprint is compared again. */
const TRUST_MS = 2_000;

const shared = globalThis as typeof globalThis & { giapRanhRules?: Remembered };

async function refresh(client: DatabaseClient): Promise<Remembered> {
  const fingerprint = unwrap('rules fingerprint', await client.rpc('rules_fingerprint'));
  const known = shared.giapRanhRules;
  if (known !== undefined && known.fingerprint === fingerprint) {
    known.checkedMs = Date.now();
    return known;
  }
  const loaded: Remembered = { fingerprint, book: loadRuleBook(client), checkedMs: Date.now() };
  shared.giapRanhRules = loaded;
  // A failed load must not be remembered.
  loaded.book.catch(() => {
    if (shared.giapRanhRules === loaded) delete shared.giapRanhRules;
  });
  return loaded;
}

/** The rules of this process: loaded once, and anew within 2 s after an edition, a cluster or a setting changed. */
export async function getRuleBook(): Promise<RuleBook> {
  const known = shared.giapRanhRules;
  const current = known !== undefined && Date.now() - known.checkedMs < TRUST_MS ? known : await refresh(createServiceClient());
  return current.book;
}
