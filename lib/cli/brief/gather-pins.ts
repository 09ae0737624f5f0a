import type { PinEvidence } from '../../briefing/pin-evidence';
import { readPinPage, type PinPageName } from '../../briefing/pin-page';
import type { ClaimedBriefing } from '../../db/briefing-work';
import type { BriefingGround, GatherParts } from './gather-ground';
import { GONE, openPinContext, type Pin, type PinContext, type PinReader } from './pins/pin-context';
import { readAlarmPin } from './pins/read-alarm';
import { readAnalysisPin } from './pins/read-analysis';
import { readClusterPin } from './pins/read-cluster';
import { readDisputesPin } from './pins/read-disputes';
import { readCoveragePin, readPatrolPin } from './pins/read-patrols';
import { readMapPin, readTrendPin, readZonePin } from './pins/read-points';
import { readDrugFreePin, readProgrammePin, readReviewPin } from './pins/read-programmes';
import { readRulesPin } from './pins/read-rules';
import { readScorePin } from './pins/read-scores';

/** What reads the evidence of each page. */
const READERS: Readonly<Record<PinPageName, PinReader>> = {
  map: readMapPin, trends: readTrendPin, zone: readZonePin, analysis: readAnalysisPin, alarm: readAlarmPin, coverage: readCoveragePin, patrol: readPatrolPin, review: readReviewPin, drug_free: readDrugFreePin,
  programme: readProgrammePin, score: readScorePin, ward_score: readScorePin, disputes: readDisputesPin, cluster: readClusterPin, rules: readRulesPin,
};

async function gatherPin(context: PinContext, pin: Pin): Promise<PinEvidence['data']> {
  const page = readPinPage(pin.path);
  return page === null ? GONE : READERS[page.page](context, page, pin);
}

/** What each pin of a briefing shows, as it was known at the briefing's instant. */
export async function gatherPins(parts: GatherParts, ground: BriefingGround, briefing: ClaimedBriefing): Promise<PinEvidence[]> {
  const context = openPinContext(parts, ground, briefing);
  const gathered: PinEvidence[] = [];
  for (const pin of briefing.pins) gathered.push({ ...pin, data: await gatherPin(context, pin) });
  return gathered;
}
