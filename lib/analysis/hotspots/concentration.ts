import { findCell } from '../../stats/grid-frame';
import type { ResultChart } from '../../domain/analysis-result';
import type { DensitySurface } from '../density-surface';
import type { ScopePoints } from '../method';
import { rounded } from '../rounded';

/** Shares of the area at which the curve is drawn, densest first. */
const AREA_SHARES = [0, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1];

/** How an area's incidents gather: which share of them lies in its densest parts. */
export interface Concentration {
  readonly chart: ResultChart;
  /** Least share of the area that holds half of the incidents. */
  readonly halfAreaShare: number;
}

/** Concentration curve: share of the incidents in the densest share of the area, cells taken by falling density. */
export function buildConcentration({ grid, window, density }: DensitySurface, { xs, ys, count }: ScopePoints): Concentration {
  const held = new Float64Array(density.length);
  let outside = 0;
  for (let i = 0; i < count; i++) {
    const cell = findCell(grid, xs[i]!, ys[i]!);
    if (cell >= 0 && window[cell] === 1) held[cell]!++;
    else outside++;
  }
  const cells: number[] = [];
  window.forEach((inside, cell) => { if (inside === 1) cells.push(cell); });
  const order = Uint32Array.from(cells).sort((a, b) => density[b]! - density[a]! || a - b);
  const reached = new Float64Array(order.length + 1);
  order.forEach((cell, k) => { reached[k + 1] = reached[k]! + held[cell]!; });
  // Incidents in rim cells whose centre lies outside have no cell of their own; they count as the last ones found.
  reached[order.length]! += outside;
  const half = reached.findIndex((sum) => sum >= count / 2);
  const at = (share: number): number | null => rounded(reached[Math.round(share * order.length)]! / count);
  return {
    halfAreaShare: half / order.length,
    chart: {
      id: 'concentration', kind: 'lines', x: 'share', y: 'share', xs: AREA_SHARES,
      series: [{ id: 'incidents', values: AREA_SHARES.map(at) }, { id: 'even', values: AREA_SHARES }],
    },
  };
}
