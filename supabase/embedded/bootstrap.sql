-- What a hosted Supabase project has before its first migration, for a plain PostgreSQL. Run before every start; changes nothing twice.
-- Needs a superuser once, or roles that exist already and are granted to the user of DATABASE_URL.

do $$
begin
  if to_regrole('anon') is null then create role anon nologin; end if;
  if to_regrole('authenticated') is null then create role authenticated nologin; end if;
  if to_regrole('service_role') is null then create role service_role nologin bypassrls; end if;
  if to_regrole('authenticator') is null then create role authenticator nologin; end if;
  if not pg_has_role('authenticator', 'service_role', 'member') then
    grant anon, authenticated, service_role to authenticator;
  end if;
end $$;

create schema if not exists auth;
create schema if not exists extensions;
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
alter table supabase_migrations.schema_migrations enable row level security;

grant usage on schema public, extensions, auth to anon, authenticated, service_role, authenticator;
revoke create on schema public from public;

-- As on hosted Supabase: a new table is open to all three until its migration says otherwise, and ours do.
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
