-- What analyses read, as it was known at one moment. Place, time, kind and owner of a recorded incident are never changed by any
-- function, so "known at a moment" is "recorded by then".

-- The version an incident was recorded with: it only grows, and becomes visible in its order, unlike any clock. What was there
-- before has 0: known to every analysis.
alter table public.incidents add column recorded_version bigint not null default 0;

create function private.keep_recorded_version() returns trigger
language plpgsql
set search_path = public, extensions
as $$
begin
  if tg_op = 'INSERT' then new.recorded_version := new.version; else new.recorded_version := old.recorded_version; end if;
  return new;
end $$;
-- After the trigger that gives the version, by its name.
create trigger incidents_2_version_recorded before insert or update on public.incidents
  for each row execute function private.keep_recorded_version();

-- Incidents of a period of days (both included) and of some kinds (none = all) as columns, oldest first, after (after_at, after_id);
-- those recorded up to `known_version`, or up to now, which is then said as `version`: the pages that follow ask with it.
create function public.analysis_incidents(first_day date, last_day date, categories text[] default '{}', known_version bigint default null,
  page_size integer default 50000, after_at timestamptz default null, after_id uuid default null) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  with mark as (
    select coalesce(known_version, (select max(version) from incidents), 0) as version
  ), page as materialized (
    select id, lon, lat, occurred_at, category, edition_id, owner_code, accuracy_metres from incidents
    where occurred_at >= (select private.day_start(first_day)) and occurred_at < (select private.day_start(last_day + 1))
      and (cardinality(categories) = 0 or category = any (categories))
      and recorded_version <= (select version from mark)
      and (after_at is null or (occurred_at, id) > (after_at, after_id))
    order by occurred_at, id limit least(page_size, 200000)
  )
  select jsonb_build_object('version', (select version from mark), 'at', now(),
    'next', (select jsonb_build_array(occurred_at, id) from page order by occurred_at desc, id desc limit 1),
    'id', coalesce(to_jsonb(array_agg(id)), '[]'), 'lon', coalesce(to_jsonb(array_agg(lon)), '[]'), 'lat', coalesce(to_jsonb(array_agg(lat)), '[]'),
    'occurred_at', coalesce(to_jsonb(array_agg(extract(epoch from occurred_at)::float8)), '[]'),
    'category', coalesce(to_jsonb(array_agg(category)), '[]'), 'edition', coalesce(to_jsonb(array_agg(edition_id)), '[]'),
    'owner', coalesce(to_jsonb(array_agg(owner_code)), '[]'), 'accuracy', coalesce(to_jsonb(array_agg(accuracy_metres)), '[]'))
  from page
$$;

-- Patrols through some wards in a period that were done, or of which a track is known, as of a moment (null = now): what was walked
-- where that is known, else what was planned.
create function public.analysis_patrols(edition text, codes text[], first_day date, last_day date, known_at timestamptz default null) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'from', extract(epoch from p.from_at)::float8,
      'to', extract(epoch from p.to_at)::float8, 'reach', p.reach_metres, 'wards', to_jsonb(p.ward_codes),
      'shapes', coalesce(walked.shapes, jsonb_build_array(p.plan))) order by p.from_at, p.id), '[]')
  from patrols p
  left join lateral (select jsonb_agg(t.geometry order by t.recorded_at, t.id) as shapes from patrol_tracks t
    where t.patrol_id = p.id and (known_at is null or t.recorded_at <= known_at)) as walked on true
  left join lateral (select h.before ->> 'status' as status from patrol_history h
    where h.patrol_id = p.id and h.kind = 'status' and known_at is not null and h.at > known_at order by h.id limit 1) as later on true
  where p.edition_id = edition and p.ward_codes && codes
    and p.from_at < private.day_start(last_day + 1) and p.to_at > private.day_start(first_day)
    and (known_at is null or p.recorded_at <= known_at)
    and (coalesce(later.status, p.status) = 'done' or (walked.shapes is not null and coalesce(later.status, p.status) <> 'cancelled'))
$$;

-- Zones of an edition that are active and touch some wards, and those that are named whatever their state, as of a moment (null = now).
create function public.analysis_zones(edition text, codes text[], named uuid[] default '{}', known_at timestamptz default null) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  with known as (
    select distinct on (v.zone_id) v.zone_id, v.version, v.name, v.status, v.geometry, z.edition_id,
      array(select w ->> 'code' from jsonb_array_elements(v.wards) as w) as ward_codes
    from zone_versions v join zones z on z.id = v.zone_id
    where (known_at is null or v.changed_at <= known_at) and (z.edition_id = edition or z.id = any (named))
    order by v.zone_id, v.version desc
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', zone_id, 'version', version, 'name', name, 'geometry', geometry, 'edition', edition_id,
    'wards', to_jsonb(ward_codes)) order by zone_id), '[]')
  from known where zone_id = any (named) or (status = 'active' and ward_codes && codes)
$$;

-- Clears away what nobody kept: ended runs, not saved, with no zone made from them, 30 days old or beyond an account's newest 300.
create function public.prune_analysis_runs() returns integer
language plpgsql
set search_path = public, extensions
as $$
declare
  gone integer;
begin
  with ranked as (
    select id, created_at, row_number() over (partition by author order by created_at desc) as place from analysis_runs
    where not saved and state in ('done', 'failed', 'cancelled')
      and not exists (select from zones z where z.origin ->> 'run' = analysis_runs.id::text)
  ), deleted as (
    delete from analysis_runs r using ranked
    where ranked.id = r.id and (ranked.created_at < now() - interval '30 days' or ranked.place > 300) returning r.id
  ), noted as (
    insert into analysis_history (run_id, kind) select id, 'cleared' from deleted returning 1
  )
  select count(*) into gone from noted;
  if gone > 0 then perform private.announce('analyses', array[]::text[]); end if;
  return gone;
end $$;

do $$
declare
  routine text;
begin
  foreach routine in array array['private.keep_recorded_version()',
    'public.analysis_incidents(date, date, text[], bigint, integer, timestamptz, uuid)',
    'public.analysis_patrols(text, text[], date, date, timestamptz)', 'public.analysis_zones(text, text[], uuid[], timestamptz)',
    'public.prune_analysis_runs()'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
