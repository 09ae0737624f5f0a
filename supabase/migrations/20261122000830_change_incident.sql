-- The one way in which an incident changes.

-- The version that a request has to have seen: an answer compares with what it answers, everything else with the incident.
create function private.version_to_see(stored public.incidents, verb text, args jsonb) returns bigint
language sql stable
set search_path = public, extensions
as $$
  select case
    when verb = 'assist' and args ->> 'action' <> 'ask' then (select version from incident_assists where incident_id = stored.id and ward_code = args ->> 'ward')
    when verb = 'hand_over' and args ->> 'action' <> 'offer' then (select version from incident_hand_overs where incident_id = stored.id order by id desc limit 1)
    else stored.version end
$$;

create function private.plan_change(stored public.incidents, verb text, moment timestamptz, args jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
begin
  case verb
    when 'status' then return private.plan_status(stored, moment, args);
    when 'confirm' then return private.plan_confirm(stored, moment);
    when 'returned' then return private.plan_returned(stored, moment);
    when 'deadlines' then return private.plan_deadlines(stored, moment, args);
    when 'decision' then return private.plan_decision(stored, moment, args);
    when 'withdrawal' then return private.plan_withdrawal(stored, moment, args);
    when 'detection' then return private.plan_detection(stored, moment, args);
    when 'assist' then return private.plan_assist(stored, moment, args);
    when 'hand_over' then return private.plan_hand_over(stored, moment, args);
  end case;
end $$;

-- Writes what a plan says; its version and history come from the triggers, and what it touched beside gets that version.
create function private.carry_out(stored public.incidents, plan jsonb) returns bigint
language plpgsql
set search_path = public, extensions
as $$
declare
  reached bigint;
begin
  perform set_config('giap_ranh.change', plan ->> 'kind', true), set_config('giap_ranh.remark', coalesce(plan ->> 'remark', ''), true),
    set_config('giap_ranh.before', coalesce(plan ->> 'before', ''), true), set_config('giap_ranh.after', coalesce(plan ->> 'after', ''), true);
  update incidents set status = p.status, lead_code = p.lead_code, lead_reason = p.lead_reason, assist_codes = p.assist_codes,
    on_request_codes = p.on_request_codes, lead_trace = p.lead_trace, party_codes = p.party_codes, lead_since = p.lead_since,
    lead_confirmed_at = p.lead_confirmed_at, confirm_due_at = p.confirm_due_at, resolve_due_at = p.resolve_due_at, resolved_at = p.resolved_at,
    outcome_returned_at = p.outcome_returned_at, return_due_at = p.return_due_at, assist_due_at = p.assist_due_at,
    hand_over_due_at = p.hand_over_due_at, detected_by_code = p.detected_by_code, detected_at = p.detected_at
  from jsonb_populate_record(stored, coalesce(plan -> 'set', '{}')) as p
  where incidents.id = stored.id returning incidents.version into reached;
  update incident_assists set version = reached where incident_id = stored.id and version = 0;
  update incident_hand_overs set version = reached where incident_id = stored.id and version = 0;
  return reached;
end $$;

-- `outcome`: `changed`; `repeated` (this account's request was served before); `conflict` (somebody changed it since the version
-- the caller saw); `stale` (the lead handed over in `args` was worked out on another version: work it out again); `refused`
-- with field and reason (its state does not allow it); `missing`. Only `changed` changes anything.
create function public.change_incident(incident uuid, verb text, seen_version bigint, request uuid, actor jsonb, args jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored incidents;
  plan jsonb;
  sender uuid := coalesce((actor ->> 'userId')::uuid, '00000000-0000-0000-0000-000000000000');
begin
  perform private.act_as(actor, verb);
  perform pg_advisory_xact_lock(hashtext('giap_ranh.incident_version'));
  select * into stored from incidents where id = incident for update;
  if not found then return '{"outcome": "missing"}'; end if;
  if exists (select 1 from incident_requests where incident_id = incident and author = sender and request_id = request) then
    return '{"outcome": "repeated"}';
  end if;
  if seen_version is not null and coalesce(private.version_to_see(stored, verb, args), seen_version) <> seen_version then
    return '{"outcome": "conflict"}';
  end if;
  if (args ->> 'computed_on')::bigint <> stored.version then return '{"outcome": "stale"}'; end if;
  if verb = 'assist' and args ->> 'action' <> 'ask' and private.version_to_see(stored, verb, args) is null then
    return private.refuse('ward', 'is not asked') || '{"outcome": "refused"}';
  end if;
  plan := private.plan_change(stored, verb, clock_timestamp(), args);
  if plan ? 'refused' then return plan || '{"outcome": "refused"}'; end if;
  if request is not null then
    insert into incident_requests (incident_id, author, request_id) values (incident, sender, request);
  end if;
  return jsonb_build_object('outcome', 'changed', 'version', private.carry_out(stored, plan));
end $$;

drop function public.change_incident_status(uuid, text, bigint, jsonb);

do $$
declare
  helper regprocedure;
begin
  for helper in select p.oid from pg_proc p where p.pronamespace = 'private'::regnamespace and p.proname in ('refuse', 'is_open', 'say',
    'with_code', 'list_assists', 'next_assist_due', 'end_assists', 'set_lead', 'plan_confirm', 'plan_status', 'plan_returned', 'plan_deadlines',
    'plan_decision', 'plan_withdrawal', 'plan_detection', 'plan_assist', 'plan_hand_over', 'version_to_see', 'plan_change', 'carry_out')
  loop
    execute format('revoke execute on function %s from public, anon, authenticated', helper);
    execute format('grant execute on function %s to service_role', helper);
  end loop;
end $$;
revoke execute on function public.change_incident(uuid, text, bigint, uuid, jsonb, jsonb) from public, anon, authenticated;
grant execute on function public.change_incident(uuid, text, bigint, uuid, jsonb, jsonb) to service_role;
