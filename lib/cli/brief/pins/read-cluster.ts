import { readOpenSteps } from '../../../db/briefing-data';
import { listAgreements } from '../../../rules/agreement';
import { addDays } from '../../../view/day-arithmetic';
import { DEFAULT_VIEW } from '../../../view/map-view';
import { GONE, type PinReader } from './pin-context';
import { readPointsEvidence } from './read-points';

const DAYS = 28;

/** A cluster with its incidents of four weeks and the work that was open between its wards. */
export const readClusterPin: PinReader = async (context, { id }) => {
  const { service, ground, known, rulesThen } = context;
  const cluster = (await rulesThen()).clusters.find((one) => one.id === id);
  if (cluster === undefined) return GONE;
  const members = listAgreements([cluster], cluster.editionId, ground.asOfDay)[0]?.memberCodes ?? new Set(cluster.members.map(({ wardCode }) => wardCode));
  const points = await readPointsEvidence(context, { ...DEFAULT_VIEW, cluster: cluster.id }, { days: { from: addDays(ground.asOfDay, 1 - DAYS), to: ground.asOfDay } });
  if (points === null) return GONE;
  const steps = await readOpenSteps(service, { editionId: cluster.editionId, codes: [...members].sort(), asOf: known.asOf, groundAt: known.groundAt });
  return { kind: 'cluster', cluster: cluster.id, points, steps, asOf: known.asOf };
};
