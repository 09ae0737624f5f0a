-- Extensions, the schema for helpers that no client may call by name, and the settings of a deployment.

create extension if not exists pg_trgm with schema extensions;
create extension if not exists unaccent with schema extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists btree_gist with schema extensions;

create schema if not exists private;
revoke all on schema private from public;
grant usage on schema private to authenticated, service_role;

create table public.settings (
  key text primary key check (key ~ '^[a-z][a-z_]*$'),
  value jsonb not null check (jsonb_typeof(value) <> 'null'),
  recorded_at timestamptz not null default now()
);
comment on table public.settings is 'One row per setting of the deployment; the newest value counts.';

alter table public.settings enable row level security;
revoke all on table public.settings from anon, authenticated;
grant select on table public.settings to authenticated;
grant all on table public.settings to service_role;

insert into public.settings (key, value) values
  ('default_border_width_metres', '100'),
  ('time_zone', '"Asia/Ho_Chi_Minh"');

-- Text without accents, case or composition, so that "cong vi" finds "Cống Vị", typed either way (NFC or NFD).
create function private.fold(value text) returns text
language sql immutable strict parallel safe
set search_path = public, extensions
as $$ select lower(extensions.unaccent('extensions.unaccent'::regdictionary, normalize(value, NFC))) $$;

create function private.time_zone() returns text
language sql stable security definer
set search_path = public, extensions
as $$ select coalesce((select value #>> '{}' from public.settings where key = 'time_zone'), 'Asia/Ho_Chi_Minh') $$;

-- First instant of a calendar day of the deployment; an endless day stays endless.
create function private.day_start(day date) returns timestamptz
language sql stable
set search_path = public, extensions
as $$ select day::timestamp at time zone private.time_zone() $$;

create function private.today() returns date
language sql stable
set search_path = public, extensions
as $$ select (now() at time zone private.time_zone())::date $$;
