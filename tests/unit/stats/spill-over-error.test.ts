import { describe, expect, it } from 'vitest';
import { fitSpillOver } from '../../../lib/stats/spill-over';
import { computeSpillOverError } from '../../../lib/stats/spill-over-error';
import { readFixture, relativeError } from '../../fixtures/stats/read-fixture';

const oracle = readFixture<{ weights: readonly (readonly number[])[]; counts: readonly (readonly number[])[] }>('spill-over');
const question = { places: 5, counts: oracle.counts.flat(), weights: oracle.weights.flat() };

describe('the error of the spill-over', () => {
  // R 4.2.2, surveillance 1.20.3, on the model of tests/oracles/spill-over.R: coef(m, se = TRUE, idx2Exp = TRUE)["exp(ne.1)", "Std. Error"].
  it.each([['poisson', 0.03893438], ['negative_binomial', 0.04777019]] as const)('%s: within 10 %% of surveillance::hhh4', (family, expected) => {
    const fit = fitSpillOver(question, family);
    if (fit.kind !== 'fitted') throw new Error(fit.kind);
    expect(relativeError(computeSpillOverError(question, fit)!, expected)).toBeLessThan(0.1);
  });
  it('is null where no place has a neighbour', () => {
    const apart = { ...question, weights: new Float64Array(25) };
    const fit = fitSpillOver(apart, 'poisson');
    if (fit.kind !== 'fitted') throw new Error(fit.kind);
    expect(computeSpillOverError(apart, fit)).toBeNull();
  });
});
