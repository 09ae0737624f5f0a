import type { DisplacementCounts, DisplacementQuotients, WeightedDifference } from '../../stats/displacement';
import type { AreaDays, ControlSegment } from './displacement-areas';
import type { DisplacementParameters } from './displacement-parameters';
import type { AnalysisInput } from '../method';
import type { TreatedArea } from './treated-area';

/** One buffer beside one control: counts, the difference, the older measures and how it ranks among dates without a patrol. */
export interface Evaluation {
  readonly buffer: 'facing' | 'ring';
  readonly control: ControlSegment;
  readonly counts: DisplacementCounts;
  readonly difference: WeightedDifference;
  readonly quotients: DisplacementQuotients;
  readonly placebos: readonly (WeightedDifference & { readonly day: number })[];
  /** Share of the dates, the real one among them, with a difference at least as low; null without a placebo date. */
  readonly rank: number | null;
}

/** All that an evaluation of a patrol found. */
export interface DisplacementFound {
  readonly input: AnalysisInput;
  readonly parameters: DisplacementParameters;
  readonly treated: TreatedArea;
  readonly facing: ReadonlySet<number>;
  readonly days: AreaDays;
  readonly controls: readonly ControlSegment[];
  /** By buffer, with the first control. */
  readonly evaluations: readonly Evaluation[];
  /** By control, with the buffer of the headline. */
  readonly byControl: readonly Evaluation[];
}

/** The headline's evaluation: the chosen buffer with the control most alike. */
export const mainEvaluation = ({ byControl }: Pick<DisplacementFound, 'byControl'>): Evaluation => byControl[0]!;
