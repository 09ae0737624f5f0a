import type { Commendation, PreventionModel } from './prevention-model';
import type { Programme, ProgrammeHistoryEntry, ProgrammeIndicator, ProgrammeTask } from './programme';

/** Answer of every route about one programme. */
export interface ProgrammePage {
  readonly id: string;
  readonly programme: Programme;
  readonly tasks: readonly ProgrammeTask[];
  readonly indicators: readonly ProgrammeIndicator[];
  readonly commendations: readonly Commendation[];
  readonly models: readonly PreventionModel[];
  readonly history: readonly ProgrammeHistoryEntry[];
  readonly permissions: { readonly write: boolean };
}

/** Answer of `GET /api/programmes`. */
export interface ProgrammeList {
  readonly programmes: readonly Programme[];
  readonly mayWrite: boolean;
}
