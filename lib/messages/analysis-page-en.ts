/** English texts of the analyst's workbench. */
export const analysisPageEn = {
  title: 'Hotspot analysis',
  lead: 'Find hotspots over the whole cluster, never ward by ward; learn whether they are real and whether a border hides them.',
  forbidden: 'This page is for analysts, commanders and administrators',
  forbiddenHint: 'Ask one of them to run an analysis, or see the hotspots on the map.',
  readOnly: 'Commanders read results; analysts run them.',
  groups: { hotspots: 'Where it gathers', times: 'When it heats up, and whether it lasts', borders: 'What the border hides', relations: 'How places hang together' },
  scope: {
    title: 'Scope', period: 'Period', presets: { '28': '28 days', '90': '90 days', '365': '1 year', '1095': '3 years' }, from: 'From', to: 'To', order: 'The first day must come before the last.',
    categories: 'Categories', allCategories: 'All categories', someCategories: (count: string) => `${count} categories`, edition: 'Boundaries',
    area: 'Area', areaKinds: { cluster: 'Cluster', wards: 'Wards', province: 'Province', zone: 'Zone' },
    noClusters: 'There is no cluster in these boundaries.', noZones: 'There are no zones yet.', wardSearch: 'Type a ward to add it', removeWard: (ward: string) => `Remove ${ward}`, noWards: 'Add at least one ward.', choose: 'Choose…', union: 'Computed over the whole area at once, not ward by ward.',
  },
  method: { title: 'Method', choose: 'Choose a method', change: 'Change', pick: 'What do you want to know?', pickHint: 'Each method answers one question.', reading: 'How to read it', source: 'Source', missing: 'The server does not have this method yet.' },
  parameters: {
    title: 'Parameters', auto: 'automatic', autoWas: (value: string) => `automatic: ${value}`, yes: 'Yes', no: 'No', range: (least: string, most: string) => `Enter a number from ${least} to ${most}.`, whole: 'Enter a whole number.', seed: 'Random seed',
    seedHint: 'The same data, parameters and seed give the same numbers.', show: 'Parameters and seed', reset: 'Back to automatic', noPatrols: 'No patrol was done in this period.', none: 'This method has no parameters.',
  },
  run: {
    start: 'Run the analysis', sending: 'Sending…', missingArea: 'Choose an area.', missingMethod: 'Choose a method.', failed: 'Not sent', queued: 'Waiting for its turn', running: (share: string) => `Computing: ${share}`, cancel: 'Stop', stopping: 'Stopping…', changed: 'Scope or parameters on the left have changed. This result belongs to the run before.',
    states: { queued: 'Waiting', running: 'Computing', done: 'Done', failed: 'Failed', cancelled: 'Stopped' },
  },
  runs: { title: 'Runs', mine: 'Mine', saved: 'Saved', all: 'All', empty: 'No run yet', emptyHint: 'Choose a question and an area, then run the analysis.', loadFailed: 'The list could not be loaded', savedMark: 'Saved' },
  states: {
    empty: 'Choose a question, then run', emptyHint: 'The result appears here: the claim first, then numbers, charts and the places found.', notFound: 'There is no such run, or your role may not see it', loadFailed: 'The result could not be loaded',
    cancelled: 'Stopped. There is no result.', cancelledHint: 'Scope and parameters are still on the left; run the analysis again.', failed: 'This run did not finish', nothing: 'Nothing can be said yet', stale: (age: string) => `The data of this result end ${age}.`, newer: 'There are newer incidents.', running: 'The result appears here when it is computed.',
    failures: {
      interrupted: 'The computing server was interrupted. Run it again.', too_long: 'It took more than 10 minutes and was stopped. Narrow the area, shorten the period, or use a coarser grid.', too_large: 'The computation or its result is too large. Use a coarser grid or a smaller area.',
      bad_parameters: 'The parameters do not fit together. Leave those you are unsure of empty.', not_finite: 'The computation gave an undefined number. That is a fault of the software; tell an administrator.', other: 'The server failed while computing. Run it again.',
    },
  },
  result: { headline: 'Finding', warnings: 'Read under these conditions', facts: 'Numbers', interval: (low: string, high: string) => `interval ${low} – ${high}`, unknown: 'can not be said', map: 'Map of the result', text: 'The result in words', chartsAndTables: 'Charts and tables', hide: 'Collapse', show: 'Open', count: (count: string) => `${count} incidents`, expected: (count: string) => `by chance: ${count}`, left: (count: string) => `${count} left out` },
  findings: { title: 'Places found', none: 'No place stands out.', incidents: 'Its incidents', hide: 'Hide its incidents', makeZone: 'Make a zone', making: 'Making…', made: 'Zone made', failed: 'The zone was not made', zoneName: (title: string, rank: string) => `${title}: place ${rank}`, incident: 'Incident', when: 'When', category: 'Category', ward: 'Ward', shown: (shown: string, count: string) => `${shown} of ${count} incidents`, more: 'Show more', show: (count: string) => `Show ${count} more places` },
  chart: { asTable: 'Show as a table', asChart: 'Show as a chart', low: 'Lower limit', high: 'Upper limit', none: 'There are no numbers to draw.' },
  table: { sort: (column: string) => `Sort by ${column}`, copy: 'Copy', copied: 'Copied', csv: 'CSV', rows: (from: string, to: string, all: string) => `${from}–${to} of ${all} rows`, incident: 'Open incident', previous: 'Previous page', next: 'Next page', empty: 'The table has no rows.' },
  provenance: {
    title: 'What it rests on', asOf: 'Data as of', period: 'Period', area: 'Area', categories: 'Categories', edition: 'Boundaries', incidents: 'Incidents looked at', leftOut: { outside_every_ward: 'outside every ward', not_in_area: 'outside the area' }, parameters: 'Parameters', by: { analyst: 'set by the analyst', data: 'chosen by the data', default: 'default' },
    seed: 'Seed', method: 'Method', version: (version: string) => `version ${version}`, computed: 'Computed', took: (time: string) => `in ${time}`, takenFrom: 'Taken from a run with the same inputs', digests: 'Digests', data: 'data', input: 'inputs', outcome: 'outcome', repeats: 'Repeats', open: 'Open that run', same: 'The same numbers as the run before.', differs: 'Not the numbers of the run before: data or method have changed.', role: 'Run by', wardsCount: (count: string) => `${count} wards`,
  },
  actions: { save: 'Save', saveTitle: 'Save the run', saveHint: 'A run that is not saved is deleted after 30 days.', name: 'Name', saved: 'Saved', unsave: 'No longer keep', link: 'Copy link', linked: 'Copied', rerun: 'Run again', rerunThen: 'On the data as they were', rerunNow: 'On the data of now', export: 'Export', geojson: 'GeoJSON', csv: (table: string) => `CSV: ${table}`, picture: 'PNG picture', pictureBusy: 'Drawing…', conflict: 'Somebody has just changed this run. Below is the newest version.' },
  legend: { incidents: 'Incidents of the scope' },
} as const;
