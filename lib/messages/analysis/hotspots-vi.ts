import { getisOrdVi } from './getis-ord-vi';
import { kernelDensityVi } from './kernel-density-vi';
import { localMoranVi } from './local-moran-vi';
import { densityClustersVi } from './density-clusters-vi';
import { hierarchicalClustersVi } from './hierarchical-clusters-vi';
import { hotSegmentsVi } from './hot-segments-vi';
import type { GroupTexts } from './method-texts';

/** Vietnamese texts of the methods of the group `hotspots`. */
export const hotspotsVi: GroupTexts<'hotspots'> = { kernel_density: kernelDensityVi, getis_ord: getisOrdVi, local_moran: localMoranVi, density_clusters: densityClustersVi, hierarchical_clusters: hierarchicalClustersVi, hot_segments: hotSegmentsVi };
