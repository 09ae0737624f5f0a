-- Patrols: planned for one window, booked ward by ward, recorded as tracks with what they covered of each border.

create table public.patrols (
  id uuid primary key,
  version integer not null default 1 check (version > 0),
  name text not null check (char_length(name) between 1 and 200),
  edition_id text not null references public.boundary_editions (id),
  cluster_id text references public.clusters (id),
  status text not null default 'planned' check (status in ('planned', 'done', 'cancelled')),
  from_at timestamptz not null,
  to_at timestamptz not null,
  plan jsonb not null check (plan ->> 'type' in ('LineString', 'MultiLineString', 'Polygon')),
  reach_metres double precision not null check (reach_metres between 5 and 500),
  -- Of the arcs near the plan, the covered stretches in metres along the arc, from each side:
  -- [{"a", "b", "length", "sides": [[[from, to], …], [[from, to], …]]}, …]; worked out by lib/geo/arc-coverage.
  coverage jsonb not null check (jsonb_typeof(coverage) = 'array'),
  ward_codes text[] not null check (cardinality(ward_codes) between 1 and 20),
  recorded_at timestamptz not null default clock_timestamp(),
  constraint patrols_window check (from_at < to_at and to_at <= from_at + interval '48 hours')
);
create index patrols_time on public.patrols (from_at desc, id);
create index patrols_cluster on public.patrols (cluster_id, from_at desc) where cluster_id is not null;

create table public.patrol_bookings (
  patrol_id uuid not null references public.patrols (id) on delete cascade,
  edition_id text not null,
  ward_code text not null,
  status text not null check (status in ('asked', 'booked', 'declined')),
  version integer not null default 1 check (version > 0),
  answered_at timestamptz,
  primary key (patrol_id, ward_code),
  foreign key (edition_id, ward_code) references public.wards (edition_id, code)
);
create index patrol_bookings_ward on public.patrol_bookings (edition_id, ward_code);

create table public.patrol_tracks (
  id uuid primary key,
  patrol_id uuid not null references public.patrols (id) on delete cascade,
  ward_code text not null,
  source text not null check (source in ('drawn', 'gpx', 'geojson')),
  started_at timestamptz,
  ended_at timestamptz,
  length_metres double precision not null check (length_metres >= 0),
  geometry jsonb not null check (geometry ->> 'type' in ('LineString', 'MultiLineString', 'Polygon')),
  coverage jsonb not null check (jsonb_typeof(coverage) = 'array'),
  -- Of the geometry: the same file sent twice is one track.
  digest text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (patrol_id, ward_code, digest),
  foreign key (patrol_id, ward_code) references public.patrol_bookings (patrol_id, ward_code) on delete cascade,
  constraint patrol_tracks_times check (started_at <= ended_at)
);

create table public.patrol_history (
  id bigint generated always as identity primary key,
  patrol_id uuid not null references public.patrols (id),
  at timestamptz not null default clock_timestamp(),
  actor_user uuid,
  actor_unit text,
  actor_role text,
  kind text not null check (kind ~ '^[a-z][a-z_]{0,39}$'),
  before jsonb,
  after jsonb
);
create index patrol_history_patrol on public.patrol_history (patrol_id, id);

-- What was written with a step; `ward_code` null = about the patrol as a whole. Apart, because viewers read no free text.
create table public.patrol_remarks (
  history_id bigint primary key references public.patrol_history (id),
  patrol_id uuid not null references public.patrols (id),
  ward_code text,
  body text not null check (char_length(body) between 1 and 2000)
);
alter table public.patrol_remarks alter column body set statistics 0;
create index patrol_remarks_patrol on public.patrol_remarks (patrol_id);

-- Who planned it and a digest of what was sent, to know a second sending by. For the server alone.
create table public.patrol_receipts (
  patrol_id uuid primary key references public.patrols (id) on delete cascade,
  author uuid,
  digest text not null
);

do $$
declare
  record_table text;
begin
  foreach record_table in array array['patrol_history', 'patrol_remarks'] loop
    execute format('create trigger %1$I before update or delete on public.%2$I for each row execute function private.refuse_rewriting_record()',
      record_table || '_append_only', record_table);
    execute format('create trigger %1$I before truncate on public.%2$I for each statement execute function private.refuse_rewriting_record()',
      record_table || '_no_truncate', record_table);
  end loop;
end $$;

-- Every change of a patrol, its bookings and tracks counts its version up, so one trigger tells of all of them.
create function private.announce_patrols() returns trigger
language plpgsql security definer
set search_path = public, extensions
as $$
begin
  perform private.announce('patrols', array(
    select distinct key from written,
      unnest(array(select edition_id || '/' || code from unnest(ward_codes) as code) || private.cluster_keys(cluster_id)) as key));
  return null;
end $$;
create trigger patrols_announce_insert after insert on public.patrols
  referencing new table as written for each statement execute function private.announce_patrols();
create trigger patrols_announce_update after update on public.patrols
  referencing new table as written for each statement execute function private.announce_patrols();

alter table public.patrols enable row level security;
alter table public.patrol_bookings enable row level security;
alter table public.patrol_tracks enable row level security;
alter table public.patrol_history enable row level security;
alter table public.patrol_remarks enable row level security;
alter table public.patrol_receipts enable row level security;

revoke all on table public.patrols, public.patrol_bookings, public.patrol_tracks, public.patrol_history, public.patrol_remarks,
  public.patrol_receipts from anon, authenticated, service_role;
grant select on table public.patrols, public.patrol_bookings, public.patrol_tracks, public.patrol_remarks to authenticated;
grant select (id, patrol_id, at, actor_unit, actor_role, kind, before, after) on table public.patrol_history to authenticated;
grant select, insert, update on table public.patrols, public.patrol_bookings to service_role;
grant select, insert on table public.patrol_tracks, public.patrol_history, public.patrol_remarks, public.patrol_receipts to service_role;

create policy "by role, ward and cluster" on public.patrols for select to authenticated using (
  (select private.app_role()) in ('viewer', 'analyst', 'commander', 'admin')
  or (
    (select private.app_role()) = 'officer'
    and (cluster_id = any ((select private.officer_cluster_ids())::text[]) or exists (
      select 1 from private.officer_scope() scope
      where scope.edition_id = patrols.edition_id and scope.ward_code = any (patrols.ward_codes)
        and patrols.from_at >= scope.from_at and patrols.from_at < scope.until_at
    ))
  )
);
-- The policy of patrols applies inside these.
create policy "with the patrol" on public.patrol_bookings for select to authenticated
  using (exists (select 1 from public.patrols where patrols.id = patrol_bookings.patrol_id));
create policy "with the patrol" on public.patrol_tracks for select to authenticated
  using (exists (select 1 from public.patrols where patrols.id = patrol_tracks.patrol_id));
create policy "with the patrol, not for viewers" on public.patrol_history for select to authenticated using (
  (select private.app_role()) in ('officer', 'analyst', 'commander', 'admin')
  and exists (select 1 from public.patrols where patrols.id = patrol_history.patrol_id));
create policy "with the patrol, not for viewers" on public.patrol_remarks for select to authenticated using (
  (select private.app_role()) in ('officer', 'analyst', 'commander', 'admin')
  and exists (select 1 from public.patrols where patrols.id = patrol_remarks.patrol_id));

revoke execute on function private.announce_patrols() from public, anon, authenticated;
