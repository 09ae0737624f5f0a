'use client';

import { CalendarX2, ChevronLeft, ChevronRight, Users } from 'lucide-react';
import Link from 'next/link';
import { dayOf, type Day } from '@/lib/domain/instant';
import type { Patrol } from '@/lib/domain/patrol';
import { formatDay, formatInstant } from '@/lib/format/format-instant';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { Messages } from '@/lib/messages/messages';
import { addDays } from '@/lib/view/day-arithmetic';
import type { Reference } from '@/components/data/api-types';
import { Button, IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { StateNote } from '@/components/ui/state-note';
import type { PatrolView } from '@/lib/view/patrol-view';
import { SidesBadge } from './sides-badge';
import { usePatrols } from './use-patrols';
import { groupByDay, startOfWeek } from '@/lib/view/week';

interface WeekViewProps {
  readonly view: PatrolView;
  readonly reference: Reference;
  readonly today: Day;
  readonly onUpdate: (part: Partial<PatrolView>) => void;
}

/** The patrols of a week, day by day. */
export function WeekView({ view, reference, today, onUpdate }: WeekViewProps) {
  const { messages } = usePreferences();
  const { week: texts, failed } = messages.patrols;
  const query = usePatrols(view.week, addDays(view.week, 6), view.cluster);
  return (
    <div tabIndex={0} role="group" aria-label={texts.title(formatDay(view.week), formatDay(addDays(view.week, 6)))} className="scroll-quiet h-full overflow-y-auto px-4 py-4 md:px-6">
      <div className="mx-auto mb-4 flex max-w-6xl flex-wrap items-center gap-2">
        <IconButton label={texts.previous} onClick={() => onUpdate({ week: addDays(view.week, -7) })}><ChevronLeft size={18} aria-hidden /></IconButton>
        <h2 className="tabular text-base font-semibold" data-testid="week-title">{texts.title(formatDay(view.week), formatDay(addDays(view.week, 6)))}</h2>
        <IconButton label={texts.next} onClick={() => onUpdate({ week: addDays(view.week, 7) })}><ChevronRight size={18} aria-hidden /></IconButton>
        <Button size="small" disabled={view.week === startOfWeek(today)} onClick={() => onUpdate({ week: startOfWeek(today) })}>{texts.today}</Button>
        <ClusterChoice reference={reference} value={view.cluster} onChange={(cluster) => onUpdate({ cluster })} />
      </div>
      <QueryState query={query} failed={failed} lines={8}>
        {({ patrols }) => (patrols.length === 0
          ? <StateNote icon={<CalendarX2 size={30} />} title={texts.empty} hint={texts.emptyHint} action={<LastWeekButton view={view} onUpdate={onUpdate} />} testId="week-empty" />
          : <ol className="mx-auto max-w-6xl space-y-3">{groupByDay(patrols, view.week).map((group) => <DayGroup key={group.day} {...group} today={today} />)}</ol>)}
      </QueryState>
    </div>
  );
}

/** How far back an empty week looks for one that is not. */
const LOOK_BACK_DAYS = 182;

/** Leads from an empty week to the last one before it in which somebody patrolled. */
function LastWeekButton({ view, onUpdate }: Pick<WeekViewProps, 'view' | 'onUpdate'>) {
  const { messages } = usePreferences();
  const query = usePatrols(addDays(view.week, -LOOK_BACK_DAYS), addDays(view.week, -1), view.cluster);
  const last = query.state === 'ready' ? query.data.patrols.map(({ from }) => dayOf(from)).sort().at(-1) : undefined;
  if (last === undefined) return null;
  return <Button size="small" onClick={() => onUpdate({ week: startOfWeek(last) })} data-testid="last-week">{messages.patrols.week.lastWeek(formatDay(startOfWeek(last)))}</Button>;
}

interface ClusterChoiceProps {
  readonly reference: Reference;
  readonly value: string | null;
  readonly onChange: (cluster: string | null) => void;
}

/** One cluster or all. */
export function ClusterChoice({ reference, value, onChange }: ClusterChoiceProps) {
  const { messages } = usePreferences();
  const { week: texts } = messages.patrols;
  return (
    <label className="ml-auto flex items-center gap-2 text-xs text-ink-2">
      {texts.cluster}
      <select className="control w-auto max-w-60" value={value ?? ''} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)} data-testid="cluster-choice">
        <option value="">{texts.allClusters}</option>
        {reference.clusters.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </select>
    </label>
  );
}

function DayGroup({ day, patrols, today }: { readonly day: Day; readonly patrols: readonly Patrol[]; readonly today: Day }) {
  const { messages } = usePreferences();
  const { week: texts } = messages.patrols;
  const weekday = String(new Date(`${day}T00:00:00Z`).getUTCDay()) as keyof Messages['patrols']['week']['days'];
  return (
    <li className="grid gap-2 border-t border-line pt-3 md:grid-cols-[128px_1fr]" data-testid="week-day" data-day={day}>
      <p className={`text-sm ${day === today ? 'font-semibold text-accent' : 'text-ink-2'}`}>{texts.days[weekday]}<span className="tabular block text-xs">{formatDay(day)}</span></p>
      {patrols.length === 0 ? <p className="text-xs leading-5 text-ink-3">{texts.nothing}</p> : <ul className="grid gap-2 lg:grid-cols-2">{patrols.map((patrol) => <PatrolCard key={patrol.id} patrol={patrol} />)}</ul>}
    </li>
  );
}

/** Wards of a patrol that have not answered. */
export const listWaiting = ({ bookings }: Patrol): readonly string[] => bookings.filter(({ status }) => status === 'asked').map(({ ward }) => ward.name);

function PatrolCard({ patrol }: { readonly patrol: Patrol }) {
  const { messages, language } = usePreferences();
  const { patrols: texts } = messages;
  const waiting = listWaiting(patrol);
  const named = (names: readonly string[]): string => names.map((name) => formatWardInSentence(name, language)).join(', ');
  const { sides } = patrol.done ?? patrol.planned;
  const cancelled = patrol.status === 'cancelled';
  return (
    <li>
      <Link href={`/patrols/${patrol.id}`} className={`block h-full rounded-xl border border-line bg-surface p-3 hover:border-edge ${cancelled ? 'border-dashed' : ''}`} data-testid="patrol-card" data-id={patrol.id}>
        <span className="tabular block text-xs text-ink-2">{formatInstant(patrol.from)} – {formatInstant(patrol.to)}</span>
        <span className={`mt-0.5 block text-sm font-semibold ${cancelled ? 'line-through' : ''}`}>{patrol.name}</span>
        <span className="mt-1 flex items-center gap-1.5 text-xs text-ink-2"><Users size={13} aria-hidden className="shrink-0" /> {named(patrol.bookings.map(({ ward }) => ward.name))}</span>
        <span className="mt-2 flex flex-wrap gap-1.5">
          <SidesBadge sides={sides} />
          <span className="rounded-full bg-sunken px-2 py-0.5 text-xs text-ink-2">{texts.status[patrol.status]}</span>
          <span className="rounded-full bg-sunken px-2 py-0.5 text-xs text-ink-2">{patrol.joint ? texts.joint : waiting.length > 0 ? texts.waitingFor(named(waiting)) : texts.single}</span>
        </span>
      </Link>
    </li>
  );
}
