-- Hotspot zones: drawn, imported or taken from a finding; every version is kept whole, and a zone is closed, never deleted.

create table public.zones (
  id uuid primary key,
  version integer not null default 1 check (version > 0),
  name text not null check (char_length(name) between 1 and 200),
  kind text not null check (kind in ('hotspot', 'watch', 'patrol_area', 'other')),
  status text not null check (status in ('draft', 'active', 'closed')),
  -- Whether it has ever been active: a draft that was thrown away stays out of sight of those who see no drafts.
  published boolean not null,
  geometry jsonb not null check (geometry ->> 'type' in ('Polygon', 'MultiPolygon')),
  edition_id text not null references public.boundary_editions (id),
  valid_from date not null,
  valid_to date,
  origin jsonb not null check (origin ->> 'kind' in ('drawn', 'imported', 'finding', 'split', 'merged')),
  area_square_metres double precision not null check (area_square_metres > 0),
  west double precision not null check (west between -180 and 180),
  south double precision not null check (south between -90 and 90),
  east double precision not null check (east between -180 and 180),
  north double precision not null check (north between -90 and 90),
  -- Wards it touches with their share of its area, largest first: [{"code", "share"}, …]; worked out by lib/geo/area-shares.
  wards jsonb not null check (jsonb_typeof(wards) = 'array'),
  ward_codes text[] not null check (cardinality(ward_codes) >= 1),
  drawn_by_role text not null,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint zones_period check (valid_to is null or valid_from <= valid_to),
  constraint zones_box check (west <= east and south <= north),
  constraint zones_published check (published or status <> 'active')
);
create index zones_newest on public.zones (changed_at desc, id desc);
create index zones_wards on public.zones using gin (ward_codes);

create table public.zone_versions (
  zone_id uuid not null references public.zones (id),
  version integer not null,
  name text not null,
  kind text not null,
  status text not null,
  geometry jsonb not null,
  valid_from date not null,
  valid_to date,
  area_square_metres double precision not null,
  wards jsonb not null,
  changed_at timestamptz not null,
  changed_by_role text,
  changed_by_unit text,
  primary key (zone_id, version)
);

-- What a version rests on and what was said with it. Apart, because viewers read no free text.
create table public.zone_texts (
  zone_id uuid not null,
  version integer not null,
  evidence text check (char_length(evidence) between 1 and 4000),
  remark text check (char_length(remark) between 1 and 2000),
  primary key (zone_id, version),
  foreign key (zone_id, version) references public.zone_versions (zone_id, version)
);
alter table public.zone_texts alter column evidence set statistics 0, alter column remark set statistics 0;

create table public.zone_history (
  id bigint generated always as identity primary key,
  zone_id uuid not null references public.zones (id),
  at timestamptz not null default clock_timestamp(),
  actor_user uuid,
  actor_unit text,
  actor_role text,
  kind text not null check (kind ~ '^[a-z][a-z_]{0,39}$'),
  -- Whether the zone was a draft after it: for the eyes of those who see drafts.
  draft boolean not null,
  before jsonb,
  after jsonb
);
comment on column public.zone_history.after is 'The columns that changed; never free text, never the geometry (zone_versions has it).';
create index zone_history_zone on public.zone_history (zone_id, id);

-- Who drew it and a digest of what was sent, to know a second sending by. For the server alone.
create table public.zone_receipts (
  zone_id uuid primary key references public.zones (id),
  author uuid,
  digest text not null
);

do $$
declare
  record_table text;
begin
  foreach record_table in array array['zone_versions', 'zone_texts', 'zone_history'] loop
    execute format('create trigger %1$I before update or delete on public.%2$I for each row execute function private.refuse_rewriting_record()',
      record_table || '_append_only', record_table);
    execute format('create trigger %1$I before truncate on public.%2$I for each statement execute function private.refuse_rewriting_record()',
      record_table || '_no_truncate', record_table);
  end loop;
end $$;
create trigger zones_are_closed_not_deleted before delete on public.zones
  for each row execute function private.refuse_rewriting_record();
create trigger zones_no_truncate before truncate on public.zones
  for each statement execute function private.refuse_rewriting_record();

-- Wards whose officers may see a zone: its own (an officer's keys hold the wards of the clusters as well).
create function private.zone_keys(edition text, codes text[]) returns text[]
language sql immutable
set search_path = public, extensions
as $$ select coalesce(array_agg(edition || '/' || code), '{}') from unnest(codes) as code $$;

-- A draft concerns no ward: only those who see drafts hear that the topic moved.
create function private.announce_zones() returns trigger
language plpgsql security definer
set search_path = public, extensions
as $$
declare
  touched text[] := '{}';
begin
  if tg_op = 'UPDATE' then
    touched := coalesce((select array_agg(distinct key) from replaced, unnest(private.zone_keys(edition_id, ward_codes)) as key where published), '{}');
  end if;
  touched := touched || coalesce((select array_agg(distinct key) from written, unnest(private.zone_keys(edition_id, ward_codes)) as key where published), '{}');
  perform private.announce('zones', touched);
  return null;
end $$;
create trigger zones_announce_insert after insert on public.zones
  referencing new table as written for each statement execute function private.announce_zones();
create trigger zones_announce_update after update on public.zones
  referencing old table as replaced new table as written for each statement execute function private.announce_zones();

alter table public.zones enable row level security;
alter table public.zone_versions enable row level security;
alter table public.zone_texts enable row level security;
alter table public.zone_history enable row level security;
alter table public.zone_receipts enable row level security;

revoke all on table public.zones, public.zone_versions, public.zone_texts, public.zone_history, public.zone_receipts from anon, authenticated, service_role;
grant select on table public.zones, public.zone_versions, public.zone_texts to authenticated;
grant select (id, zone_id, at, actor_unit, actor_role, kind, draft, before, after) on table public.zone_history to authenticated;
grant select, insert, update on table public.zones to service_role;
grant select, insert on table public.zone_versions, public.zone_texts, public.zone_history, public.zone_receipts to service_role;

create policy "by role, ward and status" on public.zones for select to authenticated using (
  (select private.app_role()) in ('analyst', 'commander', 'admin')
  or (published and (select private.app_role()) = 'viewer')
  or (published and (select private.app_role()) = 'officer' and exists (
    select 1 from private.officer_scope() scope
    where scope.edition_id = zones.edition_id and scope.ward_code = any (zones.ward_codes)
      and scope.until_at > private.day_start(zones.valid_from)
      and (zones.valid_to is null or scope.from_at < private.day_start(zones.valid_to + 1))
  ))
);
-- The policy of zones applies inside these; what a zone was while it was a draft stays with those who see drafts.
create policy "with the zone, drafts by role" on public.zone_versions for select to authenticated using (
  (status <> 'draft' or (select private.app_role()) in ('analyst', 'commander', 'admin'))
  and exists (select 1 from public.zones where zones.id = zone_versions.zone_id));
create policy "with the version, not for viewers" on public.zone_texts for select to authenticated using (
  (select private.app_role()) in ('officer', 'analyst', 'commander', 'admin')
  and exists (select 1 from public.zone_versions v where v.zone_id = zone_texts.zone_id and v.version = zone_texts.version));
create policy "with the zone, not for viewers" on public.zone_history for select to authenticated using (
  ((select private.app_role()) in ('analyst', 'commander', 'admin') or ((select private.app_role()) = 'officer' and not draft))
  and exists (select 1 from public.zones where zones.id = zone_history.zone_id));

-- Whether the caller drew a zone; nobody learns who else did.
create function private.drew_zone(zone uuid) returns boolean
language sql stable security definer
set search_path = public, extensions
as $$ select exists (select 1 from zone_receipts where zone_id = zone and author = auth.uid()) $$;

revoke execute on function private.zone_keys(text, text[]), private.announce_zones(), private.drew_zone(uuid) from public, anon, authenticated;
grant execute on function private.drew_zone(uuid) to authenticated, service_role;
