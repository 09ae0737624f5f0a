-- Briefings as readers get them. `security definer` for the one thing the caller may not read (whose it is, the free text), so each
-- function asks for the role itself.

-- The digest that readers see: of the snapshot, and of every slide that was added since, in their order.
create function private.briefing_digest(briefing uuid, own text) returns text
language sql stable
set search_path = public, extensions
as $$
  select coalesce((select encode(sha256(convert_to(own || string_agg(s.digest, '' order by s.place), 'UTF8')), 'hex')
    from briefing_slides s where s.briefing_id = briefing having count(*) > 0), own)
$$;

create view private.briefing_rows as
  select b.id, b.area, b.created_at, b.content, b.texts, b.deck, b.shows_text, b.template_id, jsonb_build_object('id', b.id, 'number', b.number, 'version', b.version,
    'title', b.title, 'area', b.area, 'edition_id', b.edition_id, 'period_kind', b.period_kind, 'from_day', b.from_day, 'to_day', b.to_day, 'as_of', b.as_of,
    'classification', b.classification, 'shows_text', b.shows_text, 'state', b.state, 'progress', b.progress, 'failure', b.failure,
    'digest', private.briefing_digest(b.id, b.digest), 'template', case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name) end,
    'previous', case when p.id is not null then jsonb_build_object('id', p.id, 'number', p.number) end,
    'created_at', b.created_at, 'created_by_role', b.created_by_role, 'elapsed_ms', b.elapsed_ms) as row
  from public.briefings b
  left join public.briefing_templates t on t.id = b.template_id
  left join public.briefings p on p.id = b.previous_id;

-- Newest first; `filter`: `template`, `area`.
create function public.list_briefings(filter jsonb default '{}', page_size integer default 100) returns jsonb
language sql stable security definer
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(page.row order by page.created_at desc, page.id desc), '[]') from (
    select id, created_at, row from private.briefing_rows
    where private.may_read_briefing(area)
      and (not filter ? 'template' or template_id = (filter ->> 'template')::uuid)
      and (not filter ? 'area' or area = filter -> 'area')
    order by created_at desc, id desc limit least(page_size, 500)) as page
$$;

-- What was written about incidents, by id, of those within sight of an officer, as the policy of incidents has it: a slide may list others.
create function private.texts_in_sight(texts jsonb) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_object_agg(written.key, written.value), '{}')
  from jsonb_each(texts) as written join incidents i on i.id = written.key::uuid
  where exists (
    select 1 from private.officer_scope() as scope
    where scope.edition_id = i.edition_id and i.occurred_at >= scope.from_at and i.occurred_at < scope.until_at
      and (scope.ward_code = i.owner_code or (scope.own and scope.ward_code = any (i.concerned_codes))))
$$;

-- One briefing; with what it shows when asked for. Free text only where the snapshot says so and the role may read it. The note for
-- the presenter and a claim somebody wrote are words of who composes. Null when the caller may see none.
create function public.find_briefing(briefing uuid, with_content boolean default true) returns jsonb
language sql stable security definer
set search_path = public, extensions
as $$
  select found.row || case when with_content then jsonb_build_object('content', found.content, 'deck', found.deck,
      'added', (select coalesce(jsonb_agg(jsonb_build_object('slide', s.slide, 'names', s.names) order by s.place), '[]') from briefing_slides s where s.briefing_id = found.id),
      'texts', case when not found.shows_text then null when private.app_role() in ('analyst', 'commander', 'admin') then found.texts
        when private.app_role() = 'officer' then private.texts_in_sight(found.texts) end) else '{}' end
  from private.briefing_rows as found where found.id = briefing and private.may_read_briefing(found.area)
$$;

-- Pins that wait, newest first.
create function public.list_briefing_pins(page_size integer default 200) returns jsonb
language sql stable security definer
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(page.row order by page.created_at desc, page.id), '[]') from (
    select id, created_at, jsonb_build_object('id', id, 'kind', kind, 'title', title, 'path', path, 'created_at', created_at,
      'created_by_role', created_by_role, 'mine', coalesce(author = auth.uid(), false)) as row
    from briefing_pins where taken_by is null and private.app_role() in ('analyst', 'commander', 'admin')
    order by created_at desc, id limit least(page_size, 500)) as page
$$;

-- Templates with the briefing each composed last.
create function public.list_briefing_templates() returns jsonb
language sql stable security definer
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'version', t.version, 'name', t.name, 'area', t.area, 'period_kind', t.period_kind,
      'classification', t.classification, 'shows_text', t.shows_text, 'minute_of_day', t.minute_of_day, 'weekdays', to_jsonb(t.weekdays), 'is_active', t.is_active,
      'created_at', t.created_at, 'created_by_role', t.created_by_role,
      'last', (select jsonb_build_object('id', b.id, 'number', b.number, 'state', b.state, 'as_of', b.as_of) from briefings b
        where b.template_id = t.id order by b.template_day desc limit 1)) order by t.name, t.id), '[]')
  from briefing_templates t where t.removed_at is null and private.app_role() in ('analyst', 'commander', 'admin')
$$;

revoke all on private.briefing_rows from public, anon, authenticated, service_role;
revoke execute on function private.briefing_digest(uuid, text), public.list_briefings(jsonb, integer), public.find_briefing(uuid, boolean),
  public.list_briefing_pins(integer), public.list_briefing_templates() from public, anon;
revoke execute on function private.texts_in_sight(jsonb) from public, anon, authenticated, service_role;
grant execute on function public.list_briefings(jsonb, integer), public.find_briefing(uuid, boolean), public.list_briefing_pins(integer),
  public.list_briefing_templates() to authenticated, service_role;
