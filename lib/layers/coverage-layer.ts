import type { FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection, MultiLineString } from 'geojson';
import type { ArcCoverage, SidesCovered } from '../domain/patrol';
import type { ArcFeature } from '../view/nearest-on-arcs';
import type { MapLayer } from './layer-context';
import { MAP_COLOURS, type MapTheme } from './map-colours';

/** An arc and which of its sides patrols covered. */
export interface CoverageDrawing {
  readonly sides: SidesCovered;
  readonly wardA: string;
  readonly wardB: string;
}

/** Blue and orange keep apart for colour-blind readers; the dash and the width say the same without colour. */
const SIDES_COLOURS: Readonly<Record<MapTheme, Readonly<Record<SidesCovered, string>>>> = {
  light: { both: '#0b5fa5', one_side: '#b45309', none: '#6b6478' },
  dark: { both: '#6db6ff', one_side: '#f5a94b', none: '#8b8699' },
  projector: { both: '#00498a', one_side: '#a34700', none: '#4f4a5a' },
};

const pairKey = (codeA: string, codeB: string): string => (codeA < codeB ? `${codeA}/${codeB}` : `${codeB}/${codeA}`);

/** Arcs that a coverage speaks of; an arc it does not name is left out, for nothing is known of it. */
export function buildCoverageFeatures(arcs: readonly ArcFeature[], coverage: readonly ArcCoverage[]): FeatureCollection<MultiLineString, CoverageDrawing> {
  const byPair = new Map(coverage.map((one) => [pairKey(one.wards[0].code, one.wards[1].code), one]));
  const features = arcs.flatMap((arc): Feature<MultiLineString, CoverageDrawing>[] => {
    const { wardA, wardB } = arc.properties;
    const found = byPair.get(pairKey(wardA, wardB));
    return found === undefined ? [] : [{ type: 'Feature', geometry: arc.geometry, properties: { sides: found.sides, wardA, wardB } }];
  });
  return { type: 'FeatureCollection', features };
}

const hasSides = (sides: SidesCovered): FilterSpecification => ['==', ['get', 'sides'], sides];

/** Border arcs by the sides that patrols covered: thick for both, dashed for one, thin dots for none. */
export const coverageLayer: MapLayer = {
  id: 'coverage',
  titleKey: 'coverage',
  toggle: null,
  layers: ({ theme }): LayerSpecification[] => {
    const colours = SIDES_COLOURS[theme];
    const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
    return [
      { id: 'coverage-halo', type: 'line', source: 'coverage', layout: round, paint: { 'line-color': MAP_COLOURS[theme].halo, 'line-width': ['match', ['get', 'sides'], 'none', 3, 8] } },
      { id: 'coverage-none', type: 'line', source: 'coverage', filter: hasSides('none'), layout: round, paint: { 'line-color': colours.none, 'line-width': 2, 'line-dasharray': [0.1, 2.5] } },
      { id: 'coverage-one', type: 'line', source: 'coverage', filter: hasSides('one_side'), paint: { 'line-color': colours.one_side, 'line-width': 4, 'line-dasharray': [2, 1] } },
      { id: 'coverage-both', type: 'line', source: 'coverage', filter: hasSides('both'), layout: round, paint: { 'line-color': colours.both, 'line-width': 5 } },
    ];
  },
  legend: ({ theme, overlay }, { patrols }) => {
    if (overlay === undefined) return [];
    const colours = SIDES_COLOURS[theme];
    const line = (sides: SidesCovered, widthPixels: number, dashed: boolean) => ({ kind: 'line' as const, label: patrols.sides[sides], colour: colours[sides], widthPixels, dashed });
    return [line('both', 5, false), line('one_side', 4, true), line('none', 2, true)];
  },
};
