import { z } from 'zod';
import { unwrap, type ApiAnswer } from './api-error';
import type { Json } from './database.types';

/** Outcome of a change that the database carries out or refuses. `repeated`: it had been carried out before. */
export type ChangeResult =
  | { readonly kind: 'done'; readonly repeated: boolean; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly kind: 'invalid' | 'conflict'; readonly field: string; readonly reason: string }
  | { readonly kind: 'missing' };

const resultSchema = z.discriminatedUnion('outcome', [
  z.looseObject({ outcome: z.literal('done'), repeated: z.boolean().default(false) }),
  z.object({ outcome: z.enum(['invalid', 'conflict']), field: z.string(), reason: z.string() }),
  z.object({ outcome: z.literal('missing') }),
]);

/**
 * Reads the answer of a function of the database that makes one change.
 *
 * @throws DatabaseFailure when the function failed.
 */
export function readChange(what: string, answer: ApiAnswer<Json>): ChangeResult {
  const result = resultSchema.parse(unwrap(what, answer));
  switch (result.outcome) {
    case 'done': return { kind: 'done', repeated: result.repeated, answer: result };
    case 'missing': return { kind: 'missing' };
    default: return { kind: result.outcome, field: result.field, reason: result.reason };
  }
}
