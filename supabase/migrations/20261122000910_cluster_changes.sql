-- What the server may do with clusters, each in one transaction with its history. Only `service_role` may call these. Answers:
-- `done`, or the stored answer again with `repeated`; `invalid` with field and reason; `conflict`; `missing`.

create function private.invalid(field text, reason text) returns jsonb
language sql immutable
set search_path = public, extensions
as $$ select jsonb_build_object('outcome', 'invalid', 'field', field, 'reason', reason) $$;

-- Writes one entry of a cluster's or a unit's history with what was said; answers its number.
create function private.note_cluster_change(cluster text, unit text, actor jsonb, kind text, before jsonb, after jsonb, remark text) returns bigint
language plpgsql
set search_path = public, extensions
as $$
declare
  entry bigint;
begin
  insert into cluster_history (cluster_id, unit_id, actor_user, actor_unit, actor_role, kind, before, after)
  values (cluster, unit, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', kind, before, after) returning id into entry;
  if remark <> '' then insert into cluster_remarks (history_id, body) values (entry, remark); end if;
  return entry;
end $$;

-- One change of a cluster at a time. Null = go on; else the answer there is already.
create function private.begin_cluster_change(cluster text, request uuid, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  served cluster_requests;
begin
  perform pg_advisory_xact_lock(hashtextextended('giap_ranh.cluster/' || cluster, 0));
  if not exists (select from clusters where id = cluster and superseded_at is null) then
    return jsonb_build_object('outcome', 'missing');
  end if;
  select * into served from cluster_requests where id = request;
  if not found then return null; end if;
  if served.cluster_id = cluster and served.author is not distinct from (actor ->> 'userId')::uuid then
    return served.answer || jsonb_build_object('repeated', true);
  end if;
  return jsonb_build_object('outcome', 'conflict', 'field', 'requestId', 'reason', 'another request had this id');
end $$;

create function private.end_cluster_change(cluster text, request uuid, actor jsonb, answer jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
begin
  if request is not null then
    insert into cluster_requests (id, cluster_id, author, answer) values (request, cluster, (actor ->> 'userId')::uuid, answer)
    on conflict (id) do nothing;
  end if;
  return answer;
end $$;

-- Why a change may not begin on a day; null when it may.
create function private.refuse_day(cluster text, field text, day date) returns jsonb
language sql stable
set search_path = public, extensions
as $$
  select case
    when day < private.today() then private.invalid(field, 'has passed: earlier days and recorded incidents keep the rules they had; the first possible day is ' || private.today())
    when day < c.term_from then private.invalid(field, 'lies before the term, which begins on ' || c.term_from)
    when day > c.term_to then private.invalid(field, 'lies after the term, which ends on ' || c.term_to)
  end from clusters c where c.id = cluster
$$;

-- Codes that are no members of a cluster on a day.
create function private.strangers(cluster text, codes text[], day date) returns text
language sql stable
set search_path = public, extensions
as $$
  select string_agg(distinct code, ', ') from unnest(codes) as code where not exists (
    select from cluster_members m where m.cluster_id = cluster and m.ward_code = code and m.superseded_at is null
      and daterange(m.valid_from, m.valid_to, '[]') @> day)
$$;

-- The next version of a regulation, in force from a day on: {cluster, validFrom, borderWidthMetres, rules, note, requestId, actor}.
create function public.add_regulation(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  cluster text := payload ->> 'cluster';
  actor jsonb := payload -> 'actor';
  first_day date := (payload ->> 'validFrom')::date;
  answer jsonb := private.begin_cluster_change(cluster, (payload ->> 'requestId')::uuid, actor);
  stamp timestamptz := clock_timestamp(); -- after the lock, so that no row ends before it began
  known regulations;
  number integer;
  named text;
begin
  answer := coalesce(answer, private.refuse_day(cluster, 'validFrom', first_day));
  if answer is not null then return answer; end if;
  named := private.strangers(cluster, private.text_array(nullif(payload -> 'rules' -> 'mayLead', 'null')), first_day);
  if named is not null then return private.invalid('rules.mayLead', named || ': no member of this cluster on that day'); end if;
  named := private.strangers(cluster, array(select jsonb_array_elements_text(arc -> 'wards') from jsonb_array_elements(payload -> 'rules' -> 'arcWidths') as arc), first_day);
  if named is not null then return private.invalid('rules.arcWidths', named || ': no member of this cluster on that day'); end if;
  select * into known from regulations where cluster_id = cluster and superseded_at is null and valid_from >= first_day order by valid_from desc limit 1;
  if found then return private.invalid('validFrom', format('version %s begins on %s: the next one must begin later', known.version, known.valid_from)); end if;
  select coalesce(max(version), 0) + 1 into number from regulations where cluster_id = cluster;
  select * into known from regulations where cluster_id = cluster and superseded_at is null and daterange(valid_from, valid_to, '[]') @> first_day;
  if found then
    update regulations set superseded_at = stamp where id = known.id;
    insert into regulations (cluster_id, version, valid_from, valid_to, border_width_metres, rules, recorded_at)
    values (cluster, known.version, known.valid_from, first_day - 1, known.border_width_metres, known.rules, stamp);
  end if;
  insert into regulations (cluster_id, version, valid_from, border_width_metres, rules, recorded_at)
  values (cluster, number, first_day, (payload ->> 'borderWidthMetres')::float8, payload -> 'rules', stamp);
  perform private.note_cluster_change(cluster, null, actor, 'regulation',
    case when known.id is not null then to_jsonb(known) - array['id', 'cluster_id', 'recorded_at', 'superseded_at'] end,
    jsonb_build_object('version', number, 'valid_from', first_day, 'border_width_metres', payload -> 'borderWidthMetres', 'rules', payload -> 'rules'),
    payload ->> 'note');
  return private.end_cluster_change(cluster, (payload ->> 'requestId')::uuid, actor, jsonb_build_object('outcome', 'done', 'version', number));
end $$;

-- What a standing unit hands over, as it stands now.
create function private.hand_over_facts(cluster text, day date) returns jsonb
language plpgsql stable
set search_path = public, extensions
as $$
begin
  return public.cluster_counts(cluster) - array['open', 'last28Days', 'previous28Days'] || jsonb_build_object(
    'openIncidents', public.cluster_counts(cluster) -> 'open',
    'plannedPatrols', (select count(*) from patrols where cluster_id = cluster and status = 'planned' and to_at > now()),
    'regulationVersion', (select max(version) from regulations where cluster_id = cluster and superseded_at is null and daterange(valid_from, valid_to, '[]') @> day));
end $$;

create function private.write_hand_over(cluster text, from_ward text, to_ward text, day date, actor jsonb, remarks text, facts jsonb, recorded timestamptz) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  entry bigint;
  written cluster_hand_overs;
begin
  entry := private.note_cluster_change(cluster, null, actor, 'rotation', jsonb_build_object('lead', from_ward),
    jsonb_build_object('lead', to_ward, 'from', day), remarks);
  insert into cluster_hand_overs (cluster_id, edition_id, number, from_code, to_code, effective_from, recorded_at, facts, history_id)
  select c.id, c.edition_id, coalesce((select max(number) from cluster_hand_overs h where h.cluster_id = c.id), 0) + 1,
    from_ward, to_ward, day, recorded, facts, entry
  from clusters c where c.id = cluster returning * into written;
  return jsonb_build_object('outcome', 'done', 'handOver', written.id);
end $$;

-- The next standing unit, from a day on, with its numbered record: {cluster, wardCode, from, remarks, requestId, actor}.
create function public.rotate_lead(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  cluster text := payload ->> 'cluster';
  actor jsonb := payload -> 'actor';
  ward text := payload ->> 'wardCode';
  first_day date := (payload ->> 'from')::date;
  answer jsonb := private.begin_cluster_change(cluster, (payload ->> 'requestId')::uuid, actor);
  stamp timestamptz := clock_timestamp();
  known cluster_leads;
begin
  answer := coalesce(answer, private.refuse_day(cluster, 'from', first_day));
  if answer is not null then return answer; end if;
  if private.strangers(cluster, array[ward], first_day) is not null then
    return private.invalid('wardCode', 'is no member of this cluster on that day');
  end if;
  select * into known from cluster_leads where cluster_id = cluster and superseded_at is null and valid_from >= first_day order by valid_from desc limit 1;
  if found then return private.invalid('from', format('the rotation to %s begins on %s: the next one must begin later', known.ward_code, known.valid_from)); end if;
  select * into known from cluster_leads where cluster_id = cluster and superseded_at is null and daterange(valid_from, valid_to, '[]') @> first_day;
  if known.ward_code = ward then return private.invalid('wardCode', 'is the standing unit on that day already'); end if;
  if known.id is not null then
    update cluster_leads set superseded_at = stamp where id = known.id;
    insert into cluster_leads (cluster_id, edition_id, ward_code, valid_from, valid_to, recorded_at)
    values (cluster, known.edition_id, known.ward_code, known.valid_from, first_day - 1, stamp);
  end if;
  insert into cluster_leads (cluster_id, edition_id, ward_code, valid_from, recorded_at)
  select id, edition_id, ward, first_day, stamp from clusters where id = cluster;
  answer := private.write_hand_over(cluster, known.ward_code, ward, first_day, actor, payload ->> 'remarks', private.hand_over_facts(cluster, first_day), stamp);
  return private.end_cluster_change(cluster, (payload ->> 'requestId')::uuid, actor, answer);
end $$;

-- Another end of the term: {cluster, termTo, requestId, actor}.
create function public.change_term(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  cluster text := payload ->> 'cluster';
  actor jsonb := payload -> 'actor';
  last_day date := (payload ->> 'termTo')::date;
  answer jsonb := private.begin_cluster_change(cluster, (payload ->> 'requestId')::uuid, actor);
  known clusters;
  edition_end date;
begin
  if answer is not null then return answer; end if;
  select * into known from clusters where id = cluster;
  select effective_to into edition_end from boundary_editions where id = known.edition_id;
  if last_day < private.today() then return private.invalid('termTo', 'has passed: earlier days keep the agreement they had; the first possible day is ' || private.today()); end if;
  if last_day < known.term_from then return private.invalid('termTo', 'lies before the term begins, ' || known.term_from); end if;
  if coalesce(last_day, 'infinity') > edition_end then
    return private.invalid('termTo', format('its boundary edition %s ends on %s: a cluster of the wards that followed is a new one', known.edition_id, edition_end));
  end if;
  if last_day is distinct from known.term_to then
    insert into cluster_terms (cluster_id, term_from, term_to, superseded_at) values (cluster, known.term_from, known.term_to, clock_timestamp());
    update clusters set term_to = last_day where id = cluster;
    perform private.note_cluster_change(cluster, null, actor, 'term', jsonb_build_object('term_to', known.term_to), jsonb_build_object('term_to', last_day), null);
  end if;
  return private.end_cluster_change(cluster, (payload ->> 'requestId')::uuid, actor, jsonb_build_object('outcome', 'done'));
end $$;

do $$
declare
  routine text;
begin
  foreach routine in array array['private.invalid(text, text)', 'private.note_cluster_change(text, text, jsonb, text, jsonb, jsonb, text)',
    'private.begin_cluster_change(text, uuid, jsonb)', 'private.end_cluster_change(text, uuid, jsonb, jsonb)',
    'private.refuse_day(text, text, date)', 'private.strangers(text, text[], date)', 'private.hand_over_facts(text, date)',
    'private.write_hand_over(text, text, text, date, jsonb, text, jsonb, timestamptz)',
    'public.add_regulation(jsonb)', 'public.rotate_lead(jsonb)', 'public.change_term(jsonb)'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
