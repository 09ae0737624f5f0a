-- Disputes: intake, parties as roles, mediation sessions, a deadline, escalations, and an end that can be opened again.

-- When a dispute is due and when it has to be escalated; the newest version counts for what begins now.
create table public.dispute_rules (
  version integer primary key check (version > 0),
  rule jsonb not null check (jsonb_typeof(rule) = 'object'),
  -- Set by the product, not after a signed document.
  assumed boolean not null default false,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by_role text
);
insert into public.dispute_rules (version, rule, assumed) values
  (1, '{"days": {"high": 3, "medium": 10, "low": 20}, "warnShare": 0.3333333333333333, "failedSessions": 2, "highRiskSessionHours": 48}', true);

create table public.disputes (
  id uuid primary key,
  version integer not null default 1 check (version > 0),
  incident_id uuid unique references public.incidents (id),
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  edition_id text not null references public.boundary_editions (id),
  ward_code text not null,
  kind text not null check (kind in ('family', 'neighbours', 'land', 'debt', 'business', 'labour', 'other')),
  -- Roles with how many of each, never a name: [{"role", "count"}, …].
  parties jsonb not null check (jsonb_typeof(parties) = 'array' and jsonb_array_length(parties) between 1 and 8),
  source text not null check (source in ('mediation_team', 'neighbourhood_guard', 'resident', 'patrol', 'hotline')),
  risk text not null check (risk in ('high', 'medium', 'low')),
  stage text not null default 'received' check (stage in ('received', 'mediating', 'settled', 'handed_over', 'withdrawn')),
  received_at timestamptz not null,
  -- Since when its clock runs: the intake, or when it was last opened again.
  began_at timestamptz not null,
  due_day date not null,
  extended boolean not null default false,
  rule_version integer not null references public.dispute_rules (version),
  handed_over_to text check (handed_over_to in ('ward_police', 'peoples_committee', 'court', 'other')),
  ended_on date,
  follow_up_day date,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (edition_id, ward_code) references public.wards (edition_id, code),
  constraint disputes_end check ((stage in ('settled', 'handed_over', 'withdrawn')) = (ended_on is not null)),
  constraint disputes_hand_over check ((stage = 'handed_over') = (handed_over_to is not null)),
  constraint disputes_follow_up check (follow_up_day is null or stage = 'settled')
);
create index disputes_newest on public.disputes (received_at desc, id desc);
create index disputes_ward on public.disputes (edition_id, ward_code, received_at desc);
create index disputes_open on public.disputes (due_day) where stage in ('received', 'mediating');

create table public.dispute_sessions (
  dispute_id uuid not null references public.disputes (id),
  number integer not null check (number > 0),
  planned_at timestamptz,
  held_at timestamptz,
  -- The mediation team: an organisation.
  team text not null check (char_length(team) between 1 and 200),
  outcome text check (outcome in ('agreed', 'partly', 'not_agreed', 'absent')),
  primary key (dispute_id, number),
  constraint dispute_sessions_held check ((held_at is null) = (outcome is null)),
  constraint dispute_sessions_time check (coalesce(planned_at, held_at) is not null)
);

create table public.dispute_history (
  id bigint generated always as identity primary key,
  dispute_id uuid not null references public.disputes (id),
  at timestamptz not null default clock_timestamp(),
  actor_user uuid,
  actor_unit text,
  actor_role text,
  kind text not null check (kind ~ '^[a-z][a-z_]{0,39}$'),
  before jsonb,
  after jsonb
);
comment on column public.dispute_history.after is 'The columns that changed; never free text.';
create index dispute_history_dispute on public.dispute_history (dispute_id, id);

create table public.dispute_escalations (
  history_id bigint primary key references public.dispute_history (id),
  dispute_id uuid not null references public.disputes (id),
  raised_to text not null check (raised_to in ('steering_committee', 'cluster', 'commander')),
  at timestamptz not null,
  by_role text,
  by_unit text
);
create index dispute_escalations_dispute on public.dispute_escalations (dispute_id, at);

-- All that was said in words, with the step it was said with.
create table public.dispute_texts (
  history_id bigint primary key references public.dispute_history (id),
  dispute_id uuid not null references public.disputes (id),
  session_number integer,
  kind text not null check (kind in ('description', 'note', 'reason', 'outcome', 'next_step')),
  body text not null check (char_length(body) between 1 and 2000)
);
alter table public.dispute_texts alter column body set statistics 0;
create index dispute_texts_dispute on public.dispute_texts (dispute_id, history_id);

-- Who took it in and a digest of what was sent, and which requests were served. For the server alone.
create table public.dispute_receipts (
  dispute_id uuid primary key references public.disputes (id),
  author uuid,
  digest text not null
);
create table public.dispute_requests (
  dispute_id uuid not null references public.disputes (id),
  -- The account that sent it; zeros for the server itself.
  author uuid not null,
  request_id uuid not null,
  served_at timestamptz not null default clock_timestamp(),
  primary key (dispute_id, author, request_id)
);

do $$
declare
  record_table text;
begin
  foreach record_table in array array['dispute_rules', 'dispute_history', 'dispute_escalations', 'dispute_texts'] loop
    execute format('create trigger %1$I before update or delete on public.%2$I for each row execute function private.refuse_rewriting_record()',
      record_table || '_append_only', record_table);
    execute format('create trigger %1$I before truncate on public.%2$I for each statement execute function private.refuse_rewriting_record()',
      record_table || '_no_truncate', record_table);
  end loop;
  foreach record_table in array array['disputes', 'dispute_sessions'] loop
    execute format('create trigger %1$I before delete on public.%2$I for each row execute function private.refuse_rewriting_record()',
      record_table || '_no_delete', record_table);
    execute format('create trigger %1$I before truncate on public.%2$I for each statement execute function private.refuse_rewriting_record()',
      record_table || '_no_truncate', record_table);
  end loop;
end $$;

-- Every change of a dispute counts its version up, so one trigger tells of all; its place, and so its ward, never changes.
create function private.announce_disputes() returns trigger
language plpgsql security definer
set search_path = public, extensions
as $$
begin
  perform private.announce('disputes', array(select distinct edition_id || '/' || ward_code from written));
  return null;
end $$;
create trigger disputes_announce_insert after insert on public.disputes
  referencing new table as written for each statement execute function private.announce_disputes();
create trigger disputes_announce_update after update on public.disputes
  referencing new table as written for each statement execute function private.announce_disputes();

alter table public.dispute_rules enable row level security;
alter table public.disputes enable row level security;
alter table public.dispute_sessions enable row level security;
alter table public.dispute_history enable row level security;
alter table public.dispute_escalations enable row level security;
alter table public.dispute_texts enable row level security;
alter table public.dispute_receipts enable row level security;
alter table public.dispute_requests enable row level security;

revoke all on table public.dispute_rules, public.disputes, public.dispute_sessions, public.dispute_history, public.dispute_escalations,
  public.dispute_texts, public.dispute_receipts, public.dispute_requests from anon, authenticated, service_role;
grant select on table public.dispute_rules, public.disputes, public.dispute_sessions, public.dispute_escalations, public.dispute_texts to authenticated;
grant select (id, dispute_id, at, actor_unit, actor_role, kind, before, after) on table public.dispute_history to authenticated;
grant select, insert, update on table public.disputes, public.dispute_sessions to service_role;
grant select, insert on table public.dispute_rules, public.dispute_history, public.dispute_escalations, public.dispute_texts,
  public.dispute_receipts, public.dispute_requests to service_role;

create policy "not for viewers" on public.dispute_rules for select to authenticated using (
  (select private.app_role()) in ('officer', 'analyst', 'commander', 'admin'));
-- An officer reads the disputes of the own ward alone, not those of the cluster; a viewer counts (dispute_counts).
create policy "by role and own ward" on public.disputes for select to authenticated using (
  (select private.app_role()) in ('analyst', 'commander', 'admin')
  or ((select private.app_role()) = 'officer' and exists (
    select 1 from private.officer_scope() scope
    where scope.own and scope.edition_id = disputes.edition_id and scope.ward_code = disputes.ward_code
      and disputes.received_at >= scope.from_at and disputes.received_at < scope.until_at
  ))
);
-- The policy of disputes applies inside these.
create policy "with the dispute" on public.dispute_sessions for select to authenticated
  using (exists (select 1 from public.disputes where disputes.id = dispute_sessions.dispute_id));
create policy "with the dispute" on public.dispute_history for select to authenticated
  using (exists (select 1 from public.disputes where disputes.id = dispute_history.dispute_id));
create policy "with the dispute" on public.dispute_escalations for select to authenticated
  using (exists (select 1 from public.disputes where disputes.id = dispute_escalations.dispute_id));
create policy "with the dispute, not for viewers" on public.dispute_texts for select to authenticated using (
  (select private.app_role()) in ('officer', 'analyst', 'commander', 'admin')
  and exists (select 1 from public.disputes where disputes.id = dispute_texts.dispute_id));

revoke execute on function private.announce_disputes() from public, anon, authenticated;
