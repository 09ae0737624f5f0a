import type { SlideMap } from '../../domain/briefing';
import type { AnalysisLegendLine } from '../../layers/layer-context';
import type { ToggleLayer } from '../../view/map-view';
import { buildPicture } from './build-picture';
import type { MapPicture } from './map-picture';
import type { MapSurroundings } from './map-surroundings';
import type { PictureOptions } from './picture-options';

/** What a slide's picture needs besides its map: the legend told in the reader's language, as `PresentedSlide.legend` has it. */
export interface SlidePictureOptions extends PictureOptions {
  readonly legend: readonly AnalysisLegendLine[];
}

/**
 * The picture of a slide's map over the wards and clusters of its day.
 *
 * @throws Error when the surroundings are of another edition or day than the map: they would tell another story.
 */
export function buildSlidePicture(map: SlideMap, surroundings: MapSurroundings, options: SlidePictureOptions): MapPicture {
  if (map.editionId !== surroundings.edition.id || map.day !== surroundings.day) throw new Error(`the map is of ${map.editionId} on ${map.day}, its surroundings of ${surroundings.edition.id} on ${surroundings.day}`);
  const hidden = new Set<ToggleLayer>(map.borderZone ? [] : ['borderZone']);
  return buildPicture({ place: map.bbox, hidden, points: map.points, features: map.features, legend: options.legend }, surroundings, options);
}
