-- Alarms: what a control chart found, since when and how sure, and what people did with it. One alarm while it lasts; none is ever deleted.

create table public.alarms (
  id uuid primary key default gen_random_uuid(),
  version integer not null default 1 check (version > 0),
  subject_kind text not null check (subject_kind in ('ward', 'arc', 'cluster')),
  edition_id text not null references public.boundary_editions (id),
  -- The ward, the two wards of a border, or the wards of the cluster as they are now.
  codes text[] not null check (cardinality(codes) >= 1),
  cluster_id text references public.clusters (id),
  category text references public.categories (code),
  -- What makes two alarms the same one.
  subject_key text generated always as (subject_kind || '/' || coalesce(cluster_id, codes[1] || coalesce('|' || codes[2], '')) || '/' || coalesce(category, '')) stored,
  method text not null check (method in ('years', 'cusum', 'events')),
  method_version integer not null check (method_version > 0),
  since_day date not null,
  detected_week date not null,
  watched_to date not null,
  evidence jsonb not null check (jsonb_typeof(evidence) = 'object'),
  state text not null default 'new' check (state in ('new', 'acknowledged', 'snoozed', 'ended')),
  snoozed_until timestamptz,
  -- Incidents of the 28 days when it was snoozed: many more bring it back.
  snoozed_count integer,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  constraint alarms_subject check (case subject_kind when 'cluster' then cluster_id is not null when 'arc' then cluster_id is null and cardinality(codes) = 2
    else cluster_id is null and cardinality(codes) = 1 end),
  constraint alarms_snoozed check ((state = 'snoozed') = (snoozed_until is not null) and (state = 'snoozed') = (snoozed_count is not null)),
  constraint alarms_ended check ((state = 'ended') = (ended_at is not null))
);
create unique index alarms_one_open on public.alarms (edition_id, subject_key) where state <> 'ended';
create index alarms_newest on public.alarms (created_at desc, id desc);
create index alarms_wards on public.alarms using gin (codes);

create table public.alarm_history (
  id bigint generated always as identity primary key,
  alarm_id uuid not null references public.alarms (id),
  version integer not null,
  at timestamptz not null default clock_timestamp(),
  -- All null: the charts themselves.
  actor_user uuid,
  actor_unit text,
  actor_role text,
  kind text not null check (kind ~ '^[a-z][a-z_]{0,39}$'),
  after jsonb
);
comment on column public.alarm_history.after is 'What changed, as numbers and codes; never free text.';
create index alarm_history_alarm on public.alarm_history (alarm_id, id);

-- What was said with an act. Apart, because it is free text.
create table public.alarm_remarks (
  history_id bigint primary key references public.alarm_history (id),
  alarm_id uuid not null references public.alarms (id),
  remark text not null check (char_length(remark) between 1 and 1000)
);
alter table public.alarm_remarks alter column remark set statistics 0;

-- One row: when charts were last drawn, over what, and who draws them now.
create table public.alarm_watch (
  one boolean primary key default true check (one),
  at timestamptz,
  watched_to date,
  charts integer,
  false_alarms_per_month double precision,
  -- Newest incident, day and rules of the last pass: while they are the same there is nothing new to draw.
  mark jsonb,
  claim uuid,
  claimed_until timestamptz
);
insert into public.alarm_watch default values;

-- False alarms a month that all charts together may give.
insert into public.settings (key, value) values ('false_alarms_per_month', '1');

do $$
declare
  record_table text;
begin
  foreach record_table in array array['alarm_history', 'alarm_remarks'] loop
    execute format('create trigger %1$I before update or delete on public.%2$I for each row execute function private.refuse_rewriting_record()',
      record_table || '_append_only', record_table);
    execute format('create trigger %1$I before truncate on public.%2$I for each statement execute function private.refuse_rewriting_record()',
      record_table || '_no_truncate', record_table);
  end loop;
end $$;
create trigger alarms_end_and_stay before delete on public.alarms for each row execute function private.refuse_rewriting_record();
create trigger alarms_no_truncate before truncate on public.alarms for each statement execute function private.refuse_rewriting_record();

create function private.announce_alarms() returns trigger
language plpgsql security definer
set search_path = public, extensions
as $$
begin
  if exists (select from written) then
    perform private.announce('alarms', array(select distinct edition_id || '/' || code from written, unnest(codes) as code));
  end if;
  return null;
end $$;
create trigger alarms_announce_insert after insert on public.alarms referencing new table as written for each statement execute function private.announce_alarms();
create trigger alarms_announce_update after update on public.alarms referencing new table as written for each statement execute function private.announce_alarms();
revoke execute on function private.announce_alarms() from public, anon, authenticated;

alter table public.alarms enable row level security;
alter table public.alarm_history enable row level security;
alter table public.alarm_remarks enable row level security;
alter table public.alarm_watch enable row level security;

revoke all on table public.alarms, public.alarm_history, public.alarm_remarks, public.alarm_watch from anon, authenticated, service_role;
grant select on table public.alarms, public.alarm_remarks to authenticated;
grant select (id, alarm_id, version, at, actor_unit, actor_role, kind, after) on table public.alarm_history to authenticated;
grant select (one, at, watched_to, charts, false_alarms_per_month) on table public.alarm_watch to authenticated;
grant select, insert, update on table public.alarms to service_role;
grant select, insert on table public.alarm_history, public.alarm_remarks to service_role;
grant select, update on table public.alarm_watch to service_role;

-- An officer's scope holds its own wards and those of the clusters they are in, while they are.
create policy "by role and ward" on public.alarms for select to authenticated using (
  (select private.app_role()) in ('analyst', 'commander', 'admin')
  or ((select private.app_role()) = 'officer' and exists (
    select 1 from private.officer_scope() scope
    where scope.edition_id = alarms.edition_id and scope.ward_code = any (alarms.codes)
      and scope.until_at > private.day_start(alarms.since_day) and scope.from_at < private.day_start(alarms.watched_to + 1)))
);
create policy "with the alarm" on public.alarm_history for select to authenticated using (
  exists (select 1 from public.alarms where alarms.id = alarm_history.alarm_id));
create policy "with the alarm" on public.alarm_remarks for select to authenticated using (
  exists (select 1 from public.alarms where alarms.id = alarm_remarks.alarm_id));
create policy "by role" on public.alarm_watch for select to authenticated using (
  (select private.app_role()) in ('officer', 'analyst', 'commander', 'admin'));
