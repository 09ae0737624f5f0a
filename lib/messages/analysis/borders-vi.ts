import { borderDistanceVi } from './border-distance-vi';
import { borderLeagueVi } from './border-league-vi';
import { corridorScanVi } from './corridor-scan-vi';
import { discontinuityVi } from './discontinuity-vi';
import { hiddenHotspotsVi } from './hidden-hotspots-vi';
import type { GroupTexts } from './method-texts';
import { ownershipErrorVi } from './ownership-error-vi';

/** Vietnamese texts of the methods of the group `borders`. */
export const bordersVi: GroupTexts<'borders'> = {
  hidden_hotspots: hiddenHotspotsVi, corridor_scan: corridorScanVi, border_distance: borderDistanceVi, discontinuity: discontinuityVi, border_league: borderLeagueVi, ownership_error: ownershipErrorVi,
};
