-- Work on clusters: dated changes that never overwrite, their history, hand-over records, notes between members.
-- A day that has passed keeps the rules it had: changes begin today or later, and recorded incidents keep their lead.

create table public.cluster_history (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  cluster_id text references public.clusters (id),
  unit_id text references public.units (id),
  actor_user uuid,
  actor_unit text,
  actor_role text,
  kind text not null check (kind ~ '^[a-z][a-z_]{0,39}$'),
  before jsonb,
  after jsonb,
  constraint cluster_history_subject check (cluster_id is not null or unit_id is not null)
);
comment on table public.cluster_history is 'Every change of a cluster or a duty desk, and refused attempts; never free text.';
create index cluster_history_cluster on public.cluster_history (cluster_id, id);

-- What was written with a change; apart, because viewers read no free text.
create table public.cluster_remarks (
  history_id bigint primary key references public.cluster_history (id),
  body text not null check (char_length(body) between 1 and 4000)
);
alter table public.cluster_remarks alter column body set statistics 0;

create table public.cluster_hand_overs (
  id bigint generated always as identity primary key,
  cluster_id text not null,
  edition_id text not null,
  number integer not null check (number > 0),
  from_code text,
  to_code text not null,
  effective_from date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  history_id bigint not null references public.cluster_history (id),
  unique (cluster_id, number),
  foreign key (cluster_id, edition_id) references public.clusters (id, edition_id),
  foreign key (edition_id, from_code) references public.wards (edition_id, code),
  foreign key (edition_id, to_code) references public.wards (edition_id, code)
);
comment on table public.cluster_hand_overs is 'The signed record of each rotation of the standing unit; facts as counted in its transaction.';

-- What the term was until it was changed: `clusters` holds the present one.
create table public.cluster_terms (
  cluster_id text not null references public.clusters (id) on delete cascade,
  term_from date not null,
  term_to date,
  superseded_at timestamptz not null,
  primary key (cluster_id, superseded_at)
);

-- Requests that were carried out, with their answers: sent twice, done once. For the server alone.
create table public.cluster_requests (
  id uuid primary key,
  cluster_id text not null references public.clusters (id) on delete cascade,
  author uuid,
  answer jsonb not null,
  at timestamptz not null default clock_timestamp()
);

create table public.cluster_notes (
  id uuid primary key,
  cluster_id text not null references public.clusters (id),
  at timestamptz not null default clock_timestamp(),
  author uuid,
  unit_id text references public.units (id),
  role text not null,
  body text not null check (char_length(body) between 1 and 4000)
);
alter table public.cluster_notes alter column body set statistics 0;
create index cluster_notes_cluster on public.cluster_notes (cluster_id, at desc, id);

-- The incident a note is about: apart, so that its id reaches only who may see the incident.
create table public.cluster_note_incidents (
  note_id uuid primary key references public.cluster_notes (id),
  incident_id uuid not null references public.incidents (id) on delete cascade
);

create function private.refuse_rewriting_record() returns trigger
language plpgsql
set search_path = public, extensions
as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = '42501';
end $$;

do $$
declare
  record_table text;
begin
  foreach record_table in array array['cluster_history', 'cluster_remarks', 'cluster_hand_overs', 'cluster_notes', 'cluster_terms'] loop
    execute format('create trigger %1$I before update or delete on public.%2$I for each row execute function private.refuse_rewriting_record()',
      record_table || '_append_only', record_table);
    execute format('create trigger %1$I before truncate on public.%2$I for each statement execute function private.refuse_rewriting_record()',
      record_table || '_no_truncate', record_table);
  end loop;
end $$;

-- A shape may change from a day on under the same id; on one day an area has one shape.
drop index public.focus_areas_id;
alter table public.focus_areas add constraint focus_areas_once
  exclude using gist (id with =, daterange(valid_from, valid_to, '[]') with &&) where (superseded_at is null);

-- Clusters to which the wards of an officer belong or belonged.
create function private.officer_cluster_ids() returns text[]
language sql stable security definer
set search_path = public, extensions
as $$
  select coalesce(array_agg(distinct m.cluster_id), '{}') from private.officer_scope() as scope
  join cluster_members m on (m.edition_id, m.ward_code) = (scope.edition_id, scope.ward_code) and m.superseded_at is null
  where scope.own
$$;

-- `edition/ward` of the members a cluster ever had: who is told when something of it changes.
create function private.cluster_keys(cluster text) returns text[]
language sql stable
set search_path = public, extensions
as $$ select coalesce(array_agg(distinct edition_id || '/' || ward_code), '{}') from cluster_members where cluster_id = cluster $$;

create function private.announce_notes() returns trigger
language plpgsql security definer
set search_path = public, extensions
as $$
begin
  perform private.announce('notes', array(select distinct key from written, unnest(private.cluster_keys(cluster_id)) as key));
  return null;
end $$;
create trigger cluster_notes_announce after insert on public.cluster_notes
  referencing new table as written for each statement execute function private.announce_notes();
create trigger cluster_hand_overs_announce after insert on public.cluster_hand_overs
  for each statement execute function private.announce_to_all('clusters');

-- How many things of a cluster the caller sees; `security invoker`, so that the row policies decide what is counted.
create function public.cluster_counts(cluster text) returns jsonb
language plpgsql stable
set search_path = public, extensions
as $$
begin
  return (select jsonb_build_object(
    'open', count(*) filter (where status in ('reported', 'in_progress')),
    'overdue', count(*) filter (where next_due_at < now()),
    'openAssists', (select count(*) from incident_assists a join incidents i on i.id = a.incident_id
      where i.cluster_id = cluster and a.status in ('asked', 'accepted')),
    'last28Days', count(*) filter (where occurred_at > now() - interval '28 days' and occurred_at <= now()),
    'previous28Days', count(*) filter (where occurred_at > now() - interval '56 days' and occurred_at <= now() - interval '28 days'))
  from incidents where cluster_id = cluster);
end $$;

-- As before, and with the end of the terms, which can change now.
create or replace function public.rules_fingerprint() returns text
language sql stable
set search_path = public, extensions
as $$
  select md5(concat_ws(';',
    (select string_agg(concat_ws(',', id, checksum, recorded_at, superseded_at), ';' order by id) from boundary_editions),
    (select string_agg(concat_ws(',', id, recorded_at, superseded_at, term_from, coalesce(term_to, 'infinity')), ';' order by id) from clusters),
    (select concat_ws(',', count(*), max(recorded_at), max(superseded_at)) from cluster_members),
    (select concat_ws(',', count(*), max(recorded_at), max(superseded_at)) from cluster_leads),
    (select concat_ws(',', count(*), max(recorded_at), max(superseded_at)) from regulations),
    (select concat_ws(',', count(*), max(recorded_at), max(superseded_at)) from focus_areas),
    (select string_agg(concat_ws(',', key, value, recorded_at), ';' order by key) from settings)))
$$;

alter table public.cluster_history enable row level security;
alter table public.cluster_remarks enable row level security;
alter table public.cluster_hand_overs enable row level security;
alter table public.cluster_terms enable row level security;
alter table public.cluster_requests enable row level security;
alter table public.cluster_notes enable row level security;
alter table public.cluster_note_incidents enable row level security;

revoke all on table public.cluster_history, public.cluster_remarks, public.cluster_hand_overs, public.cluster_terms,
  public.cluster_requests, public.cluster_notes, public.cluster_note_incidents from anon, authenticated, service_role;
-- Not which account: readers learn its unit and role.
grant select (id, at, cluster_id, unit_id, actor_unit, actor_role, kind, before, after) on table public.cluster_history to authenticated;
grant select (id, cluster_id, at, unit_id, role, body) on table public.cluster_notes to authenticated;
grant select on table public.cluster_remarks, public.cluster_hand_overs, public.cluster_terms, public.cluster_note_incidents to authenticated;
grant select, insert on table public.cluster_history, public.cluster_remarks, public.cluster_hand_overs, public.cluster_terms,
  public.cluster_requests, public.cluster_notes, public.cluster_note_incidents to service_role;

create policy "not for viewers" on public.cluster_history for select to authenticated
  using ((select private.app_role()) in ('officer', 'analyst', 'commander', 'admin'));
create policy "not for viewers" on public.cluster_remarks for select to authenticated
  using ((select private.app_role()) in ('officer', 'analyst', 'commander', 'admin'));
create policy "members read hand-overs" on public.cluster_hand_overs for select to authenticated
  using ((select private.app_role()) is not null);
create policy "members read terms" on public.cluster_terms for select to authenticated
  using ((select private.app_role()) is not null);
create policy "members of the cluster, and who sees all but viewers" on public.cluster_notes for select to authenticated using (
  (select private.app_role()) in ('analyst', 'commander', 'admin')
  or ((select private.app_role()) = 'officer' and cluster_id = any ((select private.officer_cluster_ids())::text[]))
);
-- The policies of notes and of incidents apply inside.
create policy "with the note and the incident" on public.cluster_note_incidents for select to authenticated using (
  exists (select from public.cluster_notes where cluster_notes.id = cluster_note_incidents.note_id)
  and exists (select from public.incidents where incidents.id = cluster_note_incidents.incident_id)
);

revoke execute on function private.refuse_rewriting_record(), private.officer_cluster_ids(), private.cluster_keys(text),
  private.announce_notes() from public, anon, authenticated;
grant execute on function private.officer_cluster_ids() to authenticated, service_role;
grant execute on function private.cluster_keys(text) to service_role;
revoke execute on function public.cluster_counts(text) from public, anon;
grant execute on function public.cluster_counts(text) to authenticated, service_role;
