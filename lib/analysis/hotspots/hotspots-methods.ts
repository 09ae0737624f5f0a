import { getisOrdMethod } from './getis-ord';
import { kernelDensityMethod } from './kernel-density';
import { localMoranMethod } from './local-moran';
import { densityClustersMethod } from './density-clusters';
import { hierarchicalClustersMethod } from './hierarchical-clusters';
import { hotSegmentsMethod } from './hot-segments';
import type { AnyMethod } from '../method';

/** The methods of the group `hotspots`. */
export const hotspotsMethods: readonly AnyMethod[] = [kernelDensityMethod, getisOrdMethod, localMoranMethod, densityClustersMethod, hierarchicalClustersMethod, hotSegmentsMethod];
