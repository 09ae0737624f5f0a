import type { Slide } from '../../domain/briefing';
import type { KnownProgramme } from '../../domain/briefing-facts';
import type { Day } from '../../domain/instant';
import { say } from '../slide-pieces';
import { cutRows, makePinSlide, type Pinned } from './pin-slide';

/** A programme's tasks as they were known at the briefing's instant. */
export interface ProgrammeEvidence {
  readonly kind: 'programme';
  readonly programme: KnownProgramme;
  /** The calendar day of that instant. */
  readonly day: Day;
}

/** What of a programme is done, under way and late. */
export function composeProgramme(pin: Pinned, { programme: { name, from, to, tasks }, day }: ProgrammeEvidence): Slide {
  const state = ({ done, due }: KnownProgramme['tasks'][number]): 'late' | 'done_late' | 'done' | 'open' => (done === null ? (due < day ? 'late' : 'open') : done > due ? 'done_late' : 'done');
  const isDone = (task: KnownProgramme['tasks'][number]): boolean => task.done !== null;
  const values = { name, from, to, day, tasks: tasks.length, tasksDone: tasks.filter(isDone).length, tasksLate: tasks.filter((one) => state(one) === 'late').length };
  if (tasks.length === 0) return makePinSlide(pin, 'pin_programme', say('programme_empty', values));
  const order = ['late', 'open', 'done_late', 'done'];
  const sorted = [...tasks].sort((a, b) => order.indexOf(state(a)) - order.indexOf(state(b)) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const cut = cutRows({
    id: 'tasks', columns: [{ id: 'task', kind: 'text' }, { id: 'state', kind: 'code' }, { id: 'progress', kind: 'share' }, { id: 'due', kind: 'day' }, { id: 'done', kind: 'day' }],
    rows: sorted.map((task) => ({ cells: [task.title, state(task), task.progress / 100, task.due, task.done] })),
  });
  const states = order.map((one) => ({ one, count: tasks.filter((task) => state(task) === one).length })).filter(({ count }) => count > 0);
  return makePinSlide(pin, 'pin_programme', say(values.tasksLate > 0 ? 'programme_late' : 'programme_timely', values), {
    uncertainty: [say('about_programme', values), ...cut.told],
    facts: [{ id: 'tasks', unit: 'number', value: values.tasks }, { id: 'done', unit: 'number', value: values.tasksDone }, { id: 'late', unit: 'number', value: values.tasksLate }],
    tables: [cut.table], charts: [{ id: 'states', kind: 'bars', x: 'code', y: 'number', xs: states.map(({ one }) => one), series: [{ id: 'tasks', values: states.map(({ count }) => count) }] }],
  });
}
