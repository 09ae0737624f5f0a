import type { ZoneVersion } from '@/lib/domain/zone';

/** What can differ between two versions of a zone. */
export type ZoneDifference = 'name' | 'kind' | 'status' | 'geometry' | 'validity' | 'evidence';

/** What a version changed of the one before it, in a fixed order. Limits: evidence that may not be read is the same. */
export function listDifferences(before: ZoneVersion, after: ZoneVersion): readonly ZoneDifference[] {
  const differs: Readonly<Record<ZoneDifference, boolean>> = {
    name: before.name !== after.name, kind: before.kind !== after.kind, status: before.status !== after.status,
    geometry: JSON.stringify(before.geometry) !== JSON.stringify(after.geometry),
    validity: before.validFrom !== after.validFrom || before.validTo !== after.validTo, evidence: before.evidence !== after.evidence,
  };
  return (Object.keys(differs) as ZoneDifference[]).filter((one) => differs[one]);
}

/** Two versions to be drawn over each other, the earlier first. */
export interface ComparedVersions {
  readonly first: ZoneVersion;
  readonly second: ZoneVersion;
}

/** The pair of versions with these numbers, the earlier first; null when they are the same or one is unknown. */
export function pairVersions(versions: readonly ZoneVersion[], one: number, other: number): ComparedVersions | null {
  const [first, second] = [Math.min(one, other), Math.max(one, other)].map((number) => versions.find(({ version }) => version === number));
  return first === undefined || second === undefined || first === second ? null : { first, second };
}
