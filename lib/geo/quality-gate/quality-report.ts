import type { LngLat } from '../types';

/** What can be wrong with an edition. */
export type QualityKind =
  | 'no_features'
  | 'missing_code'
  | 'missing_name'
  | 'missing_geometry'
  | 'duplicate_code'
  | 'bad_coordinate'
  | 'open_ring'
  | 'short_ring'
  | 'zero_area'
  | 'self_intersection'
  | 'overlap'
  | 'gap'
  | 'sliver';

/** `refuse`: the edition can not be used; `warn`: it can, and this is said. */
export type QualitySeverity = 'refuse' | 'warn';

/** One fault: what, where, whose, how large. `message` is a short English note for logs; the interface words its own. */
export interface QualityIssue {
  readonly kind: QualityKind;
  readonly severity: QualitySeverity;
  /** The wards concerned, sorted; empty when a feature has no code. */
  readonly codes: readonly string[];
  readonly position: LngLat | null;
  /** In the unit named: square metres for an area, metres for a width; null where size means nothing. */
  readonly size: { readonly value: number; readonly unit: 'm' | 'm2' } | null;
  readonly message: string;
}

/** What the gate found. `issues` is capped, worst first; `totals` counts all of them by kind. */
export interface QualityReport {
  readonly verdict: 'accept' | 'refuse';
  readonly wardCount: number;
  readonly issues: readonly QualityIssue[];
  readonly totals: Partial<Record<QualityKind, number>>;
  readonly issueCount: number;
}

/** How many issues a report lists at most. */
export const MAX_LISTED_ISSUES = 200;

/** Puts found faults into a report: refusals first, then by size, largest first. */
export function buildReport(wardCount: number, found: readonly QualityIssue[]): QualityReport {
  const totals: Partial<Record<QualityKind, number>> = {};
  for (const { kind } of found) totals[kind] = (totals[kind] ?? 0) + 1;
  return {
    verdict: found.some(({ severity }) => severity === 'refuse') ? 'refuse' : 'accept',
    wardCount,
    issues: [...found].sort(worstFirst).slice(0, MAX_LISTED_ISSUES),
    totals,
    issueCount: found.length,
  };
}

function worstFirst(a: QualityIssue, b: QualityIssue): number {
  if (a.severity !== b.severity) return a.severity === 'refuse' ? -1 : 1;
  return (b.size?.value ?? 0) - (a.size?.value ?? 0);
}
