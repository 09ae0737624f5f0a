import { clusterDesignVi } from './cluster-design-vi';
import { crossBorderRepeatVi } from './cross-border-repeat-vi';
import { displacementVi } from './displacement-vi';
import { junctionRankingVi } from './junction-ranking-vi';
import type { GroupTexts } from './method-texts';
import { spillOverVi } from './spill-over-vi';

/** Vietnamese texts of the methods of the group `relations`. */
export const relationsVi: GroupTexts<'relations'> = {
  cross_border_repeat: crossBorderRepeatVi,
  spill_over: spillOverVi,
  junction_ranking: junctionRankingVi,
  cluster_design: clusterDesignVi,
  displacement: displacementVi,
};
