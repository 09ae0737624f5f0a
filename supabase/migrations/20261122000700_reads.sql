-- Reads that a table request can not express. All `security invoker`: the row policies decide what is in the answer.

-- The caller: role, units with the days of service, and the wards of those units.
create function public.my_account() returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select jsonb_build_object('userId', p.user_id, 'role', p.role, 'units', coalesce((
      select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'from', pu.valid_from, 'to', pu.valid_to, 'wards', coalesce((
          select jsonb_agg(jsonb_build_object('editionId', uw.edition_id, 'code', uw.ward_code, 'name', w.name))
          from unit_wards uw join wards w on (w.edition_id, w.code) = (uw.edition_id, uw.ward_code) where uw.unit_id = u.id), '[]'))
        order by pu.valid_from)
      from profile_units pu join units u on u.id = pu.unit_id
      where pu.user_id = p.user_id and pu.superseded_at is null), '[]'))
  from profiles p where p.user_id = auth.uid() and p.disabled_at is null
$$;

-- Every visible incident changed after version `since`, as columns in version order, with the newest version among them.
create function public.points(since bigint default 0) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select jsonb_build_object(
    'count', count(*), 'version', coalesce(max(version), since), 'as_of', extract(epoch from now()),
    'id', coalesce(jsonb_agg(id order by version), '[]'), 'lon', coalesce(jsonb_agg(lon order by version), '[]'),
    'lat', coalesce(jsonb_agg(lat order by version), '[]'),
    'occurred_at', coalesce(jsonb_agg(floor(extract(epoch from occurred_at)) order by version), '[]'),
    'versions', coalesce(jsonb_agg(version order by version), '[]'), 'category', coalesce(jsonb_agg(category order by version), '[]'),
    'status', coalesce(jsonb_agg(status order by version), '[]'),
    'ownership_status', coalesce(jsonb_agg(ownership_status order by version), '[]'),
    'edition_id', coalesce(jsonb_agg(edition_id order by version), '[]'),
    'owner_code', coalesce(jsonb_agg(owner_code order by version), '[]'),
    'lead_code', coalesce(jsonb_agg(lead_code order by version), '[]'),
    'lead_reason', coalesce(jsonb_agg(lead_reason order by version), '[]'),
    'cluster_id', coalesce(jsonb_agg(cluster_id order by version), '[]'),
    'border_zone', coalesce(jsonb_agg(border_zone order by version), '[]'),
    'junction', coalesce(jsonb_agg(junction order by version), '[]'))
  from incidents where version > since
$$;

-- One page of visible incidents, newest first, after (after_at, after_id); `filter` holds any of the keys tested below.
-- Built as text so that each request gets a plan for the conditions it has; values only ever travel as parameters.
create function public.list_incidents(filter jsonb default '{}', page_size integer default 50,
  after_at timestamptz default null, after_id uuid default null) returns jsonb
language plpgsql stable
set search_path = public, extensions
as $$
declare
  condition text := 'true';
  answer jsonb;
begin
  if filter ? 'id' then condition := condition || ' and i.id = ($1 ->> ''id'')::uuid'; end if;
  if filter ? 'from' then condition := condition || ' and i.occurred_at >= ($1 ->> ''from'')::timestamptz'; end if;
  if filter ? 'to' then condition := condition || ' and i.occurred_at < ($1 ->> ''to'')::timestamptz'; end if;
  if filter ? 'categories' then condition := condition || ' and i.category = any (array(select jsonb_array_elements_text($1 -> ''categories'')))'; end if;
  if filter ? 'statuses' then condition := condition || ' and i.status = any (array(select jsonb_array_elements_text($1 -> ''statuses'')))'; end if;
  if filter ? 'editionId' then condition := condition || ' and i.edition_id = $1 ->> ''editionId'''; end if;
  if filter ? 'wards' then condition := condition || ' and i.owner_code = any (array(select jsonb_array_elements_text($1 -> ''wards'')))'; end if;
  if filter ? 'cluster' then condition := condition || ' and i.cluster_id = $1 ->> ''cluster'''; end if;
  if filter ? 'borderZone' then condition := condition || ' and i.border_zone = ($1 -> ''borderZone'')::boolean'; end if;
  if filter ? 'bbox' then
    condition := condition || ' and i.lat between ($1 -> ''bbox'' ->> 1)::float8 and ($1 -> ''bbox'' ->> 3)::float8 and '
      || case when (filter -> 'bbox' ->> 0)::float8 <= (filter -> 'bbox' ->> 2)::float8
        then 'i.lon between ($1 -> ''bbox'' ->> 0)::float8 and ($1 -> ''bbox'' ->> 2)::float8'
        else '(i.lon >= ($1 -> ''bbox'' ->> 0)::float8 or i.lon <= ($1 -> ''bbox'' ->> 2)::float8)' end;
  end if;
  if filter ? 'q' then
    condition := condition || ' and (t.search like $5 or exists (select 1 from wards w where w.edition_id = i.edition_id and '
      || 'w.code = i.owner_code and w.name_search like $5))';
  end if;
  if after_at is not null then condition := condition || ' and (i.occurred_at, i.id) < ($3, $4)'; end if;
  execute 'select coalesce(jsonb_agg(row order by (row ->> ''occurred_at'')::timestamptz desc, row ->> ''id'' desc), ''[]'') from ('
    || 'select to_jsonb(i) || jsonb_build_object(''summary'', t.summary) as row '
    || 'from incidents i left join incident_texts t on t.incident_id = i.id where ' || condition
    || ' order by i.occurred_at desc, i.id desc limit $2) page'
  into answer
  using filter, page_size, after_at, after_id,
    '%' || replace(replace(replace(private.fold(filter ->> 'q'), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  return answer;
end $$;

-- Changes whenever an edition, a cluster or a setting does: what a process that keeps the rules in memory compares.
create function public.rules_fingerprint() returns text
language sql stable
set search_path = public, extensions
as $$
  select md5(concat_ws(';',
    (select string_agg(concat_ws(',', id, checksum, recorded_at, superseded_at), ';' order by id) from boundary_editions),
    (select string_agg(concat_ws(',', id, recorded_at, superseded_at), ';' order by id) from clusters),
    (select concat_ws(',', count(*), max(recorded_at), max(superseded_at)) from cluster_members),
    (select concat_ws(',', count(*), max(recorded_at), max(superseded_at)) from cluster_leads),
    (select concat_ws(',', count(*), max(recorded_at), max(superseded_at)) from regulations),
    (select concat_ws(',', count(*), max(recorded_at), max(superseded_at)) from focus_areas),
    (select string_agg(concat_ws(',', key, value, recorded_at), ';' order by key) from settings)))
$$;

revoke execute on function public.my_account(), public.points(bigint), public.list_incidents(jsonb, integer, timestamptz, uuid),
  public.rules_fingerprint()
  from public, anon;
grant execute on function public.my_account(), public.points(bigint), public.list_incidents(jsonb, integer, timestamptz, uuid),
  public.rules_fingerprint()
  to authenticated, service_role;
