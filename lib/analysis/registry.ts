import type { MethodId } from '../domain/analysis';
import { bordersMethods } from './borders/borders-methods';
import { hotspotsMethods } from './hotspots/hotspots-methods';
import { relationsMethods } from './relations/relations-methods';
import { timesMethods } from './times/times-methods';
import type { AnyMethod } from './method';

/** Every method, in the order of the groups. */
export const ANALYSIS_METHODS: readonly AnyMethod[] = [...hotspotsMethods, ...timesMethods, ...bordersMethods, ...relationsMethods];

const BY_ID = new Map(ANALYSIS_METHODS.map((method) => [method.id, method]));

/** A method by its id. @throws when there is none, which the schema of requests rules out. */
export function getMethod(id: MethodId): AnyMethod {
  const method = BY_ID.get(id);
  if (method === undefined) throw new Error(`there is no method ${id}`);
  return method;
}
