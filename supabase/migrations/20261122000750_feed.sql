-- The change feed: a version for each topic and ward that only grows, told to whoever listens when it is committed.

-- `key`: '' the topic as a whole; '*' what everybody may know of; `edition/ward` what concerns that ward.
create table public.change_topics (
  topic text not null check (topic in ('incidents', 'clusters', 'patrols', 'notes')),
  key text not null,
  version bigint not null check (version >= 0),
  primary key (topic, key)
);
comment on table public.change_topics is 'The newest version of each topic for each ward: a screen that comes back compares. No content.';

alter table public.change_topics enable row level security;
revoke all on table public.change_topics from anon, authenticated;
grant select on table public.change_topics to authenticated;
grant all on table public.change_topics to service_role;

-- An officer learns nothing of what happens elsewhere, a viewer nothing of notes, not even that it happened.
create policy "by role and ward" on public.change_topics for select to authenticated using (
  (select private.app_role()) in ('analyst', 'commander', 'admin')
  or ((select private.app_role()) = 'viewer' and topic <> 'notes')
  or ((select private.app_role()) = 'officer' and (key = '*' or key = any ((select private.officer_owner_keys())::text[])))
);

-- Wards whose officers may be concerned by an incident: never fewer than the row policy of incidents lets see it.
create function private.incident_keys(edition text, owner text, concerned text[]) returns text[]
language sql immutable
set search_path = public, extensions
as $$
  select coalesce(array_agg(distinct edition || '/' || code), '{}')
  from unnest(array_append(concerned, owner)) as code where code is not null
$$;

-- Tells the listeners: Supabase Realtime where there is one, else LISTEN/NOTIFY. Only topic and version, and to the server
-- alone the wards concerned: never an id, never content. Both are delivered when the transaction commits.
create function private.tell_listeners(topic_name text, new_version bigint, keys text[]) returns void
language plpgsql security definer
set search_path = public, extensions
as $$
declare
  message jsonb := jsonb_build_object('topic', topic_name, 'version', new_version);
  channel text;
begin
  if to_regprocedure('realtime.send(jsonb,text,text,boolean)') is null then
    -- A notification holds 8,000 bytes: for many wards the server asks for each of its listeners instead.
    perform pg_notify('giap_ranh_change', (message || jsonb_build_object('keys',
      case when cardinality(keys) <= 60 then to_jsonb(keys) end))::text);
    return;
  end if;
  perform realtime.send(message, 'change', 'changes:all', true);
  if topic_name <> 'notes' then perform realtime.send(message, 'change', 'changes:viewers', true); end if;
  foreach channel in array coalesce(keys, array['everyone']) loop
    perform realtime.send(message, 'change', 'changes:' || channel, true);
  end loop;
end $$;

-- Something of a topic changed. `keys`: the wards (`edition/ward`) whose officers it concerns, before and after; null =
-- everybody. The whole topic's row is taken first, so that versions become visible in their order and two writers can not
-- wait for each other.
create function private.announce(topic_name text, keys text[], new_version bigint default null) returns void
language plpgsql security definer
set search_path = public, extensions
as $$
declare
  reached bigint;
  touched text[] := (select array_agg(distinct one order by one) from unnest(keys) as one where one is not null);
begin
  if keys is not null and touched is null then touched := '{}'; end if;
  insert into change_topics as known (topic, key, version) values (topic_name, '', coalesce(new_version, 1))
  on conflict (topic, key) do update set version = greatest(known.version + (new_version is null)::integer, new_version)
  returning version into reached;
  insert into change_topics (topic, key, version)
  select topic_name, one, reached from unnest(coalesce(touched, array['*'])) as one order by one
  on conflict (topic, key) do update set version = excluded.version;
  perform private.tell_listeners(topic_name, reached, touched);
end $$;

-- For statement triggers on tables that everybody may read in full: the topic is the trigger's argument.
create function private.announce_to_all() returns trigger
language plpgsql security definer
set search_path = public, extensions
as $$
begin
  perform private.announce(tg_argv[0], null);
  return null;
end $$;

create function private.announce_incidents() returns trigger
language plpgsql security definer
set search_path = public, extensions
as $$
declare
  newest bigint;
  touched text[] := '{}';
begin
  if tg_op <> 'INSERT' then
    touched := touched || coalesce((select array_agg(distinct key) from replaced,
      unnest(private.incident_keys(edition_id, owner_code, concerned_codes)) as key), '{}');
  end if;
  if tg_op = 'DELETE' then
    if not exists (select 1 from replaced) then return null; end if;
    newest := nextval('public.incident_version');
  else
    select max(version) into newest from written;
    touched := touched || coalesce((select array_agg(distinct key) from written,
      unnest(private.incident_keys(edition_id, owner_code, concerned_codes)) as key), '{}');
  end if;
  if newest is not null then perform private.announce('incidents', touched, newest); end if;
  return null;
end $$;

create trigger incidents_0_lock_delete before delete on public.incidents
  for each statement execute function private.begin_incident_write();
create trigger incidents_5_announce_insert after insert on public.incidents
  referencing new table as written for each statement execute function private.announce_incidents();
create trigger incidents_6_announce_update after update on public.incidents
  referencing old table as replaced new table as written for each statement execute function private.announce_incidents();
create trigger incidents_7_announce_delete after delete on public.incidents
  referencing old table as replaced for each statement execute function private.announce_incidents();

create trigger clusters_announce after insert or update or delete on public.clusters
  for each statement execute function private.announce_to_all('clusters');
create trigger cluster_members_announce after insert or update or delete on public.cluster_members
  for each statement execute function private.announce_to_all('clusters');
create trigger cluster_leads_announce after insert or update or delete on public.cluster_leads
  for each statement execute function private.announce_to_all('clusters');
create trigger regulations_announce after insert or update or delete on public.regulations
  for each statement execute function private.announce_to_all('clusters');
create trigger focus_areas_announce after insert or update or delete on public.focus_areas
  for each statement execute function private.announce_to_all('clusters');
create trigger settings_announce after insert or update or delete on public.settings
  for each statement execute function private.announce_to_all('clusters');
create trigger units_announce after insert or update or delete on public.units
  for each statement execute function private.announce_to_all('clusters');

-- Where a database has incidents already.
insert into public.change_topics (topic, key, version)
select 'incidents', key, max(version) from public.incidents,
  unnest(private.incident_keys(edition_id, owner_code, concerned_codes) || array['']) as key
group by key;

-- The channels on which the caller hears of changes: one for who sees every incident (viewers have their own), else one for
-- each ward in sight.
create function public.live_channels() returns text[]
language sql stable security definer
set search_path = public, extensions
as $$
  select case
    when role is null then '{}'
    when role = 'officer' then array(select 'changes:' || key from unnest(array_append(private.officer_owner_keys(), 'everyone')) as key order by key)
    when role = 'viewer' then array['changes:viewers']
    else array['changes:all']
  end from private.app_role() as role
$$;

-- Two accounts with the same answer see the same incidents: the server asks for all of them once.
create function private.live_audience() returns text
language sql stable security definer
set search_path = public, extensions
as $$
  select case
    when role is null then 'nobody'
    when role = 'officer' then 'officer:' || md5(coalesce((select string_agg(scope::text, ';' order by scope::text) from private.officer_scope() as scope), ''))
    when role = 'viewer' then 'viewers'
    else 'all'
  end from private.app_role() as role
$$;

-- What the caller may know of now; `security invoker`. `changed`: ids and versions of the visible incidents that changed after
-- `since`, oldest first, at most so many; null without `since`.
create function public.live_state(since bigint default null, most integer default 200) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select jsonb_build_object(
    'audience', private.live_audience(),
    'channels', public.live_channels(),
    'versions', (select jsonb_object_agg(name, (select coalesce(max(version), 0) from change_topics where topic = name))
      from unnest(array['incidents', 'clusters', 'patrols', 'notes']) as name),
    'changed', case when since is not null then (
      select coalesce(jsonb_agg(jsonb_build_object('id', id, 'version', version) order by version), '[]')
      from (select id, version from incidents where version > since order by version limit least(most, 1000)) as page) end)
$$;

-- For the server: of each account that is still open, what its streams depend on; a difference ends them.
create function public.live_accounts(accounts uuid[]) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_object_agg(user_id, md5(concat_ws(';', role, (
    select string_agg(concat_ws(',', unit_id, valid_from, valid_to, superseded_at), ';' order by unit_id, valid_from)
    from profile_units where profile_units.user_id = profiles.user_id)))), '{}')
  from profiles where user_id = any (accounts) and disabled_at is null
$$;

revoke execute on function private.incident_keys(text, text, text[]), private.tell_listeners(text, bigint, text[]),
  private.announce(text, text[], bigint), private.announce_to_all(), private.announce_incidents() from public, anon, authenticated;
grant execute on function private.announce(text, text[], bigint) to service_role;
revoke execute on function private.live_audience(), public.live_state(bigint, integer), public.live_channels() from public, anon;
grant execute on function private.live_audience(), public.live_state(bigint, integer), public.live_channels() to authenticated, service_role;
revoke execute on function public.live_accounts(uuid[]) from public, anon, authenticated;
grant execute on function public.live_accounts(uuid[]) to service_role;

-- On a hosted Supabase: who may join which private channel. Realtime asks when a channel is joined and at each new token.
do $$
begin
  if to_regclass('realtime.messages') is null then return; end if;
  execute $policy$
    create policy "giap ranh: changes of what the account sees" on realtime.messages for select to authenticated
    using (extension = 'broadcast' and (select realtime.topic()) = any ((select public.live_channels())::text[]))
  $policy$;
end $$;
