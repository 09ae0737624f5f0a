-- What the processes that compute do with runs. Only `service_role` may call these.

-- Silence after which a run counts as left by whoever computed it, and how often it may be begun in all.
create function private.analysis_limits() returns table (silence interval, most_attempts integer)
language sql immutable
set search_path = public, extensions
as $$ select interval '30 seconds', 3 $$;

-- Takes the next run: of the author who waited longest for one, the oldest; none of an author who has `most_per_author` running.
-- A run that was left is taken again, until it was begun three times. Null when there is nothing to do.
create function public.claim_analysis_run(worker_claim uuid, most_per_author integer default 1) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  silence interval;
  most_attempts integer;
  taken analysis_runs;
  ended integer;
begin
  select l.silence, l.most_attempts into silence, most_attempts from private.analysis_limits() as l;
  if not exists (select from analysis_runs where state = 'queued' or (state = 'running' and beat_at < now() - silence)) then return null; end if;
  -- One at a time: otherwise two would count the same running ones.
  perform pg_advisory_xact_lock(hashtext('giap_ranh.analysis_queue'));
  with left_behind as (
    select id from analysis_runs where state = 'running' and beat_at < now() - silence and (attempts >= most_attempts or cancel_asked)
    for update skip locked
  ), closed as (
    update analysis_runs r set state = case when cancel_asked then 'cancelled' else 'failed' end,
      failure = case when cancel_asked then null else 'interrupted' end, finished_at = clock_timestamp()
    from left_behind where r.id = left_behind.id returning 1
  )
  select count(*) into ended from closed;
  update analysis_runs set state = 'running', claim = worker_claim, attempts = attempts + 1, progress = 0, beat_at = clock_timestamp(),
    started_at = coalesce(started_at, clock_timestamp())
  where id = (
    select q.id from analysis_runs q
    where (q.state = 'queued' or (q.state = 'running' and q.beat_at < now() - silence))
      and most_per_author > (select count(*) from analysis_runs r
        where r.state = 'running' and r.beat_at >= now() - silence and r.author is not distinct from q.author)
    order by (select max(s.started_at) from analysis_runs s where s.author is not distinct from q.author) nulls first, q.created_at, q.id
    limit 1 for update of q skip locked)
  returning * into taken;
  if taken.id is not null or ended > 0 then perform private.announce('analyses', array[]::text[]); end if;
  if taken.id is null then return null; end if;
  return jsonb_build_object('id', taken.id, 'claim', taken.claim, 'method', taken.method, 'method_version', taken.method_version,
    'scope', taken.scope, 'parameters', taken.parameters, 'seed', taken.seed, 'known', taken.known, 'repeats', taken.repeats);
end $$;

-- A sign of life; progress never goes back. Answers `go`, `cancel` when somebody asked for that, `lost` when the run is another's.
create function public.beat_analysis_run(run uuid, worker_claim uuid, reached double precision) returns text
language plpgsql
set search_path = public, extensions
as $$
declare
  asked boolean;
begin
  update analysis_runs set beat_at = clock_timestamp(), progress = greatest(progress, least(greatest(reached, 0), 1))
  where id = run and claim = worker_claim and state = 'running' returning cancel_asked into asked;
  return case when asked is null then 'lost' when asked then 'cancel' else 'go' end;
end $$;

-- What was read: {as_of, known, data_digest, input_digest}. Answers an earlier run whose inputs are the same and that is done, if any.
create function public.describe_analysis_run(run uuid, worker_claim uuid, facts jsonb) returns uuid
language plpgsql
set search_path = public, extensions
as $$
begin
  update analysis_runs set as_of = (facts ->> 'as_of')::timestamptz, known = facts -> 'known', data_digest = facts ->> 'data_digest',
    input_digest = facts ->> 'input_digest'
  where id = run and claim = worker_claim and state = 'running';
  if not found then return null; end if;
  return (select id from analysis_runs where input_digest = facts ->> 'input_digest' and state = 'done' and id <> run
    order by (taken_from is null) desc, finished_at limit 1);
end $$;

-- The outcome: {used, outcome, outcome_digest, elapsed_ms}, or with `taken_from` instead of an outcome that run's. Answers `done`,
-- `cancelled` when somebody asked for that meanwhile, `lost` when the run is another's, `gone` when the other run is.
create function public.finish_analysis_run(run uuid, worker_claim uuid, result jsonb) returns text
language plpgsql
set search_path = public, extensions
as $$
declare
  stored analysis_runs;
  content jsonb := result -> 'outcome';
  digest text := result ->> 'outcome_digest';
begin
  select * into stored from analysis_runs where id = run and claim = worker_claim and state = 'running' for update;
  if not found then return 'lost'; end if;
  if result ->> 'taken_from' is not null then
    select outcome, outcome_digest into content, digest from analysis_runs where id = (result ->> 'taken_from')::uuid and state = 'done';
    if not found then return 'gone'; end if;
  end if;
  if stored.cancel_asked then
    update analysis_runs set state = 'cancelled', finished_at = clock_timestamp(), elapsed_ms = (result ->> 'elapsed_ms')::integer where id = run;
  else
    update analysis_runs set state = 'done', progress = 1, used = result -> 'used', outcome = content, outcome_digest = digest,
      taken_from = (result ->> 'taken_from')::uuid, finished_at = clock_timestamp(), elapsed_ms = (result ->> 'elapsed_ms')::integer where id = run;
  end if;
  perform private.announce('analyses', array[]::text[]);
  return case when stored.cancel_asked then 'cancelled' else 'done' end;
end $$;

-- Ends a run without an outcome: `failed` with a failure, `cancelled`, or back into the queue when its computer is being stopped.
create function public.end_analysis_run(run uuid, worker_claim uuid, result jsonb) returns boolean
language plpgsql
set search_path = public, extensions
as $$
declare
  to_state text := result ->> 'state';
begin
  update analysis_runs set state = to_state, failure = result ->> 'failure', failure_detail = left(result ->> 'failure_detail', 1000),
    finished_at = case when to_state = 'queued' then null else clock_timestamp() end,
    progress = case when to_state = 'queued' then 0 else progress end,
    attempts = attempts - (to_state = 'queued')::integer,
    claim = case when to_state = 'queued' then null else claim end,
    elapsed_ms = (result ->> 'elapsed_ms')::integer
  where id = run and claim = worker_claim and state = 'running';
  if not found then return false; end if;
  perform private.announce('analyses', array[]::text[]);
  return true;
end $$;

do $$
declare
  routine text;
begin
  foreach routine in array array['private.analysis_limits()', 'public.claim_analysis_run(uuid, integer)',
    'public.beat_analysis_run(uuid, uuid, double precision)', 'public.describe_analysis_run(uuid, uuid, jsonb)',
    'public.finish_analysis_run(uuid, uuid, jsonb)', 'public.end_analysis_run(uuid, uuid, jsonb)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
