-- What pins of a briefing read of the other pages, as it was known at its as-of instant. `ground_at`: see `briefing_known`.

-- As `points`, known at an instant; in the order of their instants, so that later changes move no row.
create function public.briefing_points(known_version bigint, as_of timestamptz, ground_at timestamptz) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  with known as (
    select *, row_number() over (order by occurred_at, id) as nr, case when status in ('reported', 'in_progress')
      then least(case when lead_confirmed_at is null then confirm_due_at end, assist_due_at, hand_over_due_at, resolve_due_at) when outcome_returned_at is null then return_due_at end as due
    from private.incidents_known(as_of, ground_at) where recorded_version <= known_version)
  select jsonb_build_object(
    'count', count(*), 'version', 0, 'as_of', extract(epoch from as_of), 'total', null,
    'id', coalesce(jsonb_agg(id order by nr), '[]'), 'lon', coalesce(jsonb_agg(lon order by nr), '[]'), 'lat', coalesce(jsonb_agg(lat order by nr), '[]'),
    'occurred_at', coalesce(jsonb_agg(floor(extract(epoch from occurred_at)) order by nr), '[]'),
    'occurred_until', coalesce(jsonb_agg(coalesce(floor(extract(epoch from occurred_until)), 0) order by nr), '[]'),
    'versions', coalesce(jsonb_agg(0 order by nr), '[]'), 'due_at', coalesce(jsonb_agg(coalesce(floor(extract(epoch from due)), 0) order by nr), '[]'),
    'category', coalesce(jsonb_agg(category order by nr), '[]'), 'status', coalesce(jsonb_agg(status order by nr), '[]'),
    'ownership_status', coalesce(jsonb_agg(ownership_status order by nr), '[]'), 'edition_id', coalesce(jsonb_agg(edition_id order by nr), '[]'),
    'owner_code', coalesce(jsonb_agg(owner_code order by nr), '[]'), 'neighbour_code', coalesce(jsonb_agg(neighbours -> 0 ->> 'code' order by nr), '[]'),
    'lead_code', coalesce(jsonb_agg(lead_code order by nr), '[]'), 'lead_reason', coalesce(jsonb_agg(lead_reason order by nr), '[]'),
    'cluster_id', coalesce(jsonb_agg(cluster_id order by nr), '[]'), 'border_zone', coalesce(jsonb_agg(border_zone order by nr), '[]'),
    'junction', coalesce(jsonb_agg(junction order by nr), '[]'))
  from known
$$;

-- Patrols of an edition that began in some time and were not cancelled then, or one whatever its state, with tracks recorded by then:
-- [{id, name, cluster, status, from, to, reach, plan, coverage, wards: [{code, status}], tracks: [{ward, at, geometry, coverage}]}, …].
create function public.briefing_patrols(as_of timestamptz, ground_at timestamptz, edition text default null, from_at timestamptz default null, until_at timestamptz default null, only_id uuid default null) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'edition', p.edition_id, 'status', case when p.status = 'done' and p.from_at > as_of then 'planned' else p.status end,
    'from', p.from_at, 'to', p.to_at, 'reach', p.reach_metres, 'plan', p.plan, 'coverage', p.coverage,
    'wards', (select coalesce(jsonb_agg(jsonb_build_object('code', b.ward_code, 'status', b.status) order by b.ward_code), '[]') from private.patrol_bookings_known(ground_at) b where b.patrol_id = p.id),
    'tracks', (select coalesce(jsonb_agg(jsonb_build_object('ward', t.ward_code, 'at', coalesce(t.ended_at, p.to_at), 'geometry', t.geometry, 'coverage', t.coverage) order by t.recorded_at, t.id), '[]')
      from patrol_tracks t where t.patrol_id = p.id and t.recorded_at <= ground_at and coalesce(t.started_at, p.from_at) <= as_of)) order by p.from_at, p.id), '[]')
  from private.patrols_known(ground_at) p
  where case when only_id is not null then p.id = only_id else p.status <> 'cancelled' and p.edition_id = edition and p.from_at >= from_at and p.from_at < until_at and p.from_at <= as_of end
$$;

-- Their stages and days without a word of them: [{ward: 'edition/code', kind, risk, stage, received, due, dueDay, ended}, …].
create function public.briefing_disputes(as_of timestamptz, ground_at timestamptz) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(jsonb_build_object('ward', d.edition_id || '/' || d.ward_code, 'kind', d.kind, 'risk', d.risk, 'stage', d.stage, 'received', d.received_at,
    'due', private.day_start(d.due_day + 1), 'dueDay', d.due_day, 'ended', d.ended_on) order by d.received_at, d.id), '[]')
  from private.disputes_known(as_of, ground_at) d
$$;

-- A programme with its tasks as they were then: {name, status, from, to, tasks: [{title, due, progress, done, owners}, …]}; null when there was none.
create function public.briefing_programme(programme uuid, ground_at timestamptz) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select jsonb_build_object('name', o.name, 'status', o.status, 'from', o.from_day, 'to', o.to_day, 'tasks', (
    select coalesce(jsonb_agg(jsonb_build_object('title', t.title, 'due', t.due_day, 'progress', t.progress, 'done', t.done_on, 'owners', to_jsonb(t.owner_keys)) order by t.place, t.id), '[]')
    from private.programme_tasks_known(ground_at) t where t.programme_id = o.id))
  from private.programmes_known(ground_at) o where o.id = programme
$$;

-- As `review_reports`, known at an instant.
create function public.briefing_reports(periods jsonb, as_of timestamptz, ground_at timestamptz, only_ids uuid[] default null) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  with known as materialized (select * from private.incidents_known(as_of, ground_at))
  select coalesce(jsonb_agg(to_jsonb(counted) order by place), '[]')
  from (select p.place, count(i.id) as received, count(i.id) filter (where i.source in ('resident', 'hotline')) as from_people,
      count(i.id) filter (where i.status in ('resolved', 'closed')) as handled,
      count(i.id) filter (where i.outcome_returned_at is not null) as returned,
      count(i.id) filter (where i.source in ('resident', 'hotline') and i.status in ('resolved', 'closed')) as people_handled,
      count(i.id) filter (where i.source in ('resident', 'hotline') and i.outcome_returned_at is not null) as people_returned,
      count(i.id) filter (where i.resolved_at is not null) as resolved_with_time,
      count(i.id) filter (where private.step_counts(i.confirm_due_at, i.lead_confirmed_at, as_of)) as confirm_due,
      count(i.id) filter (where private.step_in_time(i.confirm_due_at, i.lead_confirmed_at)) as confirmed_in_time,
      count(i.id) filter (where private.step_counts(i.resolve_due_at, i.resolved_at, as_of) and (i.status <> 'closed' or i.resolved_at is not null)) as resolve_due,
      count(i.id) filter (where private.step_in_time(i.resolve_due_at, i.resolved_at)) as resolved_in_time,
      count(i.id) filter (where private.step_counts(i.return_due_at, i.outcome_returned_at, as_of)) as return_due,
      count(i.id) filter (where private.step_in_time(i.return_due_at, i.outcome_returned_at)) as returned_in_time
    from private.review_periods(periods) p
    left join known i on i.reported_at >= p.starts and i.reported_at < p.ends and (only_ids is null or i.id = any (only_ids))
    group by p.place) as counted
$$;

-- As `review_work`, known at an instant.
create function public.briefing_work(periods jsonb, as_of timestamptz, ground_at timestamptz, keys text[] default null, cluster text default null) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  with patrol as materialized (select * from private.patrols_known(ground_at)), booking as materialized (select * from private.patrol_bookings_known(ground_at)),
  zone as materialized (select k.* from zones z, lateral jsonb_populate_record(z, private.undo(to_jsonb(z), (
      select coalesce(jsonb_agg(h.before order by h.id), '[]') from zone_history h where h.zone_id = z.id and h.at > ground_at and h.before is not null))) as k
    where exists (select from zone_versions v where v.zone_id = z.id and v.changed_at <= ground_at)),
  model as materialized (select k.* from models m, lateral jsonb_populate_record(m, private.part_known(to_jsonb(m), ground_at)) as k where m.created_at <= ground_at),
  commended as materialized (select k.* from commendations c, lateral jsonb_populate_record(c, private.part_known(to_jsonb(c), ground_at)) as k where c.created_at <= ground_at),
  programme as materialized (select * from private.programmes_known(ground_at)), task as materialized (select * from private.programme_tasks_known(ground_at))
  select coalesce(jsonb_agg(jsonb_build_object('place', p.place,
    'joint_patrols', w.joint, 'single_patrols', w.patrols - w.joint,
    'zones_opened', (select count(*) from zone z where z.published and z.valid_from between p.from_day and p.to_day
      and (keys is null or exists (select 1 from unnest(z.ward_codes) c where z.edition_id || '/' || c = any (keys)))),
    'zones_closed', (select count(*) from zone z where z.published and z.status = 'closed' and z.changed_at >= p.starts and z.changed_at < p.ends
      and (keys is null or exists (select 1 from unnest(z.ward_codes) c where z.edition_id || '/' || c = any (keys)))),
    'models', (select count(*) from model m where m.from_day <= p.to_day and (m.to_day is null or m.to_day >= p.to_day) and (keys is null or m.edition_id || '/' || m.owner_code = any (keys))),
    'collectives', g.collectives, 'individuals', g.individuals,
    'tasks_done', t.done, 'tasks_due', t.due) order by p.place), '[]')
  from private.review_periods(periods) p
  cross join lateral (
    select count(*) as patrols, count(*) filter (where cardinality(o.ward_codes) > 1
      and not exists (select 1 from booking b where b.patrol_id = o.id and b.status <> 'booked')) as joint
    from patrol o where o.status = 'done' and o.from_at <= as_of and o.from_at >= p.starts and o.from_at < p.ends
      and (keys is null or o.cluster_id = cluster or exists (select 1 from unnest(o.ward_codes) c where o.edition_id || '/' || c = any (keys)))) w
  cross join lateral (
    select coalesce(sum(c.collectives), 0) as collectives, coalesce(sum(c.individuals), 0) as individuals
    from commended c left join programme o on o.id = c.programme_id
    where c.decision_date between p.from_day and p.to_day and (keys is null or c.ward_key = any (keys) or o.cluster_id = cluster)) g
  cross join lateral (
    select count(*) filter (where t.done_on between p.from_day and p.to_day) as done, count(*) filter (where t.due_day between p.from_day and p.to_day) as due
    from task t join programme o on o.id = t.programme_id
    where o.status <> 'draft' and (keys is null or o.cluster_id = cluster or t.owner_keys && keys)) t
$$;

-- As `score_counts`, of what was known at the instant.
create function public.briefing_scores(from_day date, to_day date, as_of timestamptz, ground_at timestamptz) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(jsonb_build_object('formula', formula, 'ward', ward_key, 'part', part, 'whole', whole) order by ward_key, formula), '[]')
  from (select formula, ward_key, count(*) filter (where counted) as part, count(*) as whole from private.score_steps(from_day, to_day, as_of, null, ground_at) group by 1, 2) as counted
$$;

-- Version of the criteria that a period was scored by then; null before it was made.
create function public.briefing_score_version(period uuid, ground_at timestamptz) returns integer
language sql stable
set search_path = public, extensions
as $$
  select coalesce((select (h.before ->> 'set_version')::integer from score_history h
    where h.subject = 'period' and h.subject_id = p.id and h.at > ground_at and h.before ? 'set_version' order by h.id limit 1), p.set_version)
  from score_periods p where p.id = period and p.created_at <= ground_at
$$;

-- As `replay_incidents`, with who led and who had detected it as it was known then.
create function public.briefing_replay(first_day date, last_day date, known_version bigint, as_of timestamptz, ground_at timestamptz) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(jsonb_build_array(i.id, i.occurred_at, i.lon, i.lat, i.lead_code, i.lead_reason, coalesce((
      select jsonb_agg(jsonb_build_array(d.ward_code, d.detected_at) order by d.id) from incident_detections d
      where d.incident_id = i.id and d.recorded_at <= ground_at and (d.detected_at is null or d.detected_at <= as_of)), '[]')) order by i.occurred_at, i.id), '[]')
  from private.incidents_known(as_of, ground_at) i
  where i.recorded_version <= known_version and i.occurred_at >= private.day_start(first_day) and i.occurred_at < private.day_start(last_day + 1)
$$;

do $$
declare
  routine text;
begin
  foreach routine in array array['public.briefing_points(bigint, timestamptz, timestamptz)',
    'public.briefing_patrols(timestamptz, timestamptz, text, timestamptz, timestamptz, uuid)',
    'public.briefing_disputes(timestamptz, timestamptz)', 'public.briefing_programme(uuid, timestamptz)',
    'public.briefing_reports(jsonb, timestamptz, timestamptz, uuid[])', 'public.briefing_work(jsonb, timestamptz, timestamptz, text[], text)',
    'public.briefing_scores(date, date, timestamptz, timestamptz)',
    'public.briefing_score_version(uuid, timestamptz)', 'public.briefing_replay(date, date, bigint, timestamptz, timestamptz)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
