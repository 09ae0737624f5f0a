import type { MultiPolygon, Polygon } from 'geojson';
import type { ScopeArea } from '@/lib/domain/analysis';
import type { Cluster } from '@/lib/domain/boundary';
import { isInForce, type Day } from '@/lib/domain/instant';
import type { Zone } from '@/lib/domain/zone';
import type { WardCollection } from '@/lib/layers/label-layers';

/** What there is to choose an area from. */
export interface Areas {
  readonly wards: WardCollection | null;
  readonly clusters: readonly Cluster[];
  readonly zones: readonly Zone[];
}

/** Codes of the wards of an area on a day; none for a zone, and while the wards are not here yet. */
export function listWardCodes(area: ScopeArea, { wards, clusters }: Areas, day: Day): readonly string[] {
  switch (area.kind) {
    case 'wards':
      return area.codes;
    case 'province':
      return (wards?.features ?? []).filter(({ properties }) => properties.provinceCode === area.provinceCode).map(({ properties }) => properties.code);
    case 'cluster':
      return clusters.find(({ id }) => id === area.id)?.members.filter((member) => isInForce(member, day)).map(({ wardCode }) => wardCode) ?? [];
    case 'zone':
      return [];
    default:
      return area satisfies never;
  }
}

/** The polygons of an area. */
export function listAreaShapes(area: ScopeArea, areas: Areas, day: Day): readonly (Polygon | MultiPolygon)[] {
  if (area.kind === 'zone') return areas.zones.filter(({ id }) => id === area.id).map(({ geometry }) => geometry);
  const codes = new Set(listWardCodes(area, areas, day));
  return (areas.wards?.features ?? []).filter(({ properties }) => codes.has(properties.code)).map(({ geometry }) => geometry);
}

/** Provinces of an edition, by name. */
export function listProvinces(wards: WardCollection | null): readonly { readonly code: string; readonly name: string }[] {
  const names = new Map((wards?.features ?? []).flatMap(({ properties: { provinceCode, provinceName } }) => (provinceCode === undefined ? [] : [[provinceCode, provinceName.normalize('NFC')]])));
  const collator = new Intl.Collator('vi');
  return [...names].map(([code, name]) => ({ code, name })).sort((a, b) => collator.compare(a.name, b.name));
}

/** What an area is called; "…" while its name is not here yet. `wardsText` tells how many wards, `nameWard` the only one. */
export function nameArea(area: ScopeArea, areas: Areas, nameWard: (code: string) => string, wardsText: (count: number) => string): string {
  switch (area.kind) {
    case 'wards':
      return area.codes.length <= 4 ? area.codes.map(nameWard).join(', ') : wardsText(area.codes.length);
    case 'province':
      return listProvinces(areas.wards).find(({ code }) => code === area.provinceCode)?.name ?? '…';
    case 'cluster':
      return areas.clusters.find(({ id }) => id === area.id)?.name.normalize('NFC') ?? '…';
    case 'zone':
      return areas.zones.find(({ id }) => id === area.id)?.name ?? '…';
    default:
      return area satisfies never;
  }
}
