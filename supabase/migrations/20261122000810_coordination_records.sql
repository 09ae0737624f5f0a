-- How a report begins its coordination, and what each change leaves in the history.

-- A part of what the writing function announced as JSON.
create function private.announced(part text) returns jsonb
language sql stable
set search_path = public, extensions
as $$ select coalesce(private.actor(part), '{}')::jsonb $$;

-- One entry an incident. `before` and `after`: the columns that changed, and what the writing function announced of the tables
-- beside (an assist, a hand-over); columns that follow from others are left out.
create or replace function private.write_incident_history() returns trigger
language plpgsql security definer
set search_path = public, extensions
as $$
declare
  derived constant text[] := array['owner_key', 'concerned_codes', 'next_due_at', 'next_due_step'];
begin
  if tg_op = 'INSERT' then
    insert into incident_history (incident_id, actor_user, actor_unit, actor_role, kind, after)
    select id, private.actor('actor_user')::uuid, private.actor('actor_unit'), private.actor('actor_role'),
      coalesce(private.actor('change'), 'reported'), to_jsonb(written) - derived
    from written order by version;
  else
    insert into incident_history (incident_id, actor_user, actor_unit, actor_role, kind, before, after, remark_id)
    select written.id, private.actor('actor_user')::uuid, private.actor('actor_unit'), private.actor('actor_role'),
      coalesce(private.actor('change'), 'changed'),
      private.changed_columns(to_jsonb(written) - derived, to_jsonb(replaced) - derived) || private.announced('before'),
      private.changed_columns(to_jsonb(replaced) - derived, to_jsonb(written) - derived) || private.announced('after'),
      private.actor('remark')::bigint
    from written join replaced using (id) order by written.version;
  end if;
  return null;
end $$;

-- Announces who acts; what else was announced in this transaction is forgotten.
create or replace function private.act_as(actor jsonb, change text) returns void
language plpgsql
set search_path = public, extensions
as $$
begin
  perform set_config('giap_ranh.actor_user', coalesce(actor ->> 'userId', ''), true);
  perform set_config('giap_ranh.actor_unit', coalesce(actor ->> 'unitId', ''), true);
  perform set_config('giap_ranh.actor_role', coalesce(actor ->> 'role', ''), true);
  perform set_config('giap_ranh.change', change, true);
  perform set_config('giap_ranh.before', '', true);
  perform set_config('giap_ranh.after', '', true);
  perform set_config('giap_ranh.remark', '', true);
end $$;

-- When a step is due that starts at an instant, by the minutes a regulation allows ({"confirm_lead": 30, …}); null without.
create function private.due_at(minutes jsonb, step text, started timestamptz) returns timestamptz
language sql immutable
set search_path = public, extensions
as $$ select started + (minutes ->> step)::integer * interval '1 minute' $$;

-- Inserts incidents given as JSON objects whose keys are the columns, with `minutes` for their deadlines. Rows whose id is known
-- already are left alone. What is in progress when it comes has a lead who took it, under deadlines nobody told: it has no clock,
-- like what is over.
create or replace function private.insert_incidents(rows jsonb) returns setof public.incidents
language sql
set search_path = public, extensions
as $$
  insert into incidents (id, category, occurred_at, lon, lat, accuracy_metres, status, source, edition_id, ownership_status,
    owner_code, candidate_codes, neighbours, border_zone, junction, border_distance_metres, width_metres, cluster_id, focus_area_id,
    detected_by_code, detected_at, lead_code, lead_reason, assist_codes, on_request_codes, lead_trace, reported_at,
    reported_by_unit, regulation_version, lead_confirmed_at, confirm_due_at, resolve_due_at, assist_due_at)
  select (r ->> 'id')::uuid, r ->> 'category', (r ->> 'occurred_at')::timestamptz, (r ->> 'lon')::float8, (r ->> 'lat')::float8,
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

-- Texts, first detections and automatic assists of incidents just inserted.
create or replace function private.insert_incident_parts(rows jsonb, inserted uuid[], author uuid) returns void
language sql
set search_path = public, extensions
as $$
  insert into incident_texts (incident_id, summary)
  select (r ->> 'id')::uuid, r ->> 'summary' from jsonb_array_elements(rows) as r
  where coalesce(r ->> 'summary', '') <> '' and (r ->> 'id')::uuid = any (inserted);
  insert into incident_detections (incident_id, ward_code, detected_at, recorded_by)
  select (r ->> 'id')::uuid, r ->> 'detected_by_code', (r ->> 'detected_at')::timestamptz, author
  from jsonb_array_elements(rows) as r
  where r ->> 'detected_by_code' is not null and (r ->> 'id')::uuid = any (inserted);
  insert into incident_assists (incident_id, edition_id, ward_code, basis, version, asked_at, due_at)
  select i.id, i.edition_id, code, 'automatic', i.version, i.reported_at, i.assist_due_at
  from incidents i, unnest(i.assist_codes) as code
  where i.id = any (inserted) and i.status = 'reported';
$$;

-- The attempt of somebody to do what the role may not. Not more than twenty a minute from one account at one incident.
-- `security definer`: the history is writable for its own functions alone.
create function public.record_refusal(incident uuid, actor jsonb, attempted text) returns boolean
language plpgsql security definer
set search_path = public, extensions
as $$
declare
  author uuid := (actor ->> 'userId')::uuid;
begin
  perform pg_advisory_xact_lock(hashtext('giap_ranh.refusal.' || coalesce(author::text, '')));
  if not exists (select 1 from incidents where id = incident) or (select count(*) from incident_history
    where incident_id = incident and kind = 'refused' and at > clock_timestamp() - interval '1 minute' and actor_user is not distinct from author) >= 20 then
    return false;
  end if;
  insert into incident_history (incident_id, actor_user, actor_unit, actor_role, kind, after)
  values (incident, author, actor ->> 'unitId', actor ->> 'role', 'refused', jsonb_build_object('action', attempted));
  return true;
end $$;

revoke execute on function private.announced(text), private.due_at(jsonb, text, timestamptz) from public, anon, authenticated;
grant execute on function private.announced(text), private.due_at(jsonb, text, timestamptz) to service_role;
revoke execute on function public.record_refusal(uuid, jsonb, text) from public, anon, authenticated;
grant execute on function public.record_refusal(uuid, jsonb, text) to service_role;
