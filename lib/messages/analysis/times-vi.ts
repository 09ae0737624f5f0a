import { backTestVi } from './back-test-vi';
import { emergingHotspotsVi } from './emerging-hotspots-vi';
import type { GroupTexts } from './method-texts';
import { sensitivityVi } from './sensitivity-vi';
import { spaceTimeScanVi } from './space-time-scan-vi';

/** Vietnamese texts of the methods of the group `times`. */
export const timesVi: GroupTexts<'times'> = { space_time_scan: spaceTimeScanVi, emerging_hotspots: emergingHotspotsVi, back_test: backTestVi, sensitivity: sensitivityVi };
