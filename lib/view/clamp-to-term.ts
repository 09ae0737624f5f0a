import type { Cluster } from '../domain/boundary';
import type { Day } from '../domain/instant';

/** The day of a cluster's term that is nearest to a day. */
export function clampToTerm({ termFrom, termTo }: Pick<Cluster, 'termFrom' | 'termTo'>, day: Day): Day {
  if (day < termFrom) return termFrom;
  return termTo !== null && day > termTo ? termTo : day;
}
