import type { SlideTexts } from '../slide-texts';
import { isBeyond, when } from './pin-words';

const moreRows: SlideTexts['told'][string] = (v, s) => `The table shows ${s.count(v.shown)} of ${s.count(v.count)} rows.`;

/** Words of a review of a span. */
export const reviewEn: SlideTexts = {
  title: 'Review',
  told: {
    more_rows: moreRows,
    review_empty: (v, s) => `No incident and no report from ${s.day(v.from)} to ${s.day(v.to)}.`,
    review_counts: (v, s) => `${when(v.cluster, () => `${s.cluster(v.cluster)}: `)}${s.count(v.count)} incidents from ${s.day(v.from)} to ${s.day(v.to)}, ${s.count(v.near)} at the borders; ${s.count(v.handled)} of ${s.count(v.received)} reports handled.`,
    review_found: (v, s) => `${when(v.cluster, () => `${s.cluster(v.cluster)}: `)}${s.count(v.count)} incidents from ${s.day(v.from)} to ${s.day(v.to)}, ${s.count(v.near)} at the borders; ${s.count(v.handled)} of ${s.count(v.received)} reports handled, ${s.count(v.inTime)} of ${s.count(v.due)} with a deadline in time.`,
    about_last: (v, s) => `The last two whole periods (from ${s.day(v.first)} and ${s.day(v.second)}), at the borders: ${s.count(v.before)} → ${s.count(v.after)} incidents, z = ${s.number(v.z, 1)}: ${isBeyond(v.z) ? 'beyond chance' : 'not beyond chance'}.`,
    about_review: () => 'Incidents by when they occurred, reports by when they came in, outcomes as known at the instant of the figures. "In time" is said only of steps with a deadline and a recorded time.',
    about_cluster: () => 'Of a cluster: every ward that was ever a member, by the boundaries of the cluster.',
  },
  facts: { count: { label: 'Incidents' }, border: { label: 'At the borders' }, received: { label: 'Reports' }, handled: { label: 'Handled' } },
  tables: {
    periods: { title: 'Incidents and reports', columns: { from: 'Period from', border: 'Border', outside: 'Interior', received: 'Reports', handled: 'Handled', resolve_due: 'With a deadline', resolved_in_time: 'In time' } },
    work: { title: 'What was done', columns: { from: 'Period from', joint: 'Joint patrols', single: 'Single patrols', zones_closed: 'Zones closed', models: 'Models', tasks_done: 'Tasks done', tasks_due: 'Due', drug_free: 'Drug-free wards' } },
  },
  charts: { incidents: { title: 'Incidents by period', x: 'Period from', y: 'Incidents', series: { border: 'Border', outside: 'Interior' } } },
  classes: {},
};

/** Words of the wards that are free of drugs. */
export const drugFreeEn: SlideTexts = {
  title: 'Drug-free wards',
  told: {
    more_rows: moreRows,
    drug_free_none: (v, s) => `There is no ward to look at on ${s.day(v.day)}.`,
    drug_free_found: (v, s) => `On ${s.day(v.day)} ${s.count(v.wardsFree)} of ${s.count(v.wards)} wards count as free of drugs, ${s.count(v.wardsNot)} have incidents, of ${s.count(v.wardsUnknown)} too little is known.`,
    about_drug_free: (v, s) => `Free means no drug incident recorded in ${s.count(v.months)} months, since ${s.day(v.window)}; none recorded need not be none. The months are as set today.`,
  },
  facts: { free: { label: 'Drug-free' }, not_free: { label: 'With incidents' }, not_known: { label: 'Not enough data' } },
  tables: { wards: { title: 'Wards', columns: { ward: 'Ward', status: 'Status', since: 'Since', last: 'Latest incident', incidents: 'Incidents' } } },
  charts: { statuses: { title: 'By status', x: 'Status', y: 'Wards', series: { wards: 'Wards' } } },
  classes: { free: 'Drug-free', not_free: 'With incidents', not_known: 'Not enough data' },
};

/** Words of a programme's tasks. */
export const programmeEn: SlideTexts = {
  title: 'Programme',
  told: {
    more_rows: moreRows,
    programme_empty: (v, s) => `${s.text(v.name)}: no task yet.`,
    programme_timely: (v, s) => `${s.text(v.name)}: ${s.count(v.tasksDone)} of ${s.count(v.tasks)} tasks done, none late.`,
    programme_late: (v, s) => `${s.text(v.name)}: ${s.count(v.tasksDone)} of ${s.count(v.tasks)} tasks done, ${s.count(v.tasksLate)} late.`,
    about_programme: (v, s) => `Progress as the units had reported it by ${s.day(v.day)}; the programme runs ${s.day(v.from)} – ${s.day(v.to)}.`,
  },
  facts: { tasks: { label: 'Tasks' }, done: { label: 'Done' }, late: { label: 'Late' } },
  tables: { tasks: { title: 'Tasks, late ones first', columns: { task: 'Task', state: 'State', progress: 'Progress', due: 'Due', done: 'Done on' } } },
  charts: { states: { title: 'By state', x: 'State', y: 'Tasks', series: { tasks: 'Tasks' } } },
  classes: { late: 'Late', open: 'Under way', done_late: 'Done late', done: 'Done' },
};
