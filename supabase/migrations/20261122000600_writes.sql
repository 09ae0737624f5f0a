-- What the server may do, each in one transaction together with its history. Only `service_role` may call these.

-- Announces who acts, for the history that the triggers write.
create function private.act_as(actor jsonb, change text) returns void
language plpgsql
set search_path = public, extensions
as $$
begin
  perform set_config('giap_ranh.actor_user', coalesce(actor ->> 'userId', ''), true);
  perform set_config('giap_ranh.actor_unit', coalesce(actor ->> 'unitId', ''), true);
  perform set_config('giap_ranh.actor_role', coalesce(actor ->> 'role', ''), true);
  perform set_config('giap_ranh.change', change, true);
end $$;

-- Text array out of a JSON array.
create function private.text_array(value jsonb) returns text[]
language sql immutable
set search_path = public, extensions
as $$ select coalesce(array_agg(item order by place), '{}') from jsonb_array_elements_text(value) with ordinality as t(item, place) $$;

-- Inserts incidents given as JSON objects whose keys are the columns. Rows whose id is known already are left alone.
create function private.insert_incidents(rows jsonb) returns setof public.incidents
language sql
set search_path = public, extensions
as $$
  insert into incidents (id, category, occurred_at, lon, lat, accuracy_metres, status, source, edition_id, ownership_status,
    owner_code, candidate_codes, neighbours, border_zone, junction, border_distance_metres, width_metres, cluster_id, focus_area_id,
    detected_by_code, detected_at, lead_code, lead_reason, assist_codes, on_request_codes, lead_trace, reported_at,
    reported_by_unit)
  select (r ->> 'id')::uuid, r ->> 'category', (r ->> 'occurred_at')::timestamptz, (r ->> 'lon')::float8, (r ->> 'lat')::float8,
    (r ->> 'accuracy_metres')::float8, coalesce(r ->> 'status', 'reported'), coalesce(r ->> 'source', 'other'), r ->> 'edition_id',
    r ->> 'ownership_status', r ->> 'owner_code', private.text_array(r -> 'candidate_codes'), coalesce(r -> 'neighbours', '[]'),
    (r ->> 'border_zone')::boolean, (r ->> 'junction')::boolean, (r ->> 'border_distance_metres')::float8,
    (r ->> 'width_metres')::float8, r ->> 'cluster_id', r ->> 'focus_area_id', r ->> 'detected_by_code',
    (r ->> 'detected_at')::timestamptz, r ->> 'lead_code', r ->> 'lead_reason', private.text_array(r -> 'assist_codes'),
    private.text_array(r -> 'on_request_codes'), coalesce(r -> 'lead_trace', '[]'),
    coalesce((r ->> 'reported_at')::timestamptz, now()), r ->> 'reported_by_unit'
  from jsonb_array_elements(rows) as r
  on conflict (id) do nothing
  returning *
$$;

-- Texts and first detections of incidents just inserted.
create function private.insert_incident_parts(rows jsonb, inserted uuid[], author uuid) returns void
language sql
set search_path = public, extensions
as $$
  insert into incident_texts (incident_id, summary)
  select (r ->> 'id')::uuid, r ->> 'summary' from jsonb_array_elements(rows) as r
  where coalesce(r ->> 'summary', '') <> '' and (r ->> 'id')::uuid = any (inserted);
  insert into incident_detections (incident_id, ward_code, detected_at, recorded_by)
  select (r ->> 'id')::uuid, r ->> 'detected_by_code', (r ->> 'detected_at')::timestamptz, author
  from jsonb_array_elements(rows) as r
  where r ->> 'detected_by_code' is not null and (r ->> 'id')::uuid = any (inserted);
$$;

-- One reported incident: {"incident": {column: value, …, "request": what the reporter said}, "actor": {"userId", "unitId", "role"}}.
-- The same id twice makes one incident: `duplicate` to its author, or to whoever sent the same content; else `conflict`.
create function public.record_incident(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  said_by uuid := (payload -> 'actor' ->> 'userId')::uuid;
  rows jsonb := jsonb_build_array(payload -> 'incident');
  -- Of what was said, not of what the server worked out: a second sending may meet another edition or regulation.
  said text := encode(sha256(convert_to((payload -> 'incident' -> 'request')::text, 'UTF8')), 'hex');
  stored incidents;
  receipt incident_receipts;
begin
  perform private.act_as(payload -> 'actor', 'reported');
  select * into stored from private.insert_incidents(rows);
  if found then
    perform private.insert_incident_parts(rows, array[stored.id], said_by);
    insert into incident_receipts (incident_id, author, digest) values (stored.id, said_by, said);
    return jsonb_build_object('outcome', 'created', 'id', stored.id, 'version', stored.version);
  end if;
  select * into receipt from incident_receipts where incident_id = (payload -> 'incident' ->> 'id')::uuid;
  if receipt.author = said_by or receipt.digest = said then
    return jsonb_build_object('outcome', 'duplicate', 'id', receipt.incident_id);
  end if;
  return jsonb_build_object('outcome', 'conflict', 'id', payload -> 'incident' ->> 'id');
end $$;

-- Many incidents at once (demonstration data, imports); known ids are skipped. Answers how many are new.
create function public.import_incidents(payload jsonb) returns integer
language plpgsql
set search_path = public, extensions
as $$
declare
  inserted uuid[];
begin
  perform private.act_as(payload -> 'actor', 'imported');
  select coalesce(array_agg(id), '{}') into inserted from private.insert_incidents(payload -> 'incidents');
  perform private.insert_incident_parts(payload -> 'incidents', inserted, (payload -> 'actor' ->> 'userId')::uuid);
  return cardinality(inserted);
end $$;

-- Moves an incident to another status if it still has the version the caller saw; the loser learns the present one.
create function public.change_incident_status(incident uuid, to_status text, seen_version bigint, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored incidents;
begin
  perform private.act_as(actor, 'status');
  perform pg_advisory_xact_lock(hashtext('giap_ranh.incident_version'));
  select * into stored from incidents where id = incident for update;
  if not found then
    return jsonb_build_object('outcome', 'missing');
  end if;
  if stored.version <> seen_version then
    return jsonb_build_object('outcome', 'conflict', 'version', stored.version, 'status', stored.status);
  end if;
  if stored.status = to_status then
    return jsonb_build_object('outcome', 'unchanged', 'version', stored.version, 'status', stored.status);
  end if;
  update incidents set status = to_status where id = incident returning * into stored;
  return jsonb_build_object('outcome', 'changed', 'version', stored.version, 'status', stored.status);
end $$;

-- Gives each ward of an edition that has none its police unit, named after it.
create function private.ensure_ward_units(edition text) returns void
language sql
set search_path = public, extensions
as $$
  insert into units (id, name)
  select edition_id || ':' || code, 'Công an ' || lower(left(name, 1)) || substr(name, 2) from wards
  where edition_id = edition on conflict (id) do nothing;
  insert into unit_wards (unit_id, edition_id, ward_code)
  select edition_id || ':' || code, edition_id, code from wards where edition_id = edition on conflict do nothing;
$$;

-- Loads or reloads one edition that passed the quality gate: all of it or nothing. A ward that left the edition is removed,
-- which fails, and keeps the edition that was there, while an incident, a cluster or a unit still stands on it.
create function public.load_edition(payload jsonb) returns void
language plpgsql
set search_path = public, extensions
as $$
declare
  edition jsonb := payload -> 'edition';
begin
  insert into boundary_editions (id, title, title_en, effective_from, effective_to, source, licence, accuracy_note,
    effective_note, checksum)
  values (edition ->> 'id', edition ->> 'title', coalesce(edition ->> 'title_en', ''), (edition ->> 'effective_from')::date,
    (edition ->> 'effective_to')::date, edition ->> 'source', edition ->> 'licence', coalesce(edition ->> 'accuracy_note', ''),
    coalesce(edition ->> 'effective_note', ''), edition ->> 'checksum')
  on conflict (id) do update set title = excluded.title, title_en = excluded.title_en, effective_from = excluded.effective_from,
    effective_to = excluded.effective_to, source = excluded.source, licence = excluded.licence,
    accuracy_note = excluded.accuracy_note, effective_note = excluded.effective_note, checksum = excluded.checksum, recorded_at = now();
  delete from border_arcs where edition_id = edition ->> 'id';
  insert into wards (edition_id, code, name, kind, province_code, province_name, district_name, geometry,
    west, south, east, north, area_square_metres, perimeter_metres, label_lon, label_lat, line_source)
  select edition ->> 'id', w.* from jsonb_to_recordset(payload -> 'wards') as w(code text, name text, kind text, province_code text,
    province_name text, district_name text, geometry jsonb, west float8, south float8, east float8, north float8,
    area_square_metres float8, perimeter_metres float8, label_lon float8, label_lat float8, line_source text)
  on conflict (edition_id, code) do update set name = excluded.name, kind = excluded.kind, province_code = excluded.province_code,
    province_name = excluded.province_name, district_name = excluded.district_name, geometry = excluded.geometry,
    west = excluded.west, south = excluded.south, east = excluded.east, north = excluded.north,
    area_square_metres = excluded.area_square_metres, perimeter_metres = excluded.perimeter_metres,
    label_lon = excluded.label_lon, label_lat = excluded.label_lat, line_source = excluded.line_source;
  delete from wards where edition_id = edition ->> 'id'
    and code not in (select w ->> 'code' from jsonb_array_elements(payload -> 'wards') as w);
  insert into border_arcs (edition_id, ward_a, ward_b, length_metres, geometry)
  select edition ->> 'id', a.* from jsonb_to_recordset(payload -> 'arcs')
    as a(ward_a text, ward_b text, length_metres float8, geometry jsonb);
  perform private.ensure_ward_units(edition ->> 'id');
  insert into edition_loads (edition_id, accepted, checksum, report)
  values (edition ->> 'id', true, edition ->> 'checksum', payload -> 'report');
end $$;

-- Categories, successions and clusters that are not there yet; what is there, an administrator may have changed.
create function public.load_reference(payload jsonb) returns void
language plpgsql
set search_path = public, extensions
as $$
declare
  fresh jsonb;
begin
  insert into categories (code, name_vi, name_en, shape, colour, severity_weight, sort_order)
  select * from jsonb_to_recordset(coalesce(payload -> 'categories', '[]')) as c(code text, "nameVi" text, "nameEn" text,
    shape text, colour text, "severityWeight" float8, "sortOrder" integer)
  on conflict (code) do nothing;
  insert into ward_successions (from_edition, from_code, to_edition, to_code, relation, area_share)
  select "fromEdition", "fromCode", "toEdition", "toCode", relation, least(share, 1)
  from jsonb_to_recordset(coalesce(payload -> 'successions', '[]')) as s("fromEdition" text, "fromCode" text, "toEdition" text,
    "toCode" text, relation text, share float8)
  on conflict do nothing;
  for fresh in
    select c from jsonb_array_elements(coalesce(payload -> 'clusters', '[]')) as c
    where not exists (select 1 from clusters known where known.id = c ->> 'id')
  loop
    perform private.insert_cluster(fresh);
  end loop;
end $$;

-- One cluster with all its dated parts, in the shape of data/clusters/clusters.json.
create function private.insert_cluster(c jsonb) returns void
language sql
set search_path = public, extensions
as $$
  insert into clusters (id, name, name_en, edition_id, term_from, term_to, demonstration, provenance)
  values (c ->> 'id', c ->> 'name', coalesce(c ->> 'nameEn', ''), c ->> 'editionId', (c ->> 'termFrom')::date, (c ->> 'termTo')::date,
    coalesce((c ->> 'demonstration')::boolean, false), jsonb_strip_nulls(jsonb_build_object('sourceVi', c -> 'sourceVi',
      'sourceEn', c -> 'sourceEn', 'noteVi', c -> 'noteVi', 'noteEn', c -> 'noteEn', 'assumed', c -> 'assumed')));
  insert into cluster_members (cluster_id, edition_id, ward_code, valid_from, valid_to)
  select c ->> 'id', c ->> 'editionId', m ->> 'wardCode', (m ->> 'from')::date, (m ->> 'to')::date from jsonb_array_elements(c -> 'members') m;
  insert into cluster_leads (cluster_id, edition_id, ward_code, valid_from, valid_to)
  select c ->> 'id', c ->> 'editionId', m ->> 'wardCode', (m ->> 'from')::date, (m ->> 'to')::date from jsonb_array_elements(c -> 'leads') m;
  insert into regulations (cluster_id, version, valid_from, valid_to, border_width_metres)
  select c ->> 'id', (r ->> 'version')::integer, (r ->> 'from')::date, (r ->> 'to')::date, (r ->> 'borderWidthMetres')::float8
  from jsonb_array_elements(c -> 'regulations') r;
  insert into focus_areas (id, cluster_id, name, name_en, shape, valid_from, valid_to)
  select f ->> 'id', c ->> 'id', f ->> 'name', coalesce(f ->> 'nameEn', ''), f -> 'shape', (f ->> 'from')::date, (f ->> 'to')::date
  from jsonb_array_elements(c -> 'focusAreas') f;
$$;

revoke execute on function private.act_as(jsonb, text), private.text_array(jsonb), private.insert_incidents(jsonb),
  private.insert_incident_parts(jsonb, uuid[], uuid), private.ensure_ward_units(text), private.insert_cluster(jsonb) from public, anon, authenticated;
grant execute on function private.act_as(jsonb, text), private.text_array(jsonb), private.insert_incidents(jsonb),
  private.insert_incident_parts(jsonb, uuid[], uuid), private.ensure_ward_units(text), private.insert_cluster(jsonb) to service_role;
revoke execute on function public.record_incident(jsonb), public.import_incidents(jsonb),
  public.change_incident_status(uuid, text, bigint, jsonb), public.load_edition(jsonb),
  public.load_reference(jsonb) from public, anon, authenticated;
grant execute on function public.record_incident(jsonb), public.import_incidents(jsonb),
  public.change_incident_status(uuid, text, bigint, jsonb), public.load_edition(jsonb),
  public.load_reference(jsonb) to service_role;
