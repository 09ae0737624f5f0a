'use client';

import type { ProgrammeTask, TaskState } from '@/lib/domain/programme';
import { formatDay } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { nameTableFile } from '@/lib/interop/typed-table';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { TableActions } from '@/components/ui/table-actions';
import { buildTaskTable } from './programme-tables';
import { CELL, HEAD, NUMBER_CELL, NUMBER_HEAD, ShareBar } from './programme-words';

const STYLES: Readonly<Record<TaskState, string>> = { not_started: 'text-ink-2', in_progress: '', done: 'text-accent', late: 'font-medium text-alarm' };

interface TaskTableProps {
  /** Name of the programme. */
  readonly programme: string;
  readonly tasks: readonly ProgrammeTask[];
  readonly onReport: (task: ProgrammeTask) => void;
  readonly onEdit: ((task: ProgrammeTask) => void) | null;
}

/** The tasks of a programme with their progress. */
export function TaskTable({ programme, tasks, onReport, onEdit }: TaskTableProps) {
  const { messages, language } = usePreferences();
  const { tasks: texts } = messages.programmes;
  if (tasks.length === 0) return <p className="text-sm text-ink-2">{texts.empty}</p>;
  return (
    <>
      <div tabIndex={0} role="group" aria-label={texts.title} className="overflow-x-auto">
        <table className="w-full text-sm" data-testid="task-table">
          <thead><tr className="border-b border-line"><th scope="col" className={HEAD}>{texts.name}</th><th scope="col" className={HEAD}>{texts.owners}</th><th scope="col" className={HEAD}>{texts.due}</th><th scope="col" className={HEAD}>{texts.state}</th><th scope="col" className={NUMBER_HEAD}>{texts.progress}</th><th scope="col"><span className="sr-only">{texts.report}</span></th></tr></thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task.id} className="border-b border-line last:border-0" data-testid="task-row" data-state={task.state}>
                <th scope="row" className={CELL}>{task.title}{task.note === null ? null : <span className="block text-xs whitespace-pre-line text-ink-2">{task.note}</span>}</th>
                <td className={CELL}>{task.owners.length === 0 ? texts.nobody : task.owners.map(({ name }) => formatWardInSentence(name, language)).join(', ')}</td>
                <td className={`${CELL} tabular whitespace-nowrap`}>{formatDay(task.due)}</td>
                <td className={`${CELL} whitespace-nowrap ${STYLES[task.state]}`}>{texts.states[task.state]}{task.doneOn === null ? null : <span className="tabular block text-xs text-ink-2">{texts.done(formatDay(task.doneOn))}{task.doneOn > task.due ? ` (${texts.doneLate})` : ''}</span>}</td>
                <td className={`${NUMBER_CELL} min-w-28`}>{texts.percent(formatCount(task.progress, language))}<ShareBar share={task.progress / 100} label={texts.percent(formatCount(task.progress, language))} /></td>
                <td className="py-1 pl-3 text-right whitespace-nowrap">{onEdit === null ? null : <Button size="small" kind="ghost" onClick={() => onEdit(task)} aria-label={texts.editOf(task.title)} data-testid="task-edit">{texts.edit}</Button>}{task.mayReport ? <Button size="small" onClick={() => onReport(task)} data-testid="task-report-open">{texts.report}</Button> : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-1 print:hidden"><TableActions table={buildTaskTable(programme, tasks, messages, language)} fileName={nameTableFile(texts.title, programme)} /></div>
    </>
  );
}
