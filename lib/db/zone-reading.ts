import { z } from 'zod';
import type { Day } from '../domain/instant';
import { ROLES } from '../domain/role';
import { ZONE_KINDS, ZONE_STATUSES, zoneOriginSchema, type Zone, type ZoneGeometry, type ZoneVersion } from '../domain/zone';
import type { WardNaming } from './editions';
import { instantOf } from './instant-of';

// Written by the server from a parsed shape and by nobody else.
const geometry = z.custom<ZoneGeometry>((value) => typeof value === 'object' && value !== null);
const day = z.string().transform((text) => text as Day);
const wards = z.array(z.object({ code: z.string(), share: z.number() }));

const common = {
  version: z.number(), name: z.string(), kind: z.enum(ZONE_KINDS), status: z.enum(ZONE_STATUSES), geometry, valid_from: day, valid_to: day.nullable(),
  area_square_metres: z.number(), wards, changed_at: z.string().transform(instantOf), evidence: z.string().nullable(),
};

/** A row of `list_zones`. */
export const zoneRowSchema = z.object({
  ...common, id: z.string(), edition_id: z.string(), origin: zoneOriginSchema, drawn_by_role: z.enum(ROLES), is_mine: z.boolean(),
  created_at: z.string().transform(instantOf),
});
export type ZoneRow = z.output<typeof zoneRowSchema>;

/** A row of `zone_versions_of`. */
export const zoneVersionRowSchema = z.object({
  ...common, changed_by_role: z.enum(ROLES).nullable(), changed_by_unit: z.string().nullable(), remark: z.string().nullable(),
});
export type ZoneVersionRow = z.output<typeof zoneVersionRowSchema>;

const nameWards = (row: Pick<ZoneRow, 'wards'>, editionId: string, nameOf: WardNaming): Zone['wards'] =>
  row.wards.map(({ code, share }) => ({ ward: nameOf(editionId, code), areaShare: share }));

/** A row as the domain knows it; evidence is null where the reader may not read free text. */
export function toZone(row: ZoneRow, nameOf: WardNaming): Zone {
  return {
    id: row.id, version: row.version, name: row.name, kind: row.kind, status: row.status, geometry: row.geometry, editionId: row.edition_id,
    validFrom: row.valid_from, validTo: row.valid_to, evidence: row.evidence, origin: row.origin, areaSquareMetres: row.area_square_metres,
    wards: nameWards(row, row.edition_id, nameOf), drawnByRole: row.drawn_by_role, isMine: row.is_mine, createdAt: row.created_at, changedAt: row.changed_at,
  };
}

/** A kept version as the domain knows it. */
export function toZoneVersion(row: ZoneVersionRow, editionId: string, nameOf: WardNaming): ZoneVersion {
  return {
    version: row.version, name: row.name, kind: row.kind, status: row.status, geometry: row.geometry, validFrom: row.valid_from, validTo: row.valid_to,
    areaSquareMetres: row.area_square_metres, wards: nameWards(row, editionId, nameOf), changedAt: row.changed_at,
    changedByRole: row.changed_by_role, changedByUnit: row.changed_by_unit, evidence: row.evidence, remark: row.remark,
  };
}
