-- Zones and analyses join the change feed.

alter table public.change_topics drop constraint change_topics_topic_check;
alter table public.change_topics add constraint change_topics_topic_check
  check (topic in ('incidents', 'clusters', 'patrols', 'notes', 'zones', 'analyses'));

-- Analyses are announced with no ward at all (`array[]::text[]`), zones with the wards they touch, and a draft, before and after
-- its change, like an analysis: what officers and viewers may not read, they do not hear of either. So viewers read of zones
-- only the wards' versions, not the topic's own, which moves with each draft.
drop policy "by role and ward" on public.change_topics;
create policy "by role and ward" on public.change_topics for select to authenticated using (
  (select private.app_role()) in ('analyst', 'commander', 'admin')
  or ((select private.app_role()) = 'viewer' and topic not in ('notes', 'analyses') and (topic <> 'zones' or key <> ''))
  or ((select private.app_role()) = 'officer' and topic <> 'analyses'
    and (key = '*' or key = any ((select private.officer_owner_keys())::text[])))
);

-- As before; viewers' channel carries no notes, no analyses, and of zones only what concerns a ward.
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
  if topic_name not in ('notes', 'analyses') and (topic_name <> 'zones' or keys is null or cardinality(keys) > 0) then
    perform realtime.send(message, 'change', 'changes:viewers', true);
  end if;
  if topic_name = 'analyses' then return; end if;
  foreach channel in array coalesce(keys, array['everyone']) loop
    perform realtime.send(message, 'change', 'changes:' || channel, true);
  end loop;
end $$;

-- As before, of six topics.
create or replace function public.live_state(since bigint default null, most integer default 200) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select jsonb_build_object(
    'audience', private.live_audience(),
    'channels', public.live_channels(),
    'versions', (select jsonb_object_agg(name, (select coalesce(max(version), 0) from change_topics where topic = name))
      from unnest(array['incidents', 'clusters', 'patrols', 'notes', 'zones', 'analyses']) as name),
    'changed', case when since is not null then (
      select coalesce(jsonb_agg(jsonb_build_object('id', id, 'version', version) order by version), '[]')
      from (select id, version from incidents where version > since order by version limit least(most, 1000)) as page) end)
$$;
