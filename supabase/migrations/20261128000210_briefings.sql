-- Briefings: a snapshot that is computed once and never changed, a deck that is changed by version, pins that wait to be shown,
-- templates that compose by themselves, and a history of who did what with it, also of what was refused.

create table public.briefing_templates (
  id uuid primary key,
  version integer not null default 1 check (version > 0),
  name text not null check (char_length(name) between 1 and 200),
  area jsonb not null check (jsonb_typeof(area) = 'object'),
  period_kind text not null check (period_kind in ('last_28_days', 'week', 'reporting_month', 'reporting_year')),
  classification text not null check (classification in ('open', 'internal', 'secret', 'top_secret')),
  shows_text boolean not null default false,
  minute_of_day integer not null check (minute_of_day between 0 and 1439),
  weekdays integer[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  is_active boolean not null default true,
  -- Since when it is as it is: it composes nothing that was due before.
  since timestamptz not null default clock_timestamp(),
  removed_at timestamptz,
  author uuid references auth.users (id) on delete set null,
  created_by_role text not null,
  created_at timestamptz not null default clock_timestamp()
);

-- The last number given in each year. A number is given in the transaction that writes the briefing: none is lost, none given twice.
create table public.briefing_numbers (
  year integer primary key check (year between 1900 and 2199),
  last integer not null check (last > 0)
);

create table public.briefings (
  id uuid primary key,
  number text not null unique check (number ~ '^GB-\d{4}-\d{4,}$'),
  -- Counts changes of title, marks and deck; its own progress does not touch it.
  version integer not null default 1 check (version > 0),
  title text not null check (char_length(title) between 1 and 200),
  area jsonb not null check (jsonb_typeof(area) = 'object'),
  edition_id text not null references public.boundary_editions (id),
  period_kind text not null check (period_kind in ('days', 'last_28_days', 'week', 'reporting_month', 'reporting_year')),
  from_day date not null,
  to_day date not null,
  as_of timestamptz not null,
  classification text not null check (classification in ('open', 'internal', 'secret', 'top_secret')),
  shows_text boolean not null default false,
  seed integer not null default 2026 check (seed >= 0),
  patrol_id uuid,
  -- What was asked for, to know a second sending by.
  request jsonb not null check (jsonb_typeof(request) = 'object'),
  -- Pins that wait to become slides: of the first composing, or of one that is ready already.
  pending_pins uuid[] not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'composing', 'ready', 'failed', 'cancelled')),
  progress double precision not null default 0 check (progress between 0 and 1),
  failure text check (failure ~ '^[a-z][a-z_]{0,39}$'),
  failure_detail text check (char_length(failure_detail) <= 1000),
  digest text,
  content jsonb,
  -- What was written about incidents on its slides, by id. Apart: no list and no viewer ever gets it.
  texts jsonb,
  deck jsonb not null default '[]' check (jsonb_typeof(deck) = 'array'),
  template_id uuid references public.briefing_templates (id),
  template_day date,
  previous_id uuid references public.briefings (id),
  author uuid references auth.users (id) on delete set null,
  created_by_role text not null,
  created_by_unit text,
  created_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  elapsed_ms integer check (elapsed_ms >= 0),
  -- Who composes it: a number of its own for each claim, so that one who lost it can not write any more.
  claim uuid,
  attempts integer not null default 0,
  beat_at timestamptz,
  cancel_asked boolean not null default false,
  constraint briefings_days check (from_day <= to_day),
  constraint briefings_failure check ((state = 'failed') = (failure is not null)),
  constraint briefings_content check ((content is null) = (digest is null) and (content is null) = (texts is null)),
  constraint briefings_ready check (state <> 'ready' or content is not null),
  constraint briefings_template check ((template_id is null) = (template_day is null)),
  -- However many processes look at the clock, a template composes one briefing a day.
  constraint briefings_once_a_day unique (template_id, template_day)
);
create index briefings_newest on public.briefings (created_at desc, id desc);
create index briefings_area on public.briefings (area, as_of desc) where content is not null;
create index briefings_waiting on public.briefings (created_at) where state in ('queued', 'composing');

-- Slides made of pins after the snapshot was ready, as of its instant. Rows are added, never changed.
create table public.briefing_slides (
  briefing_id uuid not null references public.briefings (id),
  slide_id text not null check (char_length(slide_id) between 1 and 80),
  place integer not null check (place > 0),
  slide jsonb not null check (jsonb_typeof(slide) = 'object'),
  names jsonb not null check (jsonb_typeof(names) = 'object'),
  digest text not null,
  added_at timestamptz not null default clock_timestamp(),
  primary key (briefing_id, slide_id),
  unique (briefing_id, place)
);

create table public.briefing_pins (
  id uuid primary key,
  kind text not null check (kind in ('map', 'chart', 'zone', 'analysis')),
  title text not null check (char_length(title) between 1 and 200),
  path text not null check (char_length(path) between 2 and 2000),
  author uuid references auth.users (id) on delete set null,
  created_by_role text not null,
  created_at timestamptz not null default clock_timestamp(),
  -- The briefing that shows it; null = it waits.
  taken_by uuid references public.briefings (id)
);
create index briefing_pins_waiting on public.briefing_pins (created_at) where taken_by is null;

-- No foreign keys: an entry may speak of a template, or of something that was refused before it was there.
create table public.briefing_history (
  id bigint generated always as identity primary key,
  subject text not null check (subject in ('briefing', 'template', 'pin', 'export')),
  subject_id uuid,
  at timestamptz not null default clock_timestamp(),
  actor_user uuid,
  actor_unit text,
  actor_role text,
  kind text not null check (kind ~ '^[a-z][a-z_]{0,39}$'),
  before jsonb,
  after jsonb
);
create index briefing_history_subject on public.briefing_history (subject_id, id);

-- What was said in a meeting stays said: numbers, texts and what they rest on are written once.
create function private.keep_briefing() returns trigger
language plpgsql
set search_path = public, extensions
as $$
begin
  if tg_op = 'DELETE' then raise exception 'a briefing is kept: delete refused' using errcode = '42501'; end if;
  if (new.number, new.area, new.edition_id, new.period_kind, new.from_day, new.to_day, new.as_of, new.seed, new.created_at)
    is distinct from (old.number, old.area, old.edition_id, old.period_kind, old.from_day, old.to_day, old.as_of, old.seed, old.created_at) then
    raise exception 'number, area, period and as-of instant of a briefing are never changed' using errcode = '42501';
  end if;
  if old.digest is not null and (new.digest is distinct from old.digest or new.content is distinct from old.content or new.texts is distinct from old.texts) then
    raise exception 'the content of a briefing is never changed' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger briefings_kept before update or delete on public.briefings for each row execute function private.keep_briefing();

do $$
declare
  record_table text;
begin
  foreach record_table in array array['briefing_history', 'briefing_slides'] loop
    execute format('create trigger %1$I before update or delete on public.%2$I for each row execute function private.refuse_rewriting_record()',
      record_table || '_append_only', record_table);
    execute format('create trigger %1$I before truncate on public.%2$I for each statement execute function private.refuse_rewriting_record()',
      record_table || '_no_truncate', record_table);
  end loop;
  execute 'create trigger briefings_no_truncate before truncate on public.briefings for each statement execute function private.refuse_rewriting_record()';
end $$;

alter table public.briefing_templates enable row level security;
alter table public.briefing_numbers enable row level security;
alter table public.briefings enable row level security;
alter table public.briefing_slides enable row level security;
alter table public.briefing_pins enable row level security;
alter table public.briefing_history enable row level security;
revoke all on table public.briefing_templates, public.briefing_numbers, public.briefings, public.briefing_slides, public.briefing_pins,
  public.briefing_history from anon, authenticated, service_role;

-- Whether the caller may read a briefing of an area: an officer those of a cluster to which the own ward belongs.
create function private.may_read_briefing(area jsonb) returns boolean
language sql stable
set search_path = public, extensions
as $$
  select coalesce(private.app_role() in ('viewer', 'analyst', 'commander', 'admin')
    or (private.app_role() = 'officer' and area ->> 'kind' = 'cluster' and area ->> 'id' = any (private.officer_cluster_ids())), false)
$$;

-- Not which account, not the free text, not who composes.
grant select (id, number, version, title, area, edition_id, period_kind, from_day, to_day, as_of, classification, shows_text, seed, state, progress,
  failure, digest, content, template_id, template_day, previous_id, created_by_role, created_at, finished_at, elapsed_ms) on table public.briefings to authenticated;
grant select (briefing_id, slide_id, place, slide, names, digest, added_at) on table public.briefing_slides to authenticated;
grant select (id, version, name, area, period_kind, classification, shows_text, minute_of_day, weekdays, is_active, since, removed_at, created_by_role,
  created_at) on table public.briefing_templates to authenticated;
grant select (id, kind, title, path, created_by_role, created_at, taken_by) on table public.briefing_pins to authenticated;
grant select (id, subject, subject_id, at, actor_unit, actor_role, kind, before, after) on table public.briefing_history to authenticated;
grant select, insert, update on table public.briefings, public.briefing_templates, public.briefing_numbers to service_role;
grant select, insert, update, delete on table public.briefing_pins to service_role;
grant select, insert on table public.briefing_slides, public.briefing_history to service_role;

create policy "by role and cluster" on public.briefings for select to authenticated using (
  (select private.app_role()) in ('viewer', 'analyst', 'commander', 'admin')
  or ((select private.app_role()) = 'officer' and area ->> 'kind' = 'cluster' and area ->> 'id' = any ((select private.officer_cluster_ids())::text[]))
);
-- The policy of briefings applies inside.
create policy "with the briefing" on public.briefing_slides for select to authenticated using (
  exists (select 1 from public.briefings where briefings.id = briefing_slides.briefing_id)
);
create policy "who composes" on public.briefing_templates for select to authenticated using ((select private.app_role()) in ('analyst', 'commander', 'admin'));
create policy "who composes" on public.briefing_pins for select to authenticated using ((select private.app_role()) in ('analyst', 'commander', 'admin'));
create policy "who composes" on public.briefing_history for select to authenticated using ((select private.app_role()) in ('analyst', 'commander', 'admin'));
-- The counter is the server's alone.
create policy "nobody" on public.briefing_numbers for select to authenticated using (false);

revoke execute on function private.keep_briefing(), private.may_read_briefing(jsonb) from public, anon, authenticated;
grant execute on function private.may_read_briefing(jsonb) to authenticated, service_role;
grant execute on function private.keep_briefing() to service_role;
