-- What the server may do with patrols, each in one transaction with its history. Only `service_role` may call these.

create function private.note_patrol_change(patrol uuid, ward text, actor jsonb, kind text, before jsonb, after jsonb, remark text) returns void
language plpgsql
set search_path = public, extensions
as $$
declare
  entry bigint;
begin
  insert into patrol_history (patrol_id, actor_user, actor_unit, actor_role, kind, before, after)
  values (patrol, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', kind, before, after) returning id into entry;
  if remark <> '' then insert into patrol_remarks (history_id, patrol_id, ward_code, body) values (entry, patrol, ward, remark); end if;
end $$;

-- Plans a patrol: {patrol: {column: value}, booked: [codes booked at once], note, digest, actor}. The same id twice makes one.
create function public.plan_patrol(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  p jsonb := payload -> 'patrol';
  actor jsonb := payload -> 'actor';
  codes text[] := private.text_array(p -> 'ward_codes');
  booked text[] := private.text_array(payload -> 'booked');
  made patrols;
  receipt patrol_receipts;
begin
  insert into patrols (id, name, edition_id, cluster_id, from_at, to_at, plan, reach_metres, coverage, ward_codes)
  values ((p ->> 'id')::uuid, p ->> 'name', p ->> 'edition_id', p ->> 'cluster_id', (p ->> 'from_at')::timestamptz, (p ->> 'to_at')::timestamptz,
    p -> 'plan', (p ->> 'reach_metres')::float8, p -> 'coverage', codes)
  on conflict (id) do nothing returning * into made;
  if not found then
    select * into receipt from patrol_receipts where patrol_id = (p ->> 'id')::uuid;
    if receipt.author is not distinct from (actor ->> 'userId')::uuid and receipt.digest = payload ->> 'digest' then
      return jsonb_build_object('outcome', 'done', 'repeated', true);
    end if;
    return jsonb_build_object('outcome', 'conflict', 'field', 'id', 'reason', 'another patrol has this id already');
  end if;
  insert into patrol_receipts (patrol_id, author, digest) values (made.id, (actor ->> 'userId')::uuid, payload ->> 'digest');
  insert into patrol_bookings (patrol_id, edition_id, ward_code, status, answered_at)
  select made.id, made.edition_id, code, case when code = any (booked) then 'booked' else 'asked' end,
    case when code = any (booked) then clock_timestamp() end from unnest(codes) as code;
  perform private.note_patrol_change(made.id, null, actor, 'planned', null,
    to_jsonb(made) - array['coverage', 'plan', 'recorded_at'] || jsonb_build_object('booked', booked), payload ->> 'note');
  return jsonb_build_object('outcome', 'done');
end $$;

-- Takes a patrol for one change.
create function private.take_patrol(patrol uuid) returns public.patrols
language sql
set search_path = public, extensions
as $$ select * from patrols where id = patrol for update $$;

-- Moves a patrol to another status, or adds a note, if it still has the version the caller saw.
create function public.change_patrol(patrol uuid, seen_version integer, to_status text, note text, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored patrols := private.take_patrol(patrol);
begin
  if stored.id is null then return jsonb_build_object('outcome', 'missing'); end if;
  if stored.version <> seen_version then return jsonb_build_object('outcome', 'conflict', 'field', 'version', 'reason', 'it was changed since; see current'); end if;
  if stored.status = to_status and note is null then return jsonb_build_object('outcome', 'done', 'repeated', true); end if;
  if stored.status = 'cancelled' and to_status <> 'cancelled' then
    return private.invalid('status', 'a cancelled patrol does not come back: plan a new one');
  end if;
  if stored.status = 'done' and to_status = 'planned' then return private.invalid('status', 'what was done is not planned any more'); end if;
  if to_status = 'done' and stored.from_at > now() then return private.invalid('status', 'it has not begun yet'); end if;
  update patrols set status = coalesce(to_status, status), version = version + 1 where id = patrol;
  perform private.note_patrol_change(patrol, null, actor, case when to_status is distinct from stored.status and to_status is not null then 'status' else 'note' end,
    jsonb_build_object('status', stored.status), jsonb_build_object('status', coalesce(to_status, stored.status)), note);
  return jsonb_build_object('outcome', 'done');
end $$;

-- A ward's answer, if its booking still has the version the caller saw.
create function public.answer_booking(patrol uuid, ward text, to_status text, seen_version integer, note text, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored patrols := private.take_patrol(patrol);
  booking patrol_bookings;
begin
  select * into booking from patrol_bookings where patrol_id = patrol and ward_code = ward;
  if booking.patrol_id is null then return private.invalid('ward', 'takes no part in this patrol'); end if;
  -- A double click: the same answer to the version before.
  if booking.status = to_status and booking.version in (seen_version, seen_version + 1) then return jsonb_build_object('outcome', 'done', 'repeated', true); end if;
  if booking.version <> seen_version then return jsonb_build_object('outcome', 'conflict', 'field', 'version', 'reason', 'it was answered since; see current'); end if;
  if stored.status <> 'planned' then return private.invalid('action', 'the patrol is not planned any more'); end if;
  if to_status = 'declined' and exists (select from patrol_tracks where patrol_id = patrol and ward_code = ward) then
    return private.invalid('action', 'this ward has recorded a track already');
  end if;
  update patrol_bookings set status = to_status, version = version + 1, answered_at = clock_timestamp() where patrol_id = patrol and ward_code = ward;
  update patrols set version = version + 1 where id = patrol;
  perform private.note_patrol_change(patrol, ward, actor, to_status, jsonb_build_object('ward', ward, 'status', booking.status),
    jsonb_build_object('ward', ward, 'status', to_status), note);
  return jsonb_build_object('outcome', 'done');
end $$;

-- What a ward walked: {patrol, track: {column: value}, actor}. The same geometry of the same ward twice makes one track.
create function public.add_patrol_track(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored patrols := private.take_patrol((payload ->> 'patrol')::uuid);
  t jsonb := payload -> 'track';
  booking patrol_bookings;
  known uuid;
begin
  if stored.id is null then return jsonb_build_object('outcome', 'missing'); end if;
  select * into booking from patrol_bookings where patrol_id = stored.id and ward_code = t ->> 'ward_code';
  if booking.patrol_id is null then return private.invalid('ward', 'takes no part in this patrol'); end if;
  select id into known from patrol_tracks where patrol_id = stored.id and ward_code = t ->> 'ward_code' and digest = t ->> 'digest';
  if found then return jsonb_build_object('outcome', 'done', 'repeated', true, 'id', known); end if;
  if stored.status = 'cancelled' then return private.invalid('(patrol)', 'it was cancelled'); end if;
  if (select count(*) from patrol_tracks where patrol_id = stored.id) >= 100 then return private.invalid('(patrol)', 'has 100 tracks already'); end if;
  if booking.status <> 'booked' then
    update patrol_bookings set status = 'booked', version = version + 1, answered_at = clock_timestamp() where patrol_id = stored.id and ward_code = booking.ward_code;
  end if;
  insert into patrol_tracks (id, patrol_id, ward_code, source, started_at, ended_at, length_metres, geometry, coverage, digest)
  values ((t ->> 'id')::uuid, stored.id, booking.ward_code, t ->> 'source', (t ->> 'started_at')::timestamptz, (t ->> 'ended_at')::timestamptz,
    (t ->> 'length_metres')::float8, t -> 'geometry', t -> 'coverage', t ->> 'digest');
  update patrols set version = version + 1 where id = stored.id;
  perform private.note_patrol_change(stored.id, booking.ward_code, payload -> 'actor', 'track', null,
    t - array['geometry', 'coverage', 'digest'], null);
  return jsonb_build_object('outcome', 'done', 'id', t ->> 'id');
end $$;

create function public.record_patrol_refusal(patrol uuid, action text, actor jsonb) returns void
language sql
set search_path = public, extensions
as $$
  insert into patrol_history (patrol_id, actor_user, actor_unit, actor_role, kind, after)
  select id, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', 'refused', jsonb_build_object('action', action) from patrols
  where id = patrol and 20 > (select count(*) from patrol_history h
    where h.kind = 'refused' and h.actor_user = (actor ->> 'userId')::uuid and h.at > now() - interval '1 minute')
$$;

-- Wards of a patrol that are asked or booked elsewhere in an overlapping window, seen with the server's eyes: a ward has one
-- shift, whoever asks. Only ward and window are told, not which patrol.
create function public.patrol_overlaps(patrol uuid) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(jsonb_build_object('ward', ward_code, 'from', from_at, 'to', to_at) order by ward_code, from_at), '[]') from (
    select mine.ward_code, other.from_at, other.to_at
    from patrols p join patrol_bookings mine on mine.patrol_id = p.id and mine.status <> 'declined'
    join patrol_bookings theirs on (theirs.edition_id, theirs.ward_code) = (mine.edition_id, mine.ward_code)
      and theirs.patrol_id <> p.id and theirs.status <> 'declined'
    join patrols other on other.id = theirs.patrol_id and other.status = 'planned' and other.from_at < p.to_at and other.to_at > p.from_at
    where p.id = patrol and p.status = 'planned' limit 100) as clash
$$;

do $$
declare
  routine text;
begin
  foreach routine in array array['private.note_patrol_change(uuid, text, jsonb, text, jsonb, jsonb, text)', 'private.take_patrol(uuid)',
    'public.plan_patrol(jsonb)', 'public.change_patrol(uuid, integer, text, text, jsonb)',
    'public.answer_booking(uuid, text, text, integer, text, jsonb)', 'public.add_patrol_track(jsonb)',
    'public.record_patrol_refusal(uuid, text, jsonb)', 'public.patrol_overlaps(uuid)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
