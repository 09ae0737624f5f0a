-- Counts of a review. All `security invoker`: what is counted is what the caller may see.
-- `periods`: [{"from", "to"}, …], both days included; `only`: the incidents that count, null = all.

-- Visible incidents of a box and of some days with their places, to find out which ward they lie in now; no text.
create function public.incident_places(box double precision[], from_day date, to_day date, categories text[] default null) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select jsonb_build_object('id', coalesce(jsonb_agg(id), '[]'), 'lon', coalesce(jsonb_agg(lon), '[]'), 'lat', coalesce(jsonb_agg(lat), '[]'),
    'day', coalesce(jsonb_agg(day), '[]'), 'reported', coalesce(jsonb_agg(reported), '[]'))
  from (
    select id, lon, lat, (occurred_at at time zone (select private.time_zone()))::date as day, (reported_at at time zone (select private.time_zone()))::date as reported
    from incidents where lon between box[1] and box[3] and lat between box[2] and box[4]
      and (categories is null or category = any (categories))
      -- Occurred or reported then: a report of an older incident is a report of these days.
      and ((occurred_at >= (select private.day_start(from_day)) and occurred_at < (select private.day_start(to_day + 1)))
        or (reported_at >= (select private.day_start(from_day)) and reported_at < (select private.day_start(to_day + 1))))
    order by occurred_at, id) as placed
$$;

create function private.review_periods(periods jsonb) returns table (place integer, from_day date, to_day date, starts timestamptz, ends timestamptz)
language sql stable
set search_path = public, extensions
as $$
  select (nr - 1)::integer, (one ->> 'from')::date, (one ->> 'to')::date,
    private.day_start((one ->> 'from')::date), private.day_start((one ->> 'to')::date + 1)
  from jsonb_array_elements(periods) with ordinality as t (one, nr)
$$;

-- Incidents by when they occurred: [{place, category, border, count}, …], only what is above 0.
create function public.review_incidents(periods jsonb, only_ids uuid[] default null) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(jsonb_build_object('place', place, 'category', category, 'border', border_zone, 'count', n) order by place, category, border_zone), '[]')
  from (select p.place, i.category, i.border_zone, count(*) as n
    from private.review_periods(periods) p join incidents i on i.occurred_at >= p.starts and i.occurred_at < p.ends
    where only_ids is null or i.id = any (only_ids) group by 1, 2, 3) as counted
$$;

-- Reports by when they came in, and what became of them by now. Of a step with a deadline only those count as due whose deadline
-- has passed or that were done; without a recorded time nothing is said about "in time".
create function public.review_reports(periods jsonb, only_ids uuid[] default null) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(to_jsonb(counted) order by place), '[]')
  from (select p.place, count(i.id) as received, count(i.id) filter (where i.source in ('resident', 'hotline')) as from_people,
      count(i.id) filter (where i.status in ('resolved', 'closed')) as handled,
      count(i.id) filter (where i.outcome_returned_at is not null) as returned,
      count(i.id) filter (where i.source in ('resident', 'hotline') and i.status in ('resolved', 'closed')) as people_handled,
      count(i.id) filter (where i.source in ('resident', 'hotline') and i.outcome_returned_at is not null) as people_returned,
      count(i.id) filter (where i.resolved_at is not null) as resolved_with_time,
      count(i.id) filter (where i.confirm_due_at is not null and (i.lead_confirmed_at is not null or i.confirm_due_at < now())) as confirm_due,
      count(i.id) filter (where i.lead_confirmed_at <= i.confirm_due_at) as confirmed_in_time,
      count(i.id) filter (where i.resolve_due_at is not null and (i.resolved_at is not null or i.resolve_due_at < now())) as resolve_due,
      count(i.id) filter (where i.resolved_at <= i.resolve_due_at) as resolved_in_time,
      count(i.id) filter (where i.return_due_at is not null and (i.outcome_returned_at is not null or i.return_due_at < now())) as return_due,
      count(i.id) filter (where i.outcome_returned_at <= i.return_due_at) as returned_in_time
    from private.review_periods(periods) p
    left join incidents i on i.reported_at >= p.starts and i.reported_at < p.ends and (only_ids is null or i.id = any (only_ids))
    group by p.place) as counted
$$;

-- What was done: patrols (done, by their beginning; joint = several wards, all of them booked), zones, models, commendations, tasks.
-- `keys`: wards `edition/code` that count, null = all; of programmes those of `cluster` count then.
create function public.review_work(periods jsonb, keys text[] default null, cluster text default null) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(jsonb_build_object('place', p.place,
    'joint_patrols', w.joint, 'single_patrols', w.patrols - w.joint,
    'zones_opened', (select count(*) from zones z where z.published and z.valid_from between p.from_day and p.to_day
      and (keys is null or exists (select 1 from unnest(z.ward_codes) c where z.edition_id || '/' || c = any (keys)))),
    -- A closed zone is not changed any more: its last change closed it.
    'zones_closed', (select count(*) from zones z where z.published and z.status = 'closed' and z.changed_at >= p.starts and z.changed_at < p.ends
      and (keys is null or exists (select 1 from unnest(z.ward_codes) c where z.edition_id || '/' || c = any (keys)))),
    'models', (select count(*) from models m where m.from_day <= p.to_day and (m.to_day is null or m.to_day >= p.to_day) and (keys is null or m.owner_key = any (keys))),
    'collectives', g.collectives, 'individuals', g.individuals,
    'tasks_done', t.done, 'tasks_due', t.due) order by p.place), '[]')
  from private.review_periods(periods) p
  cross join lateral (
    select count(*) as patrols, count(*) filter (where cardinality(o.ward_codes) > 1
      and not exists (select 1 from patrol_bookings b where b.patrol_id = o.id and b.status <> 'booked')) as joint
    from patrols o where o.status = 'done' and o.from_at >= p.starts and o.from_at < p.ends
      and (keys is null or o.cluster_id = cluster or exists (select 1 from unnest(o.ward_codes) c where o.edition_id || '/' || c = any (keys)))) w
  cross join lateral (
    select coalesce(sum(c.collectives), 0) as collectives, coalesce(sum(c.individuals), 0) as individuals
    from commendations c left join programmes o on o.id = c.programme_id
    where c.decision_date between p.from_day and p.to_day and (keys is null or c.ward_key = any (keys) or o.cluster_id = cluster)) g
  cross join lateral (
    select count(*) filter (where t.done_on between p.from_day and p.to_day) as done, count(*) filter (where t.due_day between p.from_day and p.to_day) as due
    from programme_tasks t join programmes o on o.id = t.programme_id
    where o.status <> 'draft' and (keys is null or o.cluster_id = cluster or t.owner_keys && keys)) t
$$;

-- The days from which and up to which there are records that the caller may see.
create function public.records_extent() returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select jsonb_build_object('from', (min(occurred_at) at time zone private.time_zone())::date, 'to', (max(occurred_at) at time zone private.time_zone())::date, 'as_of', now())
  from incidents
$$;

revoke execute on function public.incident_places(double precision[], date, date, text[]), private.review_periods(jsonb), public.review_incidents(jsonb, uuid[]),
  public.review_reports(jsonb, uuid[]), public.review_work(jsonb, text[], text), public.records_extent() from public, anon;
grant execute on function public.incident_places(double precision[], date, date, text[]), private.review_periods(jsonb), public.review_incidents(jsonb, uuid[]),
  public.review_reports(jsonb, uuid[]), public.review_work(jsonb, text[], text), public.records_extent() to authenticated, service_role;
