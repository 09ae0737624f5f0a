-- Dated sets of ward polygons, the borders between wards, and which ward followed which.

create table public.boundary_editions (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
  title text not null,
  title_en text not null default '',
  effective_from date not null,
  effective_to date,
  source text not null,
  licence text not null,
  accuracy_note text not null default '',
  effective_note text not null default '',
  checksum text not null,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  constraint boundary_editions_period check (effective_to is null or effective_from <= effective_to),
  -- On any day at most one edition is in force: the owner of a point must be one answer.
  constraint boundary_editions_one_a_day
    exclude using gist (daterange(effective_from, effective_to, '[]') with &&) where (superseded_at is null)
);

create table public.edition_loads (
  id bigint generated always as identity primary key,
  edition_id text not null,
  loaded_at timestamptz not null default now(),
  accepted boolean not null,
  checksum text not null,
  report jsonb not null
);
comment on table public.edition_loads is 'Each attempt to load an edition with the findings of the quality gate, refused ones included.';
create index edition_loads_edition on public.edition_loads (edition_id, loaded_at desc);

create table public.wards (
  edition_id text not null references public.boundary_editions (id),
  code text not null check (code ~ '^[0-9]{5}$'),
  name text not null,
  kind text not null,
  province_code text not null,
  province_name text not null,
  district_name text,
  geometry jsonb not null check (geometry ->> 'type' in ('Polygon', 'MultiPolygon')),
  west double precision not null check (west between -180 and 180),
  south double precision not null check (south between -90 and 90),
  east double precision not null check (east between -180 and 180),
  north double precision not null check (north between -90 and 90),
  area_square_metres double precision not null check (area_square_metres > 0),
  perimeter_metres double precision not null check (perimeter_metres > 0),
  -- Where the outline comes from, as named in data/README.md: how far it can be trusted.
  line_source text not null default '',
  label_lon double precision not null check (label_lon between -180 and 180),
  label_lat double precision not null check (label_lat between -90 and 90),
  name_search text generated always as (private.fold(name)) stored,
  primary key (edition_id, code)
);

create table public.border_arcs (
  edition_id text not null,
  ward_a text not null,
  ward_b text not null,
  length_metres double precision not null check (length_metres > 0),
  geometry jsonb not null check (geometry ->> 'type' = 'MultiLineString'),
  primary key (edition_id, ward_a, ward_b),
  constraint border_arcs_ordered check (ward_a < ward_b),
  foreign key (edition_id, ward_a) references public.wards (edition_id, code) on delete cascade,
  foreign key (edition_id, ward_b) references public.wards (edition_id, code) on delete cascade
);
create index border_arcs_ward_b on public.border_arcs (edition_id, ward_b);

create table public.ward_successions (
  from_edition text not null,
  from_code text not null,
  to_edition text not null,
  to_code text not null,
  relation text not null check (relation in ('whole', 'part')),
  area_share double precision check (area_share between 0 and 1),
  note text not null default '',
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  primary key (from_edition, from_code, to_edition, to_code),
  foreign key (from_edition, from_code) references public.wards (edition_id, code),
  foreign key (to_edition, to_code) references public.wards (edition_id, code)
);
comment on column public.ward_successions.area_share is 'Share (0 to 1) of the old ward''s area that the new ward took over; null when not measured.';
create index ward_successions_to on public.ward_successions (to_edition, to_code);

alter table public.boundary_editions enable row level security;
alter table public.edition_loads enable row level security;
alter table public.wards enable row level security;
alter table public.border_arcs enable row level security;
alter table public.ward_successions enable row level security;

revoke all on table public.boundary_editions, public.edition_loads, public.wards, public.border_arcs, public.ward_successions
  from anon, authenticated;
grant select on table public.boundary_editions, public.edition_loads, public.wards, public.border_arcs, public.ward_successions
  to authenticated;
grant all on table public.boundary_editions, public.edition_loads, public.wards, public.border_arcs, public.ward_successions
  to service_role;
