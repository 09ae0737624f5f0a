import { isSmallCount, listGivenAway, type CellState, type CountGrid } from './audit-grid';

/** What else is known of a grid. */
export interface SuppressOptions {
  /** Cells that are hidden elsewhere too, so that two views of the same counts do not tell on each other. */
  readonly alsoHidden?: (row: number, column: number) => boolean;
  /** Whether totals may be hidden; where they stand in a sentence already, they can not be. Absent: they may. */
  readonly totalsStand?: boolean;
}

/** Cells that may be hidden for the sake of another, the cheapest first: small ones before large ones, totals last. */
function listCandidates(grid: CountGrid, states: readonly (readonly CellState[])[], [row, column]: readonly [number, number], { totalsStand = false }: SuppressOptions): (readonly [number, number])[] {
  const { cells, lastRowIsTotal, lastColumnIsTotal } = grid;
  const isTotal = (i: number, j: number): boolean => (lastRowIsTotal && i === cells.length - 1) || (lastColumnIsTotal && j === cells[i]!.length - 1);
  const rank = ([i, j]: readonly [number, number]): readonly number[] => [Number(isTotal(i, j)), i === row || j === column ? 0 : 1, cells[i]![j]!, i, j];
  const compare = (a: readonly number[], b: readonly number[]): number => a.map((one, k) => one - b[k]!).find((difference) => difference !== 0) ?? 0;
  return cells.flatMap((counts, i) => counts.map((_, j) => [i, j] as const))
    .filter(([i, j]) => states[i]![j] === 'shown' && cells[i]![j]! > 0 && !(totalsStand && isTotal(i, j)))
    .sort((a, b) => compare(rank(a), rank(b)));
}

/** Shows again, the dearest first, what was hidden and turned out not to be needed. */
function showNeedless(grid: CountGrid, states: CellState[][], hidden: readonly (readonly [number, number])[]): void {
  for (const [i, j] of [...hidden].reverse()) {
    states[i]![j] = 'shown';
    if (listGivenAway(grid, states).length > 0) states[i]![j] = 'hidden';
  }
}

/**
 * Suppresses counts of 1 to 4, and as many others as it takes that none of them can be worked out by subtraction; no one of those
 * could be shown.
 *
 * Zeros stay. With `totalsStand` a total can leave its counts one choice only, and nothing helps: ask `listGivenAway`.
 * @throws Error on a count that is no whole number from 0, or totals that do not add up: what is not a sum can not be protected as one.
 */
export function suppressSmallCounts(grid: CountGrid, options: SuppressOptions = {}): CellState[][] {
  checkGrid(grid);
  const { alsoHidden } = options;
  const states = grid.cells.map((row, i) => row.map((count, j): CellState => (isSmallCount(count) ? 'few' : count > 0 && alsoHidden?.(i, j) === true ? 'hidden' : 'shown')));
  const hidden: (readonly [number, number])[] = [];
  for (;;) {
    const [given] = listGivenAway(grid, states);
    if (given === undefined) break;
    const [candidate] = listCandidates(grid, states, given, options);
    if (candidate === undefined) return states;
    states[candidate[0]]![candidate[1]] = 'hidden';
    hidden.push(candidate);
  }
  showNeedless(grid, states, hidden);
  return states;
}

function checkGrid({ cells, lastRowIsTotal, lastColumnIsTotal }: CountGrid): void {
  for (const count of cells.flat()) if (!Number.isInteger(count) || count < 0) throw new Error(`${count} is no count`);
  const width = cells[0]?.length ?? 0;
  if (cells.some((row) => row.length !== width)) throw new Error('the rows have different lengths');
  const addsUp = (parts: readonly number[]): boolean => parts.slice(0, -1).reduce((sum, one) => sum + one, 0) === parts.at(-1);
  if (lastColumnIsTotal && !cells.every(addsUp)) throw new Error('a row does not add up to its total');
  if (lastRowIsTotal && !cells[0]?.every((_, j) => addsUp(cells.map((row) => row[j]!)))) throw new Error('a column does not add up to its total');
}
