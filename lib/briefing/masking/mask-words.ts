import type { Fact, Told, Values } from '../../domain/analysis-result';
import { isSmallCount } from './audit-grid';
import { DAILY_VALUES, DERIVED_VALUES, PLAIN_VALUES, readClasses, WORD_VALUES, type MayLeave } from './may-leave';
import { FEW, HIDDEN, isCount, listTelltaleParts, normaliseName, type Names } from './suppress-table';

/** What is withheld elsewhere on the slide. */
export interface Withheld {
  /** Names of which no count is shown. */
  readonly names: Names;
  /** Values that are not said, by their names and numbers (`near 12`). */
  readonly values: Names;
  /** Whether what is derived from counts must not be said either. */
  readonly derived: boolean;
}

/** A sentence as it may leave, and what of it was withheld. */
export interface MaskedTold {
  readonly told: Told;
  readonly withheld: readonly string[];
}

const NAMES: readonly (readonly string[])[] = [['pair'], ['border'], ['from', 'to'], ['ward'], ['key']];

/** Whether a sentence speaks of a name of which no count is shown. */
function namesHidden(values: Values, names: Names): boolean {
  return NAMES.some((keys) => keys.every((key) => typeof values[key] === 'string') && names.has(normaliseName(keys.map((key) => String(values[key])).join('/'))));
}

const isSmallMean = (values: Values, name: string): boolean => {
  const [value, days] = [values[name], values[DAILY_VALUES[name] ?? '']];
  return typeof value === 'number' && typeof days === 'number' && isSmallCount(Math.round(value * days));
};

/** A sentence for outside the building. A value that no list knows is taken for a count, or left out where it can be none. */
export function maskTold({ code, values }: Told, mayLeave: MayLeave, elsewhere: Withheld): MaskedTold {
  const instead = mayLeave.instead?.[code];
  if (instead !== undefined) return { told: { code: instead, values: {} }, withheld: [] };
  const telltale = new Set(listTelltaleParts(mayLeave.parts, (name) => values[name]));
  const isNamed = namesHidden(values, elsewhere.names);
  const isKnown = (name: string): boolean => PLAIN_VALUES.has(name) || DERIVED_VALUES.has(name) || WORD_VALUES.has(name);
  const counts = new Map(Object.entries(values).filter((entry): entry is [string, number] => !isKnown(entry[0]) && isCount(entry[1])));
  const written = new Map([...counts].map(([name, count]): [string, number | string] => {
    if (isSmallCount(count)) return [name, FEW];
    return [name, count > 0 && ((isNamed && mayLeave.ofAll?.includes(name) !== true) || telltale.has(name) || elsewhere.values.has(`${name} ${String(count)}`)) ? HIDDEN : count];
  }));
  const gone = [...written].filter(([, value]) => typeof value === 'string').map(([name]) => `${name} ${String(counts.get(name))}`);
  const daily = Object.keys(DAILY_VALUES).filter((name) => isSmallMean(values, name));
  const hidesDerived = elsewhere.derived || gone.length > 0 || daily.length > 0 || isNamed;
  const masked = Object.fromEntries(Object.entries(values).map(([name, value]): [string, Values[string]] => {
    if (value === null || written.has(name)) return [name, written.get(name) ?? null];
    if (DERIVED_VALUES.has(name)) return [name, hidesDerived ? null : value];
    return [name, (typeof value === 'number' ? PLAIN_VALUES.has(name) : WORD_VALUES.has(name)) ? value : null];
  }));
  return { told: { code, values: masked }, withheld: [...gone, ...daily] };
}

/** The counts among facts that must not be said, `id value`. */
export function listWithheldFacts(facts: readonly Fact[], mayLeave: MayLeave): string[] {
  const classes = readClasses(mayLeave.facts);
  const telltale = listTelltaleParts(mayLeave.parts, (id) => facts.find((fact) => fact.id === id)?.value);
  return facts.filter(({ id, value }) => classes.get(id) === 'count' && value !== null && (!isCount(value) || isSmallCount(value) || telltale.includes(id))).map(({ id, value }) => `${id} ${String(value)}`);
}

/** Facts as they may leave: only those listed, a withheld one unsaid, with what is derived from it. */
export function maskFacts(facts: readonly Fact[], mayLeave: MayLeave, elsewhere: Withheld): Fact[] {
  const classes = readClasses(mayLeave.facts);
  return facts.flatMap((fact): Fact[] => {
    const kind = classes.get(fact.id);
    if (kind === undefined || kind === 'never') return [];
    const isGone = kind === 'count' ? elsewhere.values.has(`${fact.id} ${String(fact.value)}`) : kind === 'overall' ? elsewhere.derived || elsewhere.names.size > 0 : kind === 'derived' && elsewhere.derived;
    return [isGone ? { id: fact.id, unit: fact.unit, value: null } : fact];
  });
}
