import { normalTwoSided } from './special-functions';

/** How many incidents an area had before and after, in periods of equal length. */
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/** What a patrol's evaluation compares. `bufferControl` absent: the displacement has no control of its own. */
export interface DisplacementCounts {
  readonly target: BeforeAfter;
  readonly buffer: BeforeAfter;
  readonly control: BeforeAfter;
  readonly bufferControl?: BeforeAfter | undefined;
}

/** Weighted displacement difference with its standard error and interval; the headline. */
export interface WeightedDifference {
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: readonly [number, number];
  readonly z: number;
  readonly p: number;
}

const Z95 = 1.959_963_984_540_054;
const change = ({ before, after }: BeforeAfter): number => after - before;

/**
 * Weighted displacement difference: (ΔR − ΔC) + (ΔD − ΔC_d), its variance the sum of all counts in it.
 *
 * Source: Wheeler & Ratcliffe (2018). Accuracy: the published example ΔR = −20, ΔC = −10 gives −10 with SE 19.24.
 * Limits: without any incident the error is 0 and p is 1.
 */
export function computeWeightedDifference({ target, buffer, control, bufferControl }: DisplacementCounts): WeightedDifference {
  const cells = [target, buffer, control, ...(bufferControl === undefined ? [] : [bufferControl])];
  const estimate = change(target) - change(control) + change(buffer) - (bufferControl === undefined ? 0 : change(bufferControl));
  const standardError = Math.sqrt(cells.reduce((sum, { before, after }) => sum + before + after, 0));
  const z = standardError === 0 ? 0 : estimate / standardError;
  return { estimate, standardError, z, p: normalTwoSided(z), interval: [estimate - Z95 * standardError, estimate + Z95 * standardError] };
}

/** The older measures; null where a zero makes one undefined. */
export interface DisplacementQuotients {
  /** Gross effect: before − after in the target. */
  readonly grossEffect: number;
  readonly netEffect: number | null;
  /** Below 0: the target did better than the control. */
  readonly success: number | null;
  readonly quotient: number | null;
  readonly totalNetEffect: number | null;
  readonly reading: 'undefined' | 'no_effect' | 'diffusion_above_effect' | 'diffusion' | 'displacement' | 'displacement_above_effect';
}

/**
 * Weighted displacement quotient and total net effect.
 *
 * Source: Bowers & Johnson (2003); Guerette (2009). The quotient is read only where the target itself succeeded.
 * Limits: a control without incidents before or after leaves all but the gross effect undefined (null); so does a buffer
 * without any incident the quotient. Nothing is ever infinite.
 */
export function computeQuotients({ target, buffer, control }: DisplacementCounts): DisplacementQuotients {
  const grossEffect = target.before - target.after;
  if (control.before === 0 || control.after === 0) {
    return { grossEffect, netEffect: null, success: null, quotient: null, totalNetEffect: null, reading: 'undefined' };
  }
  const share = (area: BeforeAfter): number => area.after / control.after - area.before / control.before;
  const success = share(target);
  const quotient = success === 0 || buffer.before + buffer.after === 0 ? null : share(buffer) / success;
  const totalNetEffect = (target.before * (control.after / control.before) - target.after) + (buffer.before * (control.after / control.before) - buffer.after);
  return { grossEffect, netEffect: target.before / control.before - target.after / control.after, success, quotient, totalNetEffect, reading: readQuotient(success, quotient) };
}

function readQuotient(success: number, quotient: number | null): DisplacementQuotients['reading'] {
  if (success >= 0) return 'no_effect';
  if (quotient === null) return 'undefined';
  if (quotient > 1) return 'diffusion_above_effect';
  if (quotient >= 0) return 'diffusion';
  return quotient >= -1 ? 'displacement' : 'displacement_above_effect';
}
