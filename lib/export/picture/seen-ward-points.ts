import type { FeatureCollection } from 'geojson';
import { buildWardPoints, type WardCollection } from '../../layers/label-layers';
import type { MapPicture } from './map-picture';
import type { MapSurroundings } from './map-surroundings';
import { frameOf, toDegrees } from './mercator';
import { projectSource } from './projected-source';
import { listAnchors } from './symbol-anchors';

/** Nearer to the edge than this, in pixels of the layers, a name would be cut or pushed away from its ward. */
const EDGE_PIXELS = 24;

/** Points for the names of wards: where a ward's own point is not in the picture, the middle of what is seen of the ward. */
export function buildSeenWardPoints({ wards, clusters }: MapSurroundings, picture: Pick<MapPicture, 'camera' | 'pixelRatio' | 'frame'>): FeatureCollection {
  const frame = frameOf(picture);
  const edge = EDGE_PIXELS * picture.pixelRatio;
  const { x, y, width, height } = frame.box;
  const isSeen = ([px, py]: readonly [number, number]): boolean => px >= x + edge && py >= y + edge && px <= x + width - edge && py <= y + height - edge;
  const seen: WardCollection = {
    type: 'FeatureCollection',
    features: wards.features.map((ward) => {
      const { labelLon, labelLat } = ward.properties;
      const [own] = projectSource({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: null, geometry: { type: 'Point', coordinates: [labelLon, labelLat] } }] }).flatMap((one) => listAnchors(one, frame));
      if (own === undefined || isSeen(own)) return ward;
      const [middle] = projectSource({ type: 'FeatureCollection', features: [ward] }).flatMap((one) => listAnchors(one, frame)).filter(isSeen);
      if (middle === undefined) return ward;
      const [longitude, latitude] = toDegrees(frame, middle);
      return { ...ward, properties: { ...ward.properties, labelLon: longitude, labelLat: latitude } };
    }),
  };
  return buildWardPoints(seen, new Set(clusters.flatMap(({ leadCode }) => (leadCode === null ? [] : [leadCode]))));
}
