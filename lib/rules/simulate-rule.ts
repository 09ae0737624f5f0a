import type { Instant } from '../domain/instant';
import type { SimulationRequest, SimulationResult } from '../domain/simulation';
import { assessPoint, type PointAssessment } from './assess-point';
import { changeRules } from './change-rules';
import type { RuleBook } from './rule-book';
import { SimulationTally, type ReplayedIncident } from './simulation-tally';

/** A replay under way: give it incidents in chunks of any size, read the result at the end. */
export interface RuleSimulation {
  readonly add: (incidents: Iterable<ReplayedIncident>) => void;
  readonly finish: (asOf: Instant) => SimulationResult;
}

/**
 * Replays incidents under the rules of their time ("before") and under changed ones ("after").
 *
 * The regulation in force when an incident occurred is the one that is changed; every detection counts, late ones too.
 * Limits: the rules are those known now; `request.cluster` leaves out incidents that have nothing to do with it on either
 * side; the period is the caller's to keep.
 */
export function startRuleSimulation(rules: RuleBook, request: SimulationRequest): RuleSimulation {
  const cluster = request.cluster ?? null;
  const changed = changeRules(rules, request.change, cluster);
  const tally = new SimulationTally();
  const addOne = (incident: ReplayedIncident): void => {
    const [before, after] = [replay(rules, incident), replay(changed, incident)];
    if (before === null || after === null) tally.addWithoutEdition();
    else if (cluster === null || concerns(before, cluster) || concerns(after, cluster)) tally.add(incident, before, after);
  };
  return {
    add: (incidents) => {
      for (const incident of incidents) addOne(incident);
    },
    finish: (asOf) => ({ period: { from: request.from, to: request.to }, cluster, change: request.change, asOf, ...tally.read() }),
  };
}

function replay(rules: RuleBook, { position, occurredAt, detections }: ReplayedIncident): PointAssessment | null {
  const result = assessPoint(rules, { position, at: occurredAt, detections });
  return result.kind === 'assessed' ? result.assessment : null;
}

/** Whether a cluster governs the place, binds one of its neighbours to the owner, or has the owner as a member. */
function concerns({ location, rules, zone }: PointAssessment, clusterId: string): boolean {
  if (zone.agreement?.cluster.id === clusterId) return true;
  const agreement = rules.agreements.find((one) => one.cluster.id === clusterId);
  return location.ownerCode !== null && agreement?.memberCodes.has(location.ownerCode) === true;
}
