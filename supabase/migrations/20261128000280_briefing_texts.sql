-- Free text on slides: an officer reads that of the incidents within sight, as the policy of incidents has it, also where a slide lists others.

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

-- As before; the texts of an officer are those within sight.
create or replace function public.find_briefing(briefing uuid, with_content boolean default true) returns jsonb
language sql stable security definer
set search_path = public, extensions
as $$
  select found.row || case when with_content then jsonb_build_object('content', found.content, 'deck', found.deck,
      'added', (select coalesce(jsonb_agg(jsonb_build_object('slide', s.slide, 'names', s.names) order by s.place), '[]') from briefing_slides s where s.briefing_id = found.id),
      'texts', case when not found.shows_text then null when private.app_role() in ('analyst', 'commander', 'admin') then found.texts
        when private.app_role() = 'officer' then private.texts_in_sight(found.texts) end) else '{}' end
  from private.briefing_rows as found where found.id = briefing and private.may_read_briefing(found.area)
$$;

revoke execute on function private.texts_in_sight(jsonb) from public, anon, authenticated, service_role;
