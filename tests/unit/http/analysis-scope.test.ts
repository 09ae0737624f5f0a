import { expect, test } from 'vitest';
import { daySchema } from '../../../lib/domain/instant';
import { periodProblem } from '../../../lib/http/analysis-scope';

const problemOf = (from: string, to: string): Response | null => periodProblem({ from: daySchema.parse(from), to: daySchema.parse(to) });

test('a period holds only days that an incident can have', async () => {
  expect(problemOf('1900-01-01', '2199-12-31')).toBeNull();
  const early = problemOf('0001-01-01', '2026-01-01');
  expect(early?.status).toBe(422);
  expect(await early?.json()).toMatchObject({ errors: [{ field: 'scope.from' }] });
  expect(await problemOf('2026-01-01', '9999-12-31')?.json()).toMatchObject({ errors: [{ field: 'scope.to' }] });
});
