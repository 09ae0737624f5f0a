import type { Cluster, Regulation } from '../domain/boundary';
import type { RuleChange } from '../domain/simulation';
import { buildRuleBook, type RuleBook } from './rule-book';

/**
 * The same rule book with another width, lead rule or default width in every regulation, or in one cluster's alone.
 *
 * Limits: editions are shared, not copied; terms, members and focus areas stay; deadlines do not matter to a lead.
 */
export function changeRules(rules: RuleBook, change: RuleChange, clusterId: string | null): RuleBook {
  const changed = (cluster: Cluster): Cluster => (clusterId !== null && cluster.id !== clusterId ? cluster
    : { ...cluster, regulations: cluster.regulations.map((one) => changeRegulation(one, change)) });
  return buildRuleBook({
    editions: rules.editions, clusters: rules.clusters.map(changed), timeZone: rules.timeZone,
    defaultWidthMetres: change.defaultWidthMetres ?? rules.defaultWidthMetres,
  });
}

function changeRegulation(regulation: Regulation, { widthMetres, leadRule }: RuleChange): Regulation {
  return {
    ...regulation,
    borderWidthMetres: widthMetres ?? regulation.borderWidthMetres,
    rules: {
      ...regulation.rules,
      leadRule: leadRule ?? regulation.rules.leadRule,
      arcWidths: widthMetres === undefined ? regulation.rules.arcWidths : [],
    },
  };
}
