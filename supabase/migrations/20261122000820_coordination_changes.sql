-- One change of one incident: `change_incident` checks version and request, one function a verb says what changes (or refuses and
-- touches nothing), and one update writes it with one entry of history.

create function private.refuse(field text, reason text) returns jsonb
language sql immutable
set search_path = public, extensions
as $$ select jsonb_build_object('refused', jsonb_build_object('field', field, 'reason', reason)) $$;

create function private.is_open(stored public.incidents) returns boolean
language sql immutable
set search_path = public, extensions
as $$ select stored.status in ('reported', 'in_progress') $$;

-- Keeps what was said in words; null when nothing was.
create function private.say(incident uuid, kind_of text, words text) returns bigint
language sql
set search_path = public, extensions
as $$
  insert into incident_remarks (incident_id, kind, body) select incident, kind_of, words where words is not null returning id
$$;

create function private.with_code(codes text[], code text) returns text[]
language sql immutable
set search_path = public, extensions
as $$ select case when code is null or code = any (codes) then codes else array_append(codes, code) end $$;

-- The assists of an incident as the history shows them.
create function private.list_assists(incident uuid) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(jsonb_build_object('ward', ward_code, 'status', status) order by ward_code), '[]')
  from incident_assists where incident_id = incident
$$;

create function private.next_assist_due(incident uuid) returns timestamptz
language sql stable
set search_path = public, extensions
as $$ select min(due_at) from incident_assists where incident_id = incident and status = 'asked' $$;

-- Ends whatever assists and offers still run: version 0 marks the rows that this change touched.
create function private.end_assists(incident uuid, moment timestamptz) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  earlier jsonb := private.list_assists(incident);
begin
  update incident_assists set status = case status when 'asked' then 'cancelled' else 'finished' end, finished_at = moment, version = 0
  where incident_id = incident and status in ('asked', 'accepted');
  update incident_hand_overs set status = 'withdrawn', answered_at = moment, version = 0 where incident_id = incident and status = 'offered';
  if earlier = private.list_assists(incident) then return '{}'; end if;
  return jsonb_build_object('before', jsonb_build_object('assists', earlier),
    'after', jsonb_build_object('assists', private.list_assists(incident)));
end $$;

-- The lead that the server worked out (`lead`: columns), with what follows from it while the incident is open: the former lead's
-- confirmation is void, its clock starts anew, whoever is near is asked, whoever leads now assists no more.
create function private.set_lead(stored public.incidents, moment timestamptz, args jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  lead jsonb := args -> 'lead';
  leader text := lead ->> 'lead_code';
  near text[] := private.text_array(lead -> 'assist_codes');
  due timestamptz := private.due_at(args -> 'minutes', 'acknowledge_assist', moment);
  earlier jsonb := private.list_assists(stored.id);
  changes jsonb := lead;
begin
  if leader is distinct from stored.lead_code then
    changes := changes || jsonb_build_object('lead_since', moment, 'party_codes', private.with_code(stored.party_codes, stored.lead_code));
    if private.is_open(stored) then
      -- The deadline to resolve stays: handing an incident to and fro must not make it young again.
      changes := changes || jsonb_build_object('lead_confirmed_at', null, 'confirm_due_at', private.due_at(args -> 'minutes', 'confirm_lead', moment));
    end if;
  end if;
  if not private.is_open(stored) then return jsonb_build_object('set', changes); end if;
  update incident_assists set status = 'cancelled', finished_at = moment, version = 0
  where incident_id = stored.id and ((ward_code = leader and status in ('asked', 'accepted'))
    or (basis = 'automatic' and status = 'asked' and ward_code <> all (near)));
  insert into incident_assists as known (incident_id, edition_id, ward_code, basis, asked_at, due_at)
  select stored.id, stored.edition_id, code, 'automatic', moment, due from unnest(near) as code
  on conflict (incident_id, ward_code) do update set basis = 'automatic', status = 'asked', asked_at = excluded.asked_at, due_at = excluded.due_at,
    answered_at = null, finished_at = null, note_id = null, version = 0 where known.status = 'cancelled';
  changes := changes || jsonb_build_object('assist_due_at', private.next_assist_due(stored.id));
  if earlier = private.list_assists(stored.id) then return jsonb_build_object('set', changes); end if;
  return jsonb_build_object('set', changes, 'before', jsonb_build_object('assists', earlier),
    'after', jsonb_build_object('assists', private.list_assists(stored.id)));
end $$;

create function private.plan_confirm(stored public.incidents, moment timestamptz) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
begin
  if not private.is_open(stored) then return private.refuse('confirmLead', 'the incident is over'); end if;
  if stored.lead_code is null then return private.refuse('confirmLead', 'nobody leads'); end if;
  if stored.lead_confirmed_at is not null then return private.refuse('confirmLead', 'the lead has confirmed already'); end if;
  return jsonb_build_object('kind', 'lead_confirmed', 'set', jsonb_build_object('lead_confirmed_at', moment));
end $$;

-- Which status may follow which. Work on it confirms the lead; closing what was never resolved: a mistake, a duplicate.
create function private.plan_status(stored public.incidents, moment timestamptz, args jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  target text := args ->> 'status';
  outcome text := args ->> 'outcome';
  changes jsonb := jsonb_build_object('status', target);
  ended jsonb := '{}';
begin
  if target is null then
    if private.is_open(stored) then return private.refuse('outcome', 'comes with the status resolved'); end if;
    return jsonb_build_object('kind', 'outcome', 'remark', private.say(stored.id, 'outcome', outcome));
  end if;
  if stored.status || '>' || target not in ('reported>in_progress', 'reported>resolved', 'reported>closed', 'in_progress>resolved',
    'in_progress>closed', 'resolved>closed', 'resolved>in_progress', 'closed>in_progress') then
    return private.refuse('status', format('%s can not follow %s', target, stored.status));
  end if;
  if outcome is not null and target <> 'resolved' then return private.refuse('outcome', 'comes with the status resolved'); end if;
  if private.is_open(stored) and stored.lead_code is not null then
    changes := changes || jsonb_build_object('lead_confirmed_at', coalesce(stored.lead_confirmed_at, moment));
  end if;
  if target = 'in_progress' and not private.is_open(stored) then
    changes := changes || jsonb_build_object('resolved_at', null, 'outcome_returned_at', null, 'return_due_at', null,
      'assist_due_at', null, 'hand_over_due_at', null, 'resolve_due_at', private.due_at(args -> 'minutes', 'resolve', moment));
  end if;
  if target = 'resolved' then
    changes := changes || jsonb_build_object('resolved_at', moment, 'outcome_returned_at', null,
      'return_due_at', private.due_at(args -> 'minutes', 'return_outcome', moment));
  end if;
  if private.is_open(stored) and target in ('resolved', 'closed') then
    ended := private.end_assists(stored.id, moment);
    changes := changes || '{"assist_due_at": null, "hand_over_due_at": null}';
  end if;
  return ended || jsonb_build_object('kind', 'status', 'set', changes, 'remark', private.say(stored.id, 'outcome', outcome));
end $$;

create function private.plan_returned(stored public.incidents, moment timestamptz) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
begin
  if stored.resolved_at is null then return private.refuse('outcomeReturned', 'the incident has not been resolved here'); end if;
  if stored.outcome_returned_at is not null then return private.refuse('outcomeReturned', 'the outcome has been reported back already'); end if;
  return jsonb_build_object('kind', 'outcome_returned', 'set', jsonb_build_object('outcome_returned_at', moment));
end $$;

create function private.plan_deadlines(stored public.incidents, moment timestamptz, args jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  given jsonb := args -> 'deadlines';
  step text;
begin
  for step in select jsonb_object_keys(given) loop
    if (given ->> step)::timestamptz <= moment then return private.refuse('deadlines.' || step, 'lies in the past'); end if;
  end loop;
  if not private.is_open(stored) then return private.refuse('deadlines', 'the incident is over'); end if;
  if given ? 'confirm_lead' and stored.lead_confirmed_at is not null then
    return private.refuse('deadlines.confirm_lead', 'the lead has confirmed already');
  end if;
  return jsonb_build_object('kind', 'deadlines', 'set', jsonb_build_object(
    'confirm_due_at', coalesce(given -> 'confirm_lead', to_jsonb(stored.confirm_due_at)), 'resolve_due_at', coalesce(given -> 'resolve', to_jsonb(stored.resolve_due_at))));
end $$;

create function private.plan_decision(stored public.incidents, moment timestamptz, args jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  said bigint;
  plan jsonb;
begin
  if not private.is_open(stored) then return private.refuse('lead', 'the incident is over'); end if;
  said := private.say(stored.id, 'reason', args ->> 'reason');
  update incident_decisions set withdrawn_at = moment where incident_id = stored.id and withdrawn_at is null;
  update incident_hand_overs set status = 'withdrawn', answered_at = moment, version = 0 where incident_id = stored.id and status = 'offered';
  insert into incident_decisions (incident_id, edition_id, ward_code, decided_at, reason_id)
  values (stored.id, stored.edition_id, args ->> 'ward', moment, said);
  plan := private.set_lead(stored, moment, args);
  return plan || jsonb_build_object('kind', 'decision', 'remark', said, 'set', (plan -> 'set') || '{"hand_over_due_at": null}');
end $$;

create function private.plan_withdrawal(stored public.incidents, moment timestamptz, args jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  said bigint;
begin
  if not exists (select 1 from incident_decisions where incident_id = stored.id and withdrawn_at is null) then
    return private.refuse('withdrawDecision', 'no decision is in force');
  end if;
  if not private.is_open(stored) then return private.refuse('withdrawDecision', 'the incident is over'); end if;
  said := private.say(stored.id, 'reason', args ->> 'reason');
  update incident_decisions set withdrawn_at = moment, withdrawal_reason_id = said where incident_id = stored.id and withdrawn_at is null;
  return private.set_lead(stored, moment, args) || jsonb_build_object('kind', 'decision_withdrawn', 'remark', said);
end $$;

-- A report, perhaps late, that a ward detected it: also of what is over, since the record has to be right.
create function private.plan_detection(stored public.incidents, moment timestamptz, args jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  said jsonb := jsonb_build_object('ward', args ->> 'ward', 'at', args ->> 'detected_at');
  earliest incident_detections;
  plan jsonb;
begin
  if exists (select 1 from incident_detections where incident_id = stored.id and ward_code = args ->> 'ward'
    and detected_at = (args ->> 'detected_at')::timestamptz) then
    return private.refuse('detectedAt', 'this detection is recorded already');
  end if;
  insert into incident_detections (incident_id, ward_code, detected_at, recorded_at, recorded_by)
  values (stored.id, args ->> 'ward', (args ->> 'detected_at')::timestamptz,
    coalesce((args ->> 'recorded_at')::timestamptz, moment), private.actor('actor_user')::uuid);
  select * into earliest from incident_detections where incident_id = stored.id
  order by detected_at nulls last, ward_code is distinct from stored.owner_code, ward_code limit 1;
  stored.party_codes := private.with_code(private.with_code(stored.party_codes, stored.detected_by_code), args ->> 'ward');
  plan := private.set_lead(stored, moment, args);
  return plan || jsonb_build_object('kind', 'detected',
    'set', jsonb_build_object('party_codes', stored.party_codes, 'detected_by_code', earliest.ward_code, 'detected_at', earliest.detected_at) || (plan -> 'set'),
    'after', coalesce(plan -> 'after', '{}') || jsonb_build_object('detection', said));
end $$;

create function private.plan_assist(stored public.incidents, moment timestamptz, args jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  verb text := args ->> 'action';
  ward text := args ->> 'ward';
  known incident_assists;
  said bigint;
  target text := case verb when 'ask' then 'asked' when 'accept' then 'accepted' when 'decline' then 'declined' when 'finish' then 'finished' else 'cancelled' end;
begin
  select * into known from incident_assists where incident_id = stored.id and ward_code = ward;
  if not private.is_open(stored) then return private.refuse('action', 'the incident is over'); end if;
  if verb = 'ask' and ward is not distinct from stored.lead_code then return private.refuse('ward', 'leads the incident itself'); end if;
  if verb = 'ask' and known.status in ('asked', 'accepted') then return private.refuse('ward', 'is asked already'); end if;
  if verb in ('accept', 'decline') and known.status <> 'asked' or verb = 'finish' and known.status <> 'accepted'
    or verb = 'cancel' and known.status not in ('asked', 'accepted') then
    return private.refuse('action', format('can not follow %s', known.status));
  end if;
  said := private.say(stored.id, case verb when 'decline' then 'reason' else 'note' end, args ->> 'note');
  if verb = 'ask' then
    insert into incident_assists (incident_id, edition_id, ward_code, basis, asked_at, due_at, note_id)
    values (stored.id, stored.edition_id, ward, 'request', moment, private.due_at(args -> 'minutes', 'acknowledge_assist', moment), said)
    on conflict (incident_id, ward_code) do update set basis = 'request', status = 'asked', asked_at = excluded.asked_at, due_at = excluded.due_at,
      answered_at = null, finished_at = null, note_id = excluded.note_id, version = 0;
  else
    update incident_assists set status = target, version = 0, note_id = coalesce(said, note_id),
      answered_at = case when verb in ('accept', 'decline') then moment else answered_at end,
      finished_at = case when verb in ('finish', 'cancel') then moment else finished_at end
    where incident_id = stored.id and ward_code = ward;
  end if;
  return jsonb_build_object('kind', 'assist_' || target, 'remark', said,
    'set', jsonb_build_object('assist_due_at', private.next_assist_due(stored.id), 'party_codes', private.with_code(stored.party_codes, ward)),
    'before', case when known.status is null then '{}' else jsonb_build_object('assist', jsonb_build_object('ward', ward, 'status', known.status)) end,
    'after', jsonb_build_object('assist', jsonb_build_object('ward', ward, 'status', target)));
end $$;

create function private.plan_hand_over(stored public.incidents, moment timestamptz, args jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  verb text := args ->> 'action';
  known incident_hand_overs;
  said bigint;
  due timestamptz := private.due_at(args -> 'minutes', 'hand_over', moment);
  target text := case verb when 'offer' then 'offered' when 'accept' then 'accepted' when 'decline' then 'declined' else 'withdrawn' end;
  plan jsonb := '{"set": {}}';
begin
  select * into known from incident_hand_overs where incident_id = stored.id and status = 'offered';
  if not private.is_open(stored) then return private.refuse('action', 'the incident is over'); end if;
  if verb = 'offer' and known.id is not null then return private.refuse('ward', 'another offer is open'); end if;
  if verb = 'offer' and args ->> 'ward' is not distinct from stored.lead_code then return private.refuse('ward', 'leads the incident already'); end if;
  if verb <> 'offer' and known.id is null then return private.refuse('action', 'no offer is open'); end if;
  said := private.say(stored.id, case verb when 'offer' then 'reason' when 'decline' then 'reason' else 'note' end, args ->> 'note');
  if verb = 'offer' then
    insert into incident_hand_overs (incident_id, edition_id, from_code, to_code, offered_at, due_at, reason_id)
    values (stored.id, stored.edition_id, stored.lead_code, args ->> 'ward', moment, due, said);
    plan := jsonb_build_object('set', jsonb_build_object('party_codes', private.with_code(stored.party_codes, args ->> 'ward'), 'hand_over_due_at', due));
  else
    update incident_hand_overs set status = target, answered_at = moment, answer_id = said, version = 0 where id = known.id;
    if verb = 'accept' then plan := private.set_lead(stored, moment, args); end if;
    -- Who accepts the lead has confirmed it.
    plan := plan || jsonb_build_object('set', (plan -> 'set') || '{"hand_over_due_at": null}'
      || case verb when 'accept' then jsonb_build_object('lead_confirmed_at', moment) else '{}' end);
  end if;
  return plan || jsonb_build_object('kind', 'hand_over_' || target, 'remark', said,
    'before', coalesce(plan -> 'before', '{}') || case verb when 'offer' then '{}' else jsonb_build_object('handOver', jsonb_build_object('ward', known.to_code, 'status', 'offered')) end,
    'after', coalesce(plan -> 'after', '{}') || jsonb_build_object('handOver', jsonb_build_object('ward', coalesce(known.to_code, args ->> 'ward'), 'status', target)));
end $$;
