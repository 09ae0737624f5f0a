import { addProtocol, setWorkerUrl } from 'maplibre-gl';
import { Protocol } from 'pmtiles';

let ready = false;

/** Tells MapLibre once where its worker is (bundlers lose it otherwise) and how to read a PMTiles archive. */
export function prepareMapLibre(): void {
  if (ready) return;
  ready = true;
  setWorkerUrl(new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).toString());
  addProtocol('pmtiles', new Protocol().tile);
}
