import type { LiveChange, TopicVersions } from './live';

/**
 * What a transport of the change feed tells. `alive`: a sign of life with the versions the server knows; the first one ends
 * the opening. `closed` is the last event: `lost` (try again later), `renew` (come back at once, with a fresh session),
 * `signed_out` (the session opens nothing any more).
 */
export type TransportEvent =
  | { readonly kind: 'alive'; readonly versions: TopicVersions }
  | { readonly kind: 'change'; readonly change: LiveChange }
  | { readonly kind: 'closed'; readonly reason: 'lost' | 'renew' | 'signed_out' };

/** A way by which changes reach a screen: Server-Sent Events, Supabase Realtime, or another tab that has one of them. */
export interface LiveTransport {
  /**
   * Opens the way and tells what arrives, never before it has returned, until it is closed by the returned function.
   *
   * `since`: the version of the topic `incidents` the screen has; what changed after it is told before the first `alive`.
   */
  open(since: number | null, tell: (event: TransportEvent) => void): () => void;
}
