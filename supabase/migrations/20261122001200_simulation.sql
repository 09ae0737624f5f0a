-- What the simulator of the rule replays: the visible incidents of a period of days (both included), oldest first, after
-- (after_at, after_id), with everybody who detected them. `security invoker`: the row policies decide what is in the answer.
-- One short array an incident: [id, occurred at, longitude, latitude, lead, reason, [[ward, detected at], …]].
create function public.replay_incidents(first_day date, last_day date, page_size integer default 2000,
  after_at timestamptz default null, after_id uuid default null) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  with page as (
    select id, occurred_at, lon, lat, lead_code, lead_reason from incidents
    where occurred_at >= private.day_start(first_day) and occurred_at < private.day_start(last_day + 1)
      and (after_at is null or (occurred_at, id) > (after_at, after_id))
    order by occurred_at, id limit least(page_size, 5000)
  )
  -- A subquery a row: joined as a set, the policy of detections makes the planner compare every pair.
  select coalesce(jsonb_agg(jsonb_build_array(id, occurred_at, lon, lat, lead_code, lead_reason, coalesce((
      select jsonb_agg(jsonb_build_array(ward_code, detected_at) order by detection.id)
      from incident_detections detection where detection.incident_id = page.id), '[]'))
    order by occurred_at, id), '[]')
  from page
$$;

-- How many those are: for a progress bar.
create function public.count_replayed(first_day date, last_day date) returns bigint
language sql stable
set search_path = public, extensions
as $$
  select count(*) from incidents where occurred_at >= private.day_start(first_day) and occurred_at < private.day_start(last_day + 1)
$$;

revoke execute on function public.replay_incidents(date, date, integer, timestamptz, uuid), public.count_replayed(date, date) from public, anon;
grant execute on function public.replay_incidents(date, date, integer, timestamptz, uuid), public.count_replayed(date, date) to authenticated, service_role;
