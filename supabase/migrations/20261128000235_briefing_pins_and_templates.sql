-- Pins that wait for a briefing, and templates that compose by themselves, each change in one transaction with its history. Only `service_role`
-- may call these.

-- A pin that waits. The same id twice makes one; not more than `most` wait for one account.
create function public.add_briefing_pin(pin jsonb, most integer, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored briefing_pins;
begin
  perform pg_advisory_xact_lock(hashtext('giap_ranh.briefing_queue'));
  select * into stored from briefing_pins where id = (pin ->> 'id')::uuid;
  if found then
    if stored.author is not distinct from (actor ->> 'userId')::uuid and (stored.kind, stored.title, stored.path) = (pin ->> 'kind', pin ->> 'title', pin ->> 'path') then
      return jsonb_build_object('outcome', 'done', 'repeated', true);
    end if;
    return jsonb_build_object('outcome', 'conflict', 'field', 'id', 'reason', 'another pin has this id already');
  end if;
  if most <= (select count(*) from briefing_pins where taken_by is null and author is not distinct from (actor ->> 'userId')::uuid) then
    return jsonb_build_object('outcome', 'too_many');
  end if;
  insert into briefing_pins (id, kind, title, path, author, created_by_role)
  values ((pin ->> 'id')::uuid, pin ->> 'kind', pin ->> 'title', pin ->> 'path', (actor ->> 'userId')::uuid, actor ->> 'role');
  perform private.note_briefing('pin', (pin ->> 'id')::uuid, actor, 'pinned', null, pin - 'id');
  return jsonb_build_object('outcome', 'done');
end $$;

-- Takes away a pin that waits: its author, or an administrator.
create function public.remove_briefing_pin(pin uuid, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored briefing_pins;
begin
  select * into stored from briefing_pins where id = pin for update;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  if not coalesce(actor ->> 'role' = 'admin' or stored.author = (actor ->> 'userId')::uuid, false) then return jsonb_build_object('outcome', 'forbidden'); end if;
  if stored.taken_by is not null then return private.invalid('state', 'a briefing shows it already'); end if;
  delete from briefing_pins where id = pin;
  perform private.note_briefing('pin', pin, actor, 'removed', jsonb_build_object('kind', stored.kind, 'title', stored.title, 'path', stored.path), null);
  return jsonb_build_object('outcome', 'done');
end $$;

-- A template: new, with the same id twice one. {template: {column: value}, actor}.
create function public.add_briefing_template(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  t jsonb := payload -> 'template';
  actor jsonb := payload -> 'actor';
  stored briefing_templates;
begin
  perform pg_advisory_xact_lock(hashtext('giap_ranh.briefing_queue'));
  select * into stored from briefing_templates where id = (t ->> 'id')::uuid;
  if found then
    if stored.version = 1 and stored.author is not distinct from (actor ->> 'userId')::uuid and private.changed_columns(to_jsonb(stored), t) = '{}' then
      return jsonb_build_object('outcome', 'done', 'repeated', true);
    end if;
    return jsonb_build_object('outcome', 'conflict', 'field', 'id', 'reason', 'another template has this id already');
  end if;
  insert into briefing_templates (id, name, area, period_kind, classification, shows_text, minute_of_day, weekdays, is_active, author, created_by_role)
  values ((t ->> 'id')::uuid, t ->> 'name', t -> 'area', t ->> 'period_kind', t ->> 'classification', (t ->> 'shows_text')::boolean,
    (t ->> 'minute_of_day')::integer, array(select value::integer from jsonb_array_elements_text(t -> 'weekdays')), (t ->> 'is_active')::boolean,
    (actor ->> 'userId')::uuid, coalesce(actor ->> 'role', 'admin'));
  perform private.note_briefing('template', (t ->> 'id')::uuid, actor, 'made', null, t - 'id');
  return jsonb_build_object('outcome', 'done');
end $$;

-- Changes a template, or with `removed` takes it out of use; what it composed stays.
create function public.change_briefing_template(template uuid, seen_version integer, change jsonb, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored briefing_templates;
  was jsonb;
  becomes jsonb;
begin
  select * into stored from briefing_templates where id = template and removed_at is null for update;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  was := to_jsonb(stored) - array['id', 'version', 'since', 'removed_at', 'author', 'created_by_role', 'created_at'];
  becomes := was || (change - 'removed');
  if becomes = was and not change ? 'removed' and seen_version in (stored.version, stored.version - 1) then return jsonb_build_object('outcome', 'done', 'repeated', true); end if;
  if seen_version is not null and stored.version <> seen_version then return jsonb_build_object('outcome', 'conflict', 'field', 'version', 'reason', 'it was changed since; see current'); end if;
  update briefing_templates set name = becomes ->> 'name', area = becomes -> 'area', period_kind = becomes ->> 'period_kind', classification = becomes ->> 'classification',
    shows_text = (becomes ->> 'shows_text')::boolean, minute_of_day = (becomes ->> 'minute_of_day')::integer,
    weekdays = array(select value::integer from jsonb_array_elements_text(becomes -> 'weekdays')), is_active = (becomes ->> 'is_active')::boolean,
    since = case when change ?| array['minute_of_day', 'weekdays', 'is_active'] then clock_timestamp() else since end,
    removed_at = case when change ? 'removed' then clock_timestamp() end, version = version + 1
  where id = template;
  perform private.note_briefing('template', template, actor, case when change ? 'removed' then 'removed' else 'changed' end,
    private.changed_columns(becomes, was), private.changed_columns(was, becomes));
  return jsonb_build_object('outcome', 'done');
end $$;

-- Templates that should have composed today by now and did not, with the instant each was due. Of a day that is over none is made up for.
create function public.due_briefing_templates(moment timestamptz default now()) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  with today as (select (moment at time zone private.time_zone())::date as day)
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'area', t.area, 'period_kind', t.period_kind, 'classification', t.classification,
    'shows_text', t.shows_text, 'day', today.day, 'due_at', due.at) order by due.at, t.id), '[]')
  from today, briefing_templates t, lateral (select (today.day + make_interval(mins => t.minute_of_day)) at time zone private.time_zone() as at) as due
  where t.is_active and t.removed_at is null and extract(isodow from today.day)::integer = any (t.weekdays) and due.at <= moment and t.since <= due.at
    and not exists (select from briefings b where b.template_id = t.id and b.template_day = today.day)
$$;

do $$
declare
  routine text;
begin
  foreach routine in array array['public.add_briefing_pin(jsonb, integer, jsonb)', 'public.remove_briefing_pin(uuid, jsonb)', 'public.add_briefing_template(jsonb)',
    'public.change_briefing_template(uuid, integer, jsonb, jsonb)', 'public.due_briefing_templates(timestamptz)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
