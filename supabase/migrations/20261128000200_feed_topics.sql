-- Briefings join the change feed. Officers hear of those of clusters of their wards, everybody else of all.

alter table public.change_topics drop constraint change_topics_topic_check;
alter table public.change_topics add constraint change_topics_topic_check
  check (topic in ('incidents', 'clusters', 'patrols', 'notes', 'zones', 'analyses', 'alarms', 'disputes', 'programmes', 'scores', 'briefings'));

-- Every topic, in the order of LIVE_TOPICS.
create or replace function private.live_topics() returns text[]
language sql immutable
set search_path = public, extensions
as $$ select array['incidents', 'clusters', 'patrols', 'notes', 'zones', 'analyses', 'alarms', 'disputes', 'programmes', 'scores', 'briefings'] $$;
