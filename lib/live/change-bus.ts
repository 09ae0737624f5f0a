import { LIVE_TOPICS, type LiveChange, type LiveTopic, type TopicVersions } from '../domain/live';

/** What the database tells when a transaction commits; `keys`: wards concerned (`edition/ward`), null = possibly everybody. */
export interface ChangeNotice {
  readonly topic: LiveTopic;
  readonly keys: readonly string[] | null;
}

/** What an account may know of now, as row level security answers it. */
export interface LiveView {
  /** Accounts with the same text see the same incidents. */
  readonly audience: string;
  /** Wards in sight (`edition/ward`); null for who sees everything. */
  readonly keys: readonly string[] | null;
  readonly versions: TopicVersions;
  /** Incidents that changed since the version asked for, oldest first; null when there were too many to list. */
  readonly changed: LiveChange['changed'] | null;
}

/** What a subscriber is told; `bye` is the last. */
export type BusEvent =
  | { readonly kind: 'hello' | 'beat'; readonly versions: TopicVersions }
  | { readonly kind: 'change'; readonly change: LiveChange }
  | { readonly kind: 'bye'; readonly reason: 'session' | 'moved' };

/** One stream. */
export interface BusSubscriber {
  /** Reads what this subscriber's account may know, with its own rights. @throws when its session opens nothing any more. */
  readonly read: (since: number | null) => Promise<LiveView>;
  /** Takes an event at once; must not throw. */
  readonly tell: (event: BusEvent) => void;
}

interface Audience {
  readonly id: string;
  readonly keys: ReadonlySet<string> | null;
  versions: TopicVersions;
  /** With the versions each was told when it joined. */
  readonly members: Map<BusSubscriber, TopicVersions>;
  isDirty: boolean;
  isReading: boolean;
}

/** What the bus is given besides its subscribers. */
export interface BusOptions {
  /** Runs something later. */
  readonly after: (delayMs: number, run: () => void) => void;
  /** How long, in milliseconds, changes are gathered before they are told. */
  readonly gatherMs: number;
}

/** Members that are asked in vain before an audience is left for later. */
const MOST_ASKED = 3;
/** How long later, in milliseconds. */
const RETRY_MS = 1_000;

/**
 * Brings changes to subscribers: each audience that a change may concern is asked once, with the rights of one of its members,
 * and told what that member may see; the others hear nothing.
 */
export class ChangeBus {
  readonly #audiences = new Map<string, Audience>();
  readonly #options: BusOptions;
  #isGathering = false;
  #noticeCount = 0;

  constructor(options: BusOptions) {
    this.#options = options;
  }

  /** Number of open subscriptions. */
  get size(): number {
    return [...this.#audiences.values()].reduce((sum, { members }) => sum + members.size, 0);
  }

  /** Number of groups of subscribers that see the same. */
  get audienceCount(): number {
    return this.#audiences.size;
  }

  /** The database said that something changed. */
  notice({ keys }: ChangeNotice): void {
    this.#noticeCount += 1;
    for (const audience of this.#audiences.values()) if (isConcerned(audience, keys)) audience.isDirty = true;
    this.#gather();
  }

  /** Notices may have been lost: every audience is asked. */
  checkAll(): void {
    this.notice({ topic: 'incidents', keys: null });
  }

  /** Tells everybody that the server lives, and the versions it knows. */
  beat(): void {
    for (const { versions, members } of this.#audiences.values()) {
      const event: BusEvent = { kind: 'beat', versions };
      for (const member of members.keys()) member.tell(event);
    }
  }

  /**
   * Adds a subscriber: it is told what changed since the version it has, then `hello`, then everything that follows.
   *
   * @throws what its `read` throws. `isGone` tells that it left meanwhile.
   */
  async add(subscriber: BusSubscriber, since: number | null, isGone: () => boolean): Promise<void> {
    const noticed = this.#noticeCount;
    let view = await subscriber.read(since);
    if (isGone()) return;
    if (since !== null && view.versions.incidents !== since) subscriber.tell(toEvent('incidents', view));
    // What its audience was told between the reading and now, it would never hear of.
    while (isBehind(view.versions, this.#audiences.get(view.audience)?.versions)) {
      const next = await subscriber.read(view.versions.incidents);
      if (isGone()) return;
      for (const topic of listMoved(view.versions, next.versions)) subscriber.tell(toEvent(topic, next));
      view = next;
    }
    subscriber.tell({ kind: 'hello', versions: view.versions });
    const audience = this.#join(subscriber, view);
    if (noticed === this.#noticeCount) return;
    audience.isDirty = true;
    this.#gather();
  }

  /** Takes a subscriber out; leaves nothing of it behind. */
  remove(subscriber: BusSubscriber): void {
    for (const audience of this.#audiences.values()) {
      if (audience.members.delete(subscriber) && audience.members.size === 0) this.#audiences.delete(audience.id);
    }
  }

  /** Asks each audience whether it still sees what it saw (a day passed, a cluster changed); ends the streams of one that does not. */
  async recheck(): Promise<void> {
    for (const audience of [...this.#audiences.values()]) await this.#read(audience, null);
  }

  /** Asks one subscriber whether it still sees what its audience does; ends its stream when it does not. */
  async recheckOne(subscriber: BusSubscriber): Promise<void> {
    const view = await subscriber.read(null).catch(() => null);
    const audience = [...this.#audiences.values()].find(({ members }) => members.has(subscriber));
    if (view !== null && audience !== undefined && view.audience !== audience.id) this.#dismiss(audience, subscriber);
  }

  #join(subscriber: BusSubscriber, view: LiveView): Audience {
    const known = this.#audiences.get(view.audience);
    if (known !== undefined) {
      known.members.set(subscriber, view.versions);
      return known;
    }
    const keys = view.keys === null ? null : new Set(view.keys);
    const made: Audience = { id: view.audience, keys, versions: view.versions, members: new Map([[subscriber, view.versions]]), isDirty: false, isReading: false };
    this.#audiences.set(made.id, made);
    return made;
  }

  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    this.#options.after(this.#options.gatherMs, () => {
      this.#isGathering = false;
      for (const audience of this.#audiences.values()) void this.#flush(audience);
    });
  }

  /** One reading at a time for an audience, so that its events keep their order. */
  async #flush(audience: Audience): Promise<void> {
    if (audience.isReading) return;
    audience.isReading = true;
    while (audience.isDirty && audience.members.size > 0) {
      audience.isDirty = false;
      const view = await this.#read(audience, audience.versions.incidents);
      if (view !== null) tellNews(audience, view);
      else if (!audience.isDirty) this.#tryLater(audience);
    }
    audience.isReading = false;
  }

  #tryLater(audience: Audience): void {
    this.#options.after(RETRY_MS, () => {
      audience.isDirty = true;
      this.#gather();
    });
  }

  /** What an audience may know, by the rights of one member; null when nobody in it could say. */
  async #read(audience: Audience, since: number | null): Promise<LiveView | null> {
    for (const member of [...audience.members.keys()].slice(0, MOST_ASKED)) {
      const view = await member.read(since).catch(() => null);
      if (view === null) continue;
      if (view.audience === audience.id) return view;
      // What the member sees now is not for the others, nor the other way round: it comes back and is sorted anew.
      this.#dismiss(audience, member);
    }
    return null;
  }

  #dismiss(audience: Audience, member: BusSubscriber): void {
    this.remove(member);
    member.tell({ kind: 'bye', reason: 'moved' });
    audience.isDirty = true;
    this.#gather();
  }
}

function isConcerned(audience: Audience, keys: readonly string[] | null): boolean {
  return keys === null || audience.keys === null || keys.some((key) => audience.keys?.has(key));
}

const isBehind = (one: TopicVersions, other: TopicVersions | undefined): boolean =>
  other !== undefined && LIVE_TOPICS.some((topic) => one[topic] < other[topic]);

const listMoved = (before: TopicVersions, now: TopicVersions): LiveTopic[] => LIVE_TOPICS.filter((topic) => before[topic] !== now[topic]);

function toEvent(topic: LiveTopic, { versions, changed }: LiveView): BusEvent {
  return { kind: 'change', change: { topic, version: versions[topic], changed: topic === 'incidents' ? (changed ?? []) : [] } };
}

/** Tells an audience each topic that moved, but no member what it knew when it joined. */
function tellNews(audience: Audience, view: LiveView): void {
  const moved = listMoved(audience.versions, view.versions);
  audience.versions = view.versions;
  for (const topic of moved) {
    const event = toEvent(topic, view);
    for (const [member, joined] of audience.members) if (view.versions[topic] > joined[topic]) member.tell(event);
  }
}
