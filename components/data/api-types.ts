import type { BoundaryEdition, Cluster, WardName } from '@/lib/domain/boundary';
import type { Category } from '@/lib/domain/category';
import type { Coordination, IncidentPermissions } from '@/lib/domain/coordination';
import type { Incident } from '@/lib/domain/incident';
import type { Role } from '@/lib/domain/role';

/** `GET /api/me`. */
export interface Me {
  readonly userId: string;
  readonly email: string | null;
  readonly role: Role;
  readonly unit: { readonly id: string; readonly name: string } | null;
  /** The ward served today, in the edition in force today. */
  readonly ward: WardName | null;
  /** Every ward the account serves or served, each in its edition. */
  readonly wards: readonly (WardName & { readonly editionId: string })[];
}

/** `GET /api/basemap`. */
export type BasemapAnswer =
  | { readonly kind: 'builtin' }
  | { readonly kind: 'pmtiles'; readonly url: string }
  | { readonly kind: 'style'; readonly url: string };

/** What the page needs before it can draw anything. */
export interface Reference {
  readonly me: Me;
  readonly editions: readonly BoundaryEdition[];
  readonly clusters: readonly Cluster[];
  readonly defaultWidthMetres: number;
  readonly categories: readonly Category[];
  readonly basemap: BasemapAnswer;
}

/** One entry of an incident's history. */
export interface HistoryEntry {
  readonly id: number | string;
  readonly at: string;
  readonly actorRole: string | null;
  readonly actorUnit: string | null;
  readonly kind: string;
  readonly before: unknown;
  readonly after: unknown;
  /** What was written with it; null without, or for a reader who may not read free text. */
  readonly remark: string | null;
}

/** `GET /api/incidents/{id}`. */
export interface IncidentAnswer {
  readonly incident: Incident;
  readonly coordination: Coordination;
  readonly permissions: IncidentPermissions;
  readonly history: readonly HistoryEntry[];
}
