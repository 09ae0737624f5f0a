import type { AnyMethod } from '../method';
import { backTestMethod } from './back-test';
import { emergingHotspotsMethod } from './emerging-hotspots';
import { sensitivityMethod } from './sensitivity';
import { spaceTimeScanMethod } from './space-time-scan';

/** The methods of the group `times`. */
export const timesMethods: readonly AnyMethod[] = [spaceTimeScanMethod, emergingHotspotsMethod, backTestMethod, sensitivityMethod];
