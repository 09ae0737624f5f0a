import type { Messages } from './messages';

/** English texts of what surrounds every page. */
export const shellEn: Messages['shell'] = {
  navigation: 'Pages',
  menu: 'Open the list of pages',
  skip: 'Skip to the content',
  incidents: 'Incidents',
  clusters: 'Clusters',
  patrols: 'Patrols',
  rules: 'Rule simulator',
  analysis: 'Analysis',
  wall: 'Wall screen',
  waiting: (count) => `${count} waiting`,
  waitingOverdue: (count, overdue) => `${count} waiting, ${overdue} overdue`,
  live: {
    connecting: 'Connecting',
    live: 'Live',
    stale: 'Out of date',
    offline: 'Disconnected',
    signed_out: 'Session ended',
  },
  liveAge: (state, age) => `${state} · updated ${age}`,
  staleTitle: 'This screen no longer updates',
  staleText: (age) => `The server is silent. What you see is from ${age}.`,
  offlineText: (age) => `The server can not be reached; reconnecting. What you see is from ${age}.`,
  neverText: 'Nothing received yet. Connecting to the server again.',
};
