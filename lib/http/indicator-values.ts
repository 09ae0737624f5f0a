import { createServiceClient, type DatabaseClient } from '../db/clients';
import type { IndicatorRow, ProgrammeRow } from '../db/programmes';
import { countReports, countReviewIncidents, countWork, readDrugFreeMonths, type CountedIncidents } from '../db/review-counts';
import type { Day } from '../domain/instant';
import type { ReportCounts, WorkCounts } from '../domain/programme-review';
import type { IndicatorFormula } from '../domain/programme';
import type { RuleBook } from '../rules/rule-book';
import { countStatuses, decideWards, readWardRecords } from './drug-free';
import { keysOf, listCounted } from './programme-review';
import { bookOn, clusterScope, wardScope, type WardScope } from './ward-sight';

/** A value from the records; `counted` of a share. Null = there is nothing to compute it from. */
export interface IndicatorValue {
  readonly value: number | null;
  readonly counted: { readonly part: number; readonly whole: number } | null;
}

const NOTHING: IndicatorValue = { value: null, counted: null };
const count = (value: number): IndicatorValue => ({ value, counted: null });
const percent = (part: number, whole: number): IndicatorValue => ({ value: whole === 0 ? null : (100 * part) / whole, counted: { part, whole } });

/** The wards a programme is about. */
export function scopeOfProgramme(rules: RuleBook, { scope, cluster_id, ward_keys }: Pick<ProgrammeRow, 'scope' | 'cluster_id' | 'ward_keys'>, today: Day): WardScope {
  const named = scope === 'cluster' && cluster_id !== null ? clusterScope(rules, cluster_id) : scope === 'wards' ? wardScope(rules, ward_keys) : undefined;
  return named ?? { book: bookOn(rules, today), codes: null, clusterId: null };
}

const ofReports = (formula: IndicatorFormula, reports: ReportCounts): IndicatorValue =>
  formula === 'leads_in_time' ? percent(reports.confirmedInTime, reports.confirmDue) : percent(reports.returned, reports.resolvedWithTime);

const ofWork = (formula: IndicatorFormula, work: WorkCounts): IndicatorValue =>
  count(formula === 'zones_closed' ? work.zonesClosed : formula === 'joint_patrols' ? work.jointPatrols : work.jointPatrols + work.singlePatrols);

/**
 * Values of a programme's indicators from the records, over its days up to today and within its wards, by the indicator's id.
 *
 * Computed with the server's own rights: a programme has one value whoever reads it; it names no incident.
 */
export async function computeIndicators(rules: RuleBook, programme: ProgrammeRow, indicators: readonly IndicatorRow[], today: Day, service: DatabaseClient = createServiceClient()): Promise<ReadonlyMap<string, IndicatorValue>> {
  const values = new Map<string, IndicatorValue>();
  const wanted = indicators.filter(({ formula }) => formula !== null);
  const to = programme.to_day < today ? programme.to_day : today;
  if (wanted.length === 0 || programme.from_day > to) return values;
  const scope = scopeOfProgramme(rules, programme, today);
  const period = [{ from: programme.from_day, to }];
  const needs = (...formulas: readonly IndicatorFormula[]): boolean => wanted.some(({ formula }) => formula !== null && formulas.includes(formula));
  const ids: CountedIncidents = needs('border_incidents', 'category_incidents', 'leads_in_time', 'outcomes_returned') ? await listCounted(service, scope, programme.from_day, to) : null;
  const incidents = needs('border_incidents', 'category_incidents') ? await countReviewIncidents(service, period, ids) : [];
  const reports = needs('leads_in_time', 'outcomes_returned') ? (await countReports(service, period, ids))[0] : undefined;
  const work = needs('joint_patrols', 'patrols', 'zones_closed') ? (await countWork(service, period, keysOf(scope), scope.clusterId))[0] : undefined;
  const free = needs('drug_free_wards') ? countStatuses(decideWards(await readWardRecords(scope, to, service), to, await readDrugFreeMonths(service)).values()).free : 0;
  for (const { id, formula, categories } of wanted) {
    const sum = (counts: typeof incidents): IndicatorValue => count(counts.reduce((total, one) => total + one.count, 0));
    switch (formula) {
      case 'border_incidents': values.set(id, sum(incidents.filter(({ border }) => border))); break;
      case 'category_incidents': values.set(id, sum(incidents.filter(({ category }) => categories.includes(category)))); break;
      case 'leads_in_time': case 'outcomes_returned': values.set(id, reports === undefined ? NOTHING : ofReports(formula, reports)); break;
      case 'joint_patrols': case 'patrols': case 'zones_closed': values.set(id, work === undefined ? NOTHING : ofWork(formula, work)); break;
      case 'drug_free_wards': values.set(id, count(free)); break;
      case null: break;
    }
  }
  return values;
}
