-- After Supabase Lite made its system tables: only the login role of the API may touch those of auth, never a request's role.

do $$
declare
  auth_table record;
begin
  for auth_table in
    select c.oid::regclass as name from pg_class c
    where c.relnamespace = 'auth'::regnamespace and c.relkind = 'r'
  loop
    execute format('revoke all on table %s from anon, authenticated, service_role', auth_table.name);
    execute format('grant select, insert, update, delete on table %s to authenticator', auth_table.name);
    execute format('alter table %s enable row level security', auth_table.name);
    execute format('drop policy if exists api_login on %s', auth_table.name);
    execute format('create policy api_login on %s to authenticator using (current_user = %L) with check (current_user = %L)',
      auth_table.name, 'authenticator', 'authenticator');
  end loop;
  for auth_table in
    select c.oid::regclass as name from pg_class c
    where c.relnamespace = 'supabase_migrations'::regnamespace and c.relkind = 'r'
  loop
    execute format('alter table %s enable row level security', auth_table.name);
  end loop;
end $$;
