-- What the coordination of an incident keeps: its clock, assists, hand-overs, decisions, everything said in words, and which
-- requests were served.

alter table public.incidents
  drop constraint incidents_lead_reason_check,
  add constraint incidents_lead_reason_check check (lead_reason in ('owner', 'first_detector', 'no_member_detected', 'no_agreement',
    'decision', 'outside', 'regulation_owner', 'standing_unit', 'handed_over')),
  add column regulation_version integer,
  -- Since when the present lead leads; null = since it was reported.
  add column lead_since timestamptz,
  add column lead_confirmed_at timestamptz,
  add column confirm_due_at timestamptz,
  add column resolve_due_at timestamptz,
  add column resolved_at timestamptz,
  add column outcome_returned_at timestamptz,
  add column return_due_at timestamptz,
  -- The earliest deadline among the assists that wait for an answer, and that of the open hand-over.
  add column assist_due_at timestamptz,
  add column hand_over_due_at timestamptz,
  -- Wards that came to it otherwise than by the rule: asked for help, offered the lead, led before, detected it later.
  add column party_codes text[] not null default '{}';

-- Who may see it includes them; a generated column can only be made anew, and the policy that reads it with it.
drop policy "by role and ward" on public.incidents;
alter table public.incidents drop column concerned_codes;
alter table public.incidents
  add column concerned_codes text[] generated always as (
    array_remove(candidate_codes || assist_codes || party_codes || array[owner_code, lead_code, detected_by_code], null)) stored,
  -- The earliest deadline among the open steps. Open: confirming and resolving until it is resolved, returning the outcome after.
  add column next_due_at timestamptz generated always as (
    case when status in ('reported', 'in_progress')
      then least(case when lead_confirmed_at is null then confirm_due_at end, assist_due_at, hand_over_due_at, resolve_due_at)
      when outcome_returned_at is null then return_due_at end) stored,
  add column next_due_step text generated always as (
    case when status in ('reported', 'in_progress') then
      case least(case when lead_confirmed_at is null then confirm_due_at end, assist_due_at, hand_over_due_at, resolve_due_at)
        when case when lead_confirmed_at is null then confirm_due_at end then 'confirm_lead' when assist_due_at then 'acknowledge_assist'
        when hand_over_due_at then 'hand_over' when resolve_due_at then 'resolve' end
      when outcome_returned_at is null and return_due_at is not null then 'return_outcome' end) stored;
create policy "by role and ward" on public.incidents for select to authenticated using (
  (select private.app_role()) in ('viewer', 'analyst', 'commander', 'admin')
  or (
    (select private.app_role()) = 'officer'
    and (owner_key = any ((select private.officer_owner_keys())::text[])
      or concerned_codes && (select private.officer_own_codes())::text[])
    and exists (
      select 1 from private.officer_scope() scope
      where scope.edition_id = incidents.edition_id
        and incidents.occurred_at >= scope.from_at and incidents.occurred_at < scope.until_at
        and (scope.ward_code = incidents.owner_code or (scope.own and scope.ward_code = any (incidents.concerned_codes)))
    )
  )
);
create index incidents_due on public.incidents (next_due_at) where next_due_at is not null;
create index incidents_open on public.incidents (occurred_at desc, id desc) where status in ('reported', 'in_progress');
create index incidents_lead on public.incidents (edition_id, lead_code, occurred_at desc);

-- All free text of the coordination. Append-only: a correction is another remark.
create table public.incident_remarks (
  id bigint generated always as identity primary key,
  incident_id uuid not null references public.incidents (id) on delete cascade,
  kind text not null check (kind in ('outcome', 'reason', 'note')),
  body text not null check (char_length(body) between 1 and 4000),
  recorded_at timestamptz not null default clock_timestamp()
);
-- No statistics of free text, as for the texts of incidents.
alter table public.incident_remarks alter column body set statistics 0;
create index incident_remarks_incident on public.incident_remarks (incident_id, id);

create table public.incident_assists (
  incident_id uuid not null references public.incidents (id) on delete cascade,
  edition_id text not null,
  ward_code text not null,
  basis text not null check (basis in ('automatic', 'request')),
  status text not null default 'asked' check (status in ('asked', 'accepted', 'declined', 'finished', 'cancelled')),
  -- The incident's version at this assist's last change.
  version bigint not null default 0,
  asked_at timestamptz not null,
  answered_at timestamptz,
  finished_at timestamptz,
  due_at timestamptz,
  note_id bigint references public.incident_remarks (id),
  primary key (incident_id, ward_code),
  foreign key (edition_id, ward_code) references public.wards (edition_id, code)
);
create index incident_assists_open on public.incident_assists (edition_id, ward_code) where status in ('asked', 'accepted');

create table public.incident_hand_overs (
  id bigint generated always as identity primary key,
  incident_id uuid not null references public.incidents (id) on delete cascade,
  edition_id text not null,
  from_code text,
  to_code text not null,
  status text not null default 'offered' check (status in ('offered', 'accepted', 'declined', 'withdrawn')),
  version bigint not null default 0,
  offered_at timestamptz not null,
  answered_at timestamptz,
  due_at timestamptz,
  reason_id bigint references public.incident_remarks (id),
  answer_id bigint references public.incident_remarks (id),
  foreign key (edition_id, from_code) references public.wards (edition_id, code),
  foreign key (edition_id, to_code) references public.wards (edition_id, code)
);
create index incident_hand_overs_incident on public.incident_hand_overs (incident_id);
create unique index incident_hand_overs_one_open on public.incident_hand_overs (incident_id) where status = 'offered';

create table public.incident_decisions (
  id bigint generated always as identity primary key,
  incident_id uuid not null references public.incidents (id) on delete cascade,
  edition_id text not null,
  ward_code text not null,
  decided_at timestamptz not null,
  -- Also when another decision took its place.
  withdrawn_at timestamptz,
  reason_id bigint references public.incident_remarks (id),
  withdrawal_reason_id bigint references public.incident_remarks (id),
  foreign key (edition_id, ward_code) references public.wards (edition_id, code)
);
create index incident_decisions_incident on public.incident_decisions (incident_id);
create unique index incident_decisions_one_active on public.incident_decisions (incident_id) where withdrawn_at is null;

-- Requests that made a transition, so that sending one again makes no second. For the server alone.
create table public.incident_requests (
  incident_id uuid not null references public.incidents (id) on delete cascade,
  -- The account that sent it; zeros for the server itself.
  author uuid not null,
  request_id uuid not null,
  served_at timestamptz not null default clock_timestamp(),
  primary key (incident_id, author, request_id)
);

alter table public.incident_history add column remark_id bigint references public.incident_remarks (id);
create index incident_history_refused on public.incident_history (incident_id, at) where kind = 'refused';
-- Which detections of an incident say the same thing twice.
create unique index incident_detections_once on public.incident_detections (incident_id, ward_code, detected_at);

create trigger incident_remarks_append_only before update or delete on public.incident_remarks
  for each row execute function private.refuse_rewriting_history();
create trigger incident_remarks_no_truncate before truncate on public.incident_remarks
  for each statement execute function private.refuse_rewriting_history();

alter table public.incident_remarks enable row level security;
alter table public.incident_assists enable row level security;
alter table public.incident_hand_overs enable row level security;
alter table public.incident_decisions enable row level security;
alter table public.incident_requests enable row level security;

revoke all on table public.incident_remarks, public.incident_assists, public.incident_hand_overs, public.incident_decisions,
  public.incident_requests from anon, authenticated;
grant select on table public.incident_remarks, public.incident_assists, public.incident_hand_overs, public.incident_decisions to authenticated;
grant select (remark_id) on table public.incident_history to authenticated;
revoke all on table public.incident_remarks from service_role;
grant select, insert on table public.incident_remarks to service_role;
grant all on table public.incident_assists, public.incident_hand_overs, public.incident_decisions, public.incident_requests to service_role;

create policy "no free text for viewers" on public.incident_remarks for select to authenticated using (
  (select private.app_role()) in ('officer', 'analyst', 'commander', 'admin')
  and exists (select 1 from public.incidents where incidents.id = incident_remarks.incident_id)
);
create policy "with the incident" on public.incident_assists for select to authenticated using (
  exists (select 1 from public.incidents where incidents.id = incident_assists.incident_id)
);
create policy "with the incident" on public.incident_hand_overs for select to authenticated using (
  exists (select 1 from public.incidents where incidents.id = incident_hand_overs.incident_id)
);
create policy "with the incident" on public.incident_decisions for select to authenticated using (
  exists (select 1 from public.incidents where incidents.id = incident_decisions.incident_id)
);
