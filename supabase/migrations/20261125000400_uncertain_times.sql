-- When something occurred is often known only as a span: a motorbike was there at ten in the evening and gone at six. `occurred_at` is
-- the beginning of that span, by which the edition and the rules are chosen, `occurred_until` its end; none = the instant is known.
alter table public.incidents add column occurred_until timestamptz;
alter table public.incidents add constraint incidents_occurred_until
  check (occurred_until >= occurred_at and occurred_until <= occurred_at + interval '31 days');

-- As before, with the end of the span.
create or replace function private.insert_incidents(rows jsonb) returns setof public.incidents
language sql
set search_path = public, extensions
as $$
  insert into incidents (id, category, occurred_at, occurred_until, lon, lat, accuracy_metres, status, source, edition_id, ownership_status,
    owner_code, candidate_codes, neighbours, border_zone, junction, border_distance_metres, width_metres, cluster_id, focus_area_id,
    detected_by_code, detected_at, lead_code, lead_reason, assist_codes, on_request_codes, lead_trace, reported_at,
    reported_by_unit, regulation_version, lead_confirmed_at, confirm_due_at, resolve_due_at, assist_due_at)
  select (r ->> 'id')::uuid, r ->> 'category', (r ->> 'occurred_at')::timestamptz, (r ->> 'occurred_until')::timestamptz,
    (r ->> 'lon')::float8, (r ->> 'lat')::float8,
    (r ->> 'accuracy_metres')::float8, told.status, coalesce(r ->> 'source', 'other'), r ->> 'edition_id',
    r ->> 'ownership_status', r ->> 'owner_code', private.text_array(r -> 'candidate_codes'), coalesce(r -> 'neighbours', '[]'),
    (r ->> 'border_zone')::boolean, (r ->> 'junction')::boolean, (r ->> 'border_distance_metres')::float8,
    (r ->> 'width_metres')::float8, r ->> 'cluster_id', r ->> 'focus_area_id', r ->> 'detected_by_code',
    (r ->> 'detected_at')::timestamptz, r ->> 'lead_code', r ->> 'lead_reason', private.text_array(r -> 'assist_codes'),
    private.text_array(r -> 'on_request_codes'), coalesce(r -> 'lead_trace', '[]'), told.at, r ->> 'reported_by_unit',
    (r ->> 'regulation_version')::integer, case told.status when 'in_progress' then told.at end,
    case told.status when 'reported' then private.due_at(r -> 'minutes', 'confirm_lead', told.at) end,
    case told.status when 'reported' then private.due_at(r -> 'minutes', 'resolve', told.at) end,
    case when told.status = 'reported' and jsonb_array_length(r -> 'assist_codes') > 0
      then private.due_at(r -> 'minutes', 'acknowledge_assist', told.at) end
  from jsonb_array_elements(rows) as r,
    lateral (select coalesce(r ->> 'status', 'reported') as status, coalesce((r ->> 'reported_at')::timestamptz, now()) as at) as told
  on conflict (id) do nothing
  returning *
$$;

-- As before, with the end of the span (0 = the instant is known) and the nearest other ward within the width.
create or replace function public.points(since bigint default 0) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select jsonb_build_object(
    'count', count(*), 'version', coalesce(max(version), since), 'as_of', extract(epoch from now()),
    'total', case when private.app_role() = 'officer' then (select count(*) from incidents) end,
    'id', coalesce(jsonb_agg(id order by version), '[]'), 'lon', coalesce(jsonb_agg(lon order by version), '[]'),
    'lat', coalesce(jsonb_agg(lat order by version), '[]'),
    'occurred_at', coalesce(jsonb_agg(floor(extract(epoch from occurred_at)) order by version), '[]'),
    'occurred_until', coalesce(jsonb_agg(coalesce(floor(extract(epoch from occurred_until)), 0) order by version), '[]'),
    'versions', coalesce(jsonb_agg(version order by version), '[]'),
    'due_at', coalesce(jsonb_agg(coalesce(floor(extract(epoch from next_due_at)), 0) order by version), '[]'),
    'category', coalesce(jsonb_agg(category order by version), '[]'),
    'status', coalesce(jsonb_agg(status order by version), '[]'),
    'ownership_status', coalesce(jsonb_agg(ownership_status order by version), '[]'),
    'edition_id', coalesce(jsonb_agg(edition_id order by version), '[]'),
    'owner_code', coalesce(jsonb_agg(owner_code order by version), '[]'),
    'neighbour_code', coalesce(jsonb_agg(neighbours -> 0 ->> 'code' order by version), '[]'),
    'lead_code', coalesce(jsonb_agg(lead_code order by version), '[]'),
    'lead_reason', coalesce(jsonb_agg(lead_reason order by version), '[]'),
    'cluster_id', coalesce(jsonb_agg(cluster_id order by version), '[]'),
    'border_zone', coalesce(jsonb_agg(border_zone order by version), '[]'),
    'junction', coalesce(jsonb_agg(junction order by version), '[]'))
  from incidents where version > since
$$;
