-- Reads of zones. All `security invoker`: the row policies decide what is in the answer.

-- Visible zones that match, last changed first; `filter` holds any of the keys tested below, `wards` are keys `edition/code` or codes.
create function public.list_zones(filter jsonb default '{}', page_size integer default 200) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(row order by changed_at desc, id desc), '[]') from (
    select z.id, z.changed_at, to_jsonb(z) - array['published', 'ward_codes', 'west', 'south', 'east', 'north'] || jsonb_build_object('is_mine', private.drew_zone(z.id),
      'evidence', (select t.evidence from zone_texts t where t.zone_id = z.id and t.version = z.version)) as row
    from zones z
    where (not filter ? 'ids' or z.id::text = any (private.text_array(filter -> 'ids')))
      and (not filter ? 'statuses' or z.status = any (private.text_array(filter -> 'statuses')))
      and (not filter ? 'kinds' or z.kind = any (private.text_array(filter -> 'kinds')))
      and (not filter ? 'edition' or z.edition_id = filter ->> 'edition')
      and (not filter ? 'ward' or z.ward_codes @> array[filter ->> 'ward'])
      and (not filter ? 'day' or ((filter ->> 'day')::date >= z.valid_from and (z.valid_to is null or (filter ->> 'day')::date <= z.valid_to)))
      and (not filter ? 'bbox' or (z.east >= (filter -> 'bbox' ->> 0)::float8 and z.north >= (filter -> 'bbox' ->> 1)::float8
        and z.west <= (filter -> 'bbox' ->> 2)::float8 and z.south <= (filter -> 'bbox' ->> 3)::float8))
    order by z.changed_at desc, z.id desc limit page_size) as page
$$;

-- Every version of a zone that the caller may see, oldest first, with its words where they may be read.
create function public.zone_versions_of(zone uuid) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(to_jsonb(v) || jsonb_build_object('evidence', t.evidence, 'remark', t.remark) order by v.version), '[]')
  from zone_versions v left join zone_texts t on (t.zone_id, t.version) = (v.zone_id, v.version) where v.zone_id = zone
$$;

-- Visible incidents of a box and of some days, both included, as columns, for counting what lies in an area within it. No text, no id.
create function public.incidents_in_box(box double precision[], from_day date, to_day date, categories text[] default null) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select jsonb_build_object('as_of', now(),
    'lon', coalesce(jsonb_agg(lon), '[]'), 'lat', coalesce(jsonb_agg(lat), '[]'),
    'day', coalesce(jsonb_agg((occurred_at at time zone (select private.time_zone()))::date), '[]'), 'category', coalesce(jsonb_agg(category), '[]'),
    'border_zone', coalesce(jsonb_agg(border_zone), '[]'), 'owner_key', coalesce(jsonb_agg(owner_key), '[]'))
  from incidents
  where lon between box[1] and box[3] and lat between box[2] and box[4]
    and occurred_at >= (select private.day_start(from_day)) and occurred_at < (select private.day_start(to_day + 1))
    and (categories is null or category = any (categories))
$$;

revoke execute on function public.list_zones(jsonb, integer), public.zone_versions_of(uuid),
  public.incidents_in_box(double precision[], date, date, text[]) from public, anon;
grant execute on function public.list_zones(jsonb, integer), public.zone_versions_of(uuid),
  public.incidents_in_box(double precision[], date, date, text[]) to authenticated, service_role;
