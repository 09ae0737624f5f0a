import type { DutyDesk } from '../domain/cluster-work';
import { unwrap } from './api-error';
import { readChange, type ChangeResult } from './change-result';
import { createServiceClient, type DatabaseClient } from './clients';
import type { Json } from './database.types';
import type { WardNaming } from './editions';
import type { Actor } from './incidents';

/** The duty desks of the units of some wards of an edition, by ward. */
export async function listDutyDesks(client: DatabaseClient, editionId: string, codes: readonly string[], nameOf: WardNaming): Promise<DutyDesk[]> {
  const rows = unwrap('duty desks', await client.from('unit_wards').select('ward_code, units(id, name, duty_desk_phone, superseded_at)')
    .eq('edition_id', editionId).in('ward_code', [...codes]).order('ward_code').order('unit_id'));
  return rows.flatMap(({ ward_code, units }) => {
    // One unit a row: the foreign key is not null.
    const unit = units as unknown as { id: string; name: string; duty_desk_phone: string | null; superseded_at: string | null };
    return unit.superseded_at === null
      ? [{ unitId: unit.id, unitName: unit.name, ward: nameOf(editionId, ward_code), phone: unit.duty_desk_phone }]
      : [];
  });
}

/** Sets the number of a unit's duty desk, or takes it away. */
export async function setDutyDesk(unit: string, phone: string | null, actor: Actor | null, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  // A null argument takes the number away; generated types know no null among arguments.
  return readChange('setting a duty desk', await service.rpc('set_duty_desk', { unit, phone: phone as unknown as string, actor: actor as unknown as Json }));
}
