import type { ChangeResult } from '../db/change-result';
import { fieldProblem } from './problem';

/** The problem that a change met; null when it was carried out. */
export function problemOfChange(result: ChangeResult, missing = 'there is no such thing'): Response | null {
  switch (result.kind) {
    case 'done': return null;
    case 'missing': return fieldProblem('id', missing, 'not_found');
    case 'conflict': return fieldProblem(result.field, result.reason, 'conflict');
    case 'invalid': return fieldProblem(result.field, result.reason, 'unprocessable');
  }
}
