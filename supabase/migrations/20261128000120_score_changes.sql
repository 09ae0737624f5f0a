-- What the server may do with scores, each in one transaction with its history. Only `service_role`.

-- Columns as the history shows them.
create function private.score_facts(stored jsonb) returns jsonb
language sql immutable
set search_path = public, extensions
as $$ select stored - array['created_at', 'changed_at', 'recorded_at', 'recorded_by_role', 'recorded_by_unit', 'entered_at', 'entered_by_role', 'entered_by_unit', 'closed_by_role', 'closed_by_unit'] $$;

-- Writes down what happened and tells the listeners; the feed's own rule keeps it from viewers.
create function private.keep_score_change(subject text, stored jsonb, was jsonb, kind text, actor jsonb) returns void
language plpgsql
set search_path = public, extensions
as $$
declare
  facts jsonb := private.score_facts(stored);
  old jsonb := private.score_facts(coalesce(was, '{}'));
begin
  insert into score_history (subject, subject_id, period_id, actor_user, actor_unit, actor_role, kind, before, after)
  values (subject, coalesce(stored ->> 'id', stored ->> 'set_id')::uuid, case subject when 'period' then stored ->> 'id' when 'entry' then stored ->> 'period_id' end::uuid,
    (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', kind, case when was is not null then private.changed_columns(facts, old) end, private.changed_columns(old, facts));
  perform private.announce('scores', null);
end $$;

-- What was done under an id: null = nothing yet. Two sendings of one id take turns.
create function private.score_receipt(part uuid, digest text, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  receipt score_receipts;
begin
  perform pg_advisory_xact_lock(hashtextextended('giap_ranh.score_part ' || part, 0));
  select * into receipt from score_receipts where subject_id = part;
  if not found then
    insert into score_receipts (subject_id, author, digest) values (part, (actor ->> 'userId')::uuid, digest);
    return null;
  end if;
  if receipt.author is not distinct from (actor ->> 'userId')::uuid and receipt.digest = score_receipt.digest then
    return jsonb_build_object('outcome', 'done', 'repeated', true);
  end if;
  return jsonb_build_object('outcome', 'conflict', 'field', 'id', 'reason', 'something else has this id already');
end $$;

-- A set of criteria {row, seen, digest, actor}: its first version (`seen` 0), or the next if the caller saw the newest. The same as the newest changes nothing.
create function public.put_score_set(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  given score_sets := jsonb_populate_record(null::score_sets, payload -> 'row');
  actor jsonb := payload -> 'actor';
  seen integer := (payload ->> 'seen')::integer;
  newest score_sets;
  served jsonb;
begin
  if seen = 0 then
    served := private.score_receipt(given.set_id, payload ->> 'digest', actor);
    if served is not null then return served; end if;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('giap_ranh.score_set ' || given.set_id, 0));
  select * into newest from score_sets where set_id = given.set_id order by version desc limit 1;
  if seen > 0 and newest.set_id is null then return jsonb_build_object('outcome', 'missing'); end if;
  if coalesce(newest.version, 0) <> seen then
    return jsonb_build_object('outcome', 'conflict', 'field', 'version', 'reason', 'there is a newer version; see current');
  end if;
  if (newest.name, newest.basis_number, newest.basis_date, newest.criteria, newest.least_share) is not distinct from
    (given.name, given.basis_number, given.basis_date, given.criteria, given.least_share) then return jsonb_build_object('outcome', 'done', 'repeated', true); end if;
  insert into score_sets (set_id, version, name, basis_number, basis_date, criteria, least_share, assumed, recorded_by_role, recorded_by_unit)
  values (given.set_id, seen + 1, given.name, given.basis_number, given.basis_date, given.criteria, given.least_share, coalesce(given.assumed, false), actor ->> 'role', actor ->> 'unitId');
  perform private.keep_score_change('set', (select to_jsonb(s) from score_sets s where set_id = given.set_id and version = seen + 1), to_jsonb(newest),
    case when seen = 0 then 'made' else 'changed' end, actor);
  return jsonb_build_object('outcome', 'done');
end $$;

-- Makes a period {row, digest, actor}. The same id and content sent twice make it once.
create function public.make_score_period(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  given score_periods := jsonb_populate_record(null::score_periods, payload -> 'row');
  actor jsonb := payload -> 'actor';
  served jsonb;
  failed text;
begin
  if not exists (select from score_sets where set_id = given.set_id and version = given.set_version) then return private.invalid('setVersion', 'there is no such version of these criteria'); end if;
  served := private.score_receipt(given.id, payload ->> 'digest', actor);
  if served is not null then return served; end if;
  insert into score_periods (id, name, set_id, set_version, scope, cluster_id, edition_id, from_day, to_day, assumed)
  values (given.id, given.name, given.set_id, given.set_version, given.scope, given.cluster_id, given.edition_id, given.from_day, given.to_day, coalesce(given.assumed, false));
  perform private.keep_score_change('period', (select to_jsonb(p) from score_periods p where id = given.id), null, 'made', actor);
  return jsonb_build_object('outcome', 'done');
exception when check_violation then
  get stacked diagnostics failed = constraint_name;
  if failed not like '%\_\_%' then raise; end if;
  return private.invalid(split_part(failed, '__', 2), 'does not fit with the rest');
end $$;

-- Changes an open period that still has the version the caller saw: {id, version, changes: {column: value}, actor}.
create function public.change_score_period(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored score_periods;
  next score_periods;
  failed text;
begin
  select * into stored from score_periods where id = (payload ->> 'id')::uuid for update;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  if stored.status = 'closed' then return private.invalid('status', 'closed scores stay as they are'); end if;
  if stored.version <> (payload ->> 'version')::integer then return jsonb_build_object('outcome', 'conflict', 'field', 'version', 'reason', 'it was changed since; see current'); end if;
  next := jsonb_populate_record(stored, payload -> 'changes');
  if next = stored then return jsonb_build_object('outcome', 'done', 'repeated', true); end if;
  if not exists (select from score_sets where set_id = stored.set_id and version = next.set_version) then return private.invalid('setVersion', 'there is no such version of these criteria'); end if;
  update score_periods set name = next.name, set_version = next.set_version, edition_id = next.edition_id, from_day = next.from_day, to_day = next.to_day,
    version = stored.version + 1, changed_at = clock_timestamp() where id = stored.id returning * into next;
  perform private.keep_score_change('period', to_jsonb(next), to_jsonb(stored), 'changed', payload -> 'actor');
  return jsonb_build_object('outcome', 'done');
exception when check_violation then
  get stacked diagnostics failed = constraint_name;
  if failed not like '%\_\_%' then raise; end if;
  return private.invalid(split_part(failed, '__', 2), 'does not fit with the rest');
end $$;

-- Gives points by hand {row, basis, digest, actor}, or corrects what was given by naming it.
create function public.enter_score(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  e score_entries := jsonb_populate_record(null::score_entries, payload -> 'row');
  actor jsonb := payload -> 'actor';
  stored score_periods;
  criterion jsonb;
  served jsonb;
begin
  select * into stored from score_periods where id = e.period_id for update;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  if not exists (select from score_receipts where subject_id = e.id) then
    if stored.status = 'closed' then return private.invalid('status', 'closed scores stay as they are'); end if;
    select c into criterion from score_sets s, jsonb_array_elements(s.criteria) c where s.set_id = stored.set_id and s.version = stored.set_version and c ->> 'id' = e.criterion;
    if criterion is null or criterion ->> 'source' <> 'manual' then return private.invalid('criterion', 'there is no such criterion that is given by hand'); end if;
    if e.value > (criterion ->> 'outOf')::float8 then return private.invalid('value', format('is at most %s', criterion ->> 'outOf')); end if;
    e.out_of := (criterion ->> 'outOf')::float8;
    if e.supersedes is not null and not exists (select from score_entries where id = e.supersedes and period_id = e.period_id and score_entries.criterion = e.criterion and ward_key = e.ward_key) then
      return private.invalid('supersedes', 'there is no such entry of this ward and criterion');
    end if;
    if exists (select from score_entries where supersedes = e.supersedes) then
      return jsonb_build_object('outcome', 'conflict', 'field', 'supersedes', 'reason', 'it was corrected already; see current');
    end if;
    if exists (select from score_entries o where o.period_id = e.period_id and o.criterion = e.criterion and o.ward_key = e.ward_key and o.id is distinct from e.supersedes
      and not exists (select from score_entries n where n.supersedes = o.id)) then
      return jsonb_build_object('outcome', 'conflict', 'field', 'ward', 'reason', 'this ward has points by this criterion already: correct those');
    end if;
  end if;
  served := private.score_receipt(e.id, payload ->> 'digest', actor);
  if served is not null then return served; end if;
  insert into score_entries (id, period_id, criterion, ward_key, value, out_of, supersedes, entered_by_role, entered_by_unit)
  values (e.id, e.period_id, e.criterion, e.ward_key, e.value, e.out_of, e.supersedes, actor ->> 'role', actor ->> 'unitId') returning * into e;
  insert into score_texts (entry_id, basis) values (e.id, payload ->> 'basis');
  perform private.keep_score_change('entry', to_jsonb(e), null, case when e.supersedes is null then 'made' else 'changed' end, actor);
  return jsonb_build_object('outcome', 'done');
end $$;

-- Freezes a period: {id, version, as_of, counts, entries, results: [{ward_key, total, weight_share, criteria}], actor}. `counts` and `entries` (ids) are what the
-- results were computed from; when that has changed since, the caller computes anew.
create function public.close_score_period(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored score_periods;
  closed score_periods;
  moment timestamptz := (payload ->> 'as_of')::timestamptz;
  actor jsonb := payload -> 'actor';
begin
  select * into stored from score_periods where id = (payload ->> 'id')::uuid for update;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  if stored.status = 'closed' then return private.invalid('status', 'closed scores stay as they are'); end if;
  if stored.version <> (payload ->> 'version')::integer then return jsonb_build_object('outcome', 'conflict', 'field', 'version', 'reason', 'it was changed since; see current'); end if;
  if private.day_start(stored.to_day + 1) > moment then return private.invalid('to', 'the period is not over yet'); end if;
  if public.score_counts(stored.from_day, stored.to_day, moment) <> payload -> 'counts' or payload -> 'entries' <>
    (select coalesce(jsonb_agg(e.id order by e.id), '[]') from score_entries e where e.period_id = stored.id and not exists (select from score_entries n where n.supersedes = e.id)) then
    return jsonb_build_object('outcome', 'conflict', 'field', '(figures)', 'reason', 'records changed while the scores were computed; try again');
  end if;
  insert into score_results (period_id, ward_key, total, weight_share, criteria)
  select stored.id, r ->> 'ward_key', (r ->> 'total')::float8, (r ->> 'weight_share')::float8, r -> 'criteria' from jsonb_array_elements(payload -> 'results') r;
  insert into score_result_records (period_id, ward_key, records)
  select stored.id, r.ward_key, coalesce(s.records, '[]') from score_results r
  left join private.score_step_lists(stored.from_day, stored.to_day, moment) s using (ward_key) where r.period_id = stored.id;
  update score_periods set status = 'closed', closed_at = moment, closed_by_role = actor ->> 'role', closed_by_unit = actor ->> 'unitId', version = version + 1,
    changed_at = clock_timestamp() where id = stored.id returning * into closed;
  perform private.keep_score_change('period', to_jsonb(closed), to_jsonb(stored), 'closed', actor);
  return jsonb_build_object('outcome', 'done');
end $$;

-- An attempt that the role forbids; twenty a minute of one account at most.
create function public.record_score_refusal(period uuid, action text, actor jsonb) returns void
language plpgsql
set search_path = public, extensions
as $$
begin
  if not exists (select from score_periods where id = period) or 20 <= (select count(*) from score_history h
    where h.kind = 'refused' and h.actor_user = (actor ->> 'userId')::uuid and h.at > now() - interval '1 minute') then return; end if;
  insert into score_history (subject, subject_id, period_id, actor_user, actor_unit, actor_role, kind, after)
  values ('period', period, period, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', 'refused', jsonb_build_object('action', action));
end $$;

do $$
declare
  routine text;
begin
  foreach routine in array array['private.score_facts(jsonb)', 'private.keep_score_change(text, jsonb, jsonb, text, jsonb)', 'private.score_receipt(uuid, text, jsonb)',
    'public.put_score_set(jsonb)', 'public.make_score_period(jsonb)', 'public.change_score_period(jsonb)', 'public.enter_score(jsonb)',
    'public.close_score_period(jsonb)', 'public.record_score_refusal(uuid, text, jsonb)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
