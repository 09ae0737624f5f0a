import type { ScanFamily } from './scan-windows';

/** Discs that are scanned over time: days of the events (any whole numbers), longest duration, fewest events of a window. */
export interface IntervalScanQuestion {
  /** Families of kind `disc`: every radius that reaches one of its events. */
  readonly discs: readonly ScanFamily[];
  readonly days: Int32Array;
  readonly lastDay: number;
  readonly mostDays: number;
  readonly leastEvents: number;
  /** `any`: windows may end on any day; `last`: only those still alive on the last day. */
  readonly ending: 'any' | 'last';
}

/** What does not change when the days are dealt anew: the days' margin, and where each event stands in the discs. */
export interface PreparedIntervalScan {
  readonly question: IntervalScanQuestion;
  readonly firstDay: number;
  /** Events before day `firstDay + k`. */
  readonly before: Float64Array;
  readonly starts: Uint32Array;
  readonly memberOf: Uint32Array;
  readonly ranks: Uint32Array;
  /** Last rank at the same distance, for each member of each disc; disc d begins at `offsets[d]`. */
  readonly tieEnds: Uint32Array;
  readonly offsets: Uint32Array;
  readonly filled: Uint32Array;
  readonly rankList: Uint32Array;
  readonly dayList: Int32Array;
  readonly order: Uint32Array;
  readonly sorted: Uint32Array;
}

/** Prepares the windows of a scan. Limits: needs at least one event. */
export function prepareIntervalScan(question: IntervalScanQuestion): PreparedIntervalScan {
  const { discs, days } = question;
  let firstDay = question.lastDay;
  for (const day of days) firstDay = Math.min(firstDay, day);
  const before = new Float64Array(question.lastDay - firstDay + 2);
  for (const day of days) before[day - firstDay + 1]!++;
  for (let k = 1; k < before.length; k++) before[k]! += before[k - 1]!;
  const offsets = new Uint32Array(discs.length + 1);
  discs.forEach(({ events }, disc) => { offsets[disc + 1] = offsets[disc]! + events.length; });
  const size = offsets[discs.length]!;
  const starts = new Uint32Array(days.length + 1);
  for (const { events } of discs) for (const event of events) starts[event + 1]!++;
  for (let event = 0; event < days.length; event++) starts[event + 1]! += starts[event]!;
  const scan: PreparedIntervalScan = {
    question, firstDay, before, starts, offsets,
    memberOf: new Uint32Array(size), ranks: new Uint32Array(size), tieEnds: new Uint32Array(size), filled: new Uint32Array(discs.length),
    rankList: new Uint32Array(size), dayList: new Int32Array(size), order: new Uint32Array(days.length),
    sorted: new Uint32Array(discs.reduce((most, { events }) => Math.max(most, events.length), 0)),
  };
  fillMembers(scan);
  return scan;
}

function fillMembers({ question, starts, offsets, memberOf, ranks, tieEnds }: PreparedIntervalScan): void {
  const next = starts.slice();
  question.discs.forEach(({ events, positions }, disc) => {
    for (let rank = events.length - 1; rank >= 0; rank--) {
      const at = next[events[rank]!]!++;
      memberOf[at] = disc;
      ranks[at] = rank;
      tieEnds[offsets[disc]! + rank] = rank + 1 < events.length && positions[rank + 1] === positions[rank] ? tieEnds[offsets[disc]! + rank + 1]! : rank;
    }
  });
}

/** Called for each window: disc, rank of its farthest place, first and last day, events in it, events expected. */
export type IntervalVisit = (disc: number, rank: number, fromDay: number, toDay: number, count: number, expected: number) => void;

/**
 * Visits the windows of one dealing of the days (a permutation of the question's own): disc × radius × days, each beginning on
 * the day of one of its events and ending on one too, or on the last day.
 */
export function visitIntervals(scan: PreparedIntervalScan, days: Int32Array, visit: IntervalVisit): void {
  fillLists(scan, days);
  const { question: { discs, leastEvents, ending }, filled } = scan;
  for (let disc = 0; disc < discs.length; disc++) {
    if (filled[disc]! < leastEvents) continue;
    if (ending === 'any') visitAny(scan, disc, visit);
    else visitLast(scan, disc, visit);
  }
}

/** Lists the events of each disc by day. */
function fillLists({ question, firstDay, before, starts, memberOf, ranks, offsets, filled, rankList, dayList, order }: PreparedIntervalScan, days: Int32Array): void {
  const next = before.slice();
  for (let event = 0; event < days.length; event++) order[next[days[event]! - firstDay]!++] = event;
  filled.fill(0);
  const since = question.ending === 'last' ? before[Math.max(0, question.lastDay - question.mostDays + 1 - firstDay)]! : 0;
  for (let place = since; place < order.length; place++) {
    const event = order[place]!;
    for (let at = starts[event]!; at < starts[event + 1]!; at++) {
      const disc = memberOf[at]!;
      const slot = offsets[disc]! + filled[disc]!++;
      rankList[slot] = ranks[at]!;
      dayList[slot] = days[event]!;
    }
  }
}

function visitAny(scan: PreparedIntervalScan, disc: number, visit: IntervalVisit): void {
  const { offsets, filled, rankList, dayList, sorted, question: { mostDays } } = scan;
  const from = offsets[disc]!;
  const end = from + filled[disc]!;
  for (let i = from; i < end; i++) {
    const day = dayList[i]!;
    if (i > from && dayList[i - 1] === day) continue;
    let size = 0;
    for (let j = i; j < end && dayList[j]! < day + mostDays; j++) {
      insert(sorted, size++, rankList[j]!);
      if (j + 1 === end || dayList[j + 1] !== dayList[j]) visitRadii(scan, disc, size, day, dayList[j]!, visit);
    }
  }
}

function visitLast(scan: PreparedIntervalScan, disc: number, visit: IntervalVisit): void {
  const { offsets, filled, rankList, dayList, sorted, question: { lastDay } } = scan;
  const from = offsets[disc]!;
  let size = 0;
  for (let i = from + filled[disc]! - 1; i >= from; i--) {
    insert(sorted, size++, rankList[i]!);
    if (i === from || dayList[i - 1] !== dayList[i]) visitRadii(scan, disc, size, dayList[i]!, lastDay, visit);
  }
}

function insert(sorted: Uint32Array, size: number, value: number): void {
  let at = size - 1;
  for (; at >= 0 && sorted[at]! > value; at--) sorted[at + 1] = sorted[at]!;
  sorted[at + 1] = value;
}

/** The radii of one disc and interval; a radius takes all events at its distance or none. */
function visitRadii({ offsets, tieEnds, sorted, before, firstDay, question: { leastEvents, days } }: PreparedIntervalScan, disc: number, size: number, fromDay: number, toDay: number, visit: IntervalVisit): void {
  const share = (before[toDay - firstDay + 1]! - before[fromDay - firstDay]!) / days.length;
  for (let k = leastEvents - 1; k < size; k++) {
    const rank = tieEnds[offsets[disc]! + sorted[k]!]!;
    if (k + 1 < size && sorted[k + 1]! <= rank) continue;
    visit(disc, rank, fromDay, toDay, k + 1, (rank + 1) * share);
  }
}
