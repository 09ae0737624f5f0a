import type { PinData } from '../../../briefing/pin-evidence';
import type { PinPage } from '../../../briefing/pin-page';
import type { KnownAt } from '../../../db/briefing-pins';
import type { ClaimedBriefing } from '../../../db/briefing-work';
import { listClusters } from '../../../db/clusters';
import { readPointsAt } from '../../../db/points';
import type { Day } from '../../../domain/instant';
import { dayOfSeconds } from '../../../view/day-arithmetic';
import type { PointColumns } from '../../../domain/point-columns';
import { buildRuleBook, type RuleBook } from '../../../rules/rule-book';
import { readWatch, type WatchInput } from '../../watch/read-watch';
import type { BriefingGround, GatherParts } from '../gather-ground';

export type Pin = ClaimedBriefing['pins'][number];

/** What reading the pins of one briefing needs; what several pins need is read once, and only when one asks for it. */
export interface PinContext extends GatherParts {
  readonly ground: BriefingGround;
  readonly briefing: ClaimedBriefing;
  readonly known: KnownAt;
  /** Every incident as it was known. */
  readonly points: () => Promise<PointColumns>;
  /** The rules as they were known. */
  readonly rulesThen: () => Promise<RuleBook>;
  /** What control charts are drawn from. */
  readonly watch: () => Promise<WatchInput | null>;
}

/** Reads what a pin shows; `gone` when it was not there. */
export type PinReader = (context: PinContext, page: PinPage, pin: Pin) => Promise<PinData>;

export const GONE: PinData = { kind: 'gone' };

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= read());
}

/** The context of a briefing's pins. */
export function openPinContext(parts: GatherParts, ground: BriefingGround, briefing: ClaimedBriefing): PinContext {
  const { service, rules } = parts;
  const known = { asOf: briefing.asOf, ...ground.known };
  const rulesThen = once(async () => buildRuleBook({ editions: rules.editions, clusters: await listClusters(service, known.groundAt), defaultWidthMetres: rules.defaultWidthMetres, timeZone: rules.timeZone }));
  return { ...parts, ground, briefing, known, rulesThen, points: once(() => readPointsAt(service, known, known.asOf)), watch: once(async () => readWatch(service, await rulesThen(), known.asOf, known.version)) };
}

/** Incidents with their day and place, out of columns. */
export function* listPlaced(points: PointColumns): Generator<{ readonly position: readonly [number, number]; readonly day: Day; readonly category: string }> {
  for (let row = 0; row < points.count; row++) {
    yield { position: [points.longitudes[row] ?? NaN, points.latitudes[row] ?? NaN], day: dayOfSeconds(points.occurredAt[row] ?? 0), category: points.dictionaries.categories[points.categories[row] ?? -1] ?? '' };
  }
}
