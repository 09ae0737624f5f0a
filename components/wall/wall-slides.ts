import type { ClusterAtDay } from '@/lib/view/in-force';

/** What a wall shows at a time: the whole area, or one cluster in force. */
export interface WallSlide {
  /** Null for the whole area. */
  readonly cluster: ClusterAtDay | null;
}

/** The whole area first, then each cluster in force; only those named in `wanted` (ids) when any is. */
export function listWallSlides(clusters: readonly ClusterAtDay[], wanted: readonly string[]): readonly WallSlide[] {
  const chosen = clusters.filter(({ id }) => wanted.length === 0 || wanted.includes(id)).map((cluster): WallSlide => ({ cluster }));
  return wanted.length > 0 && chosen.length > 0 ? chosen : [{ cluster: null }, ...chosen];
}
