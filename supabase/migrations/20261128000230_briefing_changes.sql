-- What people do with briefings, each in one transaction with its history. Only `service_role` may call these.

-- Who is told when a briefing of an area changes: wards of its cluster, else no officer.
create function private.briefing_keys(area jsonb) returns text[]
language sql stable
set search_path = public, extensions
as $$ select case when area ->> 'kind' = 'cluster' then private.cluster_keys(area ->> 'id') else array[]::text[] end $$;

create function private.note_briefing(subject text, subject_id uuid, actor jsonb, kind text, before jsonb, after jsonb, area jsonb default null) returns void
language plpgsql
set search_path = public, extensions
as $$
begin
  insert into briefing_history (subject, subject_id, actor_user, actor_unit, actor_role, kind, before, after)
  values (subject, subject_id, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', kind, before, after);
  perform private.announce('briefings', private.briefing_keys(area));
end $$;

-- The attempt of somebody to do what the role may not. Not more than twenty a minute from one account.
create function public.record_briefing_refusal(subject text, subject_id uuid, action text, actor jsonb) returns void
language plpgsql
set search_path = public, extensions
as $$
begin
  if 20 <= (select count(*) from briefing_history h where h.kind = 'refused' and h.actor_user = (actor ->> 'userId')::uuid and h.at > now() - interval '1 minute') then return; end if;
  insert into briefing_history (subject, subject_id, actor_user, actor_unit, actor_role, kind, after)
  values (subject, subject_id, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', 'refused', jsonb_build_object('action', action));
end $$;

-- Takes waiting pins for a briefing; answers the one that can not be taken, else null.
create function private.take_pins(briefing uuid, pins uuid[]) returns uuid
language plpgsql
set search_path = public, extensions
as $$
declare
  lacking uuid;
begin
  perform 1 from briefing_pins p where p.id = any (pins) order by p.id for update;
  select one into lacking from unnest(pins) as one where not exists (select from briefing_pins p where p.id = one and p.taken_by is null) limit 1;
  if lacking is not null then return lacking; end if;
  update briefing_pins set taken_by = briefing where id = any (pins);
  return null;
end $$;

-- Puts a briefing into the queue: {briefing: {column: value}, pins: [uuid], most: unfinished ones an account may have, actor}. The same
-- id twice makes one, as does the same day of a template. Its number is the next of the year of its as-of day.
create function public.submit_briefing(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  b jsonb := payload -> 'briefing';
  actor jsonb := payload -> 'actor';
  pins uuid[] := array(select distinct value::uuid from jsonb_array_elements_text(coalesce(payload -> 'pins', '[]')));
  of_year integer := extract(year from (b ->> 'as_of')::timestamptz at time zone private.time_zone());
  given integer;
  stored briefings;
  lacking uuid;
begin
  -- One at a time: the count, the number and the previous one hold.
  perform pg_advisory_xact_lock(hashtext('giap_ranh.briefing_queue'));
  select * into stored from briefings where id = (b ->> 'id')::uuid or (template_id = (b ->> 'template_id')::uuid and template_day = (b ->> 'template_day')::date);
  if found then
    if (stored.template_id is not null and stored.template_id = (b ->> 'template_id')::uuid)
      or (stored.author is not distinct from (actor ->> 'userId')::uuid and stored.request = b -> 'request') then
      return jsonb_build_object('outcome', 'done', 'repeated', true, 'id', stored.id);
    end if;
    return jsonb_build_object('outcome', 'conflict', 'field', 'id', 'reason', 'another briefing has this id already');
  end if;
  if (payload ->> 'most')::integer <= (select count(*) from briefings
      where state in ('queued', 'composing') and template_id is null and author is not distinct from (actor ->> 'userId')::uuid) then
    return jsonb_build_object('outcome', 'too_many');
  end if;
  insert into briefing_numbers as known (year, last) values (of_year, 1) on conflict (year) do update set last = known.last + 1 returning last into given;
  insert into briefings (id, number, title, area, edition_id, period_kind, from_day, to_day, as_of, classification, shows_text, patrol_id, request,
    pending_pins, template_id, template_day, previous_id, author, created_by_role, created_by_unit)
  values ((b ->> 'id')::uuid, format('GB-%s-%s', of_year, lpad(given::text, 4, '0')), b ->> 'title', b -> 'area', b ->> 'edition_id', b ->> 'period_kind',
    (b ->> 'from_day')::date, (b ->> 'to_day')::date, (b ->> 'as_of')::timestamptz, b ->> 'classification', (b ->> 'shows_text')::boolean,
    (b ->> 'patrol_id')::uuid, b -> 'request', pins, (b ->> 'template_id')::uuid, (b ->> 'template_day')::date,
    (select p.id from briefings p where p.content is not null and p.area = b -> 'area' and p.as_of < (b ->> 'as_of')::timestamptz
      and (b ->> 'template_id' is null or p.template_id = (b ->> 'template_id')::uuid) order by p.as_of desc, p.created_at desc limit 1),
    (actor ->> 'userId')::uuid, coalesce(actor ->> 'role', 'admin'), actor ->> 'unitId');
  lacking := private.take_pins((b ->> 'id')::uuid, pins);
  -- Rolls back the number with everything else.
  if lacking is not null then raise exception using errcode = 'P0002', message = lacking::text; end if;
  perform private.note_briefing('briefing', (b ->> 'id')::uuid, actor, case when b ->> 'template_id' is null then 'asked' else 'scheduled' end, null, b - array['id', 'request'], b -> 'area');
  return jsonb_build_object('outcome', 'done', 'id', b ->> 'id');
exception when sqlstate 'P0002' then
  return private.invalid('pins', 'there is no such pin that waits: ' || sqlerrm);
end $$;

-- Adds waiting pins to a ready briefing: they become slides as of its instant, in the queue.
create function public.add_briefing_pins(briefing uuid, seen_version integer, pins uuid[], actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored briefings;
  lacking uuid;
begin
  select * into stored from briefings where id = briefing for update;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  if pins <@ stored.pending_pins and stored.state in ('queued', 'composing') then return jsonb_build_object('outcome', 'done', 'repeated', true); end if;
  if stored.version <> seen_version then return jsonb_build_object('outcome', 'conflict', 'field', 'version', 'reason', 'it was changed since; see current'); end if;
  if stored.state <> 'ready' then return private.invalid('state', 'only a briefing that is ready takes pins'); end if;
  lacking := private.take_pins(briefing, pins);
  if lacking is not null then return private.invalid('pins', 'there is no such pin that waits: ' || lacking); end if;
  update briefings set pending_pins = pins, state = 'queued', progress = 0, attempts = 0, cancel_asked = false, version = version + 1 where id = briefing;
  perform private.note_briefing('briefing', briefing, actor, 'pins_added', null, jsonb_build_object('pins', to_jsonb(pins)), stored.area);
  return jsonb_build_object('outcome', 'done');
end $$;

-- Lets go of the pins that a briefing did not come to show.
create function private.release_pins(briefing uuid, pins uuid[]) returns void
language sql
set search_path = public, extensions
as $$ update briefing_pins set taken_by = null where taken_by = briefing and id = any (pins) $$;

-- Ends what is under way with a briefing without a result; one that has its content already is ready as before.
create function private.give_up_briefing(briefing uuid, to_state text, why text, detail text, took integer) returns void
language plpgsql
set search_path = public, extensions
as $$
declare
  stored briefings;
begin
  select * into stored from briefings where id = briefing for update;
  perform private.release_pins(briefing, stored.pending_pins);
  if stored.content is not null then
    update briefings set state = 'ready', progress = 1, pending_pins = '{}', claim = null where id = briefing;
    perform private.note_briefing('briefing', briefing, null, 'pins_' || to_state, null, jsonb_build_object('failure', why, 'pins', to_jsonb(stored.pending_pins)), stored.area);
  else
    update briefings set state = to_state, failure = case when to_state = 'failed' then coalesce(why, 'crashed') end, failure_detail = left(detail, 1000),
      pending_pins = '{}', finished_at = clock_timestamp(), elapsed_ms = took where id = briefing;
    if to_state = 'failed' then perform private.note_briefing('briefing', briefing, null, 'failed', null, jsonb_build_object('failure', why), stored.area); end if;
  end if;
  perform private.announce('briefings', private.briefing_keys(stored.area));
end $$;

-- Stops the composing: at once while it waits or when whoever composed it is gone, else its composer is told at its next beat.
create function public.cancel_briefing(briefing uuid, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored briefings;
begin
  select * into stored from briefings where id = briefing for update;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  if stored.state = 'cancelled' or (stored.cancel_asked and stored.state in ('queued', 'composing')) then return jsonb_build_object('outcome', 'done', 'repeated', true); end if;
  if stored.state in ('ready', 'failed') then return private.invalid('state', 'nothing is under way any more'); end if;
  update briefings set cancel_asked = true where id = briefing;
  perform private.note_briefing('briefing', briefing, actor, 'cancelled', jsonb_build_object('state', stored.state, 'progress', stored.progress), null, stored.area);
  if stored.state = 'queued' or stored.beat_at < now() - (select silence from private.analysis_limits()) then
    perform private.give_up_briefing(briefing, 'cancelled', null, null, null);
  end if;
  return jsonb_build_object('outcome', 'done');
end $$;

-- Changes title, marks or deck if it still has the version the caller saw; what is absent in `change` stays. The deck names every slide once.
create function public.change_briefing(briefing uuid, seen_version integer, change jsonb, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored briefings;
  was jsonb;
  becomes jsonb;
  slides text[];
begin
  select * into stored from briefings where id = briefing for update;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  was := jsonb_build_object('title', stored.title, 'classification', stored.classification, 'shows_text', stored.shows_text, 'deck', stored.deck);
  becomes := was || change;
  if becomes = was and seen_version in (stored.version, stored.version - 1) then return jsonb_build_object('outcome', 'done', 'repeated', true); end if;
  if stored.version <> seen_version then return jsonb_build_object('outcome', 'conflict', 'field', 'version', 'reason', 'it was changed since; see current'); end if;
  if change ? 'deck' then
    if stored.content is null then return private.invalid('deck', 'it has no slides yet'); end if;
    slides := array(select one ->> 'id' from jsonb_array_elements(stored.content -> 'slides') as one union all select s.slide_id from briefing_slides s where s.briefing_id = briefing order by 1);
    if slides is distinct from array(select one ->> 'slideId' from jsonb_array_elements(change -> 'deck') as one order by 1) then
      return private.invalid('deck', 'names every slide of the briefing once');
    end if;
  end if;
  update briefings set title = becomes ->> 'title', classification = becomes ->> 'classification', shows_text = (becomes ->> 'shows_text')::boolean,
    deck = becomes -> 'deck', version = version + 1 where id = briefing;
  perform private.note_briefing('briefing', briefing, actor, 'changed', private.changed_columns(becomes, was), private.changed_columns(was, becomes), stored.area);
  return jsonb_build_object('outcome', 'done');
end $$;

do $$
declare
  routine text;
begin
  foreach routine in array array['private.briefing_keys(jsonb)', 'private.note_briefing(text, uuid, jsonb, text, jsonb, jsonb, jsonb)',
    'private.take_pins(uuid, uuid[])', 'private.release_pins(uuid, uuid[])', 'private.give_up_briefing(uuid, text, text, text, integer)',
    'public.record_briefing_refusal(text, uuid, text, jsonb)', 'public.submit_briefing(jsonb)', 'public.add_briefing_pins(uuid, integer, uuid[], jsonb)',
    'public.cancel_briefing(uuid, jsonb)', 'public.change_briefing(uuid, integer, jsonb, jsonb)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
