import { parseLocalInput } from '@/lib/format/format-instant';
import { DEFAULT_REACH_METRES, type NewPatrol, type PatrolGeometry } from '@/lib/domain/patrol';
import type { DrawnShape } from '@/components/map/drawn-shape';
import { parseNumberInput } from '@/lib/view/parse-number-input';

/** A plan as it is being made. */
export interface PlanDraft {
  readonly name: string;
  readonly clusterId: string | null;
  /** Values of `datetime-local` inputs, in Viet Nam's time. */
  readonly from: string;
  readonly to: string;
  readonly reach: string;
  readonly wards: readonly string[];
  readonly note: string;
}

export const EMPTY_REACH = String(DEFAULT_REACH_METRES);
const [MIN_REACH_METRES, MAX_REACH_METRES] = [5, 500];
const LONGEST_MS = 48 * 3_600_000;

/** What can be wrong with a plan before it is sent; each is the key of its sentence. */
export type PlanFault = 'missingName' | 'missingTime' | 'order' | 'long' | 'badReach' | 'missingWard' | 'missing';

/** The reach in metres; null when it is out of range. */
export const parseReach = (text: string): number | null => parseNumberInput(text, MIN_REACH_METRES, MAX_REACH_METRES);

/** A drawn line or area as the geometry of a patrol; null for a circle and for nothing. */
export function toPatrolGeometry(shape: DrawnShape | null): PatrolGeometry | null {
  if (shape?.kind === 'line') return { type: 'LineString', coordinates: shape.coordinates };
  return shape?.kind === 'polygon' ? { type: 'Polygon', coordinates: shape.coordinates } : null;
}

function checkWindow(from: string | null, to: string | null): PlanFault[] {
  if (from === null || to === null) return ['missingTime'];
  const windowMs = Date.parse(to) - Date.parse(from);
  if (windowMs <= 0) return ['order'];
  return windowMs > LONGEST_MS ? ['long'] : [];
}

/** The body of a plan, or what is wrong with it. */
export function readPlan(draft: PlanDraft, plan: PatrolGeometry | null, id: string): { readonly kind: 'ready'; readonly body: NewPatrol } | { readonly kind: 'wrong'; readonly faults: ReadonlySet<PlanFault> } {
  const [from, to] = [parseLocalInput(draft.from), parseLocalInput(draft.to)];
  const reachMetres = parseReach(draft.reach);
  const faults = new Set<PlanFault>([
    ...(draft.name.trim() === '' ? (['missingName'] as const) : []), ...checkWindow(from, to), ...(reachMetres === null ? (['badReach'] as const) : []),
    ...(draft.wards.length === 0 ? (['missingWard'] as const) : []), ...(plan === null ? (['missing'] as const) : []),
  ]);
  if (faults.size > 0 || from === null || to === null || reachMetres === null || plan === null) return { kind: 'wrong', faults };
  const note = draft.note.trim();
  const { name, clusterId, wards } = draft;
  return { kind: 'ready', body: { id, name, from, to, wards: [...wards], plan: structuredClone(plan) as NewPatrol['plan'], reachMetres, ...(clusterId === null ? {} : { clusterId }), ...(note === '' ? {} : { note }) } };
}
