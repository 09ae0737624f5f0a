import { borderLeagueMethod } from '../analysis/borders/border-league';
import type { LegendEntry, ResultFeature, Tone } from '../domain/analysis-result';
import type { Slide } from '../domain/briefing';
import type { Progress } from '../stats/progress';
import { countSpanDays } from '../trends/reporting-periods';
import type { BriefingInput } from './briefing-input';
import { narrowInput } from './narrow-input';
import { spanOf } from './period';
import { linkToAnalysis, runMethod } from './run-method';
import { makeMap, makeSlide } from './slide-parts';
import { cutChart, pickTable, say } from './slide-pieces';

const MOST_ROWS = 10;
/** Longest stretch of days that the league compares with the time before. */
const MOST_RECENT_DAYS = 366;

/** At most five classes on a projected map: one for all that lies below the limits, agreed or not. */
const CLASSES: Readonly<Partial<Record<Tone, string>>> = { hot99: 'legend_above_action', hot95: 'legend_above_warning', calm: 'legend_usual', cold95: 'legend_below' };

const simplify = (feature: ResultFeature): ResultFeature => ({ ...feature, tone: feature.tone === 'cold99' ? 'cold95' : feature.tone, drawn: 'line' });

function listLegend(features: readonly ResultFeature[]): LegendEntry[] {
  return (Object.entries(CLASSES) as [Tone, string][]).filter(([tone]) => features.some((one) => one.tone === tone)).map(([tone, code]) => ({ tone, drawn: 'line', told: say(code) }));
}

/** Borders by their shrunk rate, with control limits. Null when stopped. */
export function composeLeague(input: BriefingInput, progress: Progress): Slide | null {
  const days = { from: spanOf(input, input.asOfDay).from, to: input.to };
  const narrowed = narrowInput(input.analysis, days);
  const given = { recentDays: Math.min(MOST_RECENT_DAYS, countSpanDays(input)) };
  const link = linkToAnalysis(input, 'border_league', narrowed, given);
  const outcome = runMethod(borderLeagueMethod, narrowed, given, input.seed, progress);
  if (outcome === null) return null;
  if (outcome.kind === 'nothing') return makeSlide('border_league', outcome.reason, { map: makeMap(input), link });
  const features = outcome.features.map(simplify);
  return makeSlide('border_league', outcome.headline, {
    uncertainty: [say('about_span', { ...days, borders: Number(outcome.facts.find(({ id }) => id === 'borders')?.value ?? 0) }), ...outcome.warnings],
    facts: outcome.facts.filter(({ id }) => ['borders', 'above', 'unagreedAbove', 'rate', 'changed'].includes(id)),
    tables: outcome.tables.map((table) => pickTable(table, ['rank', 'border', 'agreement', 'count', 'expected', 'relative', 'low', 'high', 'standing', 'recent', 'changeZ'], MOST_ROWS)),
    charts: outcome.charts.map((chart) => cutChart(chart, MOST_ROWS)),
    map: makeMap(input, { features, legend: listLegend(features) }),
    link,
  });
}
