import type { MethodTexts } from './method-texts';

/** English texts of the method `spill_over`. */
export const spillOverEn: MethodTexts = {
  title: 'Spill-over from neighbours',
  question: 'What share of a ward’s incidents does the last week of its neighbours explain?',
  reading: 'The larger the share, the more a ward should watch what has just happened across its borders. It is a link in time in the data; it does not prove that one side causes the other.',
  source: 'Model of weekly counts by Held, Höhle & Hofmann (2005), Meyer & Held (2014), weights by length of shared border.',
  parameters: {
    weekDays: { label: 'Days of a period', help: 'Incidents are counted by periods of so many days; one period explains the next.' },
    counted: { label: 'Counted', help: 'Every incident, or only those in the border zone of the ward.', choices: { all: 'Every incident', border_zone: 'Border zone only' } },
    borderMetres: { label: 'Width of the border zone', help: 'When only the border zone is counted: incidents within this of a border of their own ward.' },
    family: { label: 'Distribution', help: 'Let counts swing wider than pure chance, or not.', choices: { negative_binomial: 'Negative binomial', poisson: 'Poisson' } },
  },
  told: {
    headline_spills: (v, s) => `${s.in('share', v['share'])} of the incidents (95%: ${s.in('share', v['low'])}–${s.in('share', v['high'])}) are explained by the ${s.in('days', v['days'])} before in neighbouring wards (${s.p(v['p'])}, likelihood ratio); most from ${s.ward(v['from'])} to ${s.ward(v['to'])}, about ${s.number(v['incidents'], 1)}.`,
    headline_none: (v, s) => `No spill-over: ${s.in('share', v['share'])} of the incidents are explained by the ${s.in('days', v['days'])} before in neighbouring wards, no more than chance (${s.p(v['p'])}, likelihood ratio).`,
    no_border: () => 'The area has no border between two wards; choose at least two adjoining wards.',
    no_incident: () => 'No incident to count in this period and area.',
    too_few: (v, s) => `Only ${s.count(v['incidents'])} incidents; at least ${s.count(v['least'])} are needed.`,
    period_too_short: (v, s) => `Only ${s.count(v['periods'])} whole periods; at least ${s.count(v['least'])} are needed.`,
    width_agreed: (v, s) => `The widest border zone agreed on, or the general one: ${s.in('metres', v['width'])}.`,
    legend_most: (v, s) => `${s.in('share', v['least'])} of the incidents or more come from across`,
    legend_class: (v, s) => `${s.in('share', v['least'])} to below ${s.in('share', v['most'])}`,
    legend_little: (v, s) => `Below ${s.in('share', v['most'])}`,
    arc: (v, s) => `From ${s.ward(v['from'])} to ${s.ward(v['to'])}: about ${s.number(v['incidents'], 1)} incidents, ${s.in('share', v['share'])} of those there.`,
    no_season: () => 'The model has no season and no trend: where the whole city rises and falls together, that counts as spill-over too.',
    edge: () => 'Only wards of the area count: what comes from outside is not seen.',
    not_converged: () => 'The estimate stopped before it stood still; read it as approximate.',
    no_interval: () => 'No interval: the data do not determine it.',
    interval_at_zero: () => 'The spill-over is estimated as nothing, so it has no interval.',
    wide_interval: () => 'The interval is wide; a longer period or more incidents are needed.',
    sparse: (v, s) => `Sparse counts: ${s.number(v['mean'])} incidents a ward in ${s.in('days', v['days'])} on average; links between weeks are hard to see.`,
  },
  facts: {
    spill_over_share: { label: 'Share from neighbours', help: 'Share of the incidents that the last period of adjoining wards explains, with its approximate 95% interval.' },
    p: { label: 'p', help: 'Likelihood ratio test that nothing spills over.' },
    neighbours: { label: 'Coefficient of neighbours (φ)', help: 'One more incident across in the last period brings so many more in this one, dealt by length of border.' },
    own: { label: 'Coefficient of the ward itself (λ)', help: 'One more incident in the ward in the last period brings so many more in this one.' },
    overdispersion: { label: 'Overdispersion (ψ)', help: '0 is Poisson; the larger, the more erratic the counts.' },
    periods: { label: 'Periods', help: 'Whole periods used.' },
  },
  tables: {
    wards: { title: 'By ward', columns: { ward: 'Ward', count: 'Incidents', share: 'From neighbours', low: 'From', high: 'To', incidents: 'That is' } },
    arcs: { title: 'By border', columns: { from: 'From', to: 'To', incidents: 'Incidents', share: 'Share of the receiving ward' } },
  },
  charts: { shares: { title: 'Share from neighbours', x: 'Ward', y: 'Share', series: { share: 'Estimate, 95%' }, marks: { all: 'Whole area' } } },
  classes: {},
};
