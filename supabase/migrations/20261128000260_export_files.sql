-- Files that are made by the working process from one queue: what was asked, what they are made of, and their bytes for a while.

create table public.export_files (
  id uuid primary key,
  form text not null check (form in ('pptx', 'pdf', 'xlsx', 'png')),
  -- What was asked for.
  request jsonb not null check (jsonb_typeof(request) = 'object'),
  -- What it is made of, read with the rights of whoever asked when it was asked; cleared when the file is made.
  payload jsonb,
  file_name text not null check (char_length(file_name) between 1 and 200),
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress double precision not null default 0 check (progress between 0 and 1),
  failure text check (failure ~ '^[a-z][a-z_]{0,39}$'),
  failure_detail text check (char_length(failure_detail) <= 1000),
  -- Cleared after a day; size and digest stay.
  content bytea,
  size integer check (size >= 0),
  digest text,
  author uuid references auth.users (id) on delete cascade,
  created_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  elapsed_ms integer check (elapsed_ms >= 0),
  claim uuid,
  attempts integer not null default 0,
  beat_at timestamptz,
  cancel_asked boolean not null default false,
  constraint export_files_failure check ((state = 'failed') = (failure is not null)),
  constraint export_files_payload check (payload is null or state in ('queued', 'running')),
  constraint export_files_done check ((state = 'done') = (digest is not null))
);
create index export_files_author on public.export_files (author, created_at desc);
create index export_files_waiting on public.export_files (created_at) where state in ('queued', 'running');

alter table public.export_files enable row level security;
revoke all on table public.export_files from anon, authenticated, service_role;
grant select (id, form, request, file_name, state, progress, failure, size, digest, created_at, finished_at, elapsed_ms) on table public.export_files to authenticated;
grant select, insert, update, delete on table public.export_files to service_role;
create policy "its author" on public.export_files for select to authenticated using (author = (select auth.uid()) and (select private.app_role()) is not null);

-- {file: {id, form, request, payload, file_name}, most: unfinished files an account may have, actor}. The same id twice makes one.
create function public.submit_export(payload jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  f jsonb := payload -> 'file';
  actor jsonb := payload -> 'actor';
  stored export_files;
begin
  perform pg_advisory_xact_lock(hashtext('giap_ranh.export_queue'));
  select * into stored from export_files where id = (f ->> 'id')::uuid;
  if found then
    if stored.author is not distinct from (actor ->> 'userId')::uuid and stored.request = f -> 'request' then return jsonb_build_object('outcome', 'done', 'repeated', true); end if;
    return jsonb_build_object('outcome', 'conflict', 'field', 'id', 'reason', 'another file has this id already');
  end if;
  if (payload ->> 'most')::integer <= (select count(*) from export_files where state in ('queued', 'running') and author is not distinct from (actor ->> 'userId')::uuid) then
    return jsonb_build_object('outcome', 'too_many');
  end if;
  insert into export_files (id, form, request, payload, file_name, author)
  values ((f ->> 'id')::uuid, f ->> 'form', f -> 'request', f -> 'payload', f ->> 'file_name', (actor ->> 'userId')::uuid);
  -- Who took what out of the building, and whether masked.
  insert into briefing_history (subject, subject_id, actor_user, actor_unit, actor_role, kind, after)
  values ('export', (f ->> 'id')::uuid, (actor ->> 'userId')::uuid, actor ->> 'unitId', actor ->> 'role', 'asked', f -> 'request');
  perform private.announce('briefings', array[]::text[]);
  return jsonb_build_object('outcome', 'done');
end $$;

create function public.cancel_export(file uuid, actor jsonb) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  stored export_files;
begin
  select * into stored from export_files where id = file and author = (actor ->> 'userId')::uuid for update;
  if not found then return jsonb_build_object('outcome', 'missing'); end if;
  if stored.state = 'cancelled' or stored.cancel_asked then return jsonb_build_object('outcome', 'done', 'repeated', true); end if;
  if stored.state in ('done', 'failed') then return private.invalid('state', 'the file is made or has failed already'); end if;
  if stored.state = 'queued' or stored.beat_at < now() - (select silence from private.analysis_limits()) then
    update export_files set state = 'cancelled', payload = null, finished_at = clock_timestamp(), cancel_asked = true where id = file;
  else
    update export_files set cancel_asked = true where id = file;
  end if;
  return jsonb_build_object('outcome', 'done');
end $$;

-- The bytes of a file, in base64; null for anybody but its author, and once they were cleared.
create function public.export_content(file uuid) returns text
language sql stable security definer
set search_path = public, extensions
as $$ select replace(encode(content, 'base64'), E'\n', '') from export_files where id = file and author = auth.uid() and private.app_role() is not null $$;

create function public.claim_export(worker_claim uuid) returns jsonb
language plpgsql
set search_path = public, extensions
as $$
declare
  silent interval;
  most integer;
  taken export_files;
begin
  select l.silence, l.most_attempts into silent, most from private.analysis_limits() as l;
  if not exists (select from export_files where state = 'queued' or (state = 'running' and beat_at < now() - silent)) then return null; end if;
  update export_files set state = case when cancel_asked then 'cancelled' else 'failed' end, failure = case when cancel_asked then null else 'interrupted' end, payload = null, finished_at = clock_timestamp()
  where id in (select id from export_files where state = 'running' and beat_at < now() - silent and (attempts >= most or cancel_asked) for update skip locked);
  -- Of the account that has fewest under way, the oldest.
  update export_files set state = 'running', claim = worker_claim, attempts = attempts + 1, progress = 0, beat_at = clock_timestamp()
  where id = (select q.id from export_files q where q.state = 'queued' or (q.state = 'running' and q.beat_at < now() - silent)
    order by (select count(*) from export_files r where r.state = 'running' and r.author is not distinct from q.author), q.created_at, q.id limit 1 for update skip locked)
  returning * into taken;
  if taken.id is null then return null; end if;
  return jsonb_build_object('id', taken.id, 'claim', taken.claim, 'form', taken.form, 'request', taken.request, 'payload', taken.payload);
end $$;

create function public.beat_export(file uuid, worker_claim uuid, reached double precision) returns text
language plpgsql
set search_path = public, extensions
as $$
declare
  asked boolean;
begin
  update export_files set beat_at = clock_timestamp(), progress = greatest(progress, least(greatest(reached, 0), 1))
  where id = file and claim = worker_claim and state = 'running' returning cancel_asked into asked;
  return case when asked is null then 'lost' when asked then 'cancel' else 'go' end;
end $$;

-- The bytes in base64, with their digest.
create function public.finish_export(file uuid, worker_claim uuid, bytes text, content_digest text, took integer) returns text
language plpgsql
set search_path = public, extensions
as $$
declare
  asked boolean;
begin
  select cancel_asked into asked from export_files where id = file and claim = worker_claim and state = 'running' for update;
  if not found then return 'lost'; end if;
  if asked then
    update export_files set state = 'cancelled', payload = null, finished_at = clock_timestamp(), elapsed_ms = took where id = file;
    return 'cancelled';
  end if;
  update export_files set state = 'done', progress = 1, payload = null, content = decode(bytes, 'base64'), size = octet_length(decode(bytes, 'base64')), digest = content_digest,
    finished_at = clock_timestamp(), elapsed_ms = took where id = file;
  perform private.announce('briefings', array[]::text[]);
  return 'done';
end $$;

create function public.end_export(file uuid, worker_claim uuid, result jsonb) returns boolean
language plpgsql
set search_path = public, extensions
as $$
declare
  to_state text := result ->> 'state';
begin
  update export_files set state = to_state, failure = result ->> 'failure', failure_detail = left(result ->> 'failure_detail', 1000),
    payload = case when to_state = 'queued' then payload end, finished_at = case when to_state = 'queued' then null else clock_timestamp() end,
    progress = case when to_state = 'queued' then 0 else progress end, attempts = attempts - (to_state = 'queued')::integer,
    claim = case when to_state = 'queued' then null else claim end, elapsed_ms = (result ->> 'elapsed_ms')::integer
  where id = file and claim = worker_claim and state = 'running';
  if not found then return false; end if;
  perform private.announce('briefings', array[]::text[]);
  return true;
end $$;

-- Bytes stay a day, what is known of a file thirty.
create function public.prune_exports() returns integer
language plpgsql
set search_path = public, extensions
as $$
declare
  gone integer;
begin
  update export_files set content = null where content is not null and finished_at < now() - interval '1 day';
  get diagnostics gone = row_count;
  delete from export_files where finished_at < now() - interval '30 days';
  return gone;
end $$;

do $$
declare
  routine text;
begin
  foreach routine in array array['public.submit_export(jsonb)', 'public.cancel_export(uuid, jsonb)', 'public.claim_export(uuid)', 'public.beat_export(uuid, uuid, double precision)',
    'public.finish_export(uuid, uuid, text, text, integer)', 'public.end_export(uuid, uuid, jsonb)', 'public.prune_exports()'] loop
    execute format('revoke execute on function %s from public, anon, authenticated', routine);
    execute format('grant execute on function %s to service_role', routine);
  end loop;
end $$;
revoke execute on function public.export_content(uuid) from public, anon;
grant execute on function public.export_content(uuid) to authenticated, service_role;
