import type { AnyMethod } from '../method';
import { clusterDesignMethod } from './cluster-design';
import { crossBorderRepeatMethod } from './cross-border-repeat';
import { displacementMethod } from './displacement';
import { junctionRankingMethod } from './junction-ranking';
import { spillOverMethod } from './spill-over';

/** The methods of the group `relations`. */
export const relationsMethods: readonly AnyMethod[] = [crossBorderRepeatMethod, spillOverMethod, junctionRankingMethod, clusterDesignMethod, displacementMethod];
