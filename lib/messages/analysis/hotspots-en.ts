import { getisOrdEn } from './getis-ord-en';
import { kernelDensityEn } from './kernel-density-en';
import { localMoranEn } from './local-moran-en';
import { densityClustersEn } from './density-clusters-en';
import { hierarchicalClustersEn } from './hierarchical-clusters-en';
import { hotSegmentsEn } from './hot-segments-en';
import type { GroupTexts } from './method-texts';

/** English texts of the methods of the group `hotspots`. */
export const hotspotsEn: GroupTexts<'hotspots'> = { kernel_density: kernelDensityEn, getis_ord: getisOrdEn, local_moran: localMoranEn, density_clusters: densityClustersEn, hierarchical_clusters: hierarchicalClustersEn, hot_segments: hotSegmentsEn };
