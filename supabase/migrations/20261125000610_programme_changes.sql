-- What the server may do with programmes and what belongs to them, each in one transaction with its history. Only `service_role`.

-- Whether a programme lets its parts be changed: null when it does. Call it before the part is locked.
create function private.programme_refusal(programme uuid) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored programmes;
begin
  if programme is null then return null; end if;
  select * into stored from programmes where id = programme for share;
  return case
    when stored.id is null then private.invalid('programme', 'there is no such programme')
    when stored.status = 'closed' then private.invalid('programme', 'a closed programme is kept as it is') end;
end $$;

create function private.programme_table(subject text) returns text
language sql immutable
set search_path = public, extensions
as $$
  select case subject when 'programme' then 'programmes' when 'task' then 'programme_tasks' when 'indicator' then 'programme_indicators'
    when 'entry' then 'indicator_entries' when 'model' then 'models' when 'commendation' then 'commendations' end
$$;

-- Columns as the history shows them.
create function private.programme_facts(stored jsonb) returns jsonb
language sql immutable
set search_path = public, extensions
as $$ select stored - array['created_at', 'changed_at', 'owner_key', 'entered_at', 'entered_by_role', 'entered_by_unit'] $$;

-- Writes down what happened, keeps what was said with it, and tells the listeners; a draft concerns those who see drafts.
create function private.keep_programme_change(subject text, stored jsonb, was jsonb, note text, actor jsonb) returns void
language plpgsql
set search_path = public, extensions
as $$
declare
  programme uuid := case subject when 'programme' then stored ->> 'id'
    when 'entry' then (select programme_id::text from programme_indicators where id = (stored ->> 'indicator_id')::uuid) else stored ->> 'programme_id' end;
  is_draft boolean := coalesce((select status = 'draft' from programmes where id = programme), false);
  facts jsonb := private.programme_facts(stored);
begin
  if note is not null then
    insert into programme_texts (subject_id, version, programme_id, note) values ((stored ->> 'id')::uuid, coalesce((stored ->> 'version')::integer, 1), programme, note);
  end if;
  insert into programme_history (subject_id, subject, programme_id, actor_user, actor_unit, actor_role, kind, draft, before, after)
  values ((stored ->> 'id')::uuid, subject, programme, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role',
    case when was is null then 'made' else 'changed' end, is_draft,
    case when was is not null then private.changed_columns(facts, private.programme_facts(was)) end,
    private.changed_columns(private.programme_facts(coalesce(was, '{}')), facts));
  perform private.announce('programmes', case when is_draft then array[]::text[] end);
end $$;

-- Makes one thing: {subject, row: {column: value}, note, digest, actor}. The same id and content sent twice make it once.
create function public.make_programme_part(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  subject text := payload ->> 'subject';
  given jsonb := payload -> 'row';
  actor jsonb := payload -> 'actor';
  receipt programme_receipts;
  refusal jsonb;
  stored jsonb;
  names text;
  failed text;
begin
  -- Two sendings of one id take turns.
  perform pg_advisory_xact_lock(hashtextextended('giap_ranh.programme_part ' || (given ->> 'id'), 0));
  select * into receipt from programme_receipts where subject_id = (given ->> 'id')::uuid;
  if found then
    if receipt.author is not distinct from (actor ->> 'userId')::uuid and receipt.digest = payload ->> 'digest' then
      return jsonb_build_object('outcome', 'done', 'repeated', true);
    end if;
    return jsonb_build_object('outcome', 'conflict', 'field', 'id', 'reason', 'something else has this id already');
  end if;
  refusal := private.programme_refusal((given ->> 'programme_id')::uuid);
  if refusal is not null then return refusal; end if;
  if subject = 'indicator' and given ->> 'task_id' is not null and not exists (select from programme_tasks
    where id = (given ->> 'task_id')::uuid and programme_id = (given ->> 'programme_id')::uuid) then
    return private.invalid('task', 'there is no such task of this programme');
  end if;
  select string_agg(format('%I', key), ', ') into names from jsonb_object_keys(given) as key;
  execute format('insert into public.%1$I as made (%2$s) select %2$s from jsonb_populate_record(null::public.%1$I, $1) returning to_jsonb(made)',
    private.programme_table(subject), names) into stored using given;
  insert into programme_receipts (subject_id, author, digest) values ((stored ->> 'id')::uuid, (actor ->> 'userId')::uuid, payload ->> 'digest');
  perform private.keep_programme_change(subject, stored, null, payload ->> 'note', actor);
  return jsonb_build_object('outcome', 'done');
exception when check_violation then
  get stacked diagnostics failed = constraint_name;
  if failed not like '%\_\_%' then raise; end if;
  return private.invalid(split_part(failed, '__', 2), 'does not fit with the rest');
end $$;

-- Changes one thing that still has the version the caller saw: {subject, id, programme?, version, changes: {column: value}, note, actor}.
-- `programme`: the thing must belong to it.
create function public.change_programme_part(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  subject text := payload ->> 'subject';
  part uuid := (payload ->> 'id')::uuid;
  table_name text := private.programme_table(payload ->> 'subject');
  changes jsonb := payload -> 'changes';
  was jsonb;
  stored jsonb;
  refusal jsonb;
  setting text;
  failed text;
begin
  execute format('select to_jsonb(t) from public.%I t where id = $1', table_name) into was using part;
  if was is null or (payload ->> 'programme' is not null and was ->> 'programme_id' is distinct from payload ->> 'programme') then
    return jsonb_build_object('outcome', 'missing');
  end if;
  if subject <> 'programme' then
    refusal := coalesce(private.programme_refusal((was ->> 'programme_id')::uuid), private.programme_refusal((changes ->> 'programme_id')::uuid));
    if refusal is not null then return refusal; end if;
  end if;
  execute format('select to_jsonb(t) from public.%I t where id = $1 for update', table_name) into was using part;
  if (was ->> 'version')::integer <> (payload ->> 'version')::integer then
    return jsonb_build_object('outcome', 'conflict', 'field', 'version', 'reason', 'it was changed since; see current');
  end if;
  if subject = 'programme' and was ->> 'status' = 'closed' then return private.invalid('status', 'a closed programme is kept as it is'); end if;
  if subject = 'programme' and changes ->> 'status' = 'draft' and was ->> 'status' <> 'draft' then
    return private.invalid('status', 'what was made active is no draft any more: close it');
  end if;
  if subject = 'indicator' and changes ->> 'task_id' is not null and not exists (select from programme_tasks
    where id = (changes ->> 'task_id')::uuid and programme_id = (was ->> 'programme_id')::uuid) then
    return private.invalid('task', 'there is no such task of this programme');
  end if;
  -- Only what differs: the same change twice is one.
  changes := private.changed_columns(was, changes);
  if changes = '{}' and payload ->> 'note' is null then return jsonb_build_object('outcome', 'done', 'repeated', true); end if;
  changes := changes || jsonb_build_object('version', (was ->> 'version')::integer + 1, 'changed_at', clock_timestamp());
  select string_agg(format('%1$I = n.%1$I', key), ', ') into setting from jsonb_object_keys(changes) as key;
  execute format('update public.%1$I t set %2$s from jsonb_populate_record(null::public.%1$I, $1) n where t.id = $2 returning to_jsonb(t)', table_name, setting)
    into stored using changes, part;
  perform private.keep_programme_change(subject, stored, was, payload ->> 'note', payload -> 'actor');
  return jsonb_build_object('outcome', 'done');
exception when check_violation then
  get stacked diagnostics failed = constraint_name;
  if failed not like '%\_\_%' then raise; end if;
  return private.invalid(split_part(failed, '__', 2), 'does not fit with the rest');
end $$;

-- Enters a value: as make_programme_part with a row of indicator_entries. A value of days that have one already must name it.
create function public.enter_indicator_value(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  e indicator_entries := jsonb_populate_record(null::indicator_entries, payload -> 'row');
  stored programme_indicators;
  refusal jsonb;
  old indicator_entries;
begin
  select * into stored from programme_indicators where id = e.indicator_id for update;
  if stored.id is null then return jsonb_build_object('outcome', 'missing'); end if;
  if exists (select from programme_receipts where subject_id = e.id) then return public.make_programme_part(payload); end if;
  refusal := private.programme_refusal(stored.programme_id);
  if refusal is not null then return refusal; end if;
  if stored.source = 'records' then return private.invalid('(indicator)', 'it is computed from the records'); end if;
  if exists (select from programmes where id = stored.programme_id and (e.from_day < from_day or e.to_day > to_day)) then
    return private.invalid('from', 'the days lie outside those of the programme');
  end if;
  if e.supersedes is not null then
    select * into old from indicator_entries where id = e.supersedes and indicator_id = stored.id;
    if old.id is null then return private.invalid('supersedes', 'there is no such entry of this indicator'); end if;
    if exists (select from indicator_entries where supersedes = old.id) then
      return jsonb_build_object('outcome', 'conflict', 'field', 'supersedes', 'reason', 'it was corrected already; see current');
    end if;
  end if;
  select * into old from indicator_entries o where o.indicator_id = stored.id and o.id is distinct from e.supersedes
    and o.from_day <= e.to_day and o.to_day >= e.from_day and not exists (select from indicator_entries n where n.supersedes = o.id) limit 1;
  if found then return jsonb_build_object('outcome', 'conflict', 'field', 'from', 'reason', format('the days %s to %s have a value: correct that one', old.from_day, old.to_day)); end if;
  return public.make_programme_part(payload);
end $$;

-- An attempt that the role forbids; twenty a minute of one account at most.
create function public.record_programme_refusal(subject text, part uuid, action text, actor jsonb) returns void
language plpgsql
set search_path = public, extensions
as $$
declare
  stored jsonb;
  programme uuid;
begin
  execute format('select to_jsonb(t) from public.%I t where id = $1', private.programme_table(subject)) into stored using part;
  if stored is null or 20 <= (select count(*) from programme_history h
    where h.kind = 'refused' and h.actor_user = (actor ->> 'userId')::uuid and h.at > now() - interval '1 minute') then return; end if;
  programme := case when subject = 'programme' then part else (stored ->> 'programme_id')::uuid end;
  insert into programme_history (subject_id, subject, programme_id, actor_user, actor_unit, actor_role, kind, draft, after)
  values (part, subject, programme, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', 'refused',
    coalesce((select status = 'draft' from programmes where id = programme), false), jsonb_build_object('action', action));
end $$;

do $$
declare
  routine text;
begin
  foreach routine in array array['private.programme_refusal(uuid)', 'private.programme_table(text)', 'private.programme_facts(jsonb)',
    'private.keep_programme_change(text, jsonb, jsonb, text, jsonb)', 'public.make_programme_part(jsonb)', 'public.change_programme_part(jsonb)',
    'public.enter_indicator_value(jsonb)', 'public.record_programme_refusal(text, uuid, text, jsonb)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
