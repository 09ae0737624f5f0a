-- What analysts do with runs, each in one transaction with its history. Only `service_role` may call these.

-- Writes down who did what with a run and tells those who may know: nobody is concerned as a ward, so officers and viewers hear nothing.
create function private.note_analysis(run uuid, actor jsonb, kind text, before jsonb, after jsonb) returns void
language plpgsql
set search_path = public, extensions
as $$
begin
  insert into analysis_history (run_id, actor_user, actor_unit, actor_role, kind, before, after)
  values (run, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', kind, before, after);
  perform private.announce('analyses', array[]::text[]);
end $$;

-- Puts a run into the queue: {run: {column: value}, most: unfinished runs an account may have, actor}. The same id twice makes one.
create function public.submit_analysis_run(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  r jsonb := payload -> 'run';
  actor jsonb := payload -> 'actor';
  stored analysis_runs;
begin
  -- One at a time, so that the count below holds.
  perform pg_advisory_xact_lock(hashtext('giap_ranh.analysis_queue'));
  select * into stored from analysis_runs where id = (r ->> 'id')::uuid;
  if found then
    if stored.author is not distinct from (actor ->> 'userId')::uuid
      and (stored.method, stored.scope, stored.parameters, stored.seed) = (r ->> 'method', r -> 'scope', r -> 'parameters', (r ->> 'seed')::integer)
      and stored.repeats is not distinct from (r ->> 'repeats')::uuid then
      return jsonb_build_object('outcome', 'done', 'repeated', true);
    end if;
    return jsonb_build_object('outcome', 'conflict', 'field', 'id', 'reason', 'another run has this id already');
  end if;
  if (payload ->> 'most')::integer <= (select count(*) from analysis_runs
      where state in ('queued', 'running') and author is not distinct from (actor ->> 'userId')::uuid) then
    return jsonb_build_object('outcome', 'too_many');
  end if;
  insert into analysis_runs (id, method, method_version, scope, parameters, seed, repeats, known, name, author, created_by_role, created_by_unit)
  values ((r ->> 'id')::uuid, r ->> 'method', (r ->> 'method_version')::integer, r -> 'scope', r -> 'parameters', (r ->> 'seed')::integer,
    (r ->> 'repeats')::uuid, nullif(r -> 'known', 'null'), r ->> 'name', (actor ->> 'userId')::uuid, actor ->> 'role', actor ->> 'unitId');
  perform private.note_analysis((r ->> 'id')::uuid, actor, 'asked', null, r - array['id', 'known']);
  return jsonb_build_object('outcome', 'done');
end $$;

-- Whether an account may change a run: its author, or an administrator.
create function private.may_change_analysis(run public.analysis_runs, actor jsonb) returns boolean
language sql immutable
set search_path = public, extensions
as $$ select coalesce(actor ->> 'role' = 'admin' or run.author = (actor ->> 'userId')::uuid, false) $$;

-- Stops a run: at once while it waits or when whoever computed it is gone, else its computer is told at its next beat.
create function public.cancel_analysis_run(run uuid, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored analysis_runs;
begin
  select * into stored from analysis_runs where id = run for update;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  if not private.may_change_analysis(stored, actor) then return jsonb_build_object('outcome', 'forbidden'); end if;
  if stored.state = 'cancelled' or stored.cancel_asked then return jsonb_build_object('outcome', 'done', 'repeated', true); end if;
  if stored.state in ('done', 'failed') then return private.invalid('state', 'the run has ended already'); end if;
  if stored.state = 'queued' or stored.beat_at < now() - interval '30 seconds' then
    update analysis_runs set state = 'cancelled', finished_at = clock_timestamp(), cancel_asked = true where id = run;
  else
    update analysis_runs set cancel_asked = true where id = run;
  end if;
  perform private.note_analysis(run, actor, 'cancelled', jsonb_build_object('state', stored.state, 'progress', stored.progress), null);
  return jsonb_build_object('outcome', 'done');
end $$;

-- Names or keeps a run if it still has the version the caller saw; `change`: {name, saved}, what is absent stays.
create function public.change_analysis_run(run uuid, seen_version integer, change jsonb, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored analysis_runs;
  to_name text;
  to_saved boolean;
begin
  select * into stored from analysis_runs where id = run for update;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  if not private.may_change_analysis(stored, actor) then return jsonb_build_object('outcome', 'forbidden'); end if;
  to_name := coalesce(change ->> 'name', stored.name);
  to_saved := coalesce((change -> 'saved')::boolean, stored.saved);
  if (to_name is not distinct from stored.name) and to_saved = stored.saved and seen_version in (stored.version, stored.version - 1) then
    return jsonb_build_object('outcome', 'done', 'repeated', true);
  end if;
  if stored.version <> seen_version then return jsonb_build_object('outcome', 'conflict', 'field', 'version', 'reason', 'it was changed since; see current'); end if;
  if to_saved and not stored.saved and stored.state <> 'done' then return private.invalid('saved', 'only a run that is done can be kept'); end if;
  update analysis_runs set name = to_name, saved = to_saved, version = version + 1 where id = run;
  perform private.note_analysis(run, actor, case when to_saved = stored.saved then 'renamed' when to_saved then 'saved' else 'unsaved' end,
    jsonb_build_object('name', stored.name, 'saved', stored.saved), jsonb_build_object('name', to_name, 'saved', to_saved));
  return jsonb_build_object('outcome', 'done');
end $$;

do $$
declare
  routine text;
begin
  foreach routine in array array['private.note_analysis(uuid, jsonb, text, jsonb, jsonb)', 'private.may_change_analysis(public.analysis_runs, jsonb)',
    'public.submit_analysis_run(jsonb)', 'public.cancel_analysis_run(uuid, jsonb)', 'public.change_analysis_run(uuid, integer, jsonb, jsonb)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
