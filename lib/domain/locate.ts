import type { OwnershipStatus } from '../geo/types';
import type { WardName } from './boundary';
import type { LeadReason, LeadTrace } from './incident';
import type { Day, Instant } from './instant';

/** Answer of `GET /api/locate`: whose point it is, who is near, and who would lead there. */
export interface LocateAnswer {
  readonly position: readonly [number, number];
  readonly at: Instant;
  readonly edition: { readonly id: string; readonly effectiveFrom: Day; readonly effectiveTo: Day | null };
  readonly status: OwnershipStatus;
  readonly owner: WardName | null;
  /** Every covering ward when there are several, smallest code first; one or none otherwise. */
  readonly candidates: readonly WardName[];
  readonly neighbours: readonly (WardName & { readonly distanceMetres: number })[];
  readonly borderZone: boolean;
  readonly junction: boolean;
  readonly widthMetres: number;
  readonly focusArea: { readonly id: string; readonly name: string } | null;
  readonly cluster: {
    readonly id: string;
    readonly name: string;
    readonly members: readonly WardName[];
    readonly leadWard: WardName | null;
  } | null;
  readonly lead: {
    readonly ward: WardName | null;
    readonly reason: LeadReason;
    readonly assists: readonly WardName[];
    readonly onRequest: readonly WardName[];
    readonly trace: LeadTrace;
  };
}
