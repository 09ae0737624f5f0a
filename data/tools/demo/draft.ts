import type { LngLat } from '../../../lib/geo/types';
import type { ClockSeconds } from './calendar';

/** An incident before it is given an id, a detection and a text: what, when, where, and which pattern planted it. */
export interface Draft {
  readonly category: string;
  readonly occurredAt: ClockSeconds;
  readonly position: LngLat;
  /** Name of the street nearby, when there is one. */
  readonly street: string | null;
  /** Id of the pattern that planted it, null for the background. */
  readonly pattern: string | null;
  /** A position typed in exactly (a boundary stone, a river) is not blurred and says how exact it is. */
  readonly accuracyMetres?: number;
}
