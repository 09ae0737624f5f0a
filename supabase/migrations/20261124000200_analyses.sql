-- Analyses: each run with what was asked, how far it is and what came of it, and a history of who did what with it.

create table public.analysis_runs (
  id uuid primary key,
  -- Counts changes of name and keeping; a run's own progress does not touch it.
  version integer not null default 1 check (version > 0),
  method text not null check (method ~ '^[a-z][a-z_]{0,39}$'),
  method_version integer not null check (method_version > 0),
  scope jsonb not null check (jsonb_typeof(scope) = 'object'),
  parameters jsonb not null check (jsonb_typeof(parameters) = 'object'),
  seed integer not null check (seed >= 0),
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress double precision not null default 0 check (progress between 0 and 1),
  failure text check (failure ~ '^[a-z][a-z_]{0,39}$'),
  failure_detail text check (char_length(failure_detail) <= 1000),
  as_of timestamptz,
  -- Up to where the facts were known: {"version": of incidents, "at", "width": metres, "timeZone"}; a repetition "as then" begins with it.
  known jsonb,
  data_digest text,
  input_digest text,
  outcome_digest text,
  used jsonb,
  outcome jsonb,
  -- Runs, but no foreign keys: what they name may have been cleared away.
  taken_from uuid,
  repeats uuid,
  name text check (char_length(name) between 1 and 200),
  saved boolean not null default false,
  author uuid references auth.users (id) on delete set null,
  created_by_role text not null,
  created_by_unit text,
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  elapsed_ms integer check (elapsed_ms >= 0),
  -- Who computes it: a number of its own for each claim, so that one who lost it can not write any more.
  claim uuid,
  attempts integer not null default 0,
  beat_at timestamptz,
  cancel_asked boolean not null default false,
  constraint analysis_runs_failure check ((state = 'failed') = (failure is not null)),
  constraint analysis_runs_outcome check ((state = 'done') = (outcome is not null)),
  constraint analysis_runs_finished check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
);
create index analysis_runs_newest on public.analysis_runs (created_at desc, id desc);
create index analysis_runs_author on public.analysis_runs (author, started_at desc);
create index analysis_runs_waiting on public.analysis_runs (created_at) where state in ('queued', 'running');
create index analysis_runs_inputs on public.analysis_runs (input_digest) where state = 'done';

-- No foreign key to the run: an entry outlives a run that was cleared away.
create table public.analysis_history (
  id bigint generated always as identity primary key,
  run_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  actor_user uuid,
  actor_unit text,
  actor_role text,
  kind text not null check (kind ~ '^[a-z][a-z_]{0,39}$'),
  before jsonb,
  after jsonb
);
create index analysis_history_run on public.analysis_history (run_id, id);

create trigger analysis_history_append_only before update or delete on public.analysis_history
  for each row execute function private.refuse_rewriting_record();
create trigger analysis_history_no_truncate before truncate on public.analysis_history
  for each statement execute function private.refuse_rewriting_record();

alter table public.analysis_runs enable row level security;
alter table public.analysis_history enable row level security;

revoke all on table public.analysis_runs, public.analysis_history from anon, authenticated, service_role;
-- Not which account, nor who computes.
grant select (id, version, method, method_version, scope, parameters, seed, state, progress, failure, failure_detail, as_of, data_digest,
  input_digest, outcome_digest, used, outcome, taken_from, repeats, name, saved, created_by_role, created_by_unit, created_at, started_at,
  finished_at, elapsed_ms) on table public.analysis_runs to authenticated;
grant select (id, run_id, at, actor_unit, actor_role, kind, before, after) on table public.analysis_history to authenticated;
grant select, insert, update, delete on table public.analysis_runs to service_role;
grant select, insert on table public.analysis_history to service_role;

create policy "analysts, commanders, administrators" on public.analysis_runs for select to authenticated
  using ((select private.app_role()) in ('analyst', 'commander', 'admin'));
create policy "analysts, commanders, administrators" on public.analysis_history for select to authenticated
  using ((select private.app_role()) in ('analyst', 'commander', 'admin'));

-- Runs as readers get them; column by column, because a whole row would be read together with its outcome, which may be large.
create view private.analysis_run_rows as
  select id, author, method, saved, created_at, used, outcome, jsonb_build_object('id', id, 'version', version, 'method', method,
    'method_version', method_version, 'scope', scope, 'parameters', parameters, 'seed', seed, 'state', state, 'progress', progress,
    'failure', failure, 'failure_detail', failure_detail, 'as_of', as_of, 'data_digest', data_digest, 'input_digest', input_digest,
    'outcome_digest', outcome_digest, 'taken_from', taken_from, 'repeats', repeats, 'name', name, 'saved', saved,
    'created_by_role', created_by_role, 'mine', coalesce(author = auth.uid(), false), 'created_at', created_at,
    'finished_at', finished_at, 'elapsed_ms', elapsed_ms) as row
  from public.analysis_runs;

-- Runs, newest first; `filter`: `saved`, `mine`, `method`. `security definer` for the one thing the caller may not read, whose a
-- run is; so it asks for the role itself.
create function public.list_analysis_runs(filter jsonb default '{}', page_size integer default 50) returns jsonb
language sql stable security definer
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(page.row order by page.created_at desc, page.id desc), '[]') from (
    select id, created_at, row from private.analysis_run_rows
    where (select private.app_role()) in ('analyst', 'commander', 'admin')
      and (not filter ? 'saved' or saved = (filter -> 'saved')::boolean)
      and (not filter ? 'mine' or coalesce(author = auth.uid(), false) = (filter -> 'mine')::boolean)
      and (not filter ? 'method' or method = filter ->> 'method')
    order by created_at desc, id desc limit least(page_size, 500)) as page
$$;

-- One run; with its outcome and what it looked at when asked for. Null when the caller may see none.
create function public.find_analysis_run(run uuid, with_outcome boolean default true) returns jsonb
language sql stable security definer
set search_path = public, extensions
as $$
  select found.row || case when with_outcome then jsonb_build_object('outcome', found.outcome, 'used', found.used) else '{}' end
  from private.analysis_run_rows as found where found.id = run and (select private.app_role()) in ('analyst', 'commander', 'admin')
$$;

revoke all on private.analysis_run_rows from public, anon, authenticated, service_role;
revoke execute on function public.list_analysis_runs(jsonb, integer), public.find_analysis_run(uuid, boolean) from public, anon;
grant execute on function public.list_analysis_runs(jsonb, integer), public.find_analysis_run(uuid, boolean) to authenticated, service_role;
