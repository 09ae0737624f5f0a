import type { scoresVi } from './scores-vi';

/** English texts of the pages about emulation scores. */
export const scoresEn: typeof scoresVi = {
  title: 'Emulation scores',
  lead: 'Scores come from what was done of what had to be done, never from how many incidents a ward has.',
  back: 'All periods', backToTable: 'Table of the period',
  failed: 'The scores could not be loaded', notFound: 'There is no such period, or your role may not see it', reserved: 'Scores are for commanders, analysts and the officers of a cluster',
  assumed: 'assumed, for demonstration', statuses: { open: 'Open', closed: 'Closed' }, scopes: { city: 'Whole area', cluster: 'Linked cluster' },
  list: {
    periods: 'Periods', empty: 'There is no period yet', emptyHint: 'Make a set of criteria, then a period.', emptyReader: 'A period appears here once your ward or cluster is scored.', by: (name, version) => `${name}, version ${version}`,
    sets: 'Sets of criteria', noSets: 'There is no set of criteria yet', criteria: (count) => `${count} criteria`, version: (version, day) => `version ${version}, recorded ${day}`,
    basis: (number, day) => `Document ${number} of ${day}`, basisNumber: (number) => `Document ${number}`, criterion: 'Criterion', weight: 'Weight', how: 'How it is computed',
  },
  formulas: {
    confirm_in_time: 'leads confirmed in time', resolve_in_time: 'resolved in time', return_in_time: 'outcome returned in time', outcomes_returned: 'outcomes of reports returned', assist_in_time: 'requests for help answered in time',
    assists_accepted: 'requests for help accepted', hand_over_in_time: 'hand-over offers answered in time', disputes_in_time: 'disputes settled in time', joint_patrols: 'joint patrols booked and held', tasks_in_time: 'programme tasks done in time',
  },
  wholes: {
    confirm_in_time: 'reports of the period that the ward leads, confirmed or past that deadline', resolve_in_time: 'reports of the period that the ward leads, resolved or past that deadline', return_in_time: 'reports of the period that the ward leads, answered or past that deadline',
    outcomes_returned: 'reports of the period that the ward leads, resolved at a recorded time', assist_in_time: 'requests for help of the period, answered or past the deadline', assists_accepted: 'requests for help of the period, answered or past the deadline',
    hand_over_in_time: 'hand-over offers of the period, answered or past the deadline', disputes_in_time: 'disputes received in the period, settled or past their last day (handed over in time or withdrawn: not counted)', joint_patrols: 'patrols of several wards in the period that are over, without those cancelled',
    tasks_in_time: 'tasks given to the ward that were due in the period',
  },
  table: {
    title: 'Scores', ward: 'Ward', total: 'Score', weightShare: 'Weight with figures', noTotal: 'not enough data', criterion: 'Criterion', quantity: 'Done/due', points: 'Points', weight: 'Weight', used: 'Share of the score', state: 'Note', open: (ward) => `Open the score of ${ward}`,
    view: 'View', views: { points: 'Points', figures: 'Figures' }, empty: 'There is no ward within your sight',
    period: (from, to) => `From ${from} to ${to}`, asOf: (instant) => `Figures as of ${instant}`, frozen: (instant, role) => `Closed at ${instant} (${role}): figures, criteria and records stay as they were then.`,
    rule: (least) => `A score of 0–100 is the mean of the criteria that have figures, by weight. No data is not zero: the weight of such a criterion is shared out among the others in proportion. Below ${least} of the weight there is no total.`,
    notRanked: 'Each criterion is what was done of what had to be done; how many incidents happen moves no score.', partial: 'You see the scores of your ward and its fellow members.',
    elsewhere: (count) => `${count} steps of the period belong to wards of other boundaries and count for no ward here.`, newer: (version) => `The criteria have a version ${version}; this period stays with its own.`,
  },
  states: { scored: 'scored', no_data: 'no data', too_few: 'too few records', not_given: 'not given yet' },
  unfold: {
    title: (ward) => `Score of ${ward}`, of: (part, whole) => `${part}/${whole}`, points: (points) => `${points} points`, weight: (weight, used) => `weight ${weight} → ${used} of the score`, unused: (weight) => `weight ${weight}, shared out among the others`, whole: (text) => `Of: ${text}.`,
    full: (share) => `All points from ${share}.`, least: (count) => `At least ${count} records are needed.`, records: (count) => `${count} records`, record: 'Record', id: 'Id', at: 'Began', due: 'Due', done: 'Done', counted: 'Counts', yes: 'as it should', no: 'not', withheld: 'Of another ward only the numbers are shown.',
    kinds: { incident: 'Incident', dispute: 'Dispute', patrol: 'Patrol', task: 'Task' }, entries: 'Points by hand', entry: (value, outOf) => `${value}/${outOf}`, by: (role, instant) => `${role}, ${instant}`, corrected: 'corrected', basis: 'Basis', give: 'Give points', correct: 'Correct', system: 'System',
  },
  forms: {
    newPeriod: 'New period', newSet: 'New criteria', editSet: 'Edit as a new version', editSetOf: (name) => `New version: ${name}`, name: 'Name', set: 'Criteria', scope: 'Scope', from: 'From', to: 'To', preset: 'Period', own: 'Own choice', presets: { reporting_month: 'Last reporting month (15 → 14)', quarter: 'Last quarter', reporting_year: 'Last reporting year (1 Oct → 30 Sep)', year: 'This year' },
    number: 'Document number', date: 'Document date', least: 'Least share of the weight with figures (%)', criterion: (number) => `Criterion ${number}`, criterionName: 'Name of the criterion', weight: 'Weight', source: 'Computed from', manual: 'By hand, with a basis', full: 'All points from (%)', leastRecords: 'Least records', outOf: 'Most points', add: 'Add a criterion', remove: (name) => `Remove criterion ${name}`,
    noCounts: 'Only what was done of what had to be done can be a criterion; none counts incidents.', missing: 'Fill this in.', bad: 'Enter a valid number.', twice: 'A quantity counts once only.', order: 'The end must not be before the beginning.', giveOf: (criterion, ward) => `${criterion}: ${ward}`, value: (outOf) => `Points (0 to ${outOf})`, basis: 'Basis', basisHint: 'Required. No names of people.',
    close: 'Close the period', closeAsk: 'Close this period?', closeHint: 'Once closed, figures, criteria and records stay as they are and can not be changed.', closeAgain: 'Close', notOver: 'The period is not over yet, so it can not be closed.', useNewest: (version) => `Use version ${version}`, conflict: 'Somebody has just changed it; the latest is shown, please do it again.',
  },
  history: { title: 'History', made: 'Period made', changed: 'Period changed', closed: 'Scores closed', refused: 'Attempt refused', entryMade: 'Points given', entryChanged: 'Points corrected' },
};
