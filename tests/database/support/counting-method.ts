import { z } from 'zod';
import type { AnyMethod } from '../../../lib/analysis/method';

/** A method that counts: as slow as `loops` asks, wrong in the way `fault` asks. */
export const countingMethod: AnyMethod = {
  id: 'kernel_density',
  version: 7,
  fields: [
    { name: 'loops', kind: 'integer', least: 0, most: 100_000, unit: 'count' },
    { name: 'fault', kind: 'choice', choices: ['none', 'nan', 'large', 'throw', 'odd'] },
  ],
  schema: z.strictObject({ loops: z.int().min(0), fault: z.enum(['none', 'nan', 'large', 'throw']) }),
  propose: (input) => ({ loops: { value: input.points.count, by: 'data', told: { code: 'as_many', values: { count: input.points.count } } }, fault: { value: 'none', by: 'default' } }),
  run: (input, { fault }, random, progress) => {
    if (fault === 'throw') throw new Error('broken on purpose');
    if (!progress(0.5)) return null;
    const { points, wards } = input;
    const value = fault === 'nan' ? NaN : random();
    const text = fault === 'large' ? 'x'.repeat(21 * 1024 * 1024) : 'ok';
    return {
      kind: 'found', headline: { code: 'counted', values: { count: points.count, text } },
      facts: [{ id: 'drawn', unit: 'number', value }, { id: 'count', unit: 'count', value: points.count }],
      tables: [{ id: 'wards', columns: [{ id: 'ward', kind: 'ward' }, { id: 'count', kind: 'count' }], rows: wards.map(({ code }, place) => ({ cells: [code, points.wards.filter((one) => one === place).length] })) }],
      charts: [], legend: [], warnings: [],
      features: [{ geometry: { type: 'Point', coordinates: [105.81, 21.005] }, tone: 'accent', drawn: 'dot' }],
      findings: [{ id: 'all', rank: 1, geometry: { type: 'Polygon', coordinates: [[[105.8, 21], [105.82, 21], [105.82, 21.01], [105.8, 21]]] }, incidents: points.ids.slice(), count: points.count, expected: null, p: null, told: { code: 'all', values: {} } }],
    };
  },
};
