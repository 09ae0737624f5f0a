/** What can change under an open screen; each has a version of its own that only grows. */
export const LIVE_TOPICS = ['incidents', 'clusters', 'patrols', 'notes', 'zones', 'analyses', 'alarms', 'disputes', 'programmes', 'scores', 'briefings'] as const;
export type LiveTopic = (typeof LIVE_TOPICS)[number];

/** The version of each topic as the server knows it. */
export type TopicVersions = Readonly<Record<LiveTopic, number>>;

/** A change as it reaches a screen: never content, and ids only of incidents that this reader may see. */
export interface LiveChange {
  readonly topic: LiveTopic;
  readonly version: number;
  /** Ids of changed incidents with their versions; empty for other topics, and when only something left the reader's sight. */
  readonly changed: readonly { readonly id: string; readonly version: number }[];
}

/** Whether the feed delivers: `connecting` at first, `live`, `stale` when nothing was heard for too long, `offline` while it reconnects, `signed_out`. */
export type LiveState = 'connecting' | 'live' | 'stale' | 'offline' | 'signed_out';

/** Longest silence of the server between two signs of life, in milliseconds. */
export const BEAT_MS = 10_000;
/** Silence after which a screen says that it is stale, in milliseconds: two beats and a margin. */
export const STALE_AFTER_MS = 25_000;
