import { borderDistanceEn } from './border-distance-en';
import { borderLeagueEn } from './border-league-en';
import { corridorScanEn } from './corridor-scan-en';
import { discontinuityEn } from './discontinuity-en';
import { hiddenHotspotsEn } from './hidden-hotspots-en';
import type { GroupTexts } from './method-texts';
import { ownershipErrorEn } from './ownership-error-en';

/** English texts of the methods of the group `borders`. */
export const bordersEn: GroupTexts<'borders'> = {
  hidden_hotspots: hiddenHotspotsEn, corridor_scan: corridorScanEn, border_distance: borderDistanceEn, discontinuity: discontinuityEn, border_league: borderLeagueEn, ownership_error: ownershipErrorEn,
};
