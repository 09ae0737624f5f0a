-- Focus areas, duty desks, notes and refused attempts; as in the file before, for the server alone.

-- A focus area as it shall be from a day on: {cluster, id, fresh, name, shape, from, to, actor}. Its shape before that day stays.
create function public.put_focus_area(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  cluster text := payload ->> 'cluster';
  actor jsonb := payload -> 'actor';
  area text := payload ->> 'id';
  answer jsonb := private.begin_cluster_change(cluster, null, actor);
  stamp timestamptz := clock_timestamp();
  first_day date := coalesce((payload ->> 'from')::date, private.today());
  last_day date := (payload ->> 'to')::date;
  known focus_areas;
begin
  -- A change of one that began earlier takes effect today.
  if not (payload ->> 'fresh')::boolean then first_day := greatest(first_day, private.today()); end if;
  answer := coalesce(answer, private.refuse_day(cluster, 'from', first_day), private.refuse_day(cluster, 'to', last_day));
  if answer is not null then return answer; end if;
  if last_day < first_day then return private.invalid('to', 'lies before from'); end if;
  if (payload ->> 'fresh')::boolean then
    -- A double click makes one.
    select * into known from focus_areas f where f.cluster_id = cluster and f.superseded_at is null and f.name = payload ->> 'name'
      and f.shape = payload -> 'shape' and daterange(f.valid_from, f.valid_to, '[]') @> first_day;
    if found then return jsonb_build_object('outcome', 'done', 'id', known.id, 'repeated', true); end if;
  elsif not exists (select from focus_areas f where f.id = area and f.cluster_id = cluster and f.superseded_at is null) then
    return jsonb_build_object('outcome', 'missing');
  end if;
  for known in
    update focus_areas set superseded_at = stamp where id = area and cluster_id = cluster and superseded_at is null
      and coalesce(valid_to, 'infinity') >= first_day returning *
  loop
    if coalesce(known.valid_from, '-infinity') < first_day then
      insert into focus_areas (id, cluster_id, name, name_en, shape, valid_from, valid_to, recorded_at)
      values (known.id, cluster, known.name, known.name_en, known.shape, known.valid_from, first_day - 1, stamp);
    end if;
  end loop;
  insert into focus_areas (id, cluster_id, name, shape, valid_from, valid_to, recorded_at)
  values (area, cluster, payload ->> 'name', payload -> 'shape', first_day, last_day, stamp);
  perform private.note_cluster_change(cluster, null, actor, 'focus_area',
    case when known.id is not null then jsonb_build_object('id', known.id, 'name', known.name, 'shape', known.shape, 'from', known.valid_from, 'to', known.valid_to) end,
    jsonb_build_object('id', area, 'name', payload ->> 'name', 'shape', payload -> 'shape', 'from', first_day, 'to', last_day), null);
  return jsonb_build_object('outcome', 'done', 'id', area);
end $$;

-- From today on there is no such focus area; yesterday there was.
create function public.end_focus_area(cluster text, area text, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  answer jsonb := private.begin_cluster_change(cluster, null, actor);
  stamp timestamptz := clock_timestamp();
  today date := private.today();
  known focus_areas;
begin
  if answer is not null then return answer; end if;
  if not exists (select from focus_areas f where f.id = area and f.cluster_id = cluster and f.superseded_at is null) then
    return jsonb_build_object('outcome', 'missing');
  end if;
  for known in
    update focus_areas set superseded_at = stamp where id = area and cluster_id = cluster and superseded_at is null
      and coalesce(valid_to, 'infinity') >= today returning *
  loop
    if coalesce(known.valid_from, '-infinity') < today then
      insert into focus_areas (id, cluster_id, name, name_en, shape, valid_from, valid_to, recorded_at)
      values (known.id, cluster, known.name, known.name_en, known.shape, known.valid_from, today - 1, stamp);
    end if;
    perform private.note_cluster_change(cluster, null, actor, 'focus_area_ended',
      jsonb_build_object('id', area, 'name', known.name, 'from', known.valid_from, 'to', known.valid_to), jsonb_build_object('id', area, 'to', today - 1), null);
  end loop;
  return jsonb_build_object('outcome', 'done', 'id', area);
end $$;

-- The number of a unit's duty desk; null takes it away.
create function public.set_duty_desk(unit text, phone text, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  known units;
begin
  select * into known from units where id = unit and superseded_at is null for update;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  if known.duty_desk_phone is distinct from phone then
    update units set duty_desk_phone = phone where id = unit;
    perform private.note_cluster_change(null, unit, actor, 'duty_desk',
      jsonb_build_object('phone', known.duty_desk_phone), jsonb_build_object('phone', phone), null);
  end if;
  return jsonb_build_object('outcome', 'done');
end $$;

-- A note to the other members: {id, cluster, body, incident, at, actor}. The same id twice makes one note.
create function public.add_cluster_note(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  note uuid := (payload ->> 'id')::uuid;
  actor jsonb := payload -> 'actor';
  known cluster_notes;
begin
  insert into cluster_notes (id, cluster_id, at, author, unit_id, role, body)
  select note, c.id, coalesce((payload ->> 'at')::timestamptz, clock_timestamp()), (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', payload ->> 'body'
  from clusters c where c.id = payload ->> 'cluster' and c.superseded_at is null
  on conflict (id) do nothing returning * into known;
  if found then
    insert into cluster_note_incidents (note_id, incident_id)
    select note, (payload ->> 'incident')::uuid where payload ->> 'incident' is not null;
    return jsonb_build_object('outcome', 'done', 'id', note);
  end if;
  select * into known from cluster_notes where id = note;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  if known.author is not distinct from (actor ->> 'userId')::uuid and known.body = payload ->> 'body' and known.cluster_id = payload ->> 'cluster' then
    return jsonb_build_object('outcome', 'done', 'id', note, 'repeated', true);
  end if;
  return jsonb_build_object('outcome', 'conflict', 'field', 'id', 'reason', 'another note has this id already');
end $$;

-- An attempt to do what a role may not: written down, at most twenty a minute of one account.
create function public.record_cluster_refusal(cluster text, unit text, action text, actor jsonb) returns void
language sql
set search_path = public, extensions
as $$
  insert into cluster_history (cluster_id, unit_id, actor_user, actor_unit, actor_role, kind, after)
  select c.id, u.id, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', 'refused', jsonb_build_object('action', action)
  from (select 1) as one left join clusters c on c.id = cluster left join units u on u.id = unit
  where (c.id is not null or u.id is not null) and 20 > (
    select count(*) from cluster_history h
    where h.kind = 'refused' and h.actor_user = (actor ->> 'userId')::uuid and h.at > now() - interval '1 minute')
$$;

-- Duty desks and hand-over records of the demonstration; what is there already stays. Notes and patrols have functions of their own.
create function public.load_coordination(payload jsonb) returns void
language plpgsql
set search_path = public, extensions
as $$
declare
  given jsonb;
begin
  update units set duty_desk_phone = d ->> 'phone' from jsonb_array_elements(coalesce(payload -> 'desks', '[]')) as d
  where units.id = d ->> 'unitId' and units.duty_desk_phone is null;
  for given in select h from jsonb_array_elements(coalesce(payload -> 'handOvers', '[]')) with ordinality as t(h, place) order by place loop
    continue when exists (select from cluster_hand_overs h where h.cluster_id = given ->> 'cluster' and h.effective_from = (given ->> 'from')::date);
    perform private.write_hand_over(given ->> 'cluster', given ->> 'fromCode', given ->> 'toCode', (given ->> 'from')::date, payload -> 'actor',
      given ->> 'remarks', given -> 'facts', (given ->> 'recordedAt')::timestamptz);
  end loop;
end $$;

do $$
declare
  routine text;
begin
  foreach routine in array array['put_focus_area(jsonb)', 'end_focus_area(text, text, jsonb)', 'set_duty_desk(text, text, jsonb)',
    'add_cluster_note(jsonb)', 'record_cluster_refusal(text, text, text, jsonb)', 'load_coordination(jsonb)'] loop
    execute format('revoke execute on function public.%s from public, anon, authenticated', routine);
    execute format('grant execute on function public.%s to service_role', routine);
  end loop;
end $$;
