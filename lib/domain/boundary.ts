import type { Day } from './instant';
import type { RegulationRules } from './regulation';

/** A dated set of ward polygons. `effectiveTo` is the last day in force, null while it is in force. */
export interface BoundaryEdition {
  readonly id: string;
  readonly title: string;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly source: string;
  readonly licence: string;
  /** Accuracy of the lines in metres, as the source's own comparison found it. */
  readonly accuracyNote: string;
}

/** A ward named: the 5-digit official code (identifies it within its edition only) and its full name, e.g. "Phường Quan Hoa". */
export interface WardName {
  readonly code: string;
  readonly name: string;
}

/** A focus area of a cluster: a named place with its own polygon or a centre and radius. */
export interface FocusArea {
  readonly id: string;
  readonly name: string;
  readonly shape:
    | { readonly kind: 'circle'; readonly centre: readonly [number, number]; readonly radiusMetres: number }
    | { readonly kind: 'polygon'; readonly coordinates: readonly (readonly (readonly [number, number])[])[] };
  readonly from: Day | null;
  readonly to: Day | null;
}

/** A ward's membership in a cluster, dated. */
export interface ClusterMember {
  readonly wardCode: string;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** The signed rules of a cluster, as versioned data. */
export interface Regulation {
  readonly version: number;
  readonly from: Day;
  readonly to: Day | null;
  readonly borderWidthMetres: number;
  readonly rules: RegulationRules;
}

/** Wards bound by a signed coordination regulation, in one boundary edition, over a term. */
export interface Cluster {
  readonly id: string;
  readonly name: string;
  readonly editionId: string;
  readonly termFrom: Day;
  readonly termTo: Day | null;
  readonly members: readonly ClusterMember[];
  /** The chair of the cluster (cụm trưởng), which can rotate. Not the lead of an incident. */
  readonly leads: readonly ClusterMember[];
  readonly regulations: readonly Regulation[];
  readonly focusAreas: readonly FocusArea[];
  /** True for a cluster made up to show the product; named so wherever it is shown. */
  readonly demonstration: boolean;
}
