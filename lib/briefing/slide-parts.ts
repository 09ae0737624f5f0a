import type { Told } from '../domain/analysis-result';
import type { Slide, SlideMap, StandardSlide } from '../domain/briefing';
import type { Bbox } from '../geo/types';
import { DEFAULT_VIEW, type MapView } from '../view/map-view';
import { formatView } from '../view/format-view';
import type { BriefingInput } from './briefing-input';
import { boxAround } from './slide-pieces';

/** A standard slide; what is not given is empty. */
export const makeSlide = (kind: StandardSlide, claim: Told, parts: Partial<Omit<Slide, 'id' | 'kind' | 'words' | 'claim'>> = {}): Slide => ({
  id: kind, kind, words: kind, title: null, claim, uncertainty: [], facts: [], tables: [], charts: [], map: null, link: null, ...parts,
});

/** The box of the whole area; a small one in the middle of nowhere where the area has no ward. */
export function boxOfArea({ analysis }: BriefingInput): Bbox {
  const corners = function* (): Generator<readonly number[]> {
    for (const rings of analysis.area) for (const [x, y] of rings[0] ?? []) yield analysis.plane.toDegrees(x, y);
  };
  return boxAround(corners()) ?? [104.99, 15.99, 105.01, 16.01];
}

/** A map over the area as of the briefing's day. */
export const makeMap = (input: BriefingInput, parts: Partial<SlideMap> = {}): SlideMap => ({
  bbox: parts.bbox ?? boxOfArea(input), editionId: input.analysis.scope.editionId, day: input.asOfDay, borderZone: true, features: [], legend: [], points: [], ...parts,
});

/** The map page over some days of the area. */
export function linkToMap({ area, asOfDay }: BriefingInput, view: Partial<MapView>): string {
  const search = formatView({ ...DEFAULT_VIEW, at: asOfDay, ...(area.kind === 'cluster' ? { cluster: area.id } : {}), ...view });
  return `/map?${search}`;
}
