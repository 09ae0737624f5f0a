import { readReplayAt } from '../../../db/briefing-pins';
import { startRuleSimulation } from '../../../rules/simulate-rule';
import { readSimulationRequest, readSimulationView } from '../../../view/simulation-view';
import { GONE, type PinReader } from './pin-context';

/** What the simulator would have answered then: the rules and the incidents as they were known. */
export const readRulesPin: PinReader = async ({ service, ground, known, rulesThen }, { params }) => {
  const view = readSimulationView(params, ground.asOfDay);
  const asked = readSimulationRequest({ ...view, to: view.to > ground.asOfDay ? ground.asOfDay : view.to });
  if (asked.kind === 'wrong') return GONE;
  const rules = await rulesThen();
  if (asked.request.cluster !== undefined && !rules.clusters.some(({ id }) => id === asked.request.cluster)) return GONE;
  const simulation = startRuleSimulation(rules, asked.request);
  simulation.add(await readReplayAt(service, known, asked.request.from, asked.request.to));
  return { kind: 'rules', result: simulation.finish(known.asOf) };
};
