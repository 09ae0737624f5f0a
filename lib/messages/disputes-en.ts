import type { Messages } from './messages';

/** English texts of the pages about disputes. */
export const disputesEn: Messages['disputes'] = {
  title: 'Disputes', lead: 'Find, mediate and settle disputes before they drag on. Parties are roles, never names.',
  back: 'Board of disputes', failed: 'The disputes could not be loaded', notFound: 'There is no such dispute, or your role may not see it', add: 'Take in a dispute',
  kinds: { family: 'Family', neighbours: 'Neighbours', land: 'Land', debt: 'Debt', business: 'Business', labour: 'Labour', other: 'Other' },
  parties: {
    spouse: 'spouse', relative: 'relative', neighbour: 'neighbour', household: 'household', tenant: 'tenant', landlord: 'landlord', trader: 'trader', customer: 'customer', creditor: 'creditor', debtor: 'debtor',
    employer: 'employer', worker: 'worker', business: 'business', resident_group: 'group of residents', youth_group: 'group of young people', other: 'other party',
  },
  sources: { mediation_team: 'Mediation team', neighbourhood_guard: 'Neighbourhood guard', resident: 'Resident', patrol: 'Patrol', hotline: 'Hotline' },
  risks: { high: 'High risk', medium: 'Medium risk', low: 'Low risk' },
  stages: { received: 'Received', mediating: 'In mediation', settled: 'Settled', handed_over: 'Handed over', withdrawn: 'Withdrawn' },
  targets: { ward_police: 'Ward police', peoples_committee: 'Commune people’s committee', court: 'Court', other: 'Another authority' },
  escalateTo: { steering_committee: 'Ward steering committee 138', cluster: 'Linked cluster', commander: 'Commander' },
  outcomes: { agreed: 'Agreed', partly: 'Partly agreed', not_agreed: 'Not agreed', absent: 'A party was absent' },
  states: { must_escalate: 'Must be escalated', due_soon: 'Due soon', fresh: 'In time', escalated: 'Escalated' },
  causes: { overdue: 'overdue', failed_sessions: 'mediation failed repeatedly', no_session: 'high risk and no session yet' },
  clock: { left: (time) => `${time} left`, late: (time) => `${time} late`, age: (time) => `received ${time} ago`, since: (instant) => `since ${instant}`, reopened: 'opened again' },
  board: {
    label: 'Disputes by stage', ward: 'Ward', risk: 'Risk', all: 'All', emptyHint: 'Disputes of this stage appear here.',
    count: (count) => `${count} disputes`, shown: (shown, total) => `the latest ${shown} of ${total}`, viewer: 'This role sees counts by stage only.', asOf: (instant) => `Data as of ${instant}`, attention: (count) => `${count} must be escalated`, stage: 'Stage', number: 'Disputes',
  },
  facts: {
    title: 'About this dispute', kind: 'Kind', ward: 'Ward', place: 'Position', parties: 'Parties', source: 'Source', received: 'Received', risk: 'Risk', due: 'To be settled', dueDay: (day) => `by the end of ${day}`, extended: 'extended', incident: 'Incident', openIncident: 'Open the incident', description: 'What it is about', none: 'Nothing written',
    ended: 'Ended', outcome: 'Outcome', followUp: 'Look again', rule: (version) => `by version ${version} of the rule`, escalations: 'Escalated to', to: 'Handed over to',
  },
  sessions: { title: 'Mediation sessions', none: 'No session yet.', number: (number) => `Session ${number}`, planned: (instant) => `Planned for ${instant}`, held: (instant) => `Held ${instant}`, next: 'Next step', record: 'Record how it went' },
  history: {
    title: 'Course', received: 'Received', changed: 'Changed', session_planned: 'Session planned', session_held: 'Session recorded', escalated: 'Escalated', settled: 'Settled', handed_over: 'Handed over', withdrawn: 'Withdrawn', reopened: 'Opened again', extended: 'Extended', refused: 'Attempt refused',
    due: (before, after) => `Last day: ${before} → ${after}`, risk: (before, after) => `${before} → ${after}`, stage: (before, after) => `${before} → ${after}`, server: 'System',
  },
  steps: {
    title: 'What can be done', plan: 'Plan a session', hold: 'Record a session', escalate: 'Escalate', settle: 'Settled', hand_over: 'Hand over', withdraw: 'Withdrawn', reopen: 'Open again', extend: 'Extend', risk: 'Change the risk', note: 'Add a note', follow_up: 'Day to look again', none: 'Nothing is left to be done with this dispute.', reader: 'You may read this dispute, not work on it.',
  },
  fields: {
    moment: { plan: 'Planned for', hold: 'Held at' }, team: 'Mediation team', teamHint: 'The name of the team, not of a person.', outcome: 'Outcome', target: 'Escalate to', handOver: 'Hand over to', risk: 'Risk', settledOn: 'Settled on', dueDay: 'New last day', followUp: 'Day to look again (optional)',
    text: { hold: 'Next step (optional)', escalate: 'Reason', settle: 'How it was settled', hand_over: 'Reason', withdraw: 'Reason', reopen: 'Reason', extend: 'Reason', risk: 'Note (optional)', note: 'Note' },
    noNames: 'No names of people.', needMoment: 'Give a day and a time.', needTeam: 'Name the mediation team.', needChoice: 'Choose one.', needDay: 'Choose a day.', needText: 'Must say something.', choose: 'Choose…',
    conflict: 'Somebody changed this dispute just now. What you typed is still here; look again and send once more.',
  },
  form: {
    title: 'Take in a dispute', from: 'From an incident', place: 'Position (latitude, longitude)', placeHint: 'For example 21.0375, 105.8105. The ward follows from it.', badPlace: 'Give latitude and longitude.', kind: 'Kind of dispute', parties: 'Parties', role: 'Role', count: 'How many', addParty: 'Add a party', removeParty: 'Remove this party', badParties: 'At least two people, each role once.', source: 'Source', received: 'Received at', badReceived: 'Give the day and time.', risk: 'Risk', riskDays: (risk, days) => `${risk}: ${days} days`, description: 'What it is about (optional)', descriptionHint: 'No names, no phone or house numbers.', submit: 'Take in', sending: 'Saving…', mayNot: 'Ward officers, commanders and administrators take disputes in.', incidentMissing: 'This incident is not within your sight, or is of another category.',
  },
  rule: {
    button: 'Deadlines', title: 'Deadlines, and when to escalate', high: 'High risk (days)', medium: 'Medium risk (days)', low: 'Low risk (days)', warn: 'Due soon at (% of the time left)', failed: 'Escalate after so many failed sessions', hours: 'First session at high risk within (hours)', assumed: 'Version 1 holds assumed values, from no signed document.', version: (version, instant) => `Version ${version}, recorded ${instant}`, hint: 'Applies to disputes received or opened again from now on.', save: 'Save a new version', bad: 'Give a whole number within its range.',
  },
  ofIncident: { title: 'Mediation', open: 'Open the dispute', make: 'Take in as a dispute', none: 'No dispute has been taken in for this incident.' },
};
