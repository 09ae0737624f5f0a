import type { programmesVi } from './programmes-vi';

/** English texts of the pages about programmes. */
export const programmesEn: typeof programmesVi = {
  title: 'Programmes',
  lead: 'Tasks, indicators, models, commendations, and reports received, handled and answered.',
  back: 'All programmes',
  failed: 'The programmes could not be loaded',
  notFound: 'There is no such programme, or your role may not see it',
  tabs: { list: 'Programmes', models: 'Models', review: 'Review', drugFree: 'Drug-free wards' },
  tabsLabel: 'Pages about programmes',
  assumed: 'assumed figures',
  statuses: { draft: 'Draft', active: 'Under way', closed: 'Closed' },
  scopes: { city: 'Whole area', cluster: 'Linked cluster', wards: 'Some wards' },
  list: {
    label: 'Programmes', empty: 'There is no programme yet', emptyHint: 'Make a programme to give out tasks and follow indicators.', emptyReader: 'A programme appears here once it is under way.',
    tasks: (done, all) => `${done} of ${all} tasks done`, late: (count) => `${count} late`, noTasks: 'No tasks yet', progress: 'Progress', time: (share) => `${share} of the time is over`,
    basis: (number, day) => `Document ${number} of ${day}`, basisNumber: (number) => `Document ${number}`,
  },
  form: {
    add: 'New programme', title: 'New programme', name: 'Name', number: 'Document number', date: 'Document date', scope: 'Scope', cluster: 'Cluster', chooseCluster: 'Choose a cluster', from: 'From', to: 'To', status: 'Status', note: 'Note', noteHint: 'No names of people.', missing: 'Fill this in.', order: 'The end must not be before the beginning.',
    activate: 'Put under way', close: 'Close the programme', conflict: 'Somebody has just changed it; the latest is shown, please do it again.',
  },
  tasks: {
    title: 'Tasks', empty: 'No task has been given out', add: 'Add a task', name: 'Task', owners: 'Units', nobody: 'Shared', due: 'Due', state: 'State', progress: 'Progress', percent: (value) => `${value}%`, report: 'Report', reportOf: (name) => `Report progress: ${name}`, value: 'Progress (0–100%)', badValue: 'Enter a whole number from 0 to 100.', note: 'What was done', done: (day) => `done ${day}`, doneOn: 'Done on', doneLate: 'after its day',
    states: { not_started: 'Not started', in_progress: 'In progress', done: 'Done', late: 'Late' }, ward: 'Ward that does it', noWard: 'No ward in particular', place: 'Order', badPlace: 'Enter a whole number from 1 to 999.', edit: 'Edit', editOf: (name) => `Edit the task: ${name}`, ownersHint: 'Without a ward it is a shared task.', formNote: 'Note',
  },
  indicators: {
    title: 'Indicators', empty: 'No indicator has been set', name: 'Indicator', value: 'Value', target: 'Target', source: 'Source', met: 'Result', noTarget: 'none', noValue: 'no data yet', isMet: 'Met', notMet: 'Not met', unknown: '–',
    directions: { up: (value) => `at least ${value}`, down: (value) => `at most ${value}`, keep: (value) => `keep ${value}` },
    sources: { records: 'Computed from records', entered: 'Entered by units' }, counted: (part, whole) => `${part} of ${whole}`,
    formulas: { border_incidents: 'incidents in border zones', category_incidents: 'incidents by category', leads_in_time: 'leads confirmed in time, of those due', outcomes_returned: 'outcomes returned, of those resolved with a recorded time', joint_patrols: 'joint patrols held', patrols: 'patrols held', zones_closed: 'zones closed', drug_free_wards: 'drug-free wards' },
    records: 'See the incidents', entries: (count) => `${count} entries`, enter: 'Enter a value', enterOf: (name) => `Enter a value: ${name}`, correct: 'Correct', from: 'From', to: 'To', number: 'Value', badNumber: 'Enter a number.', basis: 'Basis', corrected: 'corrected', by: (role, instant) => `${role}, ${instant}`, addsUp: 'Periods add up', latest: 'The latest counts',
    add: 'Add an indicator', edit: 'Edit', editOf: (name) => `Edit the indicator: ${name}`, fixed: 'What it counts stays as it is, so that the values there keep their meaning; for another way of counting, add a new indicator.', unit: 'Unit of measure', direction: 'Direction', directionNames: { up: 'The more the better', down: 'The less the better', keep: 'Keep the level' }, targetHint: 'Leave empty for no target.', formula: 'Computed from', categories: 'Categories', needCategory: 'Choose one at least.', task: 'Of the task', taskHint: 'The wards of this task enter values.', noTask: 'Of no task', several: 'When there are several periods', order: 'Order',
  },
  commendations: {
    title: 'Commendations', empty: 'No commendation has been recorded', level: 'Level', decision: 'Decision', day: 'Date', collectives: 'Collectives', individuals: 'Individuals', total: 'Total', hint: 'Counts only, no names.',
    levels: { ward: 'Ward', city: 'City', ministry: 'Ministry', other: 'Other' }, add: 'Add a commendation', number: 'Decision number', ward: 'Ward commended (of level ward)', bad: 'Enter a whole number, not negative.', nobody: 'Name one collective or individual at least.',
  },
  models: {
    title: 'Models', lead: 'Named models of prevention and their places; places, never people.', empty: 'There is no model yet', mapTitle: 'Map of the models', count: (count) => `${count} models`, inForce: (count) => `${count} in force`, since: (from) => `since ${from}`, between: (from, to) => `${from} – ${to}`, ended: 'ended', show: 'Show on the map', open: 'Part of the programme', legend: 'Model of prevention',
    kinds: { three_keep_four: '“3 manage, 4 keep”', self_managed_agency: 'Self-managed agency', school: 'School', hospital: 'Hospital', residential_area: 'Self-managed residential area', joint_patrol_team: 'Joint patrol team', other: 'Other' },
    add: 'Add a model', edit: 'Edit the model', editOf: (name) => `Edit the model: ${name}`, pick: 'Click the map to choose the place, or type coordinates.', to: 'Until (leave empty while it goes on)', noEnd: 'Goes on', programme: 'Part of the programme', noProgramme: 'Of no programme', newName: 'Chosen place', kind: 'Kind', name: 'Name', place: 'Place', position: 'Coordinates (latitude, longitude)', badPosition: 'Enter latitude and longitude, for example 21.0375, 105.8105.', words: (name, place, ward) => `${name}: ${place}, ${ward}`,
  },
  drugFree: {
    title: 'Drug-free wards', failed: 'The status of the wards could not be computed', day: 'On', statuses: { free: 'Drug-free', not_free: 'Incidents recorded', not_known: 'Not enough data' },
    rule: (months, from, to, version) => `Rule (version ${version}): no drug incident is recorded as having occurred in the ward within ${months} months, from ${from} to ${to}, and the ward has data from before that.`,
    caution: 'No recorded incident does not mean no drugs.', ward: 'Ward', status: 'Status', since: 'Since', last: 'Latest incident', incidents: 'Incidents that count', records: 'Data from', never: 'none recorded', noRecords: 'no data', show: 'See the incident', all: 'All', filter: 'Status', officer: 'You see your own ward and those of its clusters.', count: (count) => `${count} wards`,
  },
  review: {
    title: 'Review', failed: 'The review could not be made', from: 'From', to: 'To', unit: 'By', scope: 'Scope', all: 'Whole area', apply: 'Make the review', print: 'Print', tenYears: '10 years', thisYear: 'This year', badSpan: 'Choose a span: the end not before the beginning, 20 years at most (10 by month).',
    units: { month: 'Month', quarter: 'Quarter', year: 'Year', reporting_year: 'Reporting year (1 Oct – 30 Sep)' }, heading: (from, to, scope) => `Review from ${from} to ${to} – ${scope}`,
    coverage: (from, to) => `Data from ${from} to ${to}.`, uncovered: (day) => `There are no data before ${day}: a 0 in those periods does not mean that nothing happened.`, noRecords: 'There is no incident within your sight.', partialSight: 'This review holds what you may see: your ward and those of its clusters.', asOf: (instant) => `Figures as of ${instant}`, cluster: 'By where incidents lie within the borders of the cluster’s wards.',
    period: 'Period', partial: 'part of it', part: 'part', whole: 'of', beforeData: 'no data yet', total: 'Total', incidents: 'Incidents', border: 'Border zone', outside: 'Outside it', categories: 'By category (both together)',
    reports: 'Reports: received – handled – answered', received: 'Received', people: 'from residents', handled: 'Handled', handledShare: 'Share handled', returned: 'Outcome returned', returnedShare: 'Share returned', confirmInTime: 'Confirmed in time', resolveInTime: 'Resolved in time', returnInTime: 'Returned in time', of: (part, whole) => `${part}/${whole}`, none: '–',
    reportsHint: 'By the day of reception, as things stand now. Share returned: of those resolved with a recorded time. In time: of those with a deadline that has passed or that were done. A dash: nothing to compute it from.',
    work: 'What was done', joint: 'Joint patrols', single: 'Single patrols', zonesOpened: 'Zones opened', zonesClosed: 'Zones closed', models: 'Models at the end', collectives: 'Collectives commended', individuals: 'Individuals commended', tasksDone: 'Tasks done', tasksDue: 'Tasks due', drugFree: 'Drug-free wards at the end', notFree: 'Wards with incidents', notKnown: 'Not enough data', drugHint: (months, version) => `Wards by today’s borders; rule version ${version}, ${months} months.`,
    chartIncidents: 'Incidents by period', chartReports: 'Reports by period', chartDrugFree: 'Wards by drug status at the end of the period', open: 'See the incidents',
  },
};
