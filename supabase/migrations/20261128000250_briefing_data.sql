-- What a briefing reads, as it was known at its as-of instant: incidents reported by then, in the state their history had by then.

-- As before; `reported_until` leaves out what was reported later.
drop function public.analysis_incidents(date, date, text[], bigint, integer, timestamptz, uuid);
create function public.analysis_incidents(first_day date, last_day date, categories text[] default '{}', known_version bigint default null,
  page_size integer default 50000, after_at timestamptz default null, after_id uuid default null, reported_until timestamptz default null) returns jsonb
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
      and (reported_until is null or (reported_at <= reported_until and occurred_at <= reported_until))
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

-- Up to where facts are known at an instant: {version, ground_at}. Waits for reports that are being written, so that none with an earlier
-- instant becomes visible later. `ground_at`: up to when rules, patrols, zones and states were written. What a deployment was given in
-- its first hour it has always known: an instant before its beginning sees that, and nothing that was written since.
create function public.briefing_known(as_of timestamptz) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  begun timestamptz := (select min(recorded_at) from clusters);
begin
  perform pg_advisory_xact_lock_shared(hashtext('giap_ranh.incident_version'));
  return jsonb_build_object('version', (select coalesce(max(version), 0) from incidents),
    'ground_at', case when begun is not null and as_of < begun then begun + interval '1 hour' else as_of end);
end $$;

-- Incidents of some wards between two instants, the latest first: where, whose, who led and helped, in which state.
create function public.briefing_incidents(edition text, codes text[], from_at timestamptz, as_of timestamptz, ground_at timestamptz) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'category', i.category, 'occurredAt', i.occurred_at, 'position', jsonb_build_array(i.lon, i.lat),
      'owner', i.owner_code, 'neighbour', i.neighbours -> 0 ->> 'code', 'borderZone', i.border_zone, 'junction', i.junction, 'lead', s.lead_code, 'leadReason', s.lead_reason,
      'isConfirmed', coalesce(s.lead_confirmed_at <= as_of, false), 'assists', to_jsonb(s.assist_codes), 'resolved', s.status in ('resolved', 'closed'))
      order by i.occurred_at desc, i.id), '[]')
  from incidents i, lateral private.incident_at(i, ground_at) as s
  where i.edition_id = edition and i.owner_code = any (codes) and i.occurred_at > from_at and i.occurred_at <= as_of and i.reported_at <= as_of
$$;

-- Steps of the coordination clock that were open at an instant in some wards, as `work_items` has them now.
create function public.briefing_steps(edition text, codes text[], as_of timestamptz, ground_at timestamptz) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  with candidates as (
    select i.* from incidents i
    where i.edition_id = edition and i.reported_at <= as_of and (i.owner_code = any (codes) or i.lead_code = any (codes))
      and (i.status in ('reported', 'in_progress') or (i.resolved_at is not null and (i.outcome_returned_at is null or i.outcome_returned_at > as_of))
        or exists (select from incident_history h where h.incident_id = i.id and h.at > ground_at)
        or exists (select from incident_assists a where a.incident_id = i.id and a.status in ('asked', 'accepted')))
  ), known as (
    select s.id, s.category, s.border_zone, s.lon, s.lat, s.lead_code, s.status, s.reported_at, s.lead_since, s.confirm_due_at, s.resolve_due_at, s.return_due_at,
      case when s.lead_confirmed_at <= as_of then s.lead_confirmed_at end as lead_confirmed_at, case when s.resolved_at <= as_of then s.resolved_at end as resolved_at,
      case when s.outcome_returned_at <= as_of then s.outcome_returned_at end as outcome_returned_at
    from candidates c, lateral private.incident_at(c, ground_at) as s
  ), steps as (
    select id, 'confirm_lead' as kind, lead_code as ward, coalesce(lead_since, reported_at) as since, confirm_due_at as due
    from known where status in ('reported', 'in_progress') and lead_confirmed_at is null
    union all
    select id, 'resolve', lead_code, coalesce(lead_confirmed_at, lead_since, reported_at), resolve_due_at
    from known where status in ('reported', 'in_progress') and (lead_confirmed_at is not null or resolve_due_at < as_of)
    union all
    select id, 'return_outcome', lead_code, resolved_at, return_due_at
    from known where status in ('resolved', 'closed') and outcome_returned_at is null and resolved_at is not null
    union all
    select a.incident_id, case when a.answered_at <= as_of then 'finish_assist' else 'acknowledge_assist' end, a.ward_code,
      case when a.answered_at <= as_of then a.answered_at else a.asked_at end, case when a.answered_at <= as_of then null else a.due_at end
    from incident_assists a join known on known.id = a.incident_id
    where a.asked_at <= as_of and (a.finished_at is null or a.finished_at > as_of)
      and not (a.status = 'cancelled' and a.finished_at is null) and not (a.status = 'declined' and a.answered_at <= as_of)
    union all
    select h.incident_id, 'hand_over', h.to_code, h.offered_at, h.due_at from incident_hand_overs h join known on known.id = h.incident_id
    where h.offered_at <= as_of and (h.answered_at is null or h.answered_at > as_of) and not (h.status = 'withdrawn' and h.answered_at is null)
  )
  select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'incidentId', k.id, 'category', k.category, 'position', jsonb_build_array(k.lon, k.lat), 'borderZone', k.border_zone,
    'ward', s.ward, 'lead', k.lead_code, 'since', s.since, 'dueAt', s.due) order by s.due nulls last, s.since, k.id, s.kind, s.ward), '[]')
  from steps s join known k on k.id = s.id where s.since <= as_of
$$;

-- What was written about some incidents by an instant, by id.
create function public.briefing_texts(ids uuid[]) returns jsonb
language sql stable
set search_path = public, extensions
as $$ select coalesce(jsonb_object_agg(incident_id, summary), '{}') from incident_texts where incident_id = any (ids) $$;

do $$
declare
  routine text;
begin
  foreach routine in array array['public.analysis_incidents(date, date, text[], bigint, integer, timestamptz, uuid, timestamptz)', 'public.briefing_known(timestamptz)',
    'public.briefing_incidents(text, text[], timestamptz, timestamptz, timestamptz)',
    'public.briefing_steps(text, text[], timestamptz, timestamptz)', 'public.briefing_texts(uuid[])'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
