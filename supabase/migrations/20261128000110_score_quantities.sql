-- The quantities that scores are computed from: one row a step that a ward had to take. The review counts its reports by the same rules.

-- Whether a step with a deadline counts by now: it was taken, or its time is over. Without a recorded deadline nothing is said of it.
create function private.step_counts(due timestamptz, done timestamptz, as_of timestamptz) returns boolean
language sql immutable
return due is not null and (done is not null or due < as_of);
-- Whether it was taken in time; the very instant is in time, as lib/rules/coordination-clock has it.
create function private.step_in_time(due timestamptz, done timestamptz) returns boolean
language sql immutable
return coalesce(done <= due, false);

-- The steps that wards had to take on what came in within some days, and whether each was taken as it should (`counted`):
--   confirm_in_time, resolve_in_time, return_in_time  the lead's steps of reports received then, of those due (what was closed without being resolved had not to be)
--   outcomes_returned  reports received then and resolved at a recorded time; whether the outcome was reported back
--   assist_in_time, assists_accepted  asked for help then, of those answered or overdue; answered in time, and accepted
--   hand_over_in_time  offered the lead then, of those answered or overdue and not withdrawn
--   disputes_in_time  disputes received then that were settled or are past their last day; settled by that day. One handed over in time, or withdrawn, counts neither way
--   joint_patrols  patrols of several wards planned for then and over, not cancelled; booked and held
--   tasks_in_time  tasks of programmes due then, done or past their day; done by that day
-- `ward_key`: who leads now, was asked, owns the place, or was given the task. `only_ward`: of that ward.
-- `ground_at`: of what was known at `as_of` and written by then (see 20261128000105); without it as things stand now.
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

-- [{formula, ward, part, whole}, …] in a fixed order, of every edition.
create function public.score_counts(from_day date, to_day date, as_of timestamptz) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(jsonb_build_object('formula', formula, 'ward', ward_key, 'part', part, 'whole', whole) order by ward_key, formula), '[]')
  from (select formula, ward_key, count(*) filter (where counted) as part, count(*) as whole from private.score_steps(from_day, to_day, as_of) group by 1, 2) as counted
$$;

-- The steps of each ward that has any, or of one, as [{formula, kind, id, parent, at, due, done, counted}, …].
create function private.score_step_lists(from_day date, to_day date, as_of timestamptz, only_ward text default null) returns table (ward_key text, records jsonb)
language sql stable
set search_path = public, extensions
as $$
  select s.ward_key, jsonb_agg(jsonb_build_object('formula', s.formula, 'kind', s.kind, 'id', s.id, 'parent', s.parent, 'at', s.at, 'due', s.due, 'done', s.done, 'counted', s.counted)
    order by s.formula, s.at, s.id)
  from private.score_steps(from_day, to_day, as_of, only_ward) s group by s.ward_key
$$;

create function public.score_records(from_day date, to_day date, as_of timestamptz, ward text) returns jsonb
language sql stable
set search_path = public, extensions
as $$ select coalesce((select records from private.score_step_lists(from_day, to_day, as_of, ward)), '[]') $$;

-- As before, by the rules above; what was closed without being resolved had no step to take in time.
create or replace function public.review_reports(periods jsonb, only_ids uuid[] default null) returns jsonb
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
      count(i.id) filter (where private.step_counts(i.confirm_due_at, i.lead_confirmed_at, now())) as confirm_due,
      count(i.id) filter (where private.step_in_time(i.confirm_due_at, i.lead_confirmed_at)) as confirmed_in_time,
      count(i.id) filter (where private.step_counts(i.resolve_due_at, i.resolved_at, now()) and (i.status <> 'closed' or i.resolved_at is not null)) as resolve_due,
      count(i.id) filter (where private.step_in_time(i.resolve_due_at, i.resolved_at)) as resolved_in_time,
      count(i.id) filter (where private.step_counts(i.return_due_at, i.outcome_returned_at, now())) as return_due,
      count(i.id) filter (where private.step_in_time(i.return_due_at, i.outcome_returned_at)) as returned_in_time
    from private.review_periods(periods) p
    left join incidents i on i.reported_at >= p.starts and i.reported_at < p.ends and (only_ids is null or i.id = any (only_ids))
    group by p.place) as counted
$$;

revoke execute on function private.step_counts(timestamptz, timestamptz, timestamptz), private.step_in_time(timestamptz, timestamptz) from public, anon;
grant execute on function private.step_counts(timestamptz, timestamptz, timestamptz), private.step_in_time(timestamptz, timestamptz) to authenticated, service_role;
-- A score is one whoever reads it: the server counts with its own rights.
revoke execute on function private.score_steps(date, date, timestamptz, text, timestamptz), private.score_step_lists(date, date, timestamptz, text),
  public.score_counts(date, date, timestamptz), public.score_records(date, date, timestamptz, text) from public, anon, authenticated;
grant execute on function private.score_steps(date, date, timestamptz, text, timestamptz), private.score_step_lists(date, date, timestamptz, text),
  public.score_counts(date, date, timestamptz), public.score_records(date, date, timestamptz, text) to service_role;
