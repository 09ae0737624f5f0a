-- What the charts and people do with alarms, each in one transaction with its history. Only `service_role` may call these.

create function private.note_alarm(stored public.alarms, actor jsonb, how text, more jsonb, remark text default null) returns void
language plpgsql
set search_path = public, extensions
as $$
declare
  entry bigint;
begin
  insert into alarm_history (alarm_id, version, actor_user, actor_unit, actor_role, kind, after)
  values (stored.id, stored.version, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', how, more) returning id into entry;
  if remark is not null then insert into alarm_remarks (history_id, alarm_id, remark) values (entry, stored.id, remark); end if;
end $$;

-- What would make the charts differ from the last time: {incidents, day, rules}.
create function private.alarm_mark() returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select jsonb_build_object('incidents', coalesce((select max(version) from incidents), 0),
    'day', (now() at time zone (select private.time_zone()))::date, 'rules', rules_fingerprint())
$$;

-- Takes the drawing of the charts for some minutes; null when there is nothing new, or another process draws them.
create function public.claim_alarm_watch(claimant uuid, minutes integer default 10) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  current_mark jsonb := private.alarm_mark();
begin
  update alarm_watch set claim = claimant, claimed_until = clock_timestamp() + make_interval(mins => minutes)
  where (claimed_until is null or claimed_until < clock_timestamp()) and mark is distinct from current_mark;
  if not found then return null; end if;
  return jsonb_build_object('mark', current_mark);
end $$;

-- Gives it back without a result.
create function public.release_alarm_watch(claimant uuid) returns boolean
language plpgsql
set search_path = public, extensions
as $$
begin
  update alarm_watch set claim = null, claimed_until = null where claim = claimant;
  return found;
end $$;

-- A snoozed alarm comes back when its time is over, or when the last 28 days hold notably more than when it was snoozed (B-10: 2(√now − √then) ≥ 2).
create function private.wakes(stored public.alarms, evidence jsonb) returns text
language sql stable
set search_path = public, extensions
as $$
  select case
    when stored.state <> 'snoozed' then null
    when stored.snoozed_until <= clock_timestamp() then 'time'
    when 2 * (sqrt((evidence #>> '{countChange,after}')::float8) - sqrt(stored.snoozed_count)) >= 2 then 'grown' end
$$;

create function private.store_alarm(given jsonb) returns text
language plpgsql
set search_path = public, extensions
as $$
declare
  f alarms := jsonb_populate_record(null::alarms, given);
  stored alarms;
  changed alarms;
  woken text;
begin
  select * into stored from alarms where edition_id = f.edition_id and state <> 'ended'
    and subject_key = f.subject_kind || '/' || coalesce(f.cluster_id, f.codes[1] || coalesce('|' || f.codes[2], '')) || '/' || coalesce(f.category, '') for update;
  if not found then
    insert into alarms (subject_kind, edition_id, codes, cluster_id, category, method, method_version, since_day, detected_week, watched_to, evidence)
    values (f.subject_kind, f.edition_id, f.codes, f.cluster_id, f.category, f.method, f.method_version, f.since_day, f.detected_week, f.watched_to, f.evidence)
    returning * into stored;
    perform private.note_alarm(stored, null, 'began', jsonb_build_object('since', stored.since_day, 'method', stored.method));
    return 'began';
  end if;
  woken := private.wakes(stored, f.evidence);
  if woken is null and (stored.evidence, stored.watched_to, stored.method, stored.codes) is not distinct from (f.evidence, f.watched_to, f.method, f.codes) then return 'same'; end if;
  update alarms set version = version + 1, codes = f.codes, method = f.method, method_version = f.method_version, since_day = least(since_day, f.since_day),
    detected_week = least(detected_week, f.detected_week), watched_to = f.watched_to, evidence = f.evidence, changed_at = clock_timestamp(),
    state = case when woken is null then state else 'new' end, snoozed_until = case when woken is null then snoozed_until end,
    snoozed_count = case when woken is null then snoozed_count end
  where id = stored.id returning * into changed;
  if woken is not null then perform private.note_alarm(changed, null, 'returned', jsonb_build_object('because', woken)); end if;
  return 'changed';
end $$;

-- Writes what a drawing of all charts found: {claim, mark, edition, watched_to, charts, false_alarms_per_month, alarms: […]}.
-- What is open and not among it has ended. A claim that another took over meanwhile writes nothing.
create function public.write_alarm_watch(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  given jsonb;
  outcome text;
  tally jsonb := '{"began": 0, "changed": 0, "same": 0, "ended": 0}';
  gone alarms;
begin
  perform 1 from alarm_watch where claim = (payload ->> 'claim')::uuid for update;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  for given in select * from jsonb_array_elements(payload -> 'alarms') loop
    outcome := private.store_alarm(given);
    tally := jsonb_set(tally, array[outcome], to_jsonb((tally ->> outcome)::integer + 1));
  end loop;
  for gone in
    update alarms a set version = version + 1, state = 'ended', ended_at = clock_timestamp(), changed_at = clock_timestamp(), snoozed_until = null, snoozed_count = null,
      watched_to = case when edition_id = payload ->> 'edition' then (payload ->> 'watched_to')::date else watched_to end
    where state <> 'ended' and not exists (select from jsonb_array_elements(payload -> 'alarms') as one
      where one ->> 'edition_id' = a.edition_id and one ->> 'subject_kind' = a.subject_kind and one ->> 'category' is not distinct from a.category
        and case a.subject_kind when 'cluster' then one ->> 'cluster_id' = a.cluster_id else private.text_array(one -> 'codes') = a.codes end)
    returning a.*
  loop
    perform private.note_alarm(gone, null, 'ended', jsonb_build_object('because', case when gone.edition_id = payload ->> 'edition' then 'quiet' else 'edition' end));
    tally := jsonb_set(tally, '{ended}', to_jsonb((tally ->> 'ended')::integer + 1));
  end loop;
  update alarm_watch set at = clock_timestamp(), watched_to = (payload ->> 'watched_to')::date, charts = (payload ->> 'charts')::integer,
    false_alarms_per_month = (payload ->> 'false_alarms_per_month')::float8, mark = payload -> 'mark', claim = null, claimed_until = null;
  return jsonb_build_object('outcome', 'done') || tally;
end $$;

-- Alarms whose time of rest is over come back, whether or not charts are drawn.
create function public.wake_alarms() returns integer
language plpgsql
set search_path = public, extensions
as $$
declare
  woken alarms;
  total integer := 0;
begin
  for woken in
    update alarms set version = version + 1, state = 'new', snoozed_until = null, snoozed_count = null, changed_at = clock_timestamp()
    where state = 'snoozed' and snoozed_until <= clock_timestamp() returning *
  loop
    perform private.note_alarm(woken, null, 'returned', '{"because": "time"}');
    total := total + 1;
  end loop;
  return total;
end $$;

-- Somebody acknowledges, snoozes or reopens: {alarm, version, act, until, remark, actor}. Sent twice from the same version it is done once.
create function public.act_on_alarm(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored alarms;
  changed alarms;
  act text := payload ->> 'act';
  seen integer := (payload ->> 'version')::integer;
  aim text := case act when 'acknowledged' then 'acknowledged' when 'snoozed' then 'snoozed' when 'reopened' then 'new' end;
  until timestamptz := (payload ->> 'until')::timestamptz;
begin
  select * into stored from alarms where id = (payload ->> 'alarm')::uuid for update;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  if exists (select from alarm_history h where h.alarm_id = stored.id and h.version = seen + 1 and h.kind = act and h.actor_user = (payload #>> '{actor,userId}')::uuid
    and (act <> 'snoozed' or h.after ->> 'until' = to_jsonb(until) #>> '{}')) then
    return jsonb_build_object('outcome', 'done', 'repeated', true);
  end if;
  if stored.version <> seen then return jsonb_build_object('outcome', 'conflict', 'field', 'version', 'reason', 'it was changed since; see current'); end if;
  if stored.state = 'ended' then return jsonb_build_object('outcome', 'invalid', 'field', 'id', 'reason', 'the alarm has ended'); end if;
  if stored.state = aim and act <> 'snoozed' then return jsonb_build_object('outcome', 'invalid', 'field', 'id', 'reason', 'it is so already'); end if;
  if act = 'snoozed' and until <= clock_timestamp() then return jsonb_build_object('outcome', 'invalid', 'field', 'until', 'reason', 'must lie in the future'); end if;
  update alarms set version = version + 1, state = aim, changed_at = clock_timestamp(), snoozed_until = case when act = 'snoozed' then until end,
    snoozed_count = case when act = 'snoozed' then (evidence #>> '{countChange,after}')::integer end
  where id = stored.id returning * into changed;
  perform private.note_alarm(changed, payload -> 'actor', act, jsonb_build_object('state', aim) || case when act = 'snoozed' then jsonb_build_object('until', until) else '{}' end,
    payload ->> 'remark');
  return jsonb_build_object('outcome', 'done');
end $$;

create function public.record_alarm_refusal(alarm uuid, action text, actor jsonb) returns void
language sql
set search_path = public, extensions
as $$
  insert into alarm_history (alarm_id, version, actor_user, actor_unit, actor_role, kind, after)
  select id, version, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', 'refused', jsonb_build_object('action', action) from alarms
  where id = alarm and 20 > (select count(*) from alarm_history h
    where h.kind = 'refused' and h.actor_user = (actor ->> 'userId')::uuid and h.at > now() - interval '1 minute')
$$;

-- Visible alarms, new ones first, then as they began; `security invoker`: the row policies decide.
create function public.list_alarms(filter jsonb default '{}', page_size integer default 200) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(to_jsonb(page) - array['subject_key', 'snoozed_count', 'place'] order by place, detected_week desc, created_at desc, id), '[]') from (
    select a.*, array_position(array['new', 'acknowledged', 'snoozed', 'ended'], a.state) as place from alarms a
    where (not filter ? 'ids' or a.id::text = any (private.text_array(filter -> 'ids')))
      and (not filter ? 'states' or a.state = any (private.text_array(filter -> 'states')))
    order by place, detected_week desc, created_at desc, id limit page_size) as page
$$;
revoke execute on function public.list_alarms(jsonb, integer) from public, anon;
grant execute on function public.list_alarms(jsonb, integer) to authenticated, service_role;

do $$
declare
  routine text;
begin
  foreach routine in array array['private.note_alarm(alarms, jsonb, text, jsonb, text)', 'private.alarm_mark()', 'public.claim_alarm_watch(uuid, integer)',
    'public.release_alarm_watch(uuid)', 'private.wakes(alarms, jsonb)', 'private.store_alarm(jsonb)', 'public.write_alarm_watch(jsonb)', 'public.wake_alarms()',
    'public.act_on_alarm(jsonb)', 'public.record_alarm_refusal(uuid, text, jsonb)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
