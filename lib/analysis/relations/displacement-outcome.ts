import type { AnalysisResult, Fact, Told } from '../../domain/analysis-result';
import type { BeforeAfter } from '../../stats/displacement';
import { mainEvaluation, type DisplacementFound } from './displacement-evaluation';
import { displacementCharts, displacementTables } from './displacement-tables';
import { displacementPlaces } from './displacement-places';
import { shareInWards } from './footprint';
import { dayNumber } from '../method';

/** Brings an evaluation into a result: the weighted difference with its interval first, the older measures beside it. */
export function tellDisplacement(found: DisplacementFound): AnalysisResult {
  return {
    kind: 'found',
    headline: headlineOf(found),
    facts: listFacts(found),
    tables: displacementTables(found),
    charts: displacementCharts(found),
    ...displacementPlaces(found),
    warnings: listWarnings(found),
  };
}

function headlineOf(found: DisplacementFound): Told {
  const { difference, counts, buffer } = mainEvaluation(found);
  const [low, high] = difference.interval;
  const verdict = high < 0 ? 'fewer' : low > 0 ? 'more' : 'unclear';
  const sides = (name: string, { before, after }: BeforeAfter): Told['values'] => ({ [`${name}Before`]: before, [`${name}After`]: after });
  return { code: `headline_${verdict}`, values: { estimate: difference.estimate, low, high, buffer, ...sides('target', counts.target), ...sides('buffer', counts.buffer), ...sides('control', counts.control) } };
}

function listFacts(found: DisplacementFound): Fact[] {
  const { difference, quotients, rank, placebos } = mainEvaluation(found);
  const [low, high] = difference.interval;
  return [
    { id: 'wdd', unit: 'number', value: difference.estimate, low, high },
    { id: 'standard_error', unit: 'number', value: difference.standardError },
    { id: 'p', unit: 'p', value: difference.p },
    { id: 'placebo_rank', unit: 'share', value: rank },
    { id: 'placebo_dates', unit: 'count', value: placebos.length },
    { id: 'wdq', unit: 'number', value: quotients.reading === 'no_effect' ? null : quotients.quotient },
    { id: 'tne', unit: 'number', value: quotients.totalNetEffect },
    { id: 'gross_effect', unit: 'number', value: quotients.grossEffect },
  ];
}

/** Weekly counts differ by about this much between two alike segments by chance alone. */
const POOR_MATCH = 1;

function listWarnings(found: DisplacementFound): Told[] {
  const { input, parameters, treated, byControl } = found;
  const { counts, quotients, placebos, control, difference } = mainEvaluation(found);
  const warnings: Told[] = [];
  const warn = (code: string, values: Told['values'] = {}): void => { warnings.push({ code, values }); };
  if (quotients.reading === 'undefined') warn('wdq_undefined');
  if (quotients.reading === 'no_effect') warn('wdq_not_read');
  if (placebos.length === 0) warn('no_placebo');
  else if (placebos.length < 10) warn('few_placebos', { dates: placebos.length });
  const total = counts.target.before + counts.target.after;
  if (total < 20) warn('few_incidents', { incidents: total });
  if (parameters.control === 'matched' && control.distance > POOR_MATCH) warn('poor_match', { distance: control.distance });
  const signs = byControl.filter(({ difference: other }) => Math.sign(other.interval[0]) + Math.sign(other.interval[1]) !== Math.sign(difference.interval[0]) + Math.sign(difference.interval[1])).length;
  if (signs > 0) warn('depends_on_control', { differing: signs, controls: byControl.length });
  if (parameters.control === 'circle') {
    warn('no_buffer_control');
    if (treated.footprint.field(control.x, control.y) > -(parameters.controlRadiusMetres + Math.max(parameters.corridorMetres, parameters.ringMetres))) warn('control_touches');
  }
  if (treated.wards !== null && parameters.treated !== 'circle') {
    const beyond = 1 - shareInWards(input, treated.footprint, treated.wards);
    if (beyond > 0.1) warn('footprint_beyond', { share: beyond });
  }
  const date = dayNumber(parameters.date);
  const others = input.patrols.filter(({ id, from, lines, areas }) => (parameters.treated !== 'patrol' || id !== parameters.patrol) && Math.abs(from / 86_400 - date) <= parameters.periodDays
    && [...lines.flat(), ...areas.flat(2)].some(([x, y]) => treated.footprint.field(x, y) >= -parameters.ringMetres)).length;
  if (others > 0) warn('other_patrols', { patrols: others });
  return warnings;
}
