import type { IncidentSource, IncidentStatus } from '../../../lib/domain/incident';
import type { LngLat, WardLocation } from '../../../lib/geo/types';
import { DAY_SECONDS, dayNumber, formatClock, HOUR_SECONDS, type ClockSeconds } from './calendar';
import { SPAN } from './background';
import type { Draft } from './draft';
import { locateAt, type Ground } from './places';
import { createUuid, createWeightedPick, type Random } from './prng';
import { drawSummary } from './texts';

/** An incident as it is written, times still as clock seconds. */
export interface DemoIncident {
  readonly id: string;
  readonly category: string;
  readonly occurredAt: ClockSeconds;
  readonly position: LngLat;
  readonly detectedBy: string | null;
  readonly detectedAt: ClockSeconds | null;
  readonly reportedAt: ClockSeconds;
  readonly source: IncidentSource;
  readonly status: IncidentStatus;
  readonly accuracyMetres: number;
  readonly summary: string;
  readonly pattern: string | null;
}

const MINUTE = 60;
const END: ClockSeconds = (dayNumber(SPAN.to) + 1) * DAY_SECONDS;

/** Share of each source, and the accuracy of the positions it gives, in metres. */
const SOURCES: readonly (readonly [source: IncidentSource, weight: number, leastMetres: number, mostMetres: number])[] = [
  ['patrol', 38, 3, 12],
  ['hotline', 24, 20, 80],
  ['resident', 23, 10, 50],
  ['camera', 10, 2, 8],
  ['other', 5, 40, 150],
];
const pickSource = createWeightedPick(SOURCES.map(([, weight]) => weight));

/** How far a case has got, by its age in days at the end of the data: weights of reported, in progress, resolved, closed. */
const PROGRESS: readonly (readonly [maxDays: number, pick: (random: Random) => number])[] = [
  [3, createWeightedPick([6, 4, 0, 0])],
  [30, createWeightedPick([1, 4, 4, 1])],
  [120, createWeightedPick([0, 1, 4, 5])],
  [Number.POSITIVE_INFINITY, createWeightedPick([0, 0.05, 1, 9])],
];
const STATUSES: readonly IncidentStatus[] = ['reported', 'in_progress', 'resolved', 'closed'];

function drawStatus(random: Random, occurredAt: ClockSeconds): IncidentStatus {
  const days = (END - occurredAt) / DAY_SECONDS;
  const progress = PROGRESS.find(([maxDays]) => days < maxDays) ?? PROGRESS[PROGRESS.length - 1];
  return STATUSES[progress?.[1](random) ?? 0] as IncidentStatus;
}

/** A patrol near a border comes from either side; a camera belongs to the ward it stands in; calls detect nothing. */
function drawDetector(random: Random, source: IncidentSource, where: WardLocation): string | null {
  if (where.ownerCode === null) return null;
  if (source === 'camera') return where.ownerCode;
  if (source !== 'patrol' && !random.chance(0.12)) return null;
  const across = where.neighbours.map(({ code }) => code);
  return across.length > 0 && random.chance(0.4) ? random.pick(across) : where.ownerCode;
}

/** Seconds between the event, or its detection, and the report; about three in a hundred come days later. */
function drawReportDelay(random: Random, detected: boolean): number {
  if (random.chance(0.03)) return DAY_SECONDS + random.below(8 * DAY_SECONDS);
  return detected ? 2 * MINUTE + random.below(40 * MINUTE) : 5 * MINUTE + random.below(4 * HOUR_SECONDS);
}

/** Gives a draft its id, how it came to be known, who detected it, when it was reported, its status and a text. */
export function completeRecord(ground: Ground, random: Random, draft: Draft): DemoIncident {
  const where = locateAt(ground, draft.position, draft.occurredAt);
  const [source, , least, most] = SOURCES[pickSource(random)] as (typeof SOURCES)[number];
  const detectedBy = drawDetector(random, source, where);
  const detectedAt = detectedBy === null ? null : draft.occurredAt + random.below(45 * MINUTE);
  const reportedAt = (detectedAt ?? draft.occurredAt) + drawReportDelay(random, detectedAt !== null);
  return {
    id: createUuid(random),
    category: draft.category,
    occurredAt: draft.occurredAt,
    position: draft.position,
    detectedBy,
    detectedAt,
    reportedAt,
    source,
    status: drawStatus(random, draft.occurredAt),
    accuracyMetres: draft.accuracyMetres ?? least + random.below(most - least + 1),
    summary: drawSummary(random, draft.category, draft.street, where.neighbours.length > 0),
    pattern: draft.pattern,
  };
}

const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Columns of `incidents.csv`. */
export const COLUMNS =
  'id,category,occurredAt,lon,lat,detectedBy,detectedAt,reportedAt,source,status,accuracyM,summary';

/** One line of `incidents.csv`. */
export const formatRecord = (incident: DemoIncident): string =>
  [
    incident.id,
    incident.category,
    formatClock(incident.occurredAt),
    incident.position[0],
    incident.position[1],
    incident.detectedBy ?? '',
    incident.detectedAt === null ? '' : formatClock(incident.detectedAt),
    formatClock(incident.reportedAt),
    incident.source,
    incident.status,
    incident.accuracyMetres,
    quote(incident.summary),
  ].join(',');
