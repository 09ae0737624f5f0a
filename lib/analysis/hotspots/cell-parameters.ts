import { z } from 'zod';
import { CELL_SHAPES, leastCellMetres, proposeAreaCellMetres } from '../plane/area-cells';
import type { AnalysisInput, ParameterField, Proposal } from '../method';

const [LEAST, MOST] = [20, 5_000] as const;

/** Shape and size of the cells that incidents are counted in, as every method over cells asks for them. */
export const cellShape = {
  shape: z.enum(CELL_SHAPES),
  cellMetres: z.number().min(LEAST).max(MOST),
};
export const CELL_FIELDS: readonly ParameterField[] = [
  { name: 'shape', kind: 'choice', choices: CELL_SHAPES },
  { name: 'cellMetres', kind: 'number', least: LEAST, most: MOST, unit: 'metres' },
];

/** Hexagons, of a size from the data. */
export function proposeCells(input: AnalysisInput): { readonly shape: Proposal; readonly cellMetres: Proposal } {
  const metres = proposeAreaCellMetres(input);
  const value = metres === null ? 250 : Math.min(MOST, Math.max(LEAST, metres));
  return {
    shape: { value: 'hexagon', by: 'default' },
    cellMetres: metres === null ? { value, by: 'default' } : { value, by: 'data', told: { code: 'cell_from_usual', values: { cell: value } } },
  };
}

/** The size to use for the one asked for: larger where a grid would have more than `mostCells` cells. */
export const usableCellMetres = ({ area }: Pick<AnalysisInput, 'area'>, asked: number, mostCells?: number): number => Math.max(asked, leastCellMetres(area, mostCells) ?? asked);
