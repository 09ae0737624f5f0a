import { daySchema, type Day } from '../domain/instant';
import { LEAD_RULES, type LeadRule } from '../domain/regulation';
import type { SimulationRequest } from '../domain/simulation';
import { addDays } from './day-arithmetic';
import { parseNumberInput } from './parse-number-input';

/** What the address of the simulator restores; widths as typed, empty = as it is. */
export interface SimulationView {
  readonly from: Day;
  readonly to: Day;
  readonly cluster: string | null;
  readonly width: string;
  readonly leadRule: LeadRule | null;
  readonly defaultWidth: string;
}

const DEFAULT_DAYS = 90;
const MAX_WIDTH_METRES = 5_000;

const readDay = (text: string | null, fallback: Day): Day => {
  const parsed = daySchema.safeParse(text);
  return parsed.success ? parsed.data : fallback;
};

/** The simulation an address names; what does not parse has its default, the last 90 days. */
export function readSimulationView(params: URLSearchParams, today: Day): SimulationView {
  const cluster = params.get('cluster');
  return {
    from: readDay(params.get('from'), addDays(today, 1 - DEFAULT_DAYS)), to: readDay(params.get('to'), today),
    cluster: cluster !== null && /^[\w-]{1,60}$/.test(cluster) ? cluster : null,
    width: params.get('width')?.slice(0, 8) ?? '', defaultWidth: params.get('defaultWidth')?.slice(0, 8) ?? '',
    leadRule: LEAD_RULES.find((rule) => rule === params.get('leadRule')) ?? null,
  };
}

/** The search string that `readSimulationView` reads back; with `run` it is carried out at once when opened. */
export function writeSimulationView({ from, to, cluster, width, leadRule, defaultWidth }: SimulationView, run: boolean): string {
  const fields = { from, to, cluster, width, leadRule, defaultWidth, run: run ? '1' : null };
  return new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]]))).toString();
}

/** What is wrong with a view before it is sent. */
export type SimulationFault = 'width' | 'defaultWidth' | 'order' | 'nothing';

/** The request of a view, or its faults. The default width belongs to the city and is left out for one cluster. */
export function readSimulationRequest(view: SimulationView): { readonly kind: 'ready'; readonly request: SimulationRequest } | { readonly kind: 'wrong'; readonly faults: ReadonlySet<SimulationFault> } {
  const faults = new Set<SimulationFault>();
  const widthOf = (text: string, fault: SimulationFault): number | null => {
    if (text.trim() === '') return null;
    const metres = parseNumberInput(text, 0, MAX_WIDTH_METRES);
    if (metres === null) faults.add(fault);
    return metres;
  };
  const widthMetres = widthOf(view.width, 'width');
  const defaultWidthMetres = view.cluster === null ? widthOf(view.defaultWidth, 'defaultWidth') : null;
  if (view.from > view.to) faults.add('order');
  if (faults.size === 0 && widthMetres === null && defaultWidthMetres === null && view.leadRule === null) faults.add('nothing');
  if (faults.size > 0) return { kind: 'wrong', faults };
  const change = { ...(widthMetres === null ? {} : { widthMetres }), ...(view.leadRule === null ? {} : { leadRule: view.leadRule }), ...(defaultWidthMetres === null ? {} : { defaultWidthMetres }) };
  return { kind: 'ready', request: { from: view.from, to: view.to, change, ...(view.cluster === null ? {} : { cluster: view.cluster }) } };
}
