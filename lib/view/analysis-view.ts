import { METHOD_IDS, scopeAreaSchema, type AnalysisRun, type AnalysisScope, type MethodId, type ScopeArea } from '../domain/analysis';
import { daySchema, type Day } from '../domain/instant';
import { addDays } from './day-arithmetic';

/** What the form of the workbench holds; texts as typed, so that an address restores also what is not finished. */
export interface AnalysisDraft {
  readonly method: MethodId | null;
  readonly from: Day;
  readonly to: Day;
  /** Category codes; none means all. */
  readonly categories: readonly string[];
  /** Null: the boundaries in force on the last day. */
  readonly editionId: string | null;
  readonly area: ScopeArea | null;
  /** By the parameter's name; one that is absent is left to the data. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly seed: string;
}

/** What an address of the workbench names: a run, or a question that was not asked yet. */
export interface AnalysisView {
  readonly run: string | null;
  readonly draft: AnalysisDraft;
}

export const DEFAULT_SEED = '2026';
const DEFAULT_DAYS = 365;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PARAMETER = /^p\.([A-Za-z]\w{0,39})$/;

const readDay = (text: string | null, fallback: Day): Day => {
  const parsed = daySchema.safeParse(text);
  return parsed.success ? parsed.data : fallback;
};

/** The area a text like `cluster:ID`, `wards:00001,00002`, `province:01` or `zone:UUID` names; null when it names none. */
export function parseArea(text: string | null): ScopeArea | null {
  const [kind = '', rest = ''] = (text ?? '').split(/:(.*)/s);
  const parts: Readonly<Record<string, unknown>> = {
    cluster: { kind, id: rest }, zone: { kind, id: rest }, province: { kind, provinceCode: rest }, wards: { kind, codes: rest.split(',') },
  };
  const parsed = scopeAreaSchema.safeParse(parts[kind]);
  return parsed.success ? parsed.data : null;
}

/** The text that `parseArea` reads back. */
export function formatArea(area: ScopeArea): string {
  switch (area.kind) {
    case 'cluster':
    case 'zone':
      return `${area.kind}:${area.id}`;
    case 'province':
      return `province:${area.provinceCode}`;
    case 'wards':
      return `wards:${area.codes.join(',')}`;
    default:
      return area satisfies never;
  }
}

/** The view an address names; what does not parse has its default: the last 365 days, every category, no area. */
export function readAnalysisView(params: URLSearchParams, today: Day): AnalysisView {
  const run = params.get('run');
  const edition = params.get('edition');
  const parameters = [...params].flatMap(([name, value]): [string, string][] => {
    const key = PARAMETER.exec(name)?.[1];
    return key === undefined || value === '' ? [] : [[key, value.slice(0, 200)]];
  });
  return {
    run: run !== null && UUID.test(run) ? run : null,
    draft: {
      method: METHOD_IDS.find((id) => id === params.get('method')) ?? null,
      from: readDay(params.get('from'), addDays(today, 1 - DEFAULT_DAYS)), to: readDay(params.get('to'), today),
      categories: [...new Set((params.get('category') ?? '').split(',').filter((code) => /^[a-z0-9_-]{1,40}$/.test(code)))].sort(),
      editionId: edition !== null && /^[A-Za-z0-9._-]{1,60}$/.test(edition) ? edition : null,
      area: parseArea(params.get('area')), parameters: Object.fromEntries(parameters), seed: /^\d{1,10}$/.exec(params.get('seed') ?? '')?.[0] ?? DEFAULT_SEED,
    },
  };
}

/** The search string that `readAnalysisView` reads back; a run needs nothing else. */
export function formatAnalysisView({ run, draft }: AnalysisView): string {
  if (run !== null) return new URLSearchParams({ run }).toString();
  const { method, from, to, categories, editionId, area, parameters, seed } = draft;
  const fields: Readonly<Record<string, string | null>> = {
    method, from, to, category: categories.join(','), edition: editionId, area: area === null ? null : formatArea(area), seed: seed === DEFAULT_SEED ? null : seed,
    ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [`p.${name}`, value])),
  };
  return new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]]))).toString();
}

/** The form that would ask for a run again. */
export function draftOfRun({ method, scope, parameters, seed }: Pick<AnalysisRun, 'method' | 'scope' | 'parameters' | 'seed'>): AnalysisDraft {
  const { from, to, categories, editionId, area } = scope;
  return { method, from, to, categories, editionId, area, parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)])), seed: String(seed) };
}

const sameTexts = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** Whether a form asks for just what a run was asked; `editionId` is the edition in force for a form that names none. */
export function isDraftOfRun(draft: AnalysisDraft, run: Pick<AnalysisRun, 'method' | 'scope' | 'parameters' | 'seed'>, editionId: string | null): boolean {
  const of = draftOfRun(run);
  const flat = ({ method, from, to, categories, area, seed }: AnalysisDraft, edition: string | null) => ({ method, from, to, categories: categories.join(','), area: area === null ? '' : formatArea(area), seed, edition });
  return sameTexts(flat(draft, draft.editionId ?? editionId), flat(of, of.editionId)) && sameTexts(draft.parameters, of.parameters);
}

/** The scope of a form; null while it names no area or its days are in the wrong order. */
export function scopeOfDraft({ from, to, categories, editionId, area }: AnalysisDraft, editionInForce: string | null): AnalysisScope | null {
  const edition = editionId ?? editionInForce;
  return area === null || edition === null || from > to ? null : { from, to, categories: [...categories].sort(), editionId: edition, area };
}
