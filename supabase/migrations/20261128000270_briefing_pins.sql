-- What pins of a briefing read of the other pages, as it was known at its as-of instant. `ground_at`: see `briefing_known`.

-- What changed in some entries of history (each the columns before a change, oldest first) undone: columns as they were before the first.
create function private.undo(stored jsonb, befores jsonb) returns jsonb
language sql immutable
set search_path = public, extensions
as $$
  select stored || coalesce((select jsonb_object_agg(key, value) from (
    select distinct on (change.key) change.key, change.value from jsonb_array_elements(befores) with ordinality as entry (was, nr), jsonb_each(entry.was) as change
    where jsonb_typeof(entry.was) = 'object' order by change.key, entry.nr) as first), '{}')
$$;

-- Incidents as they were known: reported by then, in the state that their history had, nothing of an instant after it.
create function private.incidents_known(as_of timestamptz, ground_at timestamptz) returns setof public.incidents
language sql stable
set search_path = public, extensions
as $$
  with touched as materialized (select distinct incident_id from incident_history where at > ground_at and jsonb_typeof(before) = 'object'),
  told as (
    select i.* from incidents i where i.reported_at <= as_of and i.occurred_at <= as_of and not exists (select from touched t where t.incident_id = i.id)
    union all
    select s.* from touched t join incidents i on i.id = t.incident_id, lateral private.incident_at(i, ground_at) as s where i.reported_at <= as_of and i.occurred_at <= as_of)
  select * from told where greatest(lead_confirmed_at, resolved_at, outcome_returned_at) is null or greatest(lead_confirmed_at, resolved_at, outcome_returned_at) <= as_of
  union all
  select k.* from told t, lateral jsonb_populate_record(null::public.incidents, to_jsonb(t) || jsonb_build_object(
    'status', case when t.status in ('resolved', 'closed') and t.resolved_at > as_of then case when t.lead_confirmed_at <= as_of then 'in_progress' else 'reported' end else t.status end,
    'lead_confirmed_at', case when t.lead_confirmed_at <= as_of then t.lead_confirmed_at end, 'resolved_at', case when t.resolved_at <= as_of then t.resolved_at end,
    'outcome_returned_at', case when t.outcome_returned_at <= as_of then t.outcome_returned_at end)) as k
  where greatest(t.lead_confirmed_at, t.resolved_at, t.outcome_returned_at) > as_of
$$;

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

-- Patrols planned by then, each with the status it had.
create function private.patrols_known(ground_at timestamptz) returns setof public.patrols
language sql stable
set search_path = public, extensions
as $$
  select k.* from patrols p, lateral jsonb_populate_record(p, jsonb_build_object('status', coalesce((select h.before ->> 'status' from patrol_history h
    where h.patrol_id = p.id and h.kind = 'status' and h.at > ground_at order by h.id limit 1), p.status))) as k
  where p.recorded_at <= ground_at
$$;

-- The answers of wards to patrols planned by then, as they were.
create function private.patrol_bookings_known(ground_at timestamptz) returns setof public.patrol_bookings
language sql stable
set search_path = public, extensions
as $$
  select k.* from patrols p join patrol_bookings b on b.patrol_id = p.id, lateral jsonb_populate_record(b, jsonb_build_object('status', coalesce((
    select h.before ->> 'status' from patrol_history h where h.patrol_id = b.patrol_id and h.kind in ('booked', 'declined', 'asked') and h.at > ground_at
      and h.before ->> 'ward' = b.ward_code order by h.id limit 1),
    -- A track books its ward without an entry of its own.
    case when b.answered_at > ground_at then 'asked' else b.status end))) as k
  where p.recorded_at <= ground_at
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

-- Disputes as they stood: received and written down by then. An entry of a demonstration says when it was.
create function private.disputes_known(as_of timestamptz, ground_at timestamptz) returns setof public.disputes
language sql stable
set search_path = public, extensions
as $$
  select k.* from disputes d, lateral jsonb_populate_record(d, private.undo(to_jsonb(d), (
    select coalesce(jsonb_agg(h.before order by h.id), '[]') from dispute_history h where h.dispute_id = d.id and h.at > as_of and h.before is not null))) as k
  where d.received_at <= as_of and exists (select from dispute_history h where h.dispute_id = d.id and h.at <= ground_at)
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

-- A part of a programme as it was; `made` is its row now.
create function private.part_known(made jsonb, ground_at timestamptz) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select private.undo(made, (select coalesce(jsonb_agg(h.before order by h.id), '[]') from programme_history h where h.subject_id = (made ->> 'id')::uuid and h.at > ground_at and h.before is not null))
$$;
create function private.programmes_known(ground_at timestamptz) returns setof public.programmes
language sql stable
set search_path = public, extensions
as $$ select k.* from programmes o, lateral jsonb_populate_record(o, private.part_known(to_jsonb(o), ground_at)) as k where o.created_at <= ground_at $$;
create function private.programme_tasks_known(ground_at timestamptz) returns setof public.programme_tasks
language sql stable
set search_path = public, extensions
as $$ select k.* from programme_tasks t, lateral jsonb_populate_record(t, private.part_known(to_jsonb(t), ground_at)) as k where t.created_at <= ground_at $$;

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

-- As before; with `ground_at` of what was known at `as_of`: incidents, answers, disputes, patrols and tasks as they stood.
drop function private.score_steps(date, date, timestamptz, text);
create function private.score_steps(from_day date, to_day date, as_of timestamptz, only_ward text default null, ground_at timestamptz default null)
returns table (formula text, ward_key text, kind text, id uuid, parent uuid, at timestamptz, due timestamptz, done timestamptz, counted boolean)
language sql stable
set search_path = public, extensions
as $$
  with span as (select private.day_start(from_day) as starts, private.day_start(to_day + 1) as ends),
  incident as (select * from incidents where ground_at is null union all select k.* from private.incidents_known(as_of, ground_at) k where ground_at is not null),
  assist as (
    select a.incident_id, a.edition_id, a.ward_code, a.asked_at, a.due_at, case when ground_at is null or a.answered_at <= as_of then a.answered_at end as answered_at,
      case when ground_at is null or a.finished_at <= as_of then a.finished_at end as finished_at,
      case when ground_at is not null and a.answered_at > as_of then 'asked' when ground_at is not null and a.finished_at > as_of and a.answered_at is not null then 'accepted' else a.status end as status
    from incident_assists a where ground_at is null or a.asked_at <= as_of),
  hand_over as (
    select h.incident_id, h.edition_id, h.to_code, h.offered_at, h.due_at, case when ground_at is null or h.answered_at <= as_of then h.answered_at end as answered_at,
      case when ground_at is not null and h.answered_at > as_of then 'offered' else h.status end as status
    from incident_hand_overs h where ground_at is null or h.offered_at <= as_of),
  dispute as (select * from disputes where ground_at is null union all select k.* from private.disputes_known(as_of, ground_at) k where ground_at is not null),
  patrol as (select * from patrols where ground_at is null union all select k.* from private.patrols_known(ground_at) k where ground_at is not null),
  booking as (select * from patrol_bookings where ground_at is null union all select k.* from private.patrol_bookings_known(ground_at) k where ground_at is not null),
  programme as (select * from programmes where ground_at is null union all select k.* from private.programmes_known(ground_at) k where ground_at is not null),
  task as (select * from programme_tasks where ground_at is null union all select k.* from private.programme_tasks_known(ground_at) k where ground_at is not null),
  led as (
    select i.* from incident i, span where i.reported_at >= span.starts and i.reported_at < span.ends and i.lead_code is not null
      and (only_ward is null or (i.edition_id = split_part(only_ward, '/', 1) and i.lead_code = split_part(only_ward, '/', 2)))),
  asked as (
    select a.* from assist a, span where a.asked_at >= span.starts and a.asked_at < span.ends
      and private.step_counts(a.due_at, a.answered_at, least(as_of, a.finished_at))),
  steps as (
    select step.formula, l.edition_id || '/' || l.lead_code as ward_key, 'incident' as kind, l.id, null::uuid as parent, l.reported_at as at, step.due, step.done,
      private.step_in_time(step.due, step.done) as counted
    from led l, lateral (values ('confirm_in_time', l.confirm_due_at, l.lead_confirmed_at, true), ('resolve_in_time', l.resolve_due_at, l.resolved_at, l.status <> 'closed' or l.resolved_at is not null),
      ('return_in_time', l.return_due_at, l.outcome_returned_at, true)) as step (formula, due, done, awaited)
    where step.awaited and private.step_counts(step.due, step.done, as_of)
    union all
    select 'outcomes_returned', l.edition_id || '/' || l.lead_code, 'incident', l.id, null, l.reported_at, null, l.outcome_returned_at, l.outcome_returned_at is not null
    from led l where l.resolved_at is not null
    union all
    select step.formula, a.edition_id || '/' || a.ward_code, 'incident', a.incident_id, null, a.asked_at, a.due_at, a.answered_at, step.counted
    from asked a, lateral (values ('assist_in_time', private.step_in_time(a.due_at, a.answered_at)), ('assists_accepted', a.status in ('accepted', 'finished'))) as step (formula, counted)
    union all
    select 'hand_over_in_time', h.edition_id || '/' || h.to_code, 'incident', h.incident_id, null, h.offered_at, h.due_at, h.answered_at, private.step_in_time(h.due_at, h.answered_at)
    from hand_over h, span where h.offered_at >= span.starts and h.offered_at < span.ends and h.status <> 'withdrawn'
      and private.step_counts(h.due_at, h.answered_at, as_of)
    union all
    select 'disputes_in_time', d.edition_id || '/' || d.ward_code, 'dispute', d.id, null, d.received_at, private.day_start(d.due_day + 1), private.day_start(d.ended_on),
      d.stage = 'settled' and d.ended_on <= d.due_day
    from dispute d, span where d.received_at >= span.starts and d.received_at < span.ends and d.stage <> 'withdrawn'
      and (d.stage = 'settled' or (private.day_start(d.due_day + 1) <= as_of and not (d.stage = 'handed_over' and d.ended_on <= d.due_day)))
    union all
    select 'joint_patrols', b.edition_id || '/' || b.ward_code, 'patrol', p.id, null, p.from_at, null, case when p.status = 'done' then p.to_at end, p.status = 'done' and b.status = 'booked'
    from patrol p join booking b on b.patrol_id = p.id, span
    where p.from_at >= span.starts and p.from_at < span.ends and p.to_at <= as_of and p.status <> 'cancelled' and cardinality(p.ward_codes) > 1
    union all
    select 'tasks_in_time', key, 'task', t.id, t.programme_id, private.day_start(o.from_day), private.day_start(t.due_day + 1), private.day_start(t.done_on), coalesce(t.done_on <= t.due_day, false)
    from task t join programme o on o.id = t.programme_id, unnest(t.owner_keys) as key
    where o.status <> 'draft' and t.due_day between score_steps.from_day and score_steps.to_day and (t.done_on is not null or private.day_start(t.due_day + 1) <= as_of))
  select s.formula, s.ward_key, s.kind, s.id, s.parent, s.at, s.due, s.done, s.counted from steps s where only_ward is null or s.ward_key = only_ward
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
  foreach routine in array array['private.undo(jsonb, jsonb)', 'private.incidents_known(timestamptz, timestamptz)', 'public.briefing_points(bigint, timestamptz, timestamptz)',
    'private.patrols_known(timestamptz)', 'private.patrol_bookings_known(timestamptz)', 'public.briefing_patrols(timestamptz, timestamptz, text, timestamptz, timestamptz, uuid)',
    'private.disputes_known(timestamptz, timestamptz)', 'public.briefing_disputes(timestamptz, timestamptz)', 'private.part_known(jsonb, timestamptz)',
    'private.programmes_known(timestamptz)', 'private.programme_tasks_known(timestamptz)', 'public.briefing_programme(uuid, timestamptz)',
    'public.briefing_reports(jsonb, timestamptz, timestamptz, uuid[])', 'public.briefing_work(jsonb, timestamptz, timestamptz, text[], text)',
    'private.score_steps(date, date, timestamptz, text, timestamptz)', 'public.briefing_scores(date, date, timestamptz, timestamptz)',
    'public.briefing_score_version(uuid, timestamptz)', 'public.briefing_replay(date, date, bigint, timestamptz, timestamptz)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
