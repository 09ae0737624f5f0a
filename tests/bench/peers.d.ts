declare module 'which-polygon' {
  import type { FeatureCollection } from 'geojson';
  export default function whichPolygon<P>(features: FeatureCollection<never, P> | object): (position: readonly number[]) => P | null;
}

declare module 'polygon-lookup' {
  export default class PolygonLookup {
    constructor(features: object);
    search(longitude: number, latitude: number): { properties: { code: string } } | undefined;
  }
}
