-- Emulation scores: criteria with weights over measured quantities, as versions; periods; manual points with a written basis; what a
-- closed period came to. A name ending in `__field` of a check tells which field does not fit.

-- What a criterion may be computed from. Every one is a part of a whole (see 20261128000110): none is a count of incidents.
create function private.score_formulas() returns text[]
language sql immutable
set search_path = public, extensions
as $$ select array['confirm_in_time', 'resolve_in_time', 'return_in_time', 'outcomes_returned', 'assist_in_time', 'assists_accepted', 'hand_over_in_time',
  'disputes_in_time', 'joint_patrols', 'tasks_in_time'] $$;

-- Whether every criterion is either computed by such a formula or given by hand.
create function private.score_criteria_fit(criteria jsonb) returns boolean
language sql immutable
set search_path = public, extensions
as $$
  select jsonb_typeof(criteria) = 'array' and jsonb_array_length(criteria) between 1 and 20 and not exists (
    select from jsonb_array_elements(criteria) c where not coalesce((c ->> 'weight')::float8 > 0 and case c ->> 'source'
      when 'records' then c ->> 'formula' = any (private.score_formulas()) when 'manual' then c ->> 'formula' is null and (c ->> 'outOf')::float8 > 0 end, false))
$$;

create table public.score_sets (
  set_id uuid not null,
  version integer not null check (version > 0),
  name text not null check (char_length(name) between 1 and 300),
  -- The document it rests on.
  basis_number text check (char_length(basis_number) between 1 and 120),
  basis_date date,
  -- [{id, name, weight, source, formula, full, least, outOf}, …]
  criteria jsonb not null,
  -- Share of the weight that must have figures before a total is told, 0 to 1.
  least_share double precision not null check (least_share between 0 and 1),
  -- Set by the product or made up for the demonstration, not after a signed document.
  assumed boolean not null default false,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by_role text,
  recorded_by_unit text,
  primary key (set_id, version),
  constraint score_sets_fit__criteria check (private.score_criteria_fit(criteria))
);

create table public.score_periods (
  id uuid primary key,
  version integer not null default 1 check (version > 0),
  name text not null check (char_length(name) between 1 and 300),
  set_id uuid not null,
  set_version integer not null,
  scope text not null check (scope in ('city', 'cluster')),
  cluster_id text references public.clusters (id),
  -- Whose wards are scored.
  edition_id text not null references public.boundary_editions (id),
  from_day date not null check (from_day >= '1990-01-01'),
  to_day date not null,
  status text not null default 'open' check (status in ('open', 'closed')),
  -- The instant whose figures were frozen; null while open.
  closed_at timestamptz,
  closed_by_role text,
  closed_by_unit text,
  assumed boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (set_id, set_version) references public.score_sets (set_id, version),
  constraint score_periods_days__to check (from_day <= to_day and to_day < from_day + 2 * 366),
  constraint score_periods_scope__cluster check ((scope = 'cluster') = (cluster_id is not null)),
  constraint score_periods_closed check ((status = 'closed') = (closed_at is not null))
);
create index score_periods_newest on public.score_periods (from_day desc, id);

-- Points given by hand. Never changed: a correction is another entry that names the one it takes the place of.
create table public.score_entries (
  id uuid primary key,
  period_id uuid not null references public.score_periods (id),
  criterion text not null check (criterion ~ '^[a-z][a-z0-9_]{0,39}$'),
  ward_key text not null check (ward_key ~ '^[a-z0-9._-]{1,40}/[0-9]{5}$'),
  value double precision not null check (value >= 0),
  -- The most that could be given then.
  out_of double precision not null check (out_of > 0),
  supersedes uuid unique references public.score_entries (id),
  entered_at timestamptz not null default clock_timestamp(),
  entered_by_role text,
  entered_by_unit text,
  constraint score_entries_most__value check (value <= out_of)
);
create index score_entries_period on public.score_entries (period_id, ward_key);

-- What an entry rests on. Apart, as all free text.
create table public.score_texts (
  entry_id uuid primary key references public.score_entries (id),
  basis text not null check (char_length(basis) between 1 and 4000)
);
alter table public.score_texts alter column basis set statistics 0;

-- A closed period ward by ward: the total, the share of the weight it rests on, and each criterion with its figures.
create table public.score_results (
  period_id uuid not null references public.score_periods (id),
  ward_key text not null,
  total double precision check (total between 0 and 100),
  weight_share double precision not null check (weight_share between 0 and 1),
  criteria jsonb not null check (jsonb_typeof(criteria) = 'array'),
  primary key (period_id, ward_key)
);
-- The records behind it, as ids and instants.
create table public.score_result_records (
  period_id uuid not null,
  ward_key text not null,
  records jsonb not null check (jsonb_typeof(records) = 'array'),
  primary key (period_id, ward_key),
  foreign key (period_id, ward_key) references public.score_results (period_id, ward_key)
);

create table public.score_history (
  id bigint generated always as identity primary key,
  subject text not null check (subject in ('set', 'period', 'entry')),
  subject_id uuid not null,
  period_id uuid references public.score_periods (id),
  at timestamptz not null default clock_timestamp(),
  actor_user uuid,
  actor_unit text,
  actor_role text,
  kind text not null check (kind in ('made', 'changed', 'closed', 'refused')),
  before jsonb,
  after jsonb
);
comment on column public.score_history.after is 'The columns that changed; never free text.';
create index score_history_period on public.score_history (period_id, id);

-- Who made a thing and a digest of what was sent, to know a second sending by. For the server alone.
create table public.score_receipts (
  subject_id uuid primary key,
  author uuid,
  digest text not null
);

do $$
declare
  one text;
begin
  foreach one in array array['score_sets', 'score_entries', 'score_texts', 'score_results', 'score_result_records', 'score_history'] loop
    execute format('create trigger %1$I before update or delete on public.%2$I for each row execute function private.refuse_rewriting_record()', one || '_append_only', one);
  end loop;
  execute 'create trigger score_periods_are_kept before delete on public.score_periods for each row execute function private.refuse_rewriting_record()';
  foreach one in array array['score_sets', 'score_periods', 'score_entries', 'score_texts', 'score_results', 'score_result_records', 'score_history'] loop
    execute format('create trigger %1$I before truncate on public.%2$I for each statement execute function private.refuse_rewriting_record()', one || '_no_truncate', one);
    execute format('alter table public.%I enable row level security', one);
    execute format('revoke all on table public.%I from anon, authenticated, service_role', one);
    execute format('grant select, insert on table public.%I to service_role', one);
  end loop;
  foreach one in array array['score_sets', 'score_periods', 'score_entries', 'score_texts', 'score_results', 'score_result_records'] loop
    execute format('grant select on table public.%I to authenticated', one);
  end loop;
end $$;
grant update on table public.score_periods to service_role;
alter table public.score_receipts enable row level security;
revoke all on table public.score_receipts from anon, authenticated, service_role;
grant select, insert on table public.score_receipts to service_role;
-- Not which account.
grant select (id, subject, subject_id, period_id, at, actor_unit, actor_role, kind, before, after) on table public.score_history to authenticated;

-- A closed period stays as it was closed.
create function private.keep_closed_scores() returns trigger
language plpgsql
set search_path = public, extensions
as $$
begin
  if old.status = 'closed' then raise exception 'the scores of period % are closed', old.id using errcode = '42501'; end if;
  return new;
end $$;
create trigger score_periods_closed_stays before update on public.score_periods for each row execute function private.keep_closed_scores();
revoke execute on function private.keep_closed_scores() from public, anon, authenticated;

-- Wards of an officer, `edition/ward`: the own ones, and with them the fellow members of the clusters in force now.
create function private.officer_own_keys() returns text[]
language sql stable security definer
set search_path = public, extensions
as $$ select coalesce(array_agg(distinct edition_id || '/' || ward_code), '{}') from private.officer_scope() where own $$;
create function private.officer_near_keys() returns text[]
language sql stable security definer
set search_path = public, extensions
as $$ select coalesce(array_agg(distinct edition_id || '/' || ward_code), '{}') from private.officer_scope() where own or (from_at <= now() and now() < until_at) $$;

-- Scores are for those who answer for them: analysts, commanders, administrators see all; an officer the own cluster's table, and of
-- the whole area the own ward and its fellows; viewers nothing.
create function private.sees_all_scores() returns boolean
language sql stable
set search_path = public, extensions
as $$ select coalesce(private.app_role() in ('analyst', 'commander', 'admin'), false) $$;
create function private.is_scored_officer() returns boolean
language sql stable
set search_path = public, extensions
as $$ select coalesce(private.app_role() = 'officer' and cardinality(private.officer_own_keys()) > 0, false) $$;

revoke execute on function private.score_formulas(), private.score_criteria_fit(jsonb), private.officer_own_keys(), private.officer_near_keys(),
  private.sees_all_scores(), private.is_scored_officer() from public, anon;
grant execute on function private.score_formulas(), private.score_criteria_fit(jsonb) to service_role;
grant execute on function private.officer_own_keys(), private.officer_near_keys(), private.sees_all_scores(), private.is_scored_officer() to authenticated, service_role;

create policy "who sees scores" on public.score_sets for select to authenticated using (
  (select private.sees_all_scores()) or (select private.is_scored_officer()));
create policy "by role and cluster" on public.score_periods for select to authenticated using (
  (select private.sees_all_scores())
  or ((select private.is_scored_officer()) and (scope = 'city' or cluster_id = any ((select private.officer_cluster_ids())::text[]))));
-- The policy of periods applies inside the others.
create policy "by role, ward and cluster" on public.score_entries for select to authenticated using (
  (select private.sees_all_scores())
  or exists (select 1 from public.score_periods p where p.id = score_entries.period_id
    and (p.scope = 'cluster' or score_entries.ward_key = any ((select private.officer_near_keys())::text[]))));
create policy "with the entry" on public.score_texts for select to authenticated using (
  exists (select 1 from public.score_entries where score_entries.id = score_texts.entry_id));
create policy "by role, ward and cluster" on public.score_results for select to authenticated using (
  (select private.sees_all_scores())
  or exists (select 1 from public.score_periods p where p.id = score_results.period_id
    and (p.scope = 'cluster' or score_results.ward_key = any ((select private.officer_near_keys())::text[]))));
-- The records of another ward, its disputes among them, are not for an officer.
create policy "all, or of the own ward" on public.score_result_records for select to authenticated using (
  (select private.sees_all_scores()) or ((select private.is_scored_officer()) and ward_key = any ((select private.officer_own_keys())::text[])));
create policy "with the period" on public.score_history for select to authenticated using (
  (select private.sees_all_scores())
  or (kind <> 'refused' and subject <> 'entry' and period_id is not null and exists (select 1 from public.score_periods where score_periods.id = score_history.period_id)));

-- Whose scores of a period the caller sees: {all, near, own}, the last two as `edition/ward`; null when the period is not his to see.
create function public.score_sight(period uuid) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select jsonb_build_object('all', private.sees_all_scores() or scope = 'cluster', 'records', private.sees_all_scores(),
    'near', to_jsonb(private.officer_near_keys()), 'own', to_jsonb(private.officer_own_keys()))
  from score_periods where id = period
$$;
revoke execute on function public.score_sight(uuid) from public, anon;
grant execute on function public.score_sight(uuid) to authenticated, service_role;
