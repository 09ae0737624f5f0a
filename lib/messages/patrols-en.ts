/** English texts of the pages about patrols. */
export const patrolsEn = {
  title: 'Patrols',
  lead: 'Two-sided patrols: both sides of a border in the same window.',
  sides: { both: 'Both sides covered', one_side: 'Only one side of the border covered', none: 'Not covered' },
  plan: 'Planned route',
  track: 'Route walked',
  status: { planned: 'Planned', done: 'Carried out', cancelled: 'Cancelled' },
  booking: { asked: 'Asked', booked: 'Booked', declined: 'Declined' },
  back: 'Patrol calendar',
  failed: 'The patrols could not be loaded',
  notFound: 'There is no such patrol, or your role may not see it',
  tabs: { week: 'Week', coverage: 'Border coverage' },
  week: { previous: 'Week before', next: 'Week after', today: 'This week', title: (from: string, to: string) => `Week ${from} – ${to}`, empty: 'No patrol this week', emptyHint: 'Plan one, or look at another week.', lastWeek: (day: string) => `Go to the last week with a patrol (${day})`, days: { '1': 'Monday', '2': 'Tuesday', '3': 'Wednesday', '4': 'Thursday', '5': 'Friday', '6': 'Saturday', '0': 'Sunday' }, nothing: 'None', cluster: 'Cluster', allClusters: 'All clusters' },
  joint: 'Joint',
  single: 'One ward',
  waitingFor: (wards: string) => `Waiting for ${wards}`,
  add: 'Plan a patrol',
  mayNot: 'Ward officers, commanders and administrators plan patrols.',
  planner: {
    title: 'Plan of a patrol', name: 'Name', namePlaceholder: 'Night patrol at the T11 bridge', cluster: 'Linked cluster', noCluster: 'No cluster', from: 'Begins', to: 'Ends', window: 'One window for both sides', day: 'Day', reach: 'Reach (m)', reachHint: 'A border within this distance counts as covered.',
    route: 'Route', area: 'Area', draw: 'Draw anew', undo: 'Undo', snap: 'Snap to borders', drawHint: 'Click on the map to draw a route, click the last point again to finish; drag points to mend.', typed: 'Or type the points (one a line: latitude, longitude)',
    wards: 'Wards taking part', suggested: 'This route comes near the borders of', takeAll: 'Choose these wards', wardsNone: 'Draw a route to see the wards on both sides.', note: 'Remark', save: 'Send the plan', saving: 'Sending…', missing: 'Draw a route or an area on the map.', missingName: 'Give the patrol a name.', missingTime: 'Enter when it begins and ends.', order: 'The end must come after the beginning.', long: 'A patrol lasts at most 48 hours.', missingWard: 'Choose at least one ward.', badReach: 'Enter a number from 5 to 500.', badPoints: 'At least 2 lines are needed, each with a latitude and a longitude.', ownWard: 'Your own ward must take part.',
    preview: 'It will cover', previewNone: 'This route comes near no border between two wards.', computing: 'Working out the coverage…',
  },
  coverage: {
    title: 'Border coverage', arc: 'Border', length: 'Length', side: (ward: string) => `Side of ${ward}`, sideA: 'First side', sideB: 'Second side', both: 'Both sides', patrols: 'Patrols', lastAt: 'Last time', sides: 'Coverage', never: 'never',
    arcWords: (pair: string, length: string, covered: string) => `${pair} (${length} long): ${covered}.`, sideWords: (ward: string, metres: string) => `side of ${ward} ${metres}`, bothWords: (metres: string) => `both sides ${metres}`, nothing: 'not covered',
    warning: 'Only one side of the border covered', warningText: (pairs: string) => `Offenders can step into the next ward at ${pairs}. Ask the other ward to come along.`, complete: 'Both sides of every border on the way are covered', planned: 'As planned', done: 'As walked', notYet: 'No route walked is recorded yet.',
    period: 'Period', from: 'From', to: 'To', edition: 'Boundaries', cluster: 'Cluster', summary: (both: string, one: string, none: string) => `${both} borders covered on both sides, ${one} on one side only, ${none} not covered.`, empty: 'No route was recorded in this period', emptyHint: 'Take a longer period, or choose a cluster to see the borders that nobody covered.', mapTitle: 'Map of border coverage', csv: 'Download CSV', filter: 'Show', all: 'All', gaps: 'Gaps only',
  },
  detail: {
    overlap: (ward: string, from: string, to: string) => `${ward} is asked or booked elsewhere in the same hours (${from} – ${to}).`, mapTitle: (name: string) => `Map of ${name}: planned route, routes walked, border coverage`, window: 'Window', wards: 'Wards taking part', reach: 'Reach', note: 'Remark', noNote: 'None', hidden: 'This role does not see remarks.', book: 'Take part', decline: 'Decline', declineReason: 'Why it declines', declineMissing: 'Write the reason.', cancelPatrol: 'Cancel this patrol', markDone: 'Mark as carried out', reopen: 'Plan it again', sending: 'Sending…', answered: (instant: string) => `answered ${instant}`, conflict: 'Somebody has just changed this patrol. Below is its newest state.', versus: 'Plan and what was done',
  },
  record: {
    title: 'Record what was walked', ward: 'Ward', how: 'How', upload: 'Upload', draw: 'Draw', file: 'GPX or GeoJSON file', fileHint: 'At most 5 MB, 20,000 points.', started: 'Set out', ended: 'Came back', send: 'Record', sending: 'Sending…', saved: 'The route is recorded', tracks: 'Routes recorded', none: 'No route recorded yet.', source: { drawn: 'drawn', gpx: 'GPX', geojson: 'GeoJSON' }, trackWords: (ward: string, length: string, source: string) => `${ward}: ${length}, ${source}`, missingFile: 'Choose a file.', tooLarge: 'The file is larger than 5 MB.', badKind: 'A .gpx, .geojson or .json file is needed.', mayNot: 'Only the wards taking part, commanders and administrators record routes.',
  },
} as const;
