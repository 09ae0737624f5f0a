-- Reads of the coordination. All `security invoker`: the row policies decide what is in the answer.

-- Everything about an incident beyond its row; what a reader may not read of it is null or empty.
create function public.read_coordination(incident uuid) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select jsonb_build_object(
    'detections', (select coalesce(jsonb_agg(jsonb_build_object('ward', ward_code, 'at', detected_at, 'recordedAt', recorded_at)
      order by detected_at nulls last, id), '[]') from incident_detections where incident_id = incident),
    'assists', (select coalesce(jsonb_agg(jsonb_build_object('ward', a.ward_code, 'basis', a.basis, 'status', a.status, 'version', a.version,
        'askedAt', a.asked_at, 'answeredAt', a.answered_at, 'finishedAt', a.finished_at, 'dueAt', a.due_at, 'note', r.body) order by a.ward_code), '[]')
      from incident_assists a left join incident_remarks r on r.id = a.note_id where a.incident_id = incident),
    'handOvers', (select coalesce(jsonb_agg(jsonb_build_object('from', h.from_code, 'to', h.to_code, 'status', h.status, 'version', h.version,
        'offeredAt', h.offered_at, 'answeredAt', h.answered_at, 'dueAt', h.due_at, 'reason', r.body, 'answer', s.body) order by h.id), '[]')
      from incident_hand_overs h left join incident_remarks r on r.id = h.reason_id left join incident_remarks s on s.id = h.answer_id
      where h.incident_id = incident),
    'decisions', (select coalesce(jsonb_agg(jsonb_build_object('ward', d.ward_code, 'decidedAt', d.decided_at, 'withdrawnAt', d.withdrawn_at,
        'reason', r.body, 'withdrawalReason', s.body) order by d.id), '[]')
      from incident_decisions d left join incident_remarks r on r.id = d.reason_id left join incident_remarks s on s.id = d.withdrawal_reason_id
      where d.incident_id = incident),
    'outcome', (select body from incident_remarks where incident_id = incident and kind = 'outcome' order by id desc limit 1),
    'clock', (select jsonb_build_object('leadSince', lead_since, 'confirmDueAt', confirm_due_at, 'resolveDueAt', resolve_due_at,
      'returnDueAt', return_due_at) from incidents where id = incident),
    'history', (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'at', h.at, 'actorRole', h.actor_role, 'actorUnit', h.actor_unit,
        'kind', h.kind, 'before', h.before, 'after', h.after, 'remark', r.body) order by h.id), '[]')
      from incident_history h left join incident_remarks r on r.id = h.remark_id where h.incident_id = incident))
$$;

-- Open steps of visible incidents, most urgent first; `filter`: `wards` (keys `edition/ward` of who has to act), `cluster`.
create function public.work_items(filter jsonb default '{}', page_size integer default 200) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  with steps as (
    select i.id, 'confirm_lead' as kind, i.lead_code as ward, coalesce(i.lead_since, i.reported_at) as since, i.confirm_due_at as due
    from incidents i where i.status in ('reported', 'in_progress') and i.lead_confirmed_at is null
    union all
    select i.id, 'resolve', i.lead_code, coalesce(i.lead_confirmed_at, i.lead_since, i.reported_at), i.resolve_due_at
    from incidents i where i.status in ('reported', 'in_progress') and (i.lead_confirmed_at is not null or i.resolve_due_at < now())
    union all
    select i.id, 'return_outcome', i.lead_code, i.resolved_at, i.return_due_at
    from incidents i where i.status in ('resolved', 'closed') and i.outcome_returned_at is null and i.resolved_at is not null
    union all
    select a.incident_id, case a.status when 'asked' then 'acknowledge_assist' else 'finish_assist' end, a.ward_code,
      case a.status when 'asked' then a.asked_at else a.answered_at end, case a.status when 'asked' then a.due_at end
    from incident_assists a where a.status in ('asked', 'accepted')
    union all
    select h.incident_id, 'hand_over', h.to_code, h.offered_at, h.due_at from incident_hand_overs h where h.status = 'offered'
  )
  select coalesce(jsonb_agg(row order by (row ->> 'dueAt')::timestamptz nulls last, (row ->> 'since')::timestamptz, row ->> 'incidentId', row ->> 'kind'), '[]') from (
    select jsonb_build_object('kind', s.kind, 'incidentId', i.id, 'version', i.version, 'category', i.category, 'occurredAt', i.occurred_at,
      'lon', i.lon, 'lat', i.lat, 'editionId', i.edition_id, 'clusterId', i.cluster_id, 'borderZone', i.border_zone,
      'ward', s.ward, 'lead', i.lead_code, 'since', s.since, 'dueAt', s.due) as row
    from steps s join incidents i on i.id = s.id
    where (not filter ? 'cluster' or i.cluster_id = filter ->> 'cluster')
      and (not filter ? 'wards' or i.edition_id || '/' || s.ward = any (private.text_array(filter -> 'wards')))
    order by s.due nulls last, s.since, i.id, s.kind limit page_size) page
$$;

-- As before, with each incident's next deadline (0 = none), and in all how many a reader sees from whose sight some can go.
create or replace function public.points(since bigint default 0) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select jsonb_build_object(
    'count', count(*), 'version', coalesce(max(version), since), 'as_of', extract(epoch from now()),
    'total', case when private.app_role() = 'officer' then (select count(*) from incidents) end,
    'id', coalesce(jsonb_agg(id order by version), '[]'), 'lon', coalesce(jsonb_agg(lon order by version), '[]'),
    'lat', coalesce(jsonb_agg(lat order by version), '[]'),
    'occurred_at', coalesce(jsonb_agg(floor(extract(epoch from occurred_at)) order by version), '[]'),
    'versions', coalesce(jsonb_agg(version order by version), '[]'),
    'due_at', coalesce(jsonb_agg(coalesce(floor(extract(epoch from next_due_at)), 0) order by version), '[]'),
    'category', coalesce(jsonb_agg(category order by version), '[]'),
    'status', coalesce(jsonb_agg(status order by version), '[]'),
    'ownership_status', coalesce(jsonb_agg(ownership_status order by version), '[]'),
    'edition_id', coalesce(jsonb_agg(edition_id order by version), '[]'),
    'owner_code', coalesce(jsonb_agg(owner_code order by version), '[]'),
    'lead_code', coalesce(jsonb_agg(lead_code order by version), '[]'),
    'lead_reason', coalesce(jsonb_agg(lead_reason order by version), '[]'),
    'cluster_id', coalesce(jsonb_agg(cluster_id order by version), '[]'),
    'border_zone', coalesce(jsonb_agg(border_zone order by version), '[]'),
    'junction', coalesce(jsonb_agg(junction order by version), '[]'))
  from incidents where version > since
$$;

-- One page of visible incidents, newest first, after (after_at, after_id); `filter` holds any of the keys tested below.
-- Built as text so that each request gets a plan for the conditions it has; values only ever travel as parameters.
create or replace function public.list_incidents(filter jsonb default '{}', page_size integer default 50,
  after_at timestamptz default null, after_id uuid default null) returns jsonb
language plpgsql stable
set search_path = public, extensions
as $$
declare
  condition text := 'true';
  answer jsonb;
begin
  if filter ? 'id' then condition := condition || ' and i.id = ($1 ->> ''id'')::uuid'; end if;
  if filter ? 'from' then condition := condition || ' and i.occurred_at >= ($1 ->> ''from'')::timestamptz'; end if;
  if filter ? 'to' then condition := condition || ' and i.occurred_at < ($1 ->> ''to'')::timestamptz'; end if;
  if filter ? 'categories' then condition := condition || ' and i.category = any (array(select jsonb_array_elements_text($1 -> ''categories'')))'; end if;
  if filter ? 'statuses' then condition := condition || ' and i.status = any (array(select jsonb_array_elements_text($1 -> ''statuses'')))'; end if;
  if filter ? 'editionId' then condition := condition || ' and i.edition_id = $1 ->> ''editionId'''; end if;
  if filter ? 'wards' then condition := condition || ' and i.owner_code = any (array(select jsonb_array_elements_text($1 -> ''wards'')))'; end if;
  if filter ? 'cluster' then condition := condition || ' and i.cluster_id = $1 ->> ''cluster'''; end if;
  if filter ? 'borderZone' then condition := condition || ' and i.border_zone = ($1 -> ''borderZone'')::boolean'; end if;
  if filter ? 'lead' then
    condition := condition || ' and i.edition_id = split_part($1 ->> ''lead'', ''/'', 1) and i.lead_code = split_part($1 ->> ''lead'', ''/'', 2)';
  end if;
  if filter ? 'assist' then
    condition := condition || ' and exists (select 1 from incident_assists a where a.incident_id = i.id and a.status in (''asked'', ''accepted'') '
      || 'and a.edition_id = split_part($1 ->> ''assist'', ''/'', 1) and a.ward_code = split_part($1 ->> ''assist'', ''/'', 2))';
  end if;
  if filter ? 'open' then
    condition := condition || ' and i.status ' || case when (filter -> 'open')::boolean then '' else 'not ' end || 'in (''reported'', ''in_progress'')';
  end if;
  if filter ? 'overdue' then
    condition := condition || case when (filter -> 'overdue')::boolean then ' and i.next_due_at < now()' else ' and (i.next_due_at < now()) is not true' end;
  end if;
  if filter ? 'bbox' then
    condition := condition || ' and i.lat between ($1 -> ''bbox'' ->> 1)::float8 and ($1 -> ''bbox'' ->> 3)::float8 and '
      || case when (filter -> 'bbox' ->> 0)::float8 <= (filter -> 'bbox' ->> 2)::float8
        then 'i.lon between ($1 -> ''bbox'' ->> 0)::float8 and ($1 -> ''bbox'' ->> 2)::float8'
        else '(i.lon >= ($1 -> ''bbox'' ->> 0)::float8 or i.lon <= ($1 -> ''bbox'' ->> 2)::float8)' end;
  end if;
  if filter ? 'q' then
    condition := condition || ' and (t.search like $5 or exists (select 1 from wards w where w.edition_id = i.edition_id and '
      || 'w.code = i.owner_code and w.name_search like $5))';
  end if;
  if after_at is not null then condition := condition || ' and (i.occurred_at, i.id) < ($3, $4)'; end if;
  execute 'select coalesce(jsonb_agg(row order by (row ->> ''occurred_at'')::timestamptz desc, row ->> ''id'' desc), ''[]'') from ('
    || 'select to_jsonb(i) || jsonb_build_object(''summary'', t.summary) as row '
    || 'from incidents i left join incident_texts t on t.incident_id = i.id where ' || condition
    || ' order by i.occurred_at desc, i.id desc limit $2) page'
  into answer
  using filter, page_size, after_at, after_id,
    '%' || replace(replace(replace(private.fold(filter ->> 'q'), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  return answer;
end $$;

revoke execute on function public.read_coordination(uuid), public.work_items(jsonb, integer) from public, anon;
grant execute on function public.read_coordination(uuid), public.work_items(jsonb, integer) to authenticated, service_role;
grant execute on function private.text_array(jsonb) to authenticated;
