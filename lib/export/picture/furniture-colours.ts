import type { MapTheme } from '../../layers/map-colours';
import type { FurnitureColours } from './map-picture';

/** Colours around the map for each theme; text on paper has a contrast of 7 : 1, quiet text of 4.5 : 1. */
export const FURNITURE_COLOURS: Readonly<Record<MapTheme, FurnitureColours>> = {
  light: { paper: '#ffffff', ink: '#1b1726', quiet: '#4c4759', line: '#cfcad8' },
  dark: { paper: '#171b22', ink: '#f1eff6', quiet: '#b9b6c4', line: '#3a404c' },
  projector: { paper: '#ffffff', ink: '#000000', quiet: '#1f1f1f', line: '#55505f' },
};
