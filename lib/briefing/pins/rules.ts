import type { Slide } from '../../domain/briefing';
import type { SimulatedWard, SimulationResult } from '../../domain/simulation';
import { say } from '../slide-pieces';
import { cutRows, makePinSlide, type Pinned } from './pin-slide';

/** What another rule would have done, replayed over what was known at the briefing's instant. */
export interface RulesEvidence {
  readonly kind: 'rules';
  readonly result: SimulationResult;
}

const MOST_BARS = 12;
const codeOf = (ward: SimulatedWard | null): string | null => ward?.code ?? null;

/** Who would have led under the changed rule: how many incidents move, between whom, and each ward's load. */
export function composeRules(pin: Pinned, { result }: RulesEvidence): Slide {
  const { period, cluster, change, incidents, inZoneBefore, inZoneAfter, moved, byPair, perWard, unknown, recordedDiffers, withoutEdition } = result;
  const rule = { width: change.widthMetres ?? null, leadRule: change.leadRule ?? null, defaultWidth: change.defaultWidthMetres ?? null };
  const values = { from: period.from, to: period.to, cluster, ...rule, count: incidents, moved, before: inZoneBefore, after: inZoneAfter };
  if (incidents === 0) return makePinSlide(pin, 'pin_rules', say('rules_empty', values));
  const pairs = cutRows({ id: 'pairs', columns: [{ id: 'from', kind: 'ward' }, { id: 'to', kind: 'ward' }, { id: 'count', kind: 'count' }], rows: byPair.map(({ from, to, count }) => ({ cells: [codeOf(from), codeOf(to), count] })) });
  const wards = cutRows({ id: 'wards', columns: [{ id: 'ward', kind: 'ward' }, { id: 'before', kind: 'count' }, { id: 'after', kind: 'count' }], rows: perWard.map(({ ward, before, after }) => ({ cells: [ward.code, before, after] })) });
  const drawn = [...perWard].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || b.before - a.before || (a.ward.code < b.ward.code ? -1 : 1)).slice(0, MOST_BARS);
  return makePinSlide(pin, 'pin_rules', say(moved === 0 ? 'rules_same' : 'rules_moved', values), {
    uncertainty: [say('about_rules', values), ...(unknown === 0 ? [] : [say('about_unknown', { count: unknown })]), ...(recordedDiffers.byOverride + recordedDiffers.otherwise === 0 ? [] : [say('about_recorded', { count: recordedDiffers.byOverride + recordedDiffers.otherwise })]), ...(withoutEdition === 0 ? [] : [say('about_edition', { count: withoutEdition })]), ...pairs.told],
    facts: [{ id: 'count', unit: 'count', value: incidents }, { id: 'moved', unit: 'count', value: moved }, { id: 'before', unit: 'count', value: inZoneBefore }, { id: 'after', unit: 'count', value: inZoneAfter }],
    tables: [...(byPair.length === 0 ? [] : [pairs.table]), wards.table],
    charts: drawn.length === 0 ? [] : [{ id: 'wards', kind: 'bars', x: 'ward', y: 'count', xs: drawn.map(({ ward }) => ward.code), series: [{ id: 'before', values: drawn.map(({ before }) => before) }, { id: 'after', values: drawn.map(({ after }) => after) }] }],
  });
}
