import type { SlideTexts } from '../slide-texts';

const told: SlideTexts['told'] = {
  more_rows: (v, s) => `The table shows ${s.count(v.shown)} of ${s.count(v.count)} rows.`,
  about_open: (v, s) => `Scores from what was known at the instant of the figures; the period is open. With figures for less than ${s.in('share', v.share)} of the weight there is no total. A criterion is what was done of what had to be done, never a count of incidents.`,
  about_closed: (v, s) => `Scores as they were frozen when the period was closed. With figures for less than ${s.in('share', v.share)} of the weight there is no total. A criterion is what was done of what had to be done, never a count of incidents.`,
  about_steps: (v, s) => `${s.count(v.fewSteps)} of ${s.count(v.wards)} wards have a score that rests on fewer than ${s.count(v.limit)} steps: one step more or less moves it by many points, and a small difference says nothing.`,
  about_assumed: () => 'The criteria are assumed, not after a signed document.',
};

/** Words of the scores of a period. */
export const scoresEn: SlideTexts = {
  title: 'Scores',
  told: {
    ...told,
    scores_none: (v, s) => `${s.text(v.name)}: no ward has figures enough for a total.`,
    scores_found: (v, s) => `${s.text(v.name)}: ${s.count(v.wardsScored)} of ${s.count(v.wards)} wards have a total, from ${s.number(v.lowest, 1)} to ${s.number(v.highest, 1)}, ${s.number(v.middle, 1)} in the middle.`,
  },
  facts: { wards: { label: 'Wards with a total' }, least: { label: 'Least' }, middle: { label: 'Middle' }, most: { label: 'Most' } },
  tables: { wards: { title: 'By code, not ranked', columns: { ward: 'Ward', total: 'Score', steps: 'Steps', share: 'Weight with figures' } } },
  charts: { wards: { title: 'Total', x: 'Ward', y: 'Score', series: { total: 'Score' } } },
  classes: {},
};

/** Words of one ward's score. */
export const wardScoreEn: SlideTexts = {
  title: 'Score of a ward',
  told: {
    ...told,
    ward_total: (v, s) => `${s.ward(v.ward)}, ${s.text(v.name)}: ${s.number(v.total, 1)} of 100, resting on ${s.in('share', v.share)} of the weight.`,
    ward_no_total: (v, s) => `${s.ward(v.ward)}, ${s.text(v.name)}: not figures enough for a total (${s.in('share', v.share)} of the weight).`,
  },
  facts: { total: { label: 'Score' }, share: { label: 'Weight with figures' } },
  tables: { criteria: { title: 'Criteria', columns: { criterion: 'Criterion', state: 'State', part: 'Done', whole: 'Had to be done', points: 'Points', share: 'Weight' } } },
  charts: { criteria: { title: 'Points by criterion', x: 'Criterion', y: 'Points', series: { points: 'Points' } } },
  classes: { scored: 'Scored', no_data: 'No data', too_few: 'Too few records', not_given: 'Not given yet' },
};
