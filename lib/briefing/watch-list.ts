import { crossBorderRepeatMethod } from '../analysis/relations/cross-border-repeat';
import type { AnalysisResult, Told } from '../domain/analysis-result';
import type { Slide } from '../domain/briefing';
import type { Progress } from '../stats/progress';
import { addDays, dayNumberOf } from '../view/day-arithmetic';
import type { BriefingInput } from './briefing-input';
import { narrowInput } from './narrow-input';
import { WATCH_DAYS } from './period';
import { linkToAnalysis, PERMUTATIONS, runMethod } from './run-method';
import { boxOfArea, makeMap, makeSlide } from './slide-parts';
import { boxAround, cutChart, pickTable, positionsOf, say } from './slide-pieces';

const MOST_ROWS = 8;
const RESAMPLES = 99;
/** Incidents that near repeats are measured among: pairs grow with the square. Where there are more, fewer days are looked at, but four weeks at least. */
const MOST_INCIDENTS = 3_000;
const LEAST_WATCH_DAYS = 28;
/** The longest after which one goes on looking out, in days. */
const LONGEST_WATCH_DAYS = 14;

function tellClaim({ tables, headline }: AnalysisResult): Told {
  const watch = tables.find(({ id }) => id === 'watch');
  const [first] = watch?.rows ?? [];
  if (watch === undefined || first === undefined) return say('watch_none');
  const [from, to, incidents, last, , factor] = first.cells;
  const p = headline.values['p'] ?? null;
  return say('watch_found', { from: from ?? null, to: to ?? null, count: incidents ?? null, last: last ?? null, factor: factor ?? null, zones: watch.rows.length, p });
}

/** The half year before the as-of day, or as many of its last days as hold few enough incidents. */
export function findWatchDays({ analysis: { points }, asOfDay }: Pick<BriefingInput, 'analysis' | 'asOfDay'>): number {
  const last = dayNumberOf(asOfDay);
  const byAge = new Uint32Array(WATCH_DAYS);
  for (const day of points.days) if (day <= last && day > last - WATCH_DAYS) byAge[last - day]!++;
  let count = 0;
  const days = byAge.findIndex((more, age) => { count += more; return count > MOST_INCIDENTS && age >= LEAST_WATCH_DAYS; });
  return days < 0 ? WATCH_DAYS : days;
}

/** Where to look out tonight: across the border from recent incidents, as far as repeats step over there. Null when stopped. */
export function composeWatch(input: BriefingInput, progress: Progress): Slide | null {
  const days = findWatchDays(input);
  const narrowed = narrowInput(input.analysis, { from: addDays(input.asOfDay, 1 - days), to: input.asOfDay });
  const bands = crossBorderRepeatMethod.propose(narrowed, {});
  const given = { permutations: PERMUTATIONS, resamples: RESAMPLES, watchDays: Math.min(LONGEST_WATCH_DAYS, Number(bands.days.value)) };
  const link = linkToAnalysis(input, 'cross_border_repeat', narrowed, given);
  const outcome = runMethod(crossBorderRepeatMethod, narrowed, given, input.seed, progress);
  if (outcome === null) return null;
  if (outcome.kind === 'nothing') return makeSlide('watch_list', outcome.reason, { map: makeMap(input), link });
  const fact = (id: string) => outcome.facts.find((one) => one.id === id);
  const stepOver = fact('step_over');
  const zones = outcome.features.filter(({ drawn }) => drawn === 'fill');
  const features = [...outcome.features.filter(({ drawn }) => drawn !== 'fill'), ...zones.slice(0, MOST_ROWS)];
  const measured = stepOver?.value === null || stepOver === undefined ? [] : [say(typeof stepOver.low === 'number' ? 'about_step_over' : 'about_step_over_alone', { ratio: stepOver.value, low: stepOver.low ?? null, high: stepOver.high ?? null })];
  return makeSlide('watch_list', tellClaim(outcome), {
    uncertainty: [say('about_repeats', { days, observed: fact('cross_observed')?.value ?? null, expected: fact('cross_expected')?.value ?? null, p: fact('cross_p')?.value ?? null }), ...measured, ...outcome.warnings],
    facts: outcome.facts.filter(({ id }) => ['cross_observed', 'cross_expected', 'cross_p', 'step_over', 'directed'].includes(id)),
    tables: outcome.tables.filter(({ rows }) => rows.length > 0).sort((a, b) => Number(b.id === 'watch') - Number(a.id === 'watch'))
      .map((table) => pickTable(table, table.id === 'watch' ? ['from', 'to', 'incidents', 'last', 'factor'] : ['pair', 'observed', 'expected', 'ratio', 'from', 'forth', 'back', 'adjusted', 'verdict'], MOST_ROWS)),
    charts: outcome.charts.filter(({ xs }) => xs.length > 0).map((chart) => (chart.id === 'directions' ? cutChart(chart, MOST_ROWS) : chart)),
    map: makeMap(input, {
      bbox: boxAround(positionsOf(zones.slice(0, 3)), 0.02) ?? boxOfArea(input), features,
      legend: outcome.legend.filter(({ tone, drawn }) => features.some((one) => one.tone === tone && one.drawn === drawn)),
    }),
    link,
  });
}
