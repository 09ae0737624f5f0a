-- What the server may do with disputes, each in one transaction with its history. Only `service_role` may call these.

-- Columns of a dispute as the history shows them.
create function private.dispute_facts(stored public.disputes) returns jsonb
language sql immutable
set search_path = public, extensions
as $$ select to_jsonb(stored) - array['version', 'created_at', 'changed_at'] $$;

-- One entry of history with the words that go with it: {kind, body, session?}. The actor of a demonstration says when.
create function private.note_dispute_change(dispute uuid, actor jsonb, how text, before jsonb, after jsonb, words jsonb) returns bigint
language plpgsql
set search_path = public, extensions
as $$
declare
  entry bigint;
begin
  insert into dispute_history (dispute_id, at, actor_user, actor_unit, actor_role, kind, before, after)
  values (dispute, coalesce((actor ->> 'at')::timestamptz, clock_timestamp()), (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', how, before, after) returning id into entry;
  if words ->> 'body' is not null then
    insert into dispute_texts (history_id, dispute_id, session_number, kind, body)
    values (entry, dispute, (words ->> 'session')::integer, words ->> 'kind', words ->> 'body');
  end if;
  return entry;
end $$;

-- Takes a dispute in: {row: {column: value}, description, digest, actor}. The same id and content twice make one.
create function public.create_dispute(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  d disputes := jsonb_populate_record(null::disputes, payload -> 'row');
  actor jsonb := payload -> 'actor';
  made disputes;
  receipt dispute_receipts;
begin
  insert into disputes (id, incident_id, lon, lat, edition_id, ward_code, kind, parties, source, risk, received_at, began_at, due_day, rule_version)
  values (d.id, d.incident_id, d.lon, d.lat, d.edition_id, d.ward_code, d.kind, d.parties, d.source, d.risk, d.received_at, d.received_at, d.due_day, d.rule_version)
  on conflict do nothing returning * into made;
  if not found then
    select * into receipt from dispute_receipts where dispute_id = d.id;
    if receipt.author is not distinct from (actor ->> 'userId')::uuid and receipt.digest = payload ->> 'digest' then
      return jsonb_build_object('outcome', 'done', 'repeated', true);
    end if;
    return case when receipt.dispute_id is null
      then jsonb_build_object('outcome', 'conflict', 'field', 'incidentId', 'reason', 'this incident has a dispute already')
      else jsonb_build_object('outcome', 'conflict', 'field', 'id', 'reason', 'another dispute has this id already') end;
  end if;
  insert into dispute_receipts (dispute_id, author, digest) values (made.id, (actor ->> 'userId')::uuid, payload ->> 'digest');
  perform private.note_dispute_change(made.id, actor, 'received', null, private.dispute_facts(made) - array['id', 'extended', 'handed_over_to', 'ended_on', 'follow_up_day', 'began_at'],
    jsonb_build_object('kind', 'description', 'body', payload ->> 'description'));
  return jsonb_build_object('outcome', 'done');
end $$;

-- Why a step can not be taken with a dispute as it stands; null when it can.
create function private.dispute_refusal(stored public.disputes, verb text, changes jsonb) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select case
    when verb = 'reopened' then case when stored.stage in ('received', 'mediating') then private.invalid('stage', 'it is open') end
    when verb = 'changed' and stored.stage = 'settled' and changes - 'follow_up_day' = '{}' then
      case when (changes ->> 'follow_up_day')::date <= stored.ended_on then private.invalid('followUpDay', 'must come after the day it was settled') end
    when stored.stage not in ('received', 'mediating') then private.invalid('stage', 'it has ended: open it again first')
    when verb = 'changed' and changes ->> 'follow_up_day' is not null then private.invalid('followUpDay', 'only what is settled is followed up')
    when verb = 'extended' and (changes ->> 'due_day')::date <= stored.due_day then private.invalid('dueDay', 'must come after the present last day')
    when verb in ('settled', 'handed_over', 'withdrawn') and (changes ->> 'ended_on')::date < (stored.received_at at time zone private.time_zone())::date
      then private.invalid('settledOn', 'lies before it was received')
  end
$$;

-- Writes a session: plans one, or records one as held. Answers the number, or what is wrong.
create function private.write_dispute_session(stored public.disputes, given jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  place integer := (given ->> 'number')::integer;
  known dispute_sessions;
begin
  if (given ->> 'held_at')::timestamptz < stored.received_at then return private.invalid('heldAt', 'lies before it was received'); end if;
  if place is null then
    select coalesce(max(number), 0) + 1 into place from dispute_sessions where dispute_id = stored.id;
    if place > 100 then return private.invalid('(dispute)', 'has 100 sessions already'); end if;
    insert into dispute_sessions (dispute_id, number, planned_at, held_at, team, outcome)
    values (stored.id, place, (given ->> 'planned_at')::timestamptz, (given ->> 'held_at')::timestamptz, given ->> 'team', given ->> 'outcome');
    return jsonb_build_object('number', place);
  end if;
  select * into known from dispute_sessions where dispute_id = stored.id and number = place;
  if known.dispute_id is null then return private.invalid('number', 'there is no such session'); end if;
  if known.held_at is not null then return private.invalid('number', 'how this session went is recorded already'); end if;
  update dispute_sessions set held_at = (given ->> 'held_at')::timestamptz, outcome = given ->> 'outcome', team = coalesce(given ->> 'team', team)
  where dispute_id = stored.id and number = place;
  return jsonb_build_object('number', place);
end $$;

-- One step: {dispute, version, request?, verb, changes: {column: value}, session?, escalation?, words?: {kind, body}, actor}.
create function public.change_dispute(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored disputes;
  next disputes;
  verb text := payload ->> 'verb';
  changes jsonb := coalesce(payload -> 'changes', '{}');
  actor jsonb := payload -> 'actor';
  sender uuid := coalesce((actor ->> 'userId')::uuid, '00000000-0000-0000-0000-000000000000');
  words jsonb := coalesce(nullif(payload -> 'words', 'null'), '{}');
  given jsonb := nullif(payload -> 'session', 'null');
  session jsonb := '{}';
  was jsonb;
  refusal jsonb;
  entry bigint;
begin
  select * into stored from disputes where id = (payload ->> 'dispute')::uuid for update;
  if stored.id is null then return jsonb_build_object('outcome', 'missing'); end if;
  if exists (select from dispute_requests r where r.dispute_id = stored.id and r.author = sender and r.request_id = (payload ->> 'request')::uuid) then
    return jsonb_build_object('outcome', 'done', 'repeated', true);
  end if;
  if stored.version <> (payload ->> 'version')::integer then
    return jsonb_build_object('outcome', 'conflict', 'field', 'version', 'reason', 'it was changed since; see current');
  end if;
  refusal := private.dispute_refusal(stored, verb, changes);
  if refusal is not null then return refusal; end if;
  if given is not null then
    session := private.write_dispute_session(stored, given);
    if session ? 'outcome' then return session; end if;
    words := words || jsonb_build_object('session', session -> 'number');
  end if;
  next := jsonb_populate_record(stored, changes);
  if next is not distinct from stored and given is null and payload -> 'escalation' is null and words ->> 'body' is null then
    return jsonb_build_object('outcome', 'done', 'repeated', true);
  end if;
  was := private.dispute_facts(stored);
  update disputes set version = stored.version + 1, kind = next.kind, parties = next.parties, risk = next.risk, due_day = next.due_day,
    stage = case when given is not null then 'mediating' else next.stage end, extended = next.extended, rule_version = next.rule_version,
    began_at = next.began_at, handed_over_to = next.handed_over_to, ended_on = next.ended_on, follow_up_day = next.follow_up_day, changed_at = clock_timestamp()
  where id = stored.id returning * into next;
  entry := private.note_dispute_change(stored.id, actor, verb, private.changed_columns(private.dispute_facts(next), was),
    private.changed_columns(was, private.dispute_facts(next)) || session || coalesce(given - array['team', 'number'], '{}')
      || coalesce(nullif(payload -> 'escalation', 'null'), '{}'), words);
  if verb = 'escalated' then
    insert into dispute_escalations (history_id, dispute_id, raised_to, at, by_role, by_unit)
    values (entry, stored.id, payload #>> '{escalation,raised_to}', coalesce((actor ->> 'at')::timestamptz, clock_timestamp()), actor ->> 'role', actor ->> 'unitId');
  end if;
  if payload ->> 'request' is not null then
    insert into dispute_requests (dispute_id, author, request_id) values (stored.id, sender, (payload ->> 'request')::uuid);
  end if;
  return jsonb_build_object('outcome', 'done');
end $$;

-- A new version of the rule, if the sender saw the newest: {version, rule, actor}.
create function public.set_dispute_rule(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  newest dispute_rules;
begin
  perform pg_advisory_xact_lock(hashtext('giap_ranh.dispute_rules'));
  select * into newest from dispute_rules order by version desc limit 1;
  if newest.version = (payload ->> 'version')::integer + 1 and newest.rule = payload -> 'rule' then return jsonb_build_object('outcome', 'done', 'repeated', true); end if;
  if newest.version <> (payload ->> 'version')::integer then
    return jsonb_build_object('outcome', 'conflict', 'field', 'version', 'reason', 'it was changed since');
  end if;
  if newest.rule = payload -> 'rule' then return jsonb_build_object('outcome', 'done', 'repeated', true); end if;
  insert into dispute_rules (version, rule, recorded_by_role) values (newest.version + 1, payload -> 'rule', payload #>> '{actor,role}');
  perform private.announce('disputes', array[]::text[]);
  return jsonb_build_object('outcome', 'done');
end $$;

create function public.record_dispute_refusal(dispute uuid, action text, actor jsonb) returns void
language sql
set search_path = public, extensions
as $$
  insert into dispute_history (dispute_id, actor_user, actor_unit, actor_role, kind, after)
  select id, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', 'refused', jsonb_build_object('action', action) from disputes
  where id = dispute and 20 > (select count(*) from dispute_history h
    where h.kind = 'refused' and h.actor_user = (actor ->> 'userId')::uuid and h.at > now() - interval '1 minute')
$$;

do $$
declare
  routine text;
begin
  foreach routine in array array['private.dispute_facts(disputes)', 'private.note_dispute_change(uuid, jsonb, text, jsonb, jsonb, jsonb)',
    'public.create_dispute(jsonb)', 'private.dispute_refusal(disputes, text, jsonb)', 'private.write_dispute_session(disputes, jsonb)',
    'public.change_dispute(jsonb)', 'public.set_dispute_rule(jsonb)', 'public.record_dispute_refusal(uuid, text, jsonb)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
