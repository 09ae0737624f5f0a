import type { AnyMethod } from '../method';
import { borderDistanceMethod } from './border-distance';
import { borderLeagueMethod } from './border-league';
import { corridorScanMethod } from './corridor-scan';
import { discontinuityMethod } from './discontinuity';
import { hiddenHotspotsMethod } from './hidden-hotspots';
import { ownershipErrorMethod } from './ownership-error';

/** The methods of the group `borders`. */
export const bordersMethods: readonly AnyMethod[] = [hiddenHotspotsMethod, corridorScanMethod, borderDistanceMethod, discontinuityMethod, borderLeagueMethod, ownershipErrorMethod];
