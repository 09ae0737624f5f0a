-- Alarms, disputes, programmes and scores join the change feed. Who hears of a topic stands in one function now.

alter table public.change_topics drop constraint change_topics_topic_check;
alter table public.change_topics add constraint change_topics_topic_check
  check (topic in ('incidents', 'clusters', 'patrols', 'notes', 'zones', 'analyses', 'alarms', 'disputes', 'programmes', 'scores'));

-- Every topic, in the order of LIVE_TOPICS.
create function private.live_topics() returns text[]
language sql immutable
set search_path = public, extensions
as $$ select array['incidents', 'clusters', 'patrols', 'notes', 'zones', 'analyses', 'alarms', 'disputes', 'programmes', 'scores'] $$;

-- Topics that viewers, or officers, hear nothing of. Viewers hear of zones only what concerns a ward (a draft concerns none).
create function private.withheld_topics(role text) returns text[]
language sql immutable
set search_path = public, extensions
as $$
  select case role
    when 'viewer' then array['notes', 'analyses', 'alarms', 'disputes', 'scores']
    when 'officer' then array['analyses']
    else array[]::text[]
  end
$$;

drop policy "by role and ward" on public.change_topics;
create policy "by role and ward" on public.change_topics for select to authenticated using (
  (select private.app_role()) in ('analyst', 'commander', 'admin')
  or ((select private.app_role()) = 'viewer' and topic <> all (private.withheld_topics('viewer')) and (topic <> 'zones' or key <> ''))
  or ((select private.app_role()) = 'officer' and topic <> all (private.withheld_topics('officer'))
    and (key = '*' or key = any ((select private.officer_owner_keys())::text[])))
);
grant execute on function private.withheld_topics(text) to authenticated, service_role;

-- As before, by that function.
create or replace function private.tell_listeners(topic_name text, new_version bigint, keys text[]) returns void
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
  if topic_name <> all (private.withheld_topics('viewer')) and (topic_name <> 'zones' or keys is null or cardinality(keys) > 0) then
    perform realtime.send(message, 'change', 'changes:viewers', true);
  end if;
  if topic_name = any (private.withheld_topics('officer')) then return; end if;
  foreach channel in array coalesce(keys, array['everyone']) loop
    perform realtime.send(message, 'change', 'changes:' || channel, true);
  end loop;
end $$;

-- As before, of every topic.
create or replace function public.live_state(since bigint default null, most integer default 200) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select jsonb_build_object(
    'audience', private.live_audience(),
    'channels', public.live_channels(),
    'versions', (select jsonb_object_agg(name, (select coalesce(max(version), 0) from change_topics where topic = name))
      from unnest(private.live_topics()) as name),
    'changed', case when since is not null then (
      select coalesce(jsonb_agg(jsonb_build_object('id', id, 'version', version) order by version), '[]')
      from (select id, version from incidents where version > since order by version limit least(most, 1000)) as page) end)
$$;
grant execute on function private.live_topics() to authenticated, service_role;
