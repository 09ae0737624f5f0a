import { backTestEn } from './back-test-en';
import { emergingHotspotsEn } from './emerging-hotspots-en';
import type { GroupTexts } from './method-texts';
import { sensitivityEn } from './sensitivity-en';
import { spaceTimeScanEn } from './space-time-scan-en';

/** English texts of the methods of the group `times`. */
export const timesEn: GroupTexts<'times'> = { space_time_scan: spaceTimeScanEn, emerging_hotspots: emergingHotspotsEn, back_test: backTestEn, sensitivity: sensitivityEn };
