import { clusterDesignEn } from './cluster-design-en';
import { crossBorderRepeatEn } from './cross-border-repeat-en';
import { displacementEn } from './displacement-en';
import { junctionRankingEn } from './junction-ranking-en';
import type { GroupTexts } from './method-texts';
import { spillOverEn } from './spill-over-en';

/** English texts of the methods of the group `relations`. */
export const relationsEn: GroupTexts<'relations'> = {
  cross_border_repeat: crossBorderRepeatEn,
  spill_over: spillOverEn,
  junction_ranking: junctionRankingEn,
  cluster_design: clusterDesignEn,
  displacement: displacementEn,
};
