import { z } from 'zod';
import { nearestDistances } from '../../stats/neighbour-distances';
import { buildAreaCells, leastCellMetres } from '../plane/area-cells';
import { buildEmergingCube, cutSlices } from './emerging-cube';
import { describeEmerging } from './emerging-outcome';
import type { AnalysisInput, AnalysisMethod, Proposal } from '../method';
import { countDays, findObstacle, nothing, roundMetres } from '../times-conditions';

const SLICES = ['week', 'four_weeks', 'twelve_weeks'] as const;
const SLICE_DAYS: Readonly<Record<(typeof SLICES)[number], number>> = { week: 7, four_weeks: 28, twelve_weeks: 84 };

const schema = z.strictObject({
  cellMetres: z.number().min(50).max(5_000),
  slice: z.enum(SLICES),
  stepsBack: z.int().min(0).max(4),
  significance: z.number().min(0.001).max(0.2),
  cells: z.enum(['with_incidents', 'all']),
});
/** Parameters of the emerging hot spot analysis. */
type EmergingParameters = z.output<typeof schema>;

const LEAST_INCIDENTS = 10;
/** Fewest slices among which a course can be seen at all. */
const LEAST_SLICES = 4;
/** Slices from which a longer slice is proposed rather than more of them. */
const MANY_SLICES = 40;
const ENOUGH_SLICES = 10;
/** A cell holds about this many neighbours of a typical incident. */
const NEIGHBOURS = 10;
/** Most cells of the grid, and most values of the cube. */
const MOST_CELLS = 200_000;
const MOST_VALUES = 4_000_000;

function proposeSlice(input: AnalysisInput): Proposal {
  const days = countDays(input);
  const slice = SLICES.find((name) => days / SLICE_DAYS[name] >= ENOUGH_SLICES && days / SLICE_DAYS[name] <= MANY_SLICES) ?? (days > 84 * MANY_SLICES ? 'twelve_weeks' : 'week');
  return { value: slice, by: 'data', told: { code: 'slice_from_period', values: { days: SLICE_DAYS[slice], slices: Math.floor(days / SLICE_DAYS[slice]) } } };
}

function proposeCellMetres({ points, area }: AnalysisInput): Proposal {
  const median = points.count <= NEIGHBOURS ? undefined : nearestDistances(points, NEIGHBOURS).sort()[points.count >> 1];
  const least = leastCellMetres(area, MOST_CELLS) ?? 0;
  if (median === undefined || !(median > 0)) return { value: Math.max(300, roundMetres(least * 1.05)), by: 'default' };
  const metres = roundMetres(Math.max(least * 1.05, Math.min(1_000, Math.max(200, median))));
  return { value: Math.min(5_000, metres), by: 'data', told: { code: 'cell_from_neighbours', values: { neighbours: NEIGHBOURS, metres } } };
}

/** How heat came about, cell by cell: new, intensifying, persistent, fading … Source: Getis & Ord (1992), Mann (1945), classes as published by Esri. */
export const emergingHotspotsMethod: AnalysisMethod<EmergingParameters> = {
  id: 'emerging_hotspots',
  version: 1,
  fields: [
    { name: 'slice', kind: 'choice', choices: SLICES },
    { name: 'cellMetres', kind: 'number', least: 50, most: 5_000, unit: 'metres' },
    { name: 'stepsBack', kind: 'integer', least: 0, most: 4, unit: 'count' },
    { name: 'significance', kind: 'number', least: 0.001, most: 0.2, unit: 'share' },
    { name: 'cells', kind: 'choice', choices: ['with_incidents', 'all'] },
  ],
  schema,
  propose: (input) => ({
    slice: proposeSlice(input),
    cellMetres: proposeCellMetres(input),
    stepsBack: { value: 1, by: 'default' },
    significance: { value: 0.05, by: 'default' },
    cells: { value: 'with_incidents', by: 'default' },
  }),
  run: (input, { cellMetres, slice, stepsBack, significance, cells }, _random, progress) => {
    const days = SLICE_DAYS[slice];
    const obstacle = findObstacle(input, LEAST_INCIDENTS, LEAST_SLICES * days);
    if (obstacle !== null) return obstacle;
    const least = leastCellMetres(input.area) ?? 0;
    const slices = cutSlices(input, days);
    if (cellMetres < least) return nothing('cells_too_small', { metres: cellMetres, least: Math.ceil(least) });
    const area = buildAreaCells(input, 'hexagon', cellMetres);
    if (area === null) return nothing('cells_too_large', { metres: cellMetres });
    if (cells === 'all' && area.count * slices.count > MOST_VALUES) return nothing('cube_too_large', { cells: area.count, slices: slices.count });
    if (!progress(0.1)) return null;
    const cube = buildEmergingCube(input, area, slices, { withIncidents: cells === 'with_incidents', stepsBack, significance });
    if (!progress(0.8)) return null;
    if (cube === null) return nothing('no_incident');
    if (cube.cells.length < 3) return nothing('too_few_cells', { cells: cube.cells.length, metres: cellMetres });
    return describeEmerging(input, area, slices, cube, significance);
  },
};
