-- Linked clusters of wards: members, chair and signed rules, each with its days, and when the system learned and unlearned it.

create table public.categories (
  code text primary key check (code ~ '^[a-z][a-z_]{0,39}$'),
  name_vi text not null,
  name_en text not null,
  shape text not null check (shape in ('circle', 'square', 'triangle', 'diamond', 'pentagon', 'hexagon', 'star', 'cross')),
  colour text not null check (colour ~ '^#[0-9A-Fa-f]{6}$'),
  severity_weight double precision not null check (severity_weight >= 0),
  sort_order integer not null,
  retired_at timestamptz
);

create table public.clusters (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  name text not null,
  name_en text not null default '',
  edition_id text not null references public.boundary_editions (id),
  term_from date not null,
  term_to date,
  demonstration boolean not null default false,
  -- Where it is known from and what of it is assumed, in both languages: {"sourceVi", "sourceEn", "noteVi", "noteEn", "assumed"}.
  provenance jsonb not null default '{}'::jsonb check (jsonb_typeof(provenance) = 'object'),
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  unique (id, edition_id),
  constraint clusters_term check (term_to is null or term_from <= term_to)
);

create table public.cluster_members (
  id bigint generated always as identity primary key,
  cluster_id text not null,
  edition_id text not null,
  ward_code text not null,
  valid_from date,
  valid_to date,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  foreign key (cluster_id, edition_id) references public.clusters (id, edition_id) on delete cascade,
  foreign key (edition_id, ward_code) references public.wards (edition_id, code),
  constraint cluster_members_period check (valid_from <= valid_to),
  constraint cluster_members_once
    exclude using gist (cluster_id with =, ward_code with =, daterange(valid_from, valid_to, '[]') with &&)
    where (superseded_at is null)
);
create index cluster_members_ward on public.cluster_members (edition_id, ward_code);

create table public.cluster_leads (
  id bigint generated always as identity primary key,
  cluster_id text not null,
  edition_id text not null,
  ward_code text not null,
  valid_from date,
  valid_to date,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  foreign key (cluster_id, edition_id) references public.clusters (id, edition_id) on delete cascade,
  foreign key (edition_id, ward_code) references public.wards (edition_id, code),
  constraint cluster_leads_period check (valid_from <= valid_to),
  constraint cluster_leads_one_a_day
    exclude using gist (cluster_id with =, daterange(valid_from, valid_to, '[]') with &&)
    where (superseded_at is null)
);

create table public.regulations (
  id bigint generated always as identity primary key,
  cluster_id text not null references public.clusters (id) on delete cascade,
  version integer not null check (version > 0),
  valid_from date not null,
  valid_to date,
  border_width_metres double precision not null check (border_width_metres between 0 and 5000),
  rules jsonb not null default '{}'::jsonb check (jsonb_typeof(rules) = 'object'),
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  constraint regulations_period check (valid_to is null or valid_from <= valid_to),
  constraint regulations_one_a_day
    exclude using gist (cluster_id with =, daterange(valid_from, valid_to, '[]') with &&)
    where (superseded_at is null)
);
create unique index regulations_version on public.regulations (cluster_id, version) where superseded_at is null;

create table public.focus_areas (
  row_id bigint generated always as identity primary key,
  id text not null,
  cluster_id text not null references public.clusters (id) on delete cascade,
  name text not null,
  name_en text not null default '',
  shape jsonb not null check (shape ->> 'kind' in ('circle', 'polygon')),
  valid_from date,
  valid_to date,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  constraint focus_areas_period check (valid_from <= valid_to)
);
create unique index focus_areas_id on public.focus_areas (id) where superseded_at is null;
create index focus_areas_cluster on public.focus_areas (cluster_id);

alter table public.categories enable row level security;
alter table public.clusters enable row level security;
alter table public.cluster_members enable row level security;
alter table public.cluster_leads enable row level security;
alter table public.regulations enable row level security;
alter table public.focus_areas enable row level security;

revoke all on table public.categories, public.clusters, public.cluster_members, public.cluster_leads, public.regulations,
  public.focus_areas from anon, authenticated;
grant select on table public.categories, public.clusters, public.cluster_members, public.cluster_leads, public.regulations,
  public.focus_areas to authenticated;
grant all on table public.categories, public.clusters, public.cluster_members, public.cluster_leads, public.regulations,
  public.focus_areas to service_role;

create policy "members read categories" on public.categories for select to authenticated
  using ((select private.app_role()) is not null);
create policy "members read clusters" on public.clusters for select to authenticated
  using ((select private.app_role()) is not null);
create policy "members read cluster members" on public.cluster_members for select to authenticated
  using ((select private.app_role()) is not null);
create policy "members read cluster leads" on public.cluster_leads for select to authenticated
  using ((select private.app_role()) is not null);
create policy "members read regulations" on public.regulations for select to authenticated
  using ((select private.app_role()) is not null);
create policy "members read focus areas" on public.focus_areas for select to authenticated
  using ((select private.app_role()) is not null);
