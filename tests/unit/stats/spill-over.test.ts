import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../lib/stats/seeded-random';
import { fitSpillOver } from '../../../lib/stats/spill-over';
import { readFixture, relativeError } from '../../fixtures/stats/read-fixture';

interface Fit {
  readonly coefficients: Readonly<Record<string, number>>;
  readonly logLikelihood: number;
  readonly p: number;
}
interface Answer {
  readonly weights: readonly (readonly number[])[];
  readonly counts: readonly (readonly number[])[];
  readonly poisson: Fit;
  readonly negativeBinomial: Fit;
}
const oracle = readFixture<Answer>('spill-over');
const question = { places: 5, counts: oracle.counts.flat(), weights: oracle.weights.flat() };

describe('spill-over beside surveillance::hhh4', () => {
  it.each([['poisson', oracle.poisson], ['negative_binomial', oracle.negativeBinomial]] as const)('%s: coefficients within 1e-3, log likelihood within 1e-4', (family, expected) => {
    const found = fitSpillOver(question, family);
    if (found.kind !== 'fitted') throw new Error(found.kind);
    expect(found.converged).toBe(true);
    const close = (value: number, key: string) => { expect(Math.abs(value - expected.coefficients[key]!), key).toBeLessThan(1e-3); };
    close(found.own, 'exp(ar.1)');
    close(found.neighbours, 'exp(ne.1)');
    found.bases.forEach((base, i) => { close(base, `exp(end.1.observed${String(i + 1)})`); });
    if (family === 'negative_binomial') close(found.overdispersion, 'overdisp');
    expect(Math.abs(found.logLikelihood - expected.logLikelihood)).toBeLessThan(1e-4);
    expect(relativeError(found.p, expected.p)).toBeLessThan(0.01);
    expect(found.spillOverShare).toBeGreaterThan(0.15);
    expect(found.spillOverShare).toBeLessThan(0.4);
  });
});

describe('spill-over', () => {
  it('places that do not touch each other: nothing spills, p is not small', () => {
    const random = createRandom(14);
    const counts = Array.from({ length: 5 * 80 }, () => Math.floor(random() * 6));
    const found = fitSpillOver({ ...question, counts }, 'poisson');
    if (found.kind !== 'fitted') throw new Error(found.kind);
    expect(found.spillOverShare).toBeLessThan(0.15);
    expect(found.p).toBeGreaterThan(0.02);
    const apart = fitSpillOver({ ...question, counts, weights: new Float64Array(25) }, 'poisson');
    expect(apart).toMatchObject({ kind: 'fitted', spillOverShare: 0, p: 1 });
  });
  it('a place without incidents has share 0, no NaN', () => {
    const counts = oracle.counts.flatMap((week) => week.map((count, i) => (i === 2 ? 0 : count)));
    const found = fitSpillOver({ ...question, counts, weights: question.weights.map((w, k) => (k % 5 === 2 ? 0 : w)) });
    if (found.kind !== 'fitted') throw new Error(found.kind);
    expect([...found.shareByPlace, ...found.bases, found.spillOverShare, found.p, found.logLikelihood].every(Number.isFinite)).toBe(true);
  });
  it('too few weeks, no incident, stopped: a reason', () => {
    expect(fitSpillOver({ ...question, counts: new Float64Array(25) })).toEqual({ kind: 'too_few_weeks' });
    expect(fitSpillOver({ places: 0, counts: [], weights: [] })).toEqual({ kind: 'too_few_weeks' });
    expect(fitSpillOver({ ...question, counts: new Float64Array(100) })).toEqual({ kind: 'no_incident' });
    expect(fitSpillOver(question, 'poisson', () => false)).toEqual({ kind: 'stopped' });
  });
});
