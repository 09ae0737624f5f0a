-- Programmes with tasks and indicators, named models, commendations. No person is named anywhere: parties are units, counts are counts.
-- A name ending in `__field` of a check tells which field does not fit; the functions that write answer with it.

create table public.programmes (
  id uuid primary key,
  version integer not null default 1 check (version > 0),
  name text not null check (char_length(name) between 1 and 300),
  -- The document it rests on.
  basis_number text check (char_length(basis_number) between 1 and 120),
  basis_date date,
  scope text not null check (scope in ('city', 'cluster', 'wards')),
  cluster_id text references public.clusters (id),
  -- Of `scope` wards: `edition/code`, all of one edition.
  ward_keys text[] not null default '{}',
  from_day date not null check (from_day >= '1990-01-01'),
  to_day date not null,
  status text not null default 'draft' check (status in ('draft', 'active', 'closed')),
  -- What is made up for the demonstration says so.
  assumed boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint programmes_period__to check (from_day <= to_day and to_day < from_day + 20 * 366),
  constraint programmes_scope__cluster check ((scope = 'cluster') = (cluster_id is not null)),
  constraint programmes_scope__wards check ((scope = 'wards') = (cardinality(ward_keys) > 0))
);
create index programmes_newest on public.programmes (from_day desc, id);

create table public.programme_tasks (
  id uuid primary key,
  version integer not null default 1 check (version > 0),
  programme_id uuid not null references public.programmes (id),
  place integer not null check (place between 1 and 999),
  title text not null check (char_length(title) between 1 and 500),
  -- Wards whose units do it and whose officers report on it, `edition/code`; none = nobody in particular.
  owner_keys text[] not null default '{}',
  due_day date not null,
  progress integer not null default 0 check (progress between 0 and 100),
  -- The day on which the progress became 100.
  done_on date,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint programme_tasks_done__progress check ((progress = 100) = (done_on is not null))
);
create index programme_tasks_programme on public.programme_tasks (programme_id, place);

create table public.programme_indicators (
  id uuid primary key,
  version integer not null default 1 check (version > 0),
  programme_id uuid not null references public.programmes (id),
  -- Whose owners may enter values.
  task_id uuid references public.programme_tasks (id),
  place integer not null check (place between 1 and 999),
  name text not null check (char_length(name) between 1 and 300),
  unit_of_measure text not null check (char_length(unit_of_measure) between 1 and 60),
  direction text not null check (direction in ('up', 'down', 'keep')),
  target double precision,
  source text not null check (source in ('records', 'entered')),
  formula text check (formula in ('border_incidents', 'category_incidents', 'leads_in_time', 'outcomes_returned', 'joint_patrols', 'patrols', 'zones_closed', 'drug_free_wards')),
  categories text[] not null default '{}',
  -- Of entered values: whether those of several periods add up, or the latest counts.
  adds_up boolean not null default true,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint programme_indicators_source__formula check ((source = 'records') = (formula is not null)),
  constraint programme_indicators_kinds__categories check ((formula is not distinct from 'category_incidents') = (cardinality(categories) > 0))
);
create index programme_indicators_programme on public.programme_indicators (programme_id, place);

-- Values as they were entered. Never changed: a correction is another entry that names the one it takes the place of.
create table public.indicator_entries (
  id uuid primary key,
  indicator_id uuid not null references public.programme_indicators (id),
  from_day date not null,
  to_day date not null,
  value double precision not null,
  supersedes uuid unique references public.indicator_entries (id),
  entered_at timestamptz not null default clock_timestamp(),
  entered_by_role text not null,
  entered_by_unit text,
  constraint indicator_entries_period__to check (from_day <= to_day)
);
create index indicator_entries_indicator on public.indicator_entries (indicator_id, from_day);

-- A named way of working, such as "3 quản, 4 giữ", at a place.
create table public.models (
  id uuid primary key,
  version integer not null default 1 check (version > 0),
  programme_id uuid references public.programmes (id),
  kind text not null check (kind in ('three_keep_four', 'self_managed_agency', 'school', 'hospital', 'residential_area', 'joint_patrol_team', 'other')),
  name text not null check (char_length(name) between 1 and 200),
  place text not null check (char_length(place) between 1 and 200),
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  -- By the ward index of the edition in force on its first day.
  edition_id text not null references public.boundary_editions (id),
  owner_code text not null,
  owner_key text generated always as (edition_id || '/' || owner_code) stored,
  from_day date not null check (from_day >= '1990-01-01'),
  to_day date,
  assumed boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint models_period__to check (to_day is null or from_day <= to_day),
  foreign key (edition_id, owner_code) references public.wards (edition_id, code)
);
create index models_newest on public.models (from_day desc, id);

-- Counts only.
create table public.commendations (
  id uuid primary key,
  version integer not null default 1 check (version > 0),
  programme_id uuid references public.programmes (id),
  level text not null check (level in ('ward', 'city', 'ministry', 'other')),
  -- Of level ward: whose, `edition/code`, if it is known.
  ward_key text check (ward_key ~ '^[a-z0-9._-]{1,40}/[0-9]{5}$'),
  decision_number text check (char_length(decision_number) between 1 and 120),
  decision_date date not null check (decision_date >= '1990-01-01'),
  collectives integer not null check (collectives between 0 and 100000),
  individuals integer not null check (individuals between 0 and 100000),
  assumed boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint commendations_some__collectives check (collectives + individuals > 0)
);
create index commendations_date on public.commendations (decision_date desc, id);

-- Notes on a version, and what an entry rests on (version 1). Apart, because viewers read no free text.
create table public.programme_texts (
  subject_id uuid not null,
  version integer not null,
  programme_id uuid references public.programmes (id),
  note text not null check (char_length(note) between 1 and 4000),
  primary key (subject_id, version)
);
alter table public.programme_texts alter column note set statistics 0;
create index programme_texts_programme on public.programme_texts (programme_id);

create table public.programme_history (
  id bigint generated always as identity primary key,
  subject_id uuid not null,
  subject text not null check (subject in ('programme', 'task', 'indicator', 'entry', 'model', 'commendation')),
  programme_id uuid references public.programmes (id),
  at timestamptz not null default clock_timestamp(),
  actor_user uuid,
  actor_unit text,
  actor_role text,
  kind text not null check (kind in ('made', 'changed', 'refused')),
  -- While its programme was a draft.
  draft boolean not null,
  before jsonb,
  after jsonb
);
comment on column public.programme_history.after is 'The columns that changed; never free text.';
create index programme_history_programme on public.programme_history (programme_id, id);
create index programme_history_subject on public.programme_history (subject_id, id);

-- Who made a thing and a digest of what was sent, to know a second sending by. For the server alone.
create table public.programme_receipts (
  subject_id uuid primary key,
  author uuid,
  digest text not null
);

-- After how many months without a drug incident a ward counts as free of drugs; an installation may set another number.
insert into public.settings (key, value) values ('drug_free_months', '12') on conflict (key) do nothing;

do $$
declare
  one text;
begin
  foreach one in array array['indicator_entries', 'programme_texts', 'programme_history'] loop
    execute format('create trigger %1$I before update or delete on public.%2$I for each row execute function private.refuse_rewriting_record()', one || '_append_only', one);
  end loop;
  foreach one in array array['programmes', 'programme_tasks', 'programme_indicators', 'models', 'commendations'] loop
    execute format('create trigger %1$I before delete on public.%2$I for each row execute function private.refuse_rewriting_record()', one || '_are_kept', one);
  end loop;
  foreach one in array array['programmes', 'programme_tasks', 'programme_indicators', 'indicator_entries', 'models', 'commendations', 'programme_texts', 'programme_history'] loop
    execute format('create trigger %1$I before truncate on public.%2$I for each statement execute function private.refuse_rewriting_record()', one || '_no_truncate', one);
    execute format('alter table public.%I enable row level security', one);
    execute format('revoke all on table public.%I from anon, authenticated, service_role', one);
    execute format('grant select, insert on table public.%I to service_role', one);
  end loop;
  foreach one in array array['programmes', 'programme_tasks', 'programme_indicators', 'models', 'commendations'] loop
    execute format('grant update on table public.%I to service_role', one);
  end loop;
  foreach one in array array['programmes', 'programme_tasks', 'programme_indicators', 'indicator_entries', 'models', 'commendations', 'programme_texts'] loop
    execute format('grant select on table public.%I to authenticated', one);
  end loop;
end $$;
alter table public.programme_receipts enable row level security;
revoke all on table public.programme_receipts from anon, authenticated, service_role;
grant select, insert on table public.programme_receipts to service_role;
-- Not which account.
grant select (id, subject_id, subject, programme_id, at, actor_unit, actor_role, kind, draft, before, after) on table public.programme_history to authenticated;

-- Whether the caller reads programmes at all: everybody with a role, an officer while he serves a ward.
create function private.reads_programmes() returns boolean
language sql stable security definer
set search_path = public, extensions
as $$
  select coalesce(private.app_role() in ('viewer', 'analyst', 'commander', 'admin') or (private.app_role() = 'officer' and cardinality(private.officer_owner_keys()) > 0), false)
$$;
revoke execute on function private.reads_programmes() from public, anon;
grant execute on function private.reads_programmes() to authenticated, service_role;

-- Everybody reads what is in force; drafts are for those who write them. The policy of programmes applies inside the others.
create policy "members, drafts by role" on public.programmes for select to authenticated using (
  (select private.reads_programmes()) and (status <> 'draft' or (select private.app_role()) in ('analyst', 'commander', 'admin')));
create policy "with the programme" on public.programme_tasks for select to authenticated using (
  exists (select 1 from public.programmes where programmes.id = programme_tasks.programme_id));
create policy "with the programme" on public.programme_indicators for select to authenticated using (
  exists (select 1 from public.programmes where programmes.id = programme_indicators.programme_id));
create policy "with the indicator" on public.indicator_entries for select to authenticated using (
  exists (select 1 from public.programme_indicators where programme_indicators.id = indicator_entries.indicator_id));
create policy "with the programme" on public.models for select to authenticated using (
  (select private.reads_programmes()) and (programme_id is null or exists (select 1 from public.programmes where programmes.id = models.programme_id)));
create policy "with the programme" on public.commendations for select to authenticated using (
  (select private.reads_programmes()) and (programme_id is null or exists (select 1 from public.programmes where programmes.id = commendations.programme_id)));
create policy "with the programme, not for viewers" on public.programme_texts for select to authenticated using (
  (select private.reads_programmes()) and (select private.app_role()) <> 'viewer'
  and (programme_id is null or exists (select 1 from public.programmes where programmes.id = programme_texts.programme_id)));
create policy "with the programme, not for viewers" on public.programme_history for select to authenticated using (
  ((select private.app_role()) in ('analyst', 'commander', 'admin') or ((select private.app_role()) = 'officer' and (select private.reads_programmes()) and not draft))
  and (programme_id is null or exists (select 1 from public.programmes where programmes.id = programme_history.programme_id)));
