-- What the processes that compose do with briefings. Only `service_role` may call these. Silence and attempts as of analyses.

-- Takes the next briefing, the oldest first; one that was left is taken again, until it was begun three times. Null when there is none.
create function public.claim_briefing(worker_claim uuid) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  silent interval;
  most integer;
  taken briefings;
  left_behind briefings;
begin
  select l.silence, l.most_attempts into silent, most from private.analysis_limits() as l;
  if not exists (select from briefings where state = 'queued' or (state = 'composing' and beat_at < now() - silent)) then return null; end if;
  for left_behind in select * from briefings where state = 'composing' and beat_at < now() - silent and (attempts >= most or cancel_asked) for update skip locked loop
    perform private.give_up_briefing(left_behind.id, case when left_behind.cancel_asked then 'cancelled' else 'failed' end, 'interrupted', null, null);
  end loop;
  update briefings set state = 'composing', claim = worker_claim, attempts = attempts + 1, progress = 0, beat_at = clock_timestamp()
  where id = (select q.id from briefings q where q.state = 'queued' or (q.state = 'composing' and q.beat_at < now() - silent)
    order by q.created_at, q.id limit 1 for update skip locked)
  returning * into taken;
  if taken.id is null then return null; end if;
  perform private.announce('briefings', private.briefing_keys(taken.area));
  return jsonb_build_object('id', taken.id, 'claim', taken.claim, 'number', taken.number, 'area', taken.area, 'edition_id', taken.edition_id, 'from_day', taken.from_day, 'to_day', taken.to_day,
    'as_of', taken.as_of, 'seed', taken.seed, 'patrol_id', taken.patrol_id, 'is_composed', taken.content is not null,
    'pins', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'title', p.title, 'path', p.path) order by p.created_at, p.id), '[]')
      from briefing_pins p where p.id = any (taken.pending_pins)),
    'previous', (select jsonb_build_object('number', p.number, 'as_of', p.as_of, 'content', p.content) from briefings p where p.id = taken.previous_id));
end $$;

-- A sign of life; progress never goes back. Answers `go`, `cancel` when somebody asked for that, `lost` when it is another's.
create function public.beat_briefing(briefing uuid, worker_claim uuid, reached double precision) returns text
language plpgsql
set search_path = public, extensions
as $$
declare
  asked boolean;
begin
  update briefings set beat_at = clock_timestamp(), progress = greatest(progress, least(greatest(reached, 0), 1))
  where id = briefing and claim = worker_claim and state = 'composing' returning cancel_asked into asked;
  return case when asked is null then 'lost' when asked then 'cancel' else 'go' end;
end $$;

-- The content: {content, digest, texts, deck, elapsed_ms}; or, of one that has its content, {slides: [{slide, names, digest}], elapsed_ms}.
-- Answers `done`, `cancelled` when somebody asked for that meanwhile, `lost` when it is another's.
create function public.finish_briefing(briefing uuid, worker_claim uuid, result jsonb) returns text
language plpgsql
set search_path = public, extensions
as $$
declare
  stored briefings;
  reached integer;
begin
  select * into stored from briefings where id = briefing and claim = worker_claim and state = 'composing' for update;
  if not found then return 'lost'; end if;
  if stored.cancel_asked then
    perform private.give_up_briefing(briefing, 'cancelled', null, null, (result ->> 'elapsed_ms')::integer);
    return 'cancelled';
  end if;
  if stored.content is null then
    update briefings set state = 'ready', progress = 1, content = result -> 'content', digest = result ->> 'digest', texts = result -> 'texts', deck = result -> 'deck',
      pending_pins = '{}', finished_at = clock_timestamp(), elapsed_ms = (result ->> 'elapsed_ms')::integer where id = briefing;
    perform private.note_briefing('briefing', briefing, null, 'composed', null, jsonb_build_object('digest', result ->> 'digest'), stored.area);
    return 'done';
  end if;
  select coalesce(max(place), 0) into reached from briefing_slides where briefing_id = briefing;
  insert into briefing_slides (briefing_id, slide_id, place, slide, names, digest)
  select briefing, one.value -> 'slide' ->> 'id', reached + one.ordinality, one.value -> 'slide', one.value -> 'names', one.value ->> 'digest'
  from jsonb_array_elements(result -> 'slides') with ordinality as one;
  update briefings set state = 'ready', progress = 1, pending_pins = '{}', version = version + 1, deck = deck || (
    select coalesce(jsonb_agg(jsonb_build_object('slideId', one -> 'slide' ->> 'id', 'isShown', true, 'claim', null, 'note', null)), '[]') from jsonb_array_elements(result -> 'slides') as one)
  where id = briefing;
  perform private.note_briefing('briefing', briefing, null, 'slides_added', null, jsonb_build_object('slides', (select jsonb_agg(one -> 'slide' -> 'id') from jsonb_array_elements(result -> 'slides') as one)), stored.area);
  return 'done';
end $$;

-- Ends it without content: `failed` with a failure, `cancelled`, or back into the queue when its composer is being stopped.
create function public.end_briefing(briefing uuid, worker_claim uuid, result jsonb) returns boolean
language plpgsql
set search_path = public, extensions
as $$
declare
  stored briefings;
begin
  select * into stored from briefings where id = briefing and claim = worker_claim and state = 'composing' for update;
  if not found then return false; end if;
  if result ->> 'state' = 'queued' then
    update briefings set state = 'queued', claim = null, progress = 0, attempts = attempts - 1 where id = briefing;
    perform private.announce('briefings', private.briefing_keys(stored.area));
  else
    perform private.give_up_briefing(briefing, result ->> 'state', result ->> 'failure', result ->> 'failure_detail', (result ->> 'elapsed_ms')::integer);
  end if;
  return true;
end $$;

do $$
declare
  routine text;
begin
  foreach routine in array array['public.claim_briefing(uuid)', 'public.beat_briefing(uuid, uuid, double precision)', 'public.finish_briefing(uuid, uuid, jsonb)', 'public.end_briefing(uuid, uuid, jsonb)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
