import type { ResultFeature, Tone } from '../domain/analysis-result';
import type { MapTheme } from './map-colours';

/**
 * Colours of an analysis by meaning, for each map theme.
 *
 * `heat` is one hue from pale to dark on paper and from dark to pale at night (after ColorBrewer's YlOrBr), so that it reads in
 * greyscale (on a projector in five steps, and two of confidence: more can not be told apart there); `hot` and `cold` are the ends of RdBu; `series` are Okabe and Ito's colours, darkened on paper until a line of them
 * has a contrast of 3 : 1. No pair is told apart by red and green alone, and the alarm colour is used by `alarm` only.
 */
export const TONE_COLOURS: Readonly<Record<MapTheme, Readonly<Record<Tone, string>>>> = {
  light: {
    heat1: '#fff3bf', heat2: '#fee08f', heat3: '#fdc04a', heat4: '#f4932a', heat5: '#dc6a12', heat6: '#ad4603', heat7: '#742c04',
    hot90: '#f0a583', hot95: '#d1614b', hot99: '#93152a', cold90: '#93c4de', cold95: '#4490c2', cold99: '#1c5594',
    accent: '#b84300', alarm: '#a8201a', calm: '#857f94',
    series1: '#0068a5', series2: '#a86a00', series3: '#007a5a', series4: '#a8527f', series5: '#2f83b5', series6: '#b84a00',
  },
  dark: {
    heat1: '#4a2a12', heat2: '#713b10', heat3: '#9c500d', heat4: '#c66d12', heat5: '#ea9430', heat6: '#fbc268', heat7: '#fff0bd',
    hot90: '#9a4638', hot95: '#d66a56', hot99: '#ffab94', cold90: '#356389', cold95: '#5797c8', cold99: '#a9d8f8',
    accent: '#ffab5e', alarm: '#ff9a90', calm: '#7d8494',
    series1: '#4fabe6', series2: '#eeb038', series3: '#2fc096', series4: '#e59ac6', series5: '#97d4f7', series6: '#ff8d50',
  },
  projector: {
    heat1: '#ffd24a', heat2: '#ffd24a', heat3: '#fb9b2b', heat4: '#dd5f0c', heat5: '#a23a00', heat6: '#561a00', heat7: '#561a00',
    hot90: '#ef8f72', hot95: '#93091f', hot99: '#93091f', cold90: '#78b0d8', cold95: '#08427f', cold99: '#08427f',
    accent: '#9c3a00', alarm: '#a3001b', calm: '#66616f',
    series1: '#00558a', series2: '#8a5700', series3: '#00634a', series4: '#8f3d69', series5: '#1f6c99', series6: '#9c3d00',
  },
};

/** How opaque a filled tone is: the borders under it stay readable. */
export const FILL_OPACITY: Readonly<Record<MapTheme, number>> = { light: 0.62, dark: 0.6, projector: 0.68 };

/** Widths in pixels of what is drawn as a line. */
export const LINE_PIXELS: Readonly<Record<Exclude<ResultFeature['drawn'], 'fill' | 'dot'>, number>> = { outline: 2.5, line: 4.5, dashed: 2.5 };
/** Width in pixels of a line of nothing notable: there can be many, and what is notable stands out among them. */
export const CALM_LINE_PIXELS = 1.5;
/** Radius of a dot in pixels. */
export const DOT_PIXELS = 5;
