'use client';

import { ArrowLeft, Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { IndicatorEntry, ProgrammeIndicator, ProgrammeTask } from '@/lib/domain/programme';
import type { ProgrammePage } from '@/lib/domain/programme-page';
import { formatDayRange } from '@/lib/format/format-instant';
import { getEditionAt } from '@/lib/view/in-force';
import type { Reference } from '@/components/data/api-types';
import { PinButton } from '@/components/briefing/pin-button';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { Section } from '@/components/ui/section';
import { CommendationForm } from './commendation-form';
import { CommendationTable } from './commendation-table';
import { IndicatorForm } from './indicator-form';
import { IndicatorTable } from './indicator-table';
import { describeBasis, ProgrammeBadges } from './programme-words';
import { EntryForm, TaskReportForm } from './report-forms';
import { TaskForm } from './task-form';
import { TaskTable } from './task-table';
import { useProgramme } from './use-programmes';

type Open =
  | { readonly kind: 'report'; readonly task: ProgrammeTask }
  | { readonly kind: 'entry'; readonly indicator: ProgrammeIndicator; readonly correcting: IndicatorEntry | null }
  | { readonly kind: 'task'; readonly task: ProgrammeTask | null }
  | { readonly kind: 'indicator'; readonly indicator: ProgrammeIndicator | null }
  | { readonly kind: 'commendation' };

/** One programme: its tasks, indicators and commendations. */
export function ProgrammeDetailPage({ id, today }: { readonly id: string; readonly today: Day }) {
  const { messages } = usePreferences();
  const { programmes: texts } = messages;
  const reference = useReference();
  const query = useProgramme(id);
  const [open, setOpen] = useState<Open | null>(null);
  const page = query.state === 'ready' ? query.data : null;
  const add = ({ permissions }: ProgrammePage, label: string, form: Open, testId: string) => (permissions.write ? <Button size="small" onClick={() => setOpen(form)} data-testid={testId}><Plus size={14} aria-hidden /> {label}</Button> : undefined);
  return (
    <ConsolePage me={reference.state === 'ready' ? reference.data.me : null} title={page?.programme.name ?? texts.title} lead={<Lead page={page} />}
      actions={page === null ? undefined : <>
        {page.programme.status === 'draft' ? null : <PinButton role={reference.state === 'ready' ? reference.data.me.role : null} pin={() => ({ kind: 'chart', title: page.programme.name, path: `/programmes/${page.id}` })} />}
        {page.permissions.write ? <StatusActions page={page} onChanged={query.refresh} /> : null}
      </>}>
      <QueryState query={query} notFound={texts.notFound} failed={texts.failed} lines={10}>
        {(ready) => (
          <div className="mx-auto grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-4">
            {ready.programme.note === null ? null : <p className="text-sm whitespace-pre-line">{ready.programme.note}</p>}
            <Section title={texts.tasks.title} testId="programme-tasks" actions={add(ready, texts.tasks.add, { kind: 'task', task: null }, 'task-add')}>
              <TaskTable programme={ready.programme.name} tasks={ready.tasks} onReport={(task) => setOpen({ kind: 'report', task })} onEdit={ready.permissions.write ? (task) => setOpen({ kind: 'task', task }) : null} />
            </Section>
            <Section title={texts.indicators.title} testId="programme-indicators" actions={add(ready, texts.indicators.add, { kind: 'indicator', indicator: null }, 'indicator-add')}>
              <IndicatorTable programme={ready.programme} indicators={ready.indicators} today={today} onEnter={(indicator, correcting) => setOpen({ kind: 'entry', indicator, correcting })} onEdit={ready.permissions.write ? (indicator) => setOpen({ kind: 'indicator', indicator }) : null} />
            </Section>
            <Section title={texts.commendations.title} testId="programme-commendations" actions={add(ready, texts.commendations.add, { kind: 'commendation' }, 'commendation-add')}><CommendationTable commendations={ready.commendations} /></Section>
            {open === null || reference.state !== 'ready' ? null : <Forms open={open} page={ready} reference={reference.data} today={today} onClose={() => setOpen(null)} onSaved={query.refresh} />}
          </div>
        )}
      </QueryState>
    </ConsolePage>
  );
}

interface FormsProps {
  readonly open: Open;
  readonly page: ProgrammePage;
  readonly reference: Reference;
  readonly today: Day;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** The form that was opened. */
function Forms({ open, page, reference, today, onClose, onSaved }: FormsProps) {
  const editionId = getEditionAt(reference.editions, today).id;
  const common = { onClose, onSaved };
  switch (open.kind) {
    case 'report': return <TaskReportForm programme={page.programme} task={open.task} {...common} />;
    case 'entry': return <EntryForm programme={page.programme} indicator={open.indicator} correcting={open.correcting} today={today} {...common} />;
    case 'task': return <TaskForm page={page} task={open.task} editionId={editionId} {...common} />;
    case 'indicator': return <IndicatorForm page={page} indicator={open.indicator} categories={reference.categories} {...common} />;
    case 'commendation': return <CommendationForm programmeId={page.id} editionId={editionId} today={today} {...common} />;
  }
}

function Lead({ page }: { readonly page: ProgrammePage | null }) {
  const { messages } = usePreferences();
  const basis = page === null ? null : describeBasis(page.programme, messages);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Link href="/programmes" className="inline-flex items-center gap-1 font-medium text-accent underline"><ArrowLeft size={13} aria-hidden /> {messages.programmes.back}</Link>
      {page === null ? null : <><ProgrammeBadges programme={page.programme} messages={messages} /><span className="tabular">{formatDayRange(page.programme.from, page.programme.to)}</span>{basis === null ? null : <span>{basis}</span>}</>}
    </span>
  );
}

function StatusActions({ page: { programme }, onChanged }: { readonly page: ProgrammePage; readonly onChanged: () => void }) {
  const { messages: { programmes: { form } } } = usePreferences();
  const action = useAction();
  const next = programme.status === 'draft' ? 'active' : 'closed';
  const change = async (): Promise<void> => {
    await action.run(async () => { await sendJson('PATCH', `/api/programmes/${programme.id}`, { version: programme.version, status: next }); });
    onChanged();
  };
  return (
    <>
      {action.error === null ? null : <span role="alert" className="text-xs text-alarm">{action.error.kind === 'conflict' ? form.conflict : action.error.message}</span>}
      <Button disabled={action.busy} onClick={() => void change()} data-testid="programme-next">{next === 'active' ? form.activate : form.close}</Button>
    </>
  );
}
