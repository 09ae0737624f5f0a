-- What the server may do with zones, each in one transaction with its version and history. Only `service_role` may call these.

-- Columns of a zone as the history shows them: no geometry (its version has it), nothing that follows from it.
create function private.zone_facts(stored public.zones) returns jsonb
language sql immutable
set search_path = public, extensions
as $$
  select to_jsonb(stored) - array['geometry', 'west', 'south', 'east', 'north', 'ward_codes', 'created_at', 'changed_at', 'published', 'drawn_by_role']
$$;

-- Keeps the zone as it now is: the version whole, its words, one entry of history.
create function private.keep_zone_version(stored public.zones, words jsonb, actor jsonb, how text, was jsonb, more jsonb default '{}') returns void
language plpgsql
set search_path = public, extensions
as $$
begin
  insert into zone_versions (zone_id, version, name, kind, status, geometry, valid_from, valid_to, area_square_metres, wards, changed_at, changed_by_role, changed_by_unit)
  values (stored.id, stored.version, stored.name, stored.kind, stored.status, stored.geometry, stored.valid_from, stored.valid_to,
    stored.area_square_metres, stored.wards, stored.changed_at, actor ->> 'role', actor ->> 'unitId');
  if words ->> 'evidence' is not null or words ->> 'remark' is not null then
    insert into zone_texts (zone_id, version, evidence, remark) values (stored.id, stored.version, words ->> 'evidence', words ->> 'remark');
  end if;
  insert into zone_history (zone_id, actor_user, actor_unit, actor_role, kind, draft, before, after)
  values (stored.id, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', how, not stored.published,
    case when was is not null then private.changed_columns(private.zone_facts(stored), was) end,
    private.changed_columns(coalesce(was, '{}'), private.zone_facts(stored)) || more);
end $$;

-- Writes a new zone: {row: {column: value}, evidence, remark, digest}. Answers made, repeated (the same sent before) or conflict.
create function private.add_zone(given jsonb, actor jsonb, how text) returns text
language plpgsql
set search_path = public, extensions
as $$
declare
  z zones := jsonb_populate_record(null::zones, given -> 'row');
  made zones;
  receipt zone_receipts;
begin
  insert into zones (id, name, kind, status, published, geometry, edition_id, valid_from, valid_to, origin, area_square_metres,
    west, south, east, north, wards, ward_codes, drawn_by_role)
  values (z.id, z.name, z.kind, z.status, z.status = 'active', z.geometry, z.edition_id, z.valid_from, z.valid_to, z.origin, z.area_square_metres,
    z.west, z.south, z.east, z.north, z.wards, z.ward_codes, coalesce(actor ->> 'role', 'admin'))
  on conflict (id) do nothing returning * into made;
  if not found then
    select * into receipt from zone_receipts where zone_id = z.id;
    return case when receipt.author is not distinct from (actor ->> 'userId')::uuid and receipt.digest = given ->> 'digest' then 'repeated' else 'conflict' end;
  end if;
  insert into zone_receipts (zone_id, author, digest) values (made.id, (actor ->> 'userId')::uuid, given ->> 'digest');
  perform private.keep_zone_version(made, given, actor, how, null);
  return 'made';
end $$;

-- Writes all of these or none: {zones: […], how, actor}. The same ids and contents twice make them once.
create function public.create_zones(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  given jsonb;
  outcome text;
  made integer := 0;
begin
  for given in select * from jsonb_array_elements(payload -> 'zones') loop
    outcome := private.add_zone(given, payload -> 'actor', payload ->> 'how');
    if outcome = 'conflict' then raise exception 'taken' using errcode = 'GR409'; end if;
    made := made + (outcome = 'made')::integer;
  end loop;
  return jsonb_build_object('outcome', 'done', 'repeated', made = 0);
exception when sqlstate 'GR409' then
  return jsonb_build_object('outcome', 'conflict', 'field', 'id', 'reason', 'another zone has this id already');
end $$;

-- Why a zone can not be changed from the version the caller saw; null when it can. Call it with the row locked.
create function private.zone_refusal(stored public.zones, seen_version integer) returns jsonb
language sql immutable
set search_path = public, extensions
as $$
  select case
    when stored.id is null then jsonb_build_object('outcome', 'missing')
    when stored.version <> seen_version then jsonb_build_object('outcome', 'conflict', 'field', 'version', 'reason', 'it was changed since; see current')
    when stored.status = 'closed' then private.invalid('status', 'a closed zone is kept as it is')
  end
$$;

create function private.zone_evidence(stored public.zones) returns text
language sql stable
set search_path = public, extensions
as $$ select evidence from zone_texts where zone_id = stored.id and version = stored.version $$;

-- Changes a zone that still has the version the caller saw: {zone, version, changes: {column: value}, words: {evidence?, remark}, actor}.
create function public.change_zone(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored zones;
  changes jsonb := payload -> 'changes';
  words jsonb := coalesce(payload -> 'words', '{}');
  next zones;
  was jsonb;
  refusal jsonb;
begin
  select * into stored from zones where id = (payload ->> 'zone')::uuid for update;
  refusal := private.zone_refusal(stored, (payload ->> 'version')::integer);
  if refusal is not null then return refusal; end if;
  if changes ->> 'status' = 'draft' and stored.status <> 'draft' then return private.invalid('status', 'what was made active is no draft any more: close it'); end if;
  next := jsonb_populate_record(stored, changes);
  if next.valid_to < next.valid_from then return private.invalid('validTo', 'must not be before validFrom'); end if;
  if not words ? 'evidence' then words := words || jsonb_build_object('evidence', private.zone_evidence(stored)); end if;
  if next is not distinct from stored and words ->> 'evidence' is not distinct from private.zone_evidence(stored) and words ->> 'remark' is null then
    return jsonb_build_object('outcome', 'done', 'repeated', true);
  end if;
  was := private.zone_facts(stored);
  update zones set version = stored.version + 1, name = next.name, kind = next.kind, status = next.status, published = published or next.status = 'active',
    geometry = next.geometry, valid_from = next.valid_from, valid_to = next.valid_to, area_square_metres = next.area_square_metres,
    west = next.west, south = next.south, east = next.east, north = next.north, wards = next.wards, ward_codes = next.ward_codes, changed_at = clock_timestamp()
  where id = stored.id returning * into next;
  perform private.keep_zone_version(next, words, payload -> 'actor',
    case when next.status <> stored.status then case next.status when 'active' then 'published' else 'closed' end
      when next.geometry <> stored.geometry then 'redrawn' else 'changed' end, was,
    case when next.geometry <> stored.geometry then '{"redrawn": true}' else '{}' end::jsonb);
  return jsonb_build_object('outcome', 'done');
end $$;

-- Closes a zone because others take its place.
create function private.replace_zone(stored public.zones, actor jsonb, how text, remark text, by_zones jsonb) returns void
language plpgsql
set search_path = public, extensions
as $$
declare
  closed zones;
begin
  update zones set version = version + 1, status = 'closed', changed_at = clock_timestamp() where id = stored.id returning * into closed;
  perform private.keep_zone_version(closed, jsonb_build_object('evidence', private.zone_evidence(stored), 'remark', remark), actor, how,
    private.zone_facts(stored), jsonb_build_object('replaced_by', by_zones));
end $$;

-- Puts new zones in the place of old ones: {old: [{id, version}], made: […], how, remark, actor}; `how` is split or merged.
create function public.replace_zones(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  actor jsonb := payload -> 'actor';
  by_zones jsonb := (select jsonb_agg(one #> '{row,id}') from jsonb_array_elements(payload -> 'made') as one);
  wanted record;
  stored zones;
  refusal jsonb;
  made jsonb;
begin
  -- In the order of their ids, so that two who take the same zones can not wait for each other.
  for wanted in select (one ->> 'id')::uuid as id from jsonb_array_elements(payload -> 'old') as one order by 1 loop
    perform from zones where id = wanted.id for update;
  end loop;
  if not exists (select from jsonb_array_elements(payload -> 'made') as one where not exists (select from zone_receipts r
    where r.zone_id = (one #>> '{row,id}')::uuid and r.digest = one ->> 'digest' and r.author is not distinct from (actor ->> 'userId')::uuid)) then
    return jsonb_build_object('outcome', 'done', 'repeated', true);
  end if;
  for wanted in select (one ->> 'id')::uuid as id, (one ->> 'version')::integer as version, place from jsonb_array_elements(payload -> 'old') with ordinality as t (one, place) loop
    select * into stored from zones where id = wanted.id;
    refusal := private.zone_refusal(stored, wanted.version);
    if refusal is not null then
      return case when payload ->> 'how' = 'merged' and refusal ? 'field'
        then refusal || jsonb_build_object('field', format('zones.%s.%s', wanted.place - 1, refusal ->> 'field')) else refusal end;
    end if;
  end loop;
  made := public.create_zones(jsonb_build_object('zones', payload -> 'made', 'how', 'made_by_' || (payload ->> 'how'), 'actor', actor));
  if made ->> 'outcome' <> 'done' then return made; end if;
  for stored in select z.* from zones z join jsonb_array_elements(payload -> 'old') as one on z.id = (one ->> 'id')::uuid order by z.id loop
    perform private.replace_zone(stored, actor, payload ->> 'how', payload ->> 'remark', by_zones);
  end loop;
  return made;
end $$;

create function public.record_zone_refusal(zone uuid, action text, actor jsonb) returns void
language sql
set search_path = public, extensions
as $$
  insert into zone_history (zone_id, actor_user, actor_unit, actor_role, kind, draft, after)
  select id, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', 'refused', not published, jsonb_build_object('action', action) from zones
  where id = zone and 20 > (select count(*) from zone_history h
    where h.kind = 'refused' and h.actor_user = (actor ->> 'userId')::uuid and h.at > now() - interval '1 minute')
$$;

do $$
declare
  routine text;
begin
  foreach routine in array array['private.zone_facts(zones)', 'private.keep_zone_version(zones, jsonb, jsonb, text, jsonb, jsonb)',
    'private.add_zone(jsonb, jsonb, text)', 'public.create_zones(jsonb)', 'private.zone_refusal(zones, integer)', 'private.zone_evidence(zones)',
    'public.change_zone(jsonb)', 'private.replace_zone(zones, jsonb, text, text, jsonb)', 'public.replace_zones(jsonb)',
    'public.record_zone_refusal(uuid, text, jsonb)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
