-- Records as they were known at an instant. `as_of`: nothing that happened or was reported later. `ground_at`: nothing that was written
-- later; it is `as_of`, but for an instant before the deployment began (see `briefing_known`).

-- What changed in some entries of history (each the columns before a change, oldest first) undone: columns as they were before the first.
create function private.undo(stored jsonb, befores jsonb) returns jsonb
language sql immutable
set search_path = public, extensions
as $$
  select stored || coalesce((select jsonb_object_agg(key, value) from (
    select distinct on (change.key) change.key, change.value from jsonb_array_elements(befores) with ordinality as entry (was, nr), jsonb_each(entry.was) as change
    where jsonb_typeof(entry.was) = 'object' order by change.key, entry.nr) as first), '{}')
$$;

-- An incident as its history had it at an instant: what was changed later is as it was before the first such change.
create function private.incident_at(stored public.incidents, moment timestamptz) returns public.incidents
language sql stable
set search_path = public, extensions
as $$
  select coalesce((select jsonb_populate_record(stored, jsonb_object_agg(later.key, later.value)) from (
    select distinct on (change.key) change.key, change.value from incident_history h, jsonb_each(h.before) as change
    where h.incident_id = stored.id and h.at > moment and h.before is not null and jsonb_typeof(h.before) = 'object' order by change.key, h.id) as later
    having count(*) > 0), stored)
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

-- Disputes as they stood: received and written down by then. An entry of a demonstration says when it was.
create function private.disputes_known(as_of timestamptz, ground_at timestamptz) returns setof public.disputes
language sql stable
set search_path = public, extensions
as $$
  select k.* from disputes d, lateral jsonb_populate_record(d, private.undo(to_jsonb(d), (
    select coalesce(jsonb_agg(h.before order by h.id), '[]') from dispute_history h where h.dispute_id = d.id and h.at > as_of and h.before is not null))) as k
  where d.received_at <= as_of and exists (select from dispute_history h where h.dispute_id = d.id and h.at <= ground_at)
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

do $$
declare
  routine text;
begin
  foreach routine in array array['private.undo(jsonb, jsonb)', 'private.incident_at(public.incidents, timestamptz)', 'private.incidents_known(timestamptz, timestamptz)',
    'private.patrols_known(timestamptz)', 'private.patrol_bookings_known(timestamptz)', 'private.disputes_known(timestamptz, timestamptz)',
    'private.part_known(jsonb, timestamptz)', 'private.programmes_known(timestamptz)', 'private.programme_tasks_known(timestamptz)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
