-- Incidents with the ownership and lead the server computed, their free text apart, detections, and a history nobody can rewrite.

create sequence public.incident_version;

create table public.incidents (
  id uuid primary key,
  version bigint not null,
  category text not null references public.categories (code),
  occurred_at timestamptz not null check (occurred_at >= '1900-01-01Z' and occurred_at < '2200-01-01Z'),
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  accuracy_metres double precision check (accuracy_metres between 0 and 10000),
  status text not null default 'reported' check (status in ('reported', 'in_progress', 'resolved', 'closed')),
  source text not null default 'other' check (source in ('patrol', 'hotline', 'resident', 'camera', 'other')),
  edition_id text not null references public.boundary_editions (id),
  ownership_status text not null check (ownership_status in ('inside', 'on_border', 'overlap', 'gap', 'outside')),
  owner_code text,
  candidate_codes text[] not null default '{}',
  neighbours jsonb not null default '[]'::jsonb check (jsonb_typeof(neighbours) = 'array'),
  border_zone boolean not null,
  junction boolean not null,
  border_distance_metres double precision check (border_distance_metres >= 0),
  width_metres double precision not null check (width_metres between 0 and 5000),
  cluster_id text references public.clusters (id),
  focus_area_id text,
  detected_by_code text,
  detected_at timestamptz,
  lead_code text,
  lead_reason text not null
    check (lead_reason in ('owner', 'first_detector', 'no_member_detected', 'no_agreement', 'decision', 'outside')),
  assist_codes text[] not null default '{}',
  on_request_codes text[] not null default '{}',
  lead_trace jsonb not null default '[]'::jsonb check (jsonb_typeof(lead_trace) = 'array'),
  reported_at timestamptz not null default now(),
  reported_by_unit text references public.units (id),
  owner_key text generated always as (edition_id || '/' || owner_code) stored,
  -- Wards whose officers may see it wherever it lies: who owns, leads, detected, assists, or is a candidate.
  concerned_codes text[] generated always as (
    array_remove(candidate_codes || assist_codes || array[owner_code, lead_code, detected_by_code], null)) stored,
  foreign key (edition_id, owner_code) references public.wards (edition_id, code),
  foreign key (edition_id, lead_code) references public.wards (edition_id, code),
  foreign key (edition_id, detected_by_code) references public.wards (edition_id, code),
  constraint incidents_owner check ((ownership_status = 'outside') = (owner_code is null)),
  constraint incidents_lead check (lead_code is not null or lead_reason = 'outside'),
  constraint incidents_junction check (border_zone or not junction)
);
create unique index incidents_version on public.incidents (version);
create index incidents_newest on public.incidents (occurred_at desc, id desc);
-- Not GiST: `point <@ box` is not leakproof, so under a row policy it filters row by row; a btree with BETWEEN is used.
create index incidents_position on public.incidents (lon, lat);
create index incidents_owner_time on public.incidents (owner_key, occurred_at desc);
create index incidents_cluster on public.incidents (cluster_id, occurred_at desc) where cluster_id is not null;

create table public.incident_texts (
  incident_id uuid primary key references public.incidents (id) on delete cascade,
  summary text not null check (char_length(summary) between 1 and 2000),
  search text generated always as (private.fold(summary)) stored
);
-- No statistics of free text: the planner's row estimates draw on them whatever the row policies say, and a viewer could ask
-- it for the number of texts below any text, letter by letter.
alter table public.incident_texts alter column summary set statistics 0, alter column search set statistics 0;
create index incident_texts_search on public.incident_texts using gin (search extensions.gin_trgm_ops);

-- Who sent a report and a digest of what was sent, to know a second sending by. For the server alone: a digest of free text
-- can be guessed at.
create table public.incident_receipts (
  incident_id uuid primary key references public.incidents (id) on delete cascade,
  author uuid references auth.users (id) on delete set null,
  digest text not null
);

create table public.incident_detections (
  id bigint generated always as identity primary key,
  incident_id uuid not null references public.incidents (id) on delete cascade,
  ward_code text not null,
  detected_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references auth.users (id) on delete set null
);
create index incident_detections_incident on public.incident_detections (incident_id);

create table public.incident_history (
  id bigint generated always as identity primary key,
  incident_id uuid not null references public.incidents (id),
  at timestamptz not null default clock_timestamp(),
  actor_user uuid,
  actor_unit text,
  actor_role text,
  kind text not null check (kind ~ '^[a-z][a-z_]{0,39}$'),
  before jsonb,
  after jsonb
);
comment on column public.incident_history.after is 'The columns that changed (all of them for a new incident); never free text.';
create index incident_history_incident on public.incident_history (incident_id, id);

-- Versions must become visible in their order, or a reader who resumes at version n misses a smaller one that commits later.
-- One writer at a time; taken before any row lock, so that two writers can not wait for each other.
create function private.begin_incident_write() returns trigger
language plpgsql
set search_path = public, extensions
as $$
begin
  perform pg_advisory_xact_lock(hashtext('giap_ranh.incident_version'));
  return null;
end $$;

create function private.next_incident_version() returns trigger
language plpgsql
set search_path = public, extensions
as $$
begin
  new.version := nextval('public.incident_version');
  return new;
end $$;

-- Columns of `after` that differ from `before`.
create function private.changed_columns(before jsonb, after jsonb) returns jsonb
language sql immutable
set search_path = public, extensions
as $$
  select coalesce(jsonb_object_agg(key, value), '{}'::jsonb)
  from jsonb_each(after) where value is distinct from before -> key
$$;

-- Who acts, as the writing function says with set_config('giap_ranh.…', …, true).
create function private.actor(part text) returns text
language sql stable
set search_path = public, extensions
as $$ select nullif(current_setting('giap_ranh.' || part, true), '') $$;

create function private.write_incident_history() returns trigger
language plpgsql security definer
set search_path = public, extensions
as $$
begin
  if tg_op = 'INSERT' then
    insert into incident_history (incident_id, actor_user, actor_unit, actor_role, kind, after)
    select id, private.actor('actor_user')::uuid, private.actor('actor_unit'), private.actor('actor_role'),
      coalesce(private.actor('change'), 'reported'), to_jsonb(written) - array['owner_key', 'concerned_codes']
    from written order by version;
  else
    insert into incident_history (incident_id, actor_user, actor_unit, actor_role, kind, before, after)
    select written.id, private.actor('actor_user')::uuid, private.actor('actor_unit'), private.actor('actor_role'),
      coalesce(private.actor('change'), 'changed'),
      private.changed_columns(to_jsonb(written), to_jsonb(replaced)), private.changed_columns(to_jsonb(replaced), to_jsonb(written))
    from written join replaced using (id) order by written.version;
  end if;
  return null;
end $$;

create function private.refuse_rewriting_history() returns trigger
language plpgsql
set search_path = public, extensions
as $$
begin
  raise exception 'the history of incidents is append-only: % refused', lower(tg_op) using errcode = '42501';
end $$;

create trigger incidents_1_lock before insert or update on public.incidents
  for each statement execute function private.begin_incident_write();
create trigger incidents_2_version before insert or update on public.incidents
  for each row execute function private.next_incident_version();
create trigger incidents_3_history_insert after insert on public.incidents
  referencing new table as written for each statement execute function private.write_incident_history();
create trigger incidents_4_history_update after update on public.incidents
  referencing old table as replaced new table as written for each statement execute function private.write_incident_history();
create trigger incident_history_append_only before update or delete on public.incident_history
  for each row execute function private.refuse_rewriting_history();
create trigger incident_history_no_truncate before truncate on public.incident_history
  for each statement execute function private.refuse_rewriting_history();

-- Wards an officer may read and between which instants: the wards of the own units, up to the last day of service there (what
-- happened before the service began was handed over with the ward), and their fellow members while the cluster binds them.
-- Nothing once no service is in force. `security definer`: it reads tables the officer sees only in part.
create function private.officer_scope()
returns table (edition_id text, ward_code text, own boolean, from_at timestamptz, until_at timestamptz)
language sql stable security definer rows 20
set search_path = public, extensions
as $$
  with service as (
    select pu.unit_id, pu.valid_from, pu.valid_to from profile_units pu
    where pu.user_id = auth.uid() and pu.superseded_at is null and pu.valid_from <= private.today()
  ), own as (
    select uw.edition_id, uw.ward_code, max(coalesce(service.valid_to, 'infinity')) as last_day
    from service join unit_wards uw using (unit_id)
    where exists (select 1 from service s where coalesce(s.valid_to, 'infinity') >= private.today())
    group by uw.edition_id, uw.ward_code
  )
  select own.edition_id, own.ward_code, true, '-infinity'::timestamptz, private.day_start(own.last_day + 1) from own
  union all
  select own.edition_id, fellow.ward_code, false,
    private.day_start(greatest(c.term_from, mine.valid_from, fellow.valid_from)),
    private.day_start(least(c.term_to, mine.valid_to, fellow.valid_to, own.last_day) + 1)
  from own
  join cluster_members mine on (mine.edition_id, mine.ward_code) = (own.edition_id, own.ward_code) and mine.superseded_at is null
  join clusters c on c.id = mine.cluster_id and c.superseded_at is null
  join cluster_members fellow on fellow.cluster_id = c.id and fellow.superseded_at is null and fellow.ward_code <> mine.ward_code
$$;

-- Keys `edition/ward` of that scope, for a cheap first test that an index can serve.
create function private.officer_owner_keys() returns text[]
language sql stable security definer
set search_path = public, extensions
as $$ select coalesce(array_agg(distinct edition_id || '/' || ward_code), '{}') from private.officer_scope() $$;

create function private.officer_own_codes() returns text[]
language sql stable security definer
set search_path = public, extensions
as $$ select coalesce(array_agg(distinct ward_code), '{}') from private.officer_scope() where own $$;

alter table public.incidents enable row level security;
alter table public.incident_texts enable row level security;
alter table public.incident_receipts enable row level security;
alter table public.incident_detections enable row level security;
alter table public.incident_history enable row level security;

revoke all on table public.incidents, public.incident_texts, public.incident_receipts, public.incident_detections,
  public.incident_history from anon, authenticated;
revoke all on sequence public.incident_version from anon, authenticated;
grant select on table public.incidents, public.incident_texts to authenticated;
-- Not who wrote it: the account is for the server alone, readers learn its unit and role.
grant select (id, incident_id, ward_code, detected_at, recorded_at) on table public.incident_detections to authenticated;
grant select (id, incident_id, at, actor_unit, actor_role, kind, before, after) on table public.incident_history to authenticated;
grant all on table public.incidents, public.incident_texts, public.incident_receipts, public.incident_detections to service_role;
grant usage on sequence public.incident_version to service_role;
revoke all on table public.incident_history from service_role;
grant select on table public.incident_history to service_role;

create policy "by role and ward" on public.incidents for select to authenticated using (
  (select private.app_role()) in ('viewer', 'analyst', 'commander', 'admin')
  or (
    (select private.app_role()) = 'officer'
    and (owner_key = any ((select private.officer_owner_keys())::text[])
      or concerned_codes && (select private.officer_own_codes())::text[])
    and exists (
      select 1 from private.officer_scope() scope
      where scope.edition_id = incidents.edition_id
        and incidents.occurred_at >= scope.from_at and incidents.occurred_at < scope.until_at
        and (scope.ward_code = incidents.owner_code or (scope.own and scope.ward_code = any (incidents.concerned_codes)))
    )
  )
);
-- The policy of incidents applies inside these: whoever may not see the incident sees none of its parts.
create policy "no free text for viewers" on public.incident_texts for select to authenticated using (
  (select private.app_role()) in ('officer', 'analyst', 'commander', 'admin')
  and exists (select 1 from public.incidents where incidents.id = incident_texts.incident_id)
);
create policy "with the incident" on public.incident_detections for select to authenticated using (
  exists (select 1 from public.incidents where incidents.id = incident_detections.incident_id)
);
create policy "with the incident, not for viewers" on public.incident_history for select to authenticated using (
  (select private.app_role()) in ('officer', 'analyst', 'commander', 'admin')
  and exists (select 1 from public.incidents where incidents.id = incident_history.incident_id)
);

-- Helpers: nobody but the roles that need them.
revoke execute on all functions in schema private from public, anon, authenticated, service_role;
grant execute on function private.fold(text), private.time_zone(), private.day_start(date), private.today(), private.app_role(),
  private.officer_scope(), private.officer_owner_keys(), private.officer_own_codes() to authenticated, service_role;
grant execute on function private.actor(text), private.changed_columns(jsonb, jsonb) to service_role;
