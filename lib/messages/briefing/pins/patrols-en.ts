import type { SlideTexts } from '../slide-texts';
import { when } from './pin-words';

const SIDES: Readonly<Record<string, string>> = { both: 'both sides of the borders covered', one_side: 'only one side of a border covered', none: 'no border covered' };
const moreRows: SlideTexts['told'][string] = (v, s) => `The table shows ${s.count(v.shown)} of ${s.count(v.count)} rows.`;

/** Words of what patrols covered. */
export const coverageEn: SlideTexts = {
  title: 'Border coverage',
  told: {
    more_rows: moreRows,
    coverage_empty: (v, s) => `No border was patrolled from ${s.day(v.from)} to ${s.day(v.to)}.`,
    coverage_found: (v, s) => `${when(v.cluster, () => `${s.cluster(v.cluster)}: `)}${s.count(v.bothSides)} of ${s.count(v.arcs)} borders were patrolled from both sides, ${s.count(v.oneSide)} from one only, ${s.count(v.noSide)} not at all (${s.day(v.from)} – ${s.day(v.to)}).`,
    coverage_full: (v, s) => `${when(v.cluster, () => `${s.cluster(v.cluster)}: `)}all ${s.count(v.arcs)} borders were patrolled from both sides (${s.day(v.from)} – ${s.day(v.to)}).`,
    about_coverage: () => 'Covered means that a patrol passed within sight of the border: where it was, not what it saw. Only tracks handed in by the instant of the figures count.',
    gaps_only: () => 'Table and map show the borders with gaps only.',
    border_both: (v, s) => `${s.pair(v.pair)}: both sides.`, border_one_side: (v, s) => `${s.pair(v.pair)}: one side only.`, border_none: (v, s) => `${s.pair(v.pair)}: not covered.`,
    legend_both: () => 'Both sides covered', legend_one_side: () => 'One side only', legend_none: () => 'Not covered',
  },
  facts: { both: { label: 'Both sides' }, one_side: { label: 'One side' }, none: { label: 'Not covered' }, share: { label: 'Length covered from both' } },
  tables: { arcs: { title: 'Borders, gaps first', columns: { border: 'Border', sides: 'Coverage', length: 'Length', first: 'First side', second: 'Second side', both: 'Both sides', patrols: 'Patrols', last: 'Last time' } } },
  charts: {},
  classes: { both: 'Both sides', one_side: 'One side', none: 'Not covered' },
};

/** Words of one patrol. */
export const patrolPinEn: SlideTexts = {
  title: 'Patrol',
  told: {
    more_rows: moreRows,
    patrol_walked: (v, s) => `${s.text(v.name)} (${s.instant(v.from)}): walked, ${SIDES[String(v.sides)] ?? ''}; ${s.count(v.booked)} of ${s.count(v.wards)} wards booked.`,
    patrol_planned: (v, s) => `${s.text(v.name)} (${s.instant(v.from)}): no track yet, planned with ${SIDES[String(v.sides)] ?? ''}; ${s.count(v.booked)} of ${s.count(v.wards)} wards booked.`,
    patrol_cancelled: (v, s) => `${s.text(v.name)} (${s.instant(v.from)}): cancelled.`,
    patrol_untold: () => 'A patrol not walked: neither its time nor its route is told outside the building.',
    about_reach: (v, s) => `Covered means passing within ${s.in('metres', v.reach)} of the border; only tracks handed in by the instant of the figures count.`,
    plan: () => 'Plan', walked: () => 'Walked', track: (v, s) => `Track of ${s.ward(v.ward)}.`,
  },
  facts: { wards: { label: 'Wards taking part' }, booked: { label: 'Booked' }, tracks: { label: 'Tracks' } },
  tables: {
    arcs: { title: 'Plan and done', columns: { border: 'Border', length: 'Length', planned_both: 'Planned, both', first: 'First side', second: 'Second side', both: 'Walked, both' } },
    wards: { title: 'Wards taking part', columns: { ward: 'Ward', answer: 'Answer', tracks: 'Tracks' } },
  },
  charts: { arcs: { title: 'Length covered from both sides', x: 'Border', y: 'Metres', series: { planned_both: 'Planned', both: 'Walked' } } },
  classes: { asked: 'Asked', booked: 'Booked', declined: 'Declined' },
};
