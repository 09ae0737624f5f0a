/**
 * Candidate windows in one order of events: on a `line` (a border arc) every stretch between two of its events, around a
 * `disc` (a tri-point, a grid point) every radius that reaches one of its events.
 */
export interface ScanFamily {
  readonly id: string;
  readonly kind: 'line' | 'disc';
  /** Indices of its events, in the order of their positions. */
  readonly events: Uint32Array;
  /** Metres along the line, or from the centre; ascending. */
  readonly positions: Float64Array;
  /** Longest stretch, or largest radius, in metres. */
  readonly reachMetres: number;
}

/** What is scanned: the day of each event (any whole numbers), the last day, and how many days back a cluster may begin. */
export interface ScanQuestion {
  readonly days: Int32Array;
  readonly lastDay: number;
  readonly durationsDays: readonly number[];
  readonly families: readonly ScanFamily[];
  /** Fewest recent events a window must hold. */
  readonly leastEvents: number;
}

/** Where an event stands in the families that hold it. */
interface Membership {
  readonly starts: Uint32Array;
  readonly families: Uint32Array;
  readonly ranks: Uint32Array;
}

function buildMembership(families: readonly ScanFamily[], eventCount: number): Membership {
  const starts = new Uint32Array(eventCount + 1);
  for (const { events } of families) for (const event of events) starts[event + 1]!++;
  for (let event = 0; event < eventCount; event++) starts[event + 1]! += starts[event]!;
  const next = starts.slice(0, eventCount);
  const size = starts[eventCount]!;
  const membership: Membership = { starts, families: new Uint32Array(size), ranks: new Uint32Array(size) };
  families.forEach(({ events }, family) => events.forEach((event, rank) => {
    const at = next[event]!++;
    membership.families[at] = family;
    membership.ranks[at] = rank;
  }));
  return membership;
}

interface Ties {
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

/** First and last rank that share each rank's position: a window holds all events of a place or none. */
function buildTies(positions: Float64Array): Ties {
  const first = new Uint32Array(positions.length);
  const last = new Uint32Array(positions.length);
  for (let k = 0; k < positions.length; k++) first[k] = k > 0 && positions[k] === positions[k - 1] ? first[k - 1]! : k;
  for (let k = positions.length - 1; k >= 0; k--) last[k] = k + 1 < positions.length && positions[k] === positions[k + 1] ? last[k + 1]! : k;
  return { first, last };
}

/** A scan made ready: everything that does not change when the days are dealt anew. */
export interface PreparedScan {
  readonly question: ScanQuestion;
  readonly membership: Membership;
  readonly ties: readonly Ties[];
  /** Ranks of recent events, a stretch for each family from `offsets` on; filled and read within one visit. */
  readonly ranks: Uint32Array;
  readonly offsets: Uint32Array;
  readonly filled: Uint32Array;
}

/** Prepares the candidate windows of a scan. */
export function prepareScan(question: ScanQuestion): PreparedScan {
  const { families, days } = question;
  const offsets = new Uint32Array(families.length + 1);
  families.forEach(({ events }, family) => { offsets[family + 1] = offsets[family]! + events.length; });
  return {
    question, offsets,
    membership: buildMembership(families, days.length),
    ties: families.map(({ positions }) => buildTies(positions)),
    ranks: new Uint32Array(offsets[families.length]!),
    filled: new Uint32Array(families.length),
  };
}

/** Called for each candidate window that holds enough recent events: family, ranks of its ends, recent count, expected count. */
type WindowVisit = (family: number, from: number, to: number, count: number, mean: number) => void;

/** Visits the windows of one dealing of the days, for one duration. Only recent events are touched, so a permutation is cheap. */
export function visitWindows(scan: PreparedScan, days: Int32Array, durationDays: number, visit: WindowVisit): void {
  const { families, leastEvents } = scan.question;
  const share = fillRanks(scan, days, durationDays) / days.length;
  for (let family = 0; family < families.length; family++) {
    const count = scan.filled[family]!;
    if (count < leastEvents || count === 0) continue;
    const ranks = scan.ranks.subarray(scan.offsets[family]!, scan.offsets[family]! + count);
    sortShort(ranks);
    visitFamily(families[family]!, scan.ties[family]!, ranks, leastEvents, (from, to, found) => visit(family, from, to, found, (to - from + 1) * share));
  }
}

/** Collects the ranks of the recent events by family; answers how many events are recent. */
function fillRanks({ question, membership, ranks, offsets, filled }: PreparedScan, days: Int32Array, durationDays: number): number {
  const { lastDay } = question;
  filled.fill(0);
  let recent = 0;
  for (let event = 0; event < days.length; event++) {
    if (days[event]! <= lastDay - durationDays || days[event]! > lastDay) continue;
    recent++;
    for (let at = membership.starts[event]!; at < membership.starts[event + 1]!; at++) {
      const family = membership.families[at]!;
      ranks[offsets[family]! + filled[family]!++] = membership.ranks[at]!;
    }
  }
  return recent;
}

/** Longest list that sorting by insertion beats the typed array's own sort on. */
const SHORT = 40;

function sortShort(values: Uint32Array): void {
  if (values.length > SHORT) {
    values.sort();
    return;
  }
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    let at = i - 1;
    for (; at >= 0 && values[at]! > value; at--) values[at + 1] = values[at]!;
    values[at + 1] = value;
  }
}

function visitFamily({ kind, positions, reachMetres }: ScanFamily, { first, last }: Ties, ranks: Uint32Array, leastEvents: number, visit: (from: number, to: number, count: number) => void): void {
  const begins = kind === 'disc' ? 1 : ranks.length;
  for (let i = 0; i < begins; i++) {
    const from = kind === 'disc' ? 0 : first[ranks[i]!]!;
    // Of several recent events at one place only the first begins a window.
    if (i > 0 && ranks[i - 1]! >= from) continue;
    const origin = kind === 'disc' ? 0 : positions[from]!;
    for (let j = i; j < ranks.length; j++) {
      const to = last[ranks[j]!]!;
      if (positions[to]! - origin > reachMetres) break;
      if (j + 1 < ranks.length && ranks[j + 1]! <= to) continue;
      if (j - i + 1 >= leastEvents) visit(from, to, j - i + 1);
    }
  }
}
