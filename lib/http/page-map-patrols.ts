import { findCluster } from '../db/clusters';
import { findPatrol } from '../db/patrols';
import { listModels } from '../db/programmes';
import { readPoints } from '../db/points';
import { dayOf, type Day, type Instant } from '../domain/instant';
import { getMessages } from '../messages/get-messages';
import { clampToTerm } from '../view/clamp-to-term';
import { addDays } from '../view/day-arithmetic';
import { getEditionAt } from '../view/in-force';
import { listOpenRows } from '../view/open-rows';
import { readPatrolView } from '../view/patrol-view';
import { readBorderCoverage } from './border-coverage';
import { listHomeWards, readToday, toPagePoints, type PageReader } from './page-map-reading';
import { coverageQuerySchema } from './patrol-queries';
import { uuidSchema } from './queries';

const startOf = (day: Day): string => `${day}T00:00:00+07:00`;
const instantOf = (ms: number): Instant => new Date(ms).toISOString() as Instant;

/** The coverage of borders over a period; the week of patrols beside it has no map. */
export const readCoverageMap: PageReader = async ({ client, rules, nowMs, language }, search) => {
  const today = readToday({ rules, nowMs });
  const view = readPatrolView(search, today);
  if (view.tab !== 'coverage') return null;
  const edition = rules.clusters.find(({ id }) => id === view.cluster)?.editionId ?? getEditionAt(rules.editions.map((book) => book.edition), view.to).id;
  const query = coverageQuerySchema.safeParse({ edition, from: startOf(view.from), to: startOf(addDays(view.to, 1)), ...(view.cluster === null ? {} : { cluster: view.cluster }) });
  const coverage = query.success ? await readBorderCoverage(client, rules, query.data) : null;
  if (coverage?.kind !== 'ok' || coverage.arcs.length === 0) return null;
  const { mapTitle } = getMessages(language).patrols.coverage;
  return {
    page: { kind: 'coverage', coverage: view.gapsOnly ? coverage.arcs.filter(({ sides }) => sides !== 'both') : coverage.arcs, pairs: coverage.arcs.map(({ wards: [a, b] }) => [a.code, b.code]) },
    editionId: edition, day: view.to < today ? view.to : today, asOf: instantOf(nowMs), title: mapTitle, outsideTitle: mapTitle,
  };
};

/** One patrol: its plan, what was walked, and what that covers of the borders. */
export const readPatrolMap: PageReader = async ({ client, nowMs, language }, _search, id) => {
  const patrol = uuidSchema.safeParse(id).success ? await findPatrol(client, id) : undefined;
  if (patrol === undefined) return null;
  const { plan, tracks, done, planned, bookings } = patrol;
  return {
    page: {
      kind: 'patrol', patrol: { plan, tracks: tracks.map(({ geometry }) => ({ geometry })) }, coverage: (done ?? planned).arcs, isDone: done !== null && patrol.status !== 'planned',
      wardCodes: bookings.map(({ ward }) => ward.code),
    },
    editionId: patrol.editionId, day: dayOf(patrol.from), asOf: instantOf(nowMs), title: patrol.name, outsideTitle: getMessages(language).patrols.coverage.mapTitle,
  };
};

/** A cluster: members, border zones, focus areas, what is open there. */
export const readClusterMap: PageReader = async ({ client, rules, nowMs }, _search, id) => {
  const cluster = /^[a-z0-9][a-z0-9-]{0,59}$/.test(id) ? await findCluster(client, id) : undefined;
  if (cluster === undefined) return null;
  const points = await readPoints(client);
  return {
    page: { kind: 'cluster', cluster: id, points: toPagePoints(points, listOpenRows(points, id), nowMs / 1_000) },
    editionId: cluster.editionId, day: clampToTerm(cluster, readToday({ rules, nowMs })), asOf: instantOf(nowMs), title: cluster.name, outsideTitle: cluster.name,
  };
};

/** The named models of prevention. */
export const readModelMap: PageReader = async (reading) => {
  const { client, rules, nowMs, language } = reading;
  const day = readToday(reading);
  const editionId = getEditionAt(rules.editions.map((book) => book.edition), day).id;
  const models = (await listModels(client)).map(({ id, name, position, from, to }) => ({ id, name, position, from, to }));
  const { mapTitle } = getMessages(language).programmes.models;
  return { page: { kind: 'models', models, wardCodes: listHomeWards(reading, editionId, day) }, editionId, day, asOf: instantOf(nowMs), title: mapTitle, outsideTitle: mapTitle };
};
