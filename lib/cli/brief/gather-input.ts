import { buildInput, type RawInput } from '../../analysis/build-input';
import { isInRings } from '../../analysis/plane/plane-rings';
import type { BriefingInput } from '../../briefing/briefing-input';
import { spanOf } from '../../briefing/period';
import { readAnalysisData } from '../../db/analysis-data';
import { readLastDay, readOpenSteps } from '../../db/briefing-data';
import type { ClaimedBriefing } from '../../db/briefing-work';
import { nameArea } from '../../http/briefing-area';
import { listAgreements } from '../../rules/agreement';
import { gatherGround, type GatherParts } from './gather-ground';
import { gatherPins } from './gather-pins';

/** Keeps what lies in the area; of a zone only the part within it. */
function inArea<T extends { readonly position: readonly [number, number] }>(raw: RawInput, input: BriefingInput['analysis'], all: readonly T[]): T[] {
  if (raw.zone === null) return [...all];
  return all.filter(({ position }) => { const [x, y] = input.plane.toPlane(...position); return input.area.some((rings) => isInRings(rings, x, y)); });
}

/** Patrols that were over at the instant. */
const finishedBy = (raw: RawInput, asOf: string): RawInput => ({ ...raw, patrols: raw.patrols.filter(({ to }) => to * 1_000 <= Date.parse(asOf)) });

/** Reads everything a briefing is composed from, as it was known at its instant; null when its area is not there (any more). */
export async function gatherInput(parts: GatherParts, briefing: ClaimedBriefing): Promise<BriefingInput | null> {
  const { service, rules, streetsOf } = parts;
  const ground = await gatherGround(parts, briefing);
  if (ground === null) return null;
  const { area, editionId, from, to, asOf, seed, patrol, previous } = briefing;
  const scope = { ...spanOf({ from, to }, ground.asOfDay), categories: [], editionId, area };
  const data = await readAnalysisData(service, rules, { scope, namedZones: [], known: ground.facts, reportedUntil: asOf }, streetsOf);
  if (data.kind === 'gone') return null;
  const question = { editionId, codes: data.raw.wardCodes, asOf, groundAt: ground.known.groundAt };
  const [lastDay, steps, name, pins] = await Promise.all([readLastDay(service, question), readOpenSteps(service, question), nameArea(service, area, data.raw, ground.book, ground.known.groundAt), gatherPins(parts, ground, briefing)]);
  const raw = finishedBy(data.raw, asOf);
  const { input: analysis } = buildInput(raw);
  return {
    area, from, to, asOf, asOfDay: ground.asOfDay, seed, analysis, lastDay: inArea(raw, analysis, lastDay), steps: inArea(raw, analysis, steps), patrol, previous, pins,
    focusAreas: listAgreements(raw.clusters, editionId, ground.asOfDay).flatMap(({ cluster }) => cluster.focusAreas),
    names: { area: name, ...ground.names },
  };
}
