-- Reads of disputes. All `security invoker` but one: the row policies decide what is in the answer.

-- Visible disputes that match, last received first; `filter` holds any of the keys tested below.
create function public.list_disputes(filter jsonb default '{}', page_size integer default 200, after_at timestamptz default null, after_id uuid default null) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(jsonb_agg(row order by received_at desc, id desc), '[]') from (
    select d.id, d.received_at, to_jsonb(d) - 'created_at' || jsonb_build_object(
      'due_at', private.day_start(d.due_day + 1),
      'rule', (select r.rule from dispute_rules r where r.version = d.rule_version),
      'sessions', (select coalesce(jsonb_agg(to_jsonb(s) - 'dispute_id' || jsonb_build_object('next_step', (select t.body from dispute_texts t
          where t.dispute_id = d.id and t.session_number = s.number order by t.history_id desc limit 1)) order by s.number), '[]')
        from dispute_sessions s where s.dispute_id = d.id),
      'escalations', (select coalesce(jsonb_agg(to_jsonb(e) - 'dispute_id' || jsonb_build_object('reason', t.body) order by e.at, e.history_id), '[]')
        from dispute_escalations e left join dispute_texts t using (history_id) where e.dispute_id = d.id),
      'description', (select t.body from dispute_texts t where t.dispute_id = d.id and t.kind = 'description' order by t.history_id desc limit 1),
      'outcome', (select t.body from dispute_texts t where t.dispute_id = d.id and t.kind = 'outcome' and d.stage = 'settled' order by t.history_id desc limit 1)
    ) as row
    from disputes d
    where (not filter ? 'id' or d.id = (filter ->> 'id')::uuid)
      and (not filter ? 'incident' or d.incident_id = (filter ->> 'incident')::uuid)
      and (not filter ? 'stages' or d.stage = any (private.text_array(filter -> 'stages')))
      and (not filter ? 'risks' or d.risk = any (private.text_array(filter -> 'risks')))
      and (not filter ? 'edition' or d.edition_id = filter ->> 'edition')
      and (not filter ? 'ward' or d.ward_code = filter ->> 'ward')
      and (after_at is null or (d.received_at, d.id) < (after_at, after_id))
    order by d.received_at desc, d.id desc limit page_size) as page
$$;

-- How many disputes are in each stage, of those that match. `security definer` for viewers alone, who may count and not read.
create function private.count_disputes_for_viewers(filter jsonb) returns jsonb
language sql stable security definer
set search_path = public, extensions
as $$
  select case when private.app_role() = 'viewer' then (select coalesce(jsonb_object_agg(stage, n), '{}') from (
    select stage, count(*) as n from disputes d
    where (not filter ? 'edition' or d.edition_id = filter ->> 'edition') and (not filter ? 'ward' or d.ward_code = filter ->> 'ward')
      and (not filter ? 'risks' or d.risk = any (private.text_array(filter -> 'risks')))
    group by stage) as counted) end
$$;

create function public.dispute_counts(filter jsonb default '{}') returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select coalesce(private.count_disputes_for_viewers(filter), (select coalesce(jsonb_object_agg(stage, n), '{}') from (
    select stage, count(*) as n from disputes d
    where (not filter ? 'edition' or d.edition_id = filter ->> 'edition') and (not filter ? 'ward' or d.ward_code = filter ->> 'ward')
      and (not filter ? 'risks' or d.risk = any (private.text_array(filter -> 'risks')))
    group by stage) as counted))
$$;

revoke execute on function public.list_disputes(jsonb, integer, timestamptz, uuid), private.count_disputes_for_viewers(jsonb), public.dispute_counts(jsonb) from public, anon;
grant execute on function public.list_disputes(jsonb, integer, timestamptz, uuid), private.count_disputes_for_viewers(jsonb), public.dispute_counts(jsonb) to authenticated, service_role;
