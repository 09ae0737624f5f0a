import type { SlideTexts } from '../slide-texts';

/** Words of pinned maps and zones, and of what is not there. */
export const pinEn: SlideTexts = {
  title: 'Brought into the briefing',
  told: {
    legend_incident: () => 'Incident',
    pin_map: (v, s) => `${s.count(v.count)} incidents in view from ${s.day(v.from)} to ${s.day(v.to)}, ${s.count(v.near)} at the borders; ${s.count(v.before)} in the ${s.count(v.days)} days before.`,
    pin_zone: (v, s) => `${s.count(v.count)} incidents in the zone from ${s.day(v.from)} to ${s.day(v.to)}, ${s.count(v.near)} at the borders; ${s.count(v.before)} in the ${s.count(v.days)} days before.`,
    pin_map_alone: (v, s) => `${s.count(v.count)} incidents in view from ${s.day(v.from)} to ${s.day(v.to)}, ${s.count(v.near)} at the borders.`,
    pin_zone_alone: (v, s) => `${s.count(v.count)} incidents in the zone from ${s.day(v.from)} to ${s.day(v.to)}, ${s.count(v.near)} at the borders.`,
    pin_empty: (v, s) => `No incident here from ${s.day(v.from)} to ${s.day(v.to)}.`,
    pin_gone: () => 'This was not there at the instant of the figures, or can not be read any more.',
    about_pin: (v, s) => `Against the ${s.count(v.days)} days before: ${s.count(v.before)} → ${s.count(v.count)} incidents, z = ${s.number(v.z, 1)}; |z| below 3 is not beyond chance.`,
    about_state: () => 'State and lateness as known at the instant of the figures; what was open earlier may be done by now, so nothing is compared with before.',
    // Of snapshots that were made before charts had words of their own.
    pin_chart: (v, s) => `${s.count(v.count)} incidents from ${s.day(v.from)} to ${s.day(v.to)}; ${s.count(v.before)} in the ${s.count(v.days)} days before.`,
    about_status: () => 'The view was narrowed by status, which can not be applied to the past and was left out.',
    more_points: (v, s) => `The map draws ${s.count(v.shown)} of ${s.count(v.count)} incidents.`,
    zone: (v, s) => s.text(v.name),
  },
  facts: { count: { label: 'Incidents' }, before: { label: 'Before' }, near: { label: 'At the borders' }, z: { label: 'z of the change' } },
  tables: {
    periods: { title: 'By period', columns: { from: 'From', now: 'Incidents', year_before: 'Year before' } },
    categories: { title: 'By category', columns: { name: 'Category', count: 'Incidents' } }, wards: { title: 'By ward', columns: { name: 'Ward', count: 'Incidents' } },
  },
  charts: { periods: { title: 'Incidents by period', x: 'First day', y: 'Incidents', series: { now: 'Now', year_before: 'Year before' } } },
  classes: {},
};
