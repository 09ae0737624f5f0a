import { displacementMethod } from '../analysis/relations/displacement';
import { patrolDay } from '../analysis/relations/treated-area';
import { dayOfNumber, type ScopePatrol } from '../analysis/method';
import type { Slide } from '../domain/briefing';
import type { Progress } from '../stats/progress';
import { dayNumberOf } from '../view/day-arithmetic';
import type { BriefingInput } from './briefing-input';
import { linkToAnalysis, runMethod } from './run-method';
import { boxOfArea, makeMap, makeSlide } from './slide-parts';
import { boxAround, pickTable, positionsOf, say } from './slide-pieces';

/** Days after a patrol from which something can be said of it, and from which it is said well. */
const LEAST_DAYS = 7;
const ENOUGH_DAYS = 28;

/** The patrol to evaluate: the one asked for, else the latest with four weeks after it, else with one week, else the latest. */
function choosePatrol({ analysis: { patrols }, patrol, asOfDay }: BriefingInput): ScopePatrol | undefined {
  const done = [...patrols].sort((a, b) => b.from - a.from || (a.id < b.id ? -1 : 1));
  if (patrol !== null) return done.find(({ id }) => id === patrol);
  const after = ({ from }: ScopePatrol): number => dayNumberOf(asOfDay) - patrolDay(from) + 1;
  return done.find((one) => after(one) >= ENOUGH_DAYS) ?? done.find((one) => after(one) >= LEAST_DAYS) ?? done[0];
}

/** What a patrol did on its own side and across the border: the weighted difference with its interval. Null when stopped. */
export function composePatrol(input: BriefingInput, progress: Progress): Slide | null {
  const chosen = choosePatrol(input);
  if (chosen === undefined) return makeSlide('patrol', say(input.patrol === null ? 'patrol_none' : 'patrol_unknown'), { map: makeMap(input), link: '/patrols' });
  const about = { name: chosen.name, day: dayOfNumber(patrolDay(chosen.from)) };
  const given = { treated: 'patrol', patrol: chosen.id, controls: 3 };
  const link = linkToAnalysis(input, 'displacement', input.analysis, given);
  const outcome = runMethod(displacementMethod, input.analysis, given, input.seed, progress);
  if (outcome === null) return null;
  if (outcome.kind === 'nothing') return makeSlide('patrol', { code: outcome.reason.code, values: { ...outcome.reason.values, ...about } }, { uncertainty: [say('patrol_about', about)], map: makeMap(input), link });
  return makeSlide('patrol', { code: outcome.headline.code, values: { ...outcome.headline.values, ...about } }, {
    uncertainty: outcome.warnings,
    facts: outcome.facts.filter(({ id }) => ['wdd', 'standard_error', 'p', 'placebo_rank', 'wdq', 'tne'].includes(id)),
    tables: outcome.tables.filter(({ id, rows }) => id !== 'placebos' && rows.length > 0)
      .map((table) => (table.id === 'measures' ? pickTable(table, ['buffer', 'wdd', 'low', 'high', 'p', 'rank', 'reading'], 6) : { ...table, rows: table.rows.map(({ cells }) => ({ cells })) })),
    charts: outcome.charts.filter(({ id }) => id !== 'placebos'),
    map: makeMap(input, { bbox: boxAround(positionsOf(outcome.features), 0.02) ?? boxOfArea(input), features: outcome.features, legend: outcome.legend }),
    link,
  });
}
