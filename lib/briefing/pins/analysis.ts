import type { RawInput } from '../../analysis/build-input';
import type { AnyMethod } from '../../analysis/method';
import { computeOutcome, prepareAnalysis } from '../../analysis/run-analysis';
import type { Parameters } from '../../domain/analysis';
import type { Slide } from '../../domain/briefing';
import type { Day } from '../../domain/instant';
import type { Bbox } from '../../geo/types';
import type { Progress } from '../../stats/progress';
import { boxAround, cutChart, positionsOf, say } from '../slide-pieces';
import { makePinSlide, type Pinned } from './pin-slide';

/** A question of the workbench with the data as they were known then. */
export interface AnalysisEvidence {
  readonly kind: 'analysis';
  readonly method: AnyMethod;
  readonly raw: RawInput;
  readonly parameters: Parameters;
  readonly seed: number;
  readonly bbox: Bbox | null;
  readonly day: Day;
}

const MOST_ROWS = 12;

/** The method's own claim, computed anew over what was known then; null when stopped. */
export function composeAnalysis(pin: Pinned, { method, raw, parameters, seed, bbox, day }: AnalysisEvidence, progress: Progress): Slide | null {
  const prepared = prepareAnalysis(raw, { method, parameters, seed });
  if (prepared.kind === 'bad_parameters') return makePinSlide(pin, 'pin', say('pin_gone'));
  const outcome = computeOutcome(prepared, progress);
  if (outcome === null) return null;
  if (outcome.kind === 'nothing') return makePinSlide(pin, method.id, outcome.reason);
  const { headline, warnings, facts, tables, charts, features, legend } = outcome;
  return makePinSlide(pin, method.id, headline, {
    uncertainty: warnings, facts, charts: charts.map((chart) => (chart.kind === 'lines' ? chart : cutChart(chart, MOST_ROWS))),
    tables: tables.map(({ id, columns, rows }) => ({ id, columns, rows: rows.slice(0, MOST_ROWS).map(({ cells }) => ({ cells })) })),
    map: { bbox: bbox ?? boxAround(positionsOf(features)) ?? [104.99, 15.99, 105.01, 16.01], editionId: raw.scope.editionId, day, borderZone: true, features, legend, points: [] },
  });
}
