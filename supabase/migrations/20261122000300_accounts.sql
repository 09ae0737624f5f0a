-- Ward police units, accounts with one role each, and which account serves which unit when. No record of a person.

create table public.units (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9._:-]{0,59}$'),
  name text not null,
  duty_desk_phone text check (duty_desk_phone is null or duty_desk_phone ~ '^[0-9+ ().-]{3,30}$'),
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz
);

create table public.unit_wards (
  unit_id text not null references public.units (id) on delete cascade,
  edition_id text not null,
  ward_code text not null,
  recorded_at timestamptz not null default now(),
  primary key (unit_id, edition_id, ward_code),
  foreign key (edition_id, ward_code) references public.wards (edition_id, code) on delete cascade
);
create index unit_wards_ward on public.unit_wards (edition_id, ward_code);

create table public.profiles (
  user_id uuid primary key references auth.users (id) on delete cascade,
  role text not null check (role in ('viewer', 'officer', 'analyst', 'commander', 'admin')),
  recorded_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table public.profile_units (
  user_id uuid not null references public.profiles (user_id) on delete cascade,
  unit_id text not null references public.units (id),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  primary key (user_id, unit_id, valid_from),
  constraint profile_units_period check (valid_to is null or valid_from <= valid_to)
);
create index profile_units_unit on public.profile_units (unit_id);

-- The role of whoever asks, null for a stranger. A table of our own, not a claim of the token: the same on every tier,
-- and a change counts at once. `security definer` because the table itself shows a user only the own row.
create function private.app_role() returns text
language sql stable security definer
set search_path = public, extensions
as $$ select role from public.profiles where user_id = auth.uid() and disabled_at is null $$;

alter table public.units enable row level security;
alter table public.unit_wards enable row level security;
alter table public.profiles enable row level security;
alter table public.profile_units enable row level security;

revoke all on table public.units, public.unit_wards, public.profiles, public.profile_units from anon, authenticated;
grant select on table public.units, public.unit_wards, public.profiles, public.profile_units to authenticated;
grant all on table public.units, public.unit_wards, public.profiles, public.profile_units to service_role;

-- `(select …)` makes the planner ask once a statement instead of once a row.
create policy "members read settings" on public.settings for select to authenticated
  using ((select private.app_role()) is not null);
create policy "members read editions" on public.boundary_editions for select to authenticated
  using ((select private.app_role()) is not null);
create policy "admins read edition loads" on public.edition_loads for select to authenticated
  using ((select private.app_role()) = 'admin');
create policy "members read wards" on public.wards for select to authenticated
  using ((select private.app_role()) is not null);
create policy "members read border arcs" on public.border_arcs for select to authenticated
  using ((select private.app_role()) is not null);
create policy "members read successions" on public.ward_successions for select to authenticated
  using ((select private.app_role()) is not null);
create policy "members read units" on public.units for select to authenticated
  using ((select private.app_role()) is not null);
create policy "members read unit wards" on public.unit_wards for select to authenticated
  using ((select private.app_role()) is not null);
create policy "own profile, or all for admins" on public.profiles for select to authenticated
  using (user_id = (select auth.uid()) or (select private.app_role()) = 'admin');
create policy "own units, or all for admins" on public.profile_units for select to authenticated
  using (user_id = (select auth.uid()) or (select private.app_role()) = 'admin');
