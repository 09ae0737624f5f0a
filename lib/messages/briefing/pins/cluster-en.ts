import type { SlideTexts } from '../slide-texts';
import { isBeyond, when } from './pin-words';

/** Words of a cluster; the words of its open steps are those of the slide of open items. */
export const clusterEn = ({ tables, charts, classes, facts }: SlideTexts): SlideTexts => ({
  title: 'Linked cluster',
  told: {
    cluster_calm: (v, s) => `${s.cluster(v.cluster)}: ${s.count(v.count)} incidents in ${s.count(v.days)} days${when(v.before, () => ` (${s.count(v.before)} before)`)}, nothing open between the wards.`,
    cluster_timely: (v, s) => `${s.cluster(v.cluster)}: ${s.count(v.count)} incidents in ${s.count(v.days)} days${when(v.before, () => ` (${s.count(v.before)} before)`)}, ${s.count(v.open)} items open, none of them late.`,
    cluster_late: (v, s) => `${s.cluster(v.cluster)}: ${s.count(v.count)} incidents in ${s.count(v.days)} days${when(v.before, () => ` (${s.count(v.before)} before)`)}; ${s.count(v.overdue)} of ${s.count(v.open)} open items are late, the longest with ${v.ward === null ? 'an unknown unit' : s.ward(v.ward)}, by ${s.minutes(v.late)}.`,
    about_change: (v, s) => `Against the ${s.count(v.days)} days before: ${s.count(v.before)} → ${s.count(v.count)} incidents, z = ${s.number(v.z, 1)}: ${isBeyond(v.z) ? 'beyond chance' : 'not beyond chance'}.`,
    about_open: () => 'Open items and deadlines as of the instant of the figures.',
    legend_incident: () => 'Incident',
  },
  facts: { count: { label: 'Incidents of 28 days' }, before: { label: '28 days before' }, open: facts.open ?? { label: 'Open' }, overdue: facts.overdue ?? { label: 'Late' } },
  tables, charts, classes,
});
