import { runBackTest } from '../../stats/back-test';
import { leastCellMetres, proposeAreaCellMetres } from '../plane/area-cells';
import { listScoreIntervals } from './back-test-intervals';
import { backTestSchema, type BackTestParameters } from './back-test-parameters';
import { describeBackTest } from './back-test-outcome';
import { proposeRadiusMetres } from '../hotspot-radius';
import type { AnalysisInput, AnalysisMethod, Proposal } from '../method';
import { buildPredictionGrid } from './prediction-grid';
import { buildPredictors } from './prediction-methods';
import { countDays, findObstacle, nothing } from '../times-conditions';

const LEAST_INCIDENTS = 30;
/** Fewest weeks: four to learn from, four to test on. */
const LEAST_WEEKS = 8;
const [MOST_TEST_WEEKS, MOST_HISTORY_WEEKS] = [26, 52] as const;
/** Most cells over the box of the area: every week each method ranks all of them. */
const MOST_CELLS = 120_000;
/** A day before every scope. */
const NEVER = -1_000_000;
/** An area beyond this is mostly fields; five shares of a hundred of it no patrol could walk. */
const LARGE_SQUARE_METRES = 400e6;

/** Not above the radius of the density, or every radius would look alike. */
function proposeCell(input: AnalysisInput, radiusMetres: number): Proposal {
  const metres = proposeAreaCellMetres(input, MOST_CELLS);
  if (metres === null) return { value: 250, by: 'default' };
  const value = Math.min(2_000, Math.max(50, Math.min(radiusMetres, metres), Math.ceil(leastCellMetres(input.area, MOST_CELLS) ?? 0)));
  return { value, by: 'data', told: { code: 'cell_from_area', values: { metres: value } } };
}

function propose(input: AnalysisInput, given: Readonly<Partial<BackTestParameters>>): Record<keyof BackTestParameters & string, Proposal> {
  const weeks = Math.floor(countDays(input) / 7);
  const test = Math.min(104, Math.max(4, given.testWeeks ?? Math.min(MOST_TEST_WEEKS, Math.floor(weeks / 3))));
  const history = Math.max(4, Math.min(MOST_HISTORY_WEEKS, weeks - test));
  const radius = proposeRadiusMetres(input);
  return {
    areaShare: input.areaSquareMetres > LARGE_SQUARE_METRES ? { value: 0.01, by: 'data', told: { code: 'share_of_large_area', values: { km2: input.areaSquareMetres / 1e6 } } } : { value: 0.05, by: 'default' },
    testWeeks: { value: test, by: 'data', told: { code: 'test_from_period', values: { weeks: test, all: weeks } } },
    historyWeeks: { value: history, by: 'data', told: { code: 'history_from_period', values: { weeks: history } } },
    recentWeeks: { value: 8, by: 'default' },
    radiusMetres: radius,
    cellMetres: proposeCell(input, given.radiusMetres ?? Number(radius.value)),
  };
}

/** How well each way of choosing places would have caught the next week, week after week. Source: Chainey et al. (2008). */
export const backTestMethod: AnalysisMethod<BackTestParameters> = {
  id: 'back_test',
  version: 1,
  fields: [
    { name: 'areaShare', kind: 'number', least: 0.002, most: 0.3, unit: 'share' },
    { name: 'testWeeks', kind: 'integer', least: 4, most: 104, unit: 'count' },
    { name: 'historyWeeks', kind: 'integer', least: 4, most: 260, unit: 'count' },
    { name: 'recentWeeks', kind: 'integer', least: 1, most: 26, unit: 'count' },
    { name: 'radiusMetres', kind: 'number', least: 50, most: 5_000, unit: 'metres' },
    { name: 'cellMetres', kind: 'number', least: 50, most: 2_000, unit: 'metres' },
  ],
  schema: backTestSchema,
  propose,
  run: (input, parameters, random, progress) => {
    const { cellMetres, areaShare, testWeeks, historyWeeks, recentWeeks, radiusMetres } = parameters;
    const obstacle = findObstacle(input, LEAST_INCIDENTS, LEAST_WEEKS * 7);
    if (obstacle !== null) return obstacle;
    const weeks = Math.floor(countDays(input) / 7);
    if (testWeeks + historyWeeks > weeks) return nothing('weeks_beyond_period', { asked: testWeeks + historyWeeks, weeks });
    const least = leastCellMetres(input.area, 2 * MOST_CELLS) ?? 0;
    if (cellMetres < least) return nothing('cells_too_small', { metres: cellMetres, least: Math.ceil(least) });
    const grid = buildPredictionGrid(input, cellMetres);
    if (grid === null || grid.cells.count < 4) return nothing('cells_too_large', { metres: cellMetres });
    const methods = buildPredictors(input, grid, { radiusMetres, recentDays: recentWeeks * 7 });
    // An incident in no cell, on an islet smaller than one, is moved to before all weeks.
    const days = input.points.days.map((day, i) => (grid.cellOf[i]! >= 0 ? day : NEVER));
    const firstDay = input.lastDay + 1 - testWeeks * 7;
    const test = runBackTest({ cells: grid.cellOf, days, cellCount: grid.cells.count }, methods, { firstDay, weeks: testWeeks, stepDays: 7, historyDays: historyWeeks * 7, areaShare }, (share) => progress(0.95 * share));
    if (test === null || !progress(0.95)) return null;
    if (test.methods[0]!.incidents === 0) return nothing('no_incident_tested', { weeks: testWeeks });
    return describeBackTest(input, parameters, grid, methods, test, listScoreIntervals(test, random));
  },
};
