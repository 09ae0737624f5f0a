/** The two themes of a screen. */
export const SCREEN_THEMES = ['light', 'dark'] as const;
export type ScreenTheme = (typeof SCREEN_THEMES)[number];

/** Every designed map theme: `projector` is for pictures that hang on a washed-out wall. */
export const MAP_THEMES = [...SCREEN_THEMES, 'projector'] as const;
export type MapTheme = (typeof MAP_THEMES)[number];

/** Colours of one map theme. Borders have the one strong hue; the ground stays near grey. */
export interface MapColours {
  readonly paper: string;
  readonly water: string;
  readonly waterLine: string;
  readonly streetMajor: string;
  readonly streetMinor: string;
  readonly bridge: string;
  readonly streetLabel: string;
  readonly seaLabel: string;
  readonly wardBorder: string;
  readonly clusterBorder: string;
  readonly bandAgreed: string;
  readonly bandAgreedEdge: string;
  readonly bandDefault: string;
  readonly bandDefaultEdge: string;
  readonly focusRing: string;
  readonly wardLabel: string;
  readonly halo: string;
  readonly selection: string;
  /** Very light fills for clusters, in turn. */
  readonly clusterTints: readonly string[];
  readonly groupDisc: string;
  readonly groupRim: string;
  readonly groupZone: string;
  readonly groupText: string;
  readonly signOutline: string;
  readonly signPaper: string;
  readonly zoneRing: string;
  /** The alarm colour: what is overdue, and nothing else. */
  readonly late: string;
  readonly lateText: string;
}

const light: MapColours = {
  paper: '#f5f4f0', water: '#cfdde8', waterLine: '#b4c9d8', streetMajor: '#cfcabd', streetMinor: '#dfdcd2', bridge: '#c4beb0',
  streetLabel: '#7c7868', seaLabel: '#4f6f8a', wardBorder: '#7a55a8', clusterBorder: '#4a1d82', bandAgreed: '#8d5fc4', bandAgreedEdge: '#5f2f9c',
  bandDefault: '#a99bb8', bandDefaultEdge: '#8d7ca3', focusRing: '#4a1d82', wardLabel: '#2a1a40', halo: 'rgba(252,251,248,0.92)', selection: '#0b57d0',
  clusterTints: ['#5b8db8', '#c79a3a', '#5aa08d', '#8a9bc9', '#9a9a4e', '#6f9fa8'],
  groupDisc: '#2b2f3a', groupRim: '#c9c6cf', groupZone: '#8a3ffc', groupText: '#ffffff', signOutline: '#ffffff', signPaper: '#ffffff', zoneRing: '#5f2f9c', late: '#a8201a', lateText: '#ffffff',
};

const dark: MapColours = {
  paper: '#12161d', water: '#0c2233', waterLine: '#1b3a52', streetMajor: '#343d4a', streetMinor: '#252c36', bridge: '#454e5c',
  streetLabel: '#7f8896', seaLabel: '#7fa6c4', wardBorder: '#8f6fc0', clusterBorder: '#cfb0ff', bandAgreed: '#8b5ad0', bandAgreedEdge: '#b990f5',
  bandDefault: '#5b5370', bandDefaultEdge: '#756b8c', focusRing: '#e0ccff', wardLabel: '#ece6f5', halo: 'rgba(14,17,23,0.9)', selection: '#8ab4ff',
  clusterTints: ['#4f93c9', '#c99b3f', '#4fae96', '#7f93d6', '#a9a955', '#5fa6b3'],
  groupDisc: '#e9ebf0', groupRim: '#525a68', groupZone: '#a56eff', groupText: '#12161d', signOutline: '#e4e7ee', signPaper: '#12161d', zoneRing: '#cfb0ff', late: '#ff9a90', lateText: '#1f0504',
};

/**
 * White paper, near-black lines and names, and a few strong fills: what is left of them on a washed-out projector still has a
 * contrast. Told apart by lightness first, so that colour-blind readers miss nothing.
 */
const projector: MapColours = {
  paper: '#ffffff', water: '#b5d3e9', waterLine: '#9dc4e0', streetMajor: '#b9b9b9', streetMinor: '#dcdcdc', bridge: '#8f8f8f',
  streetLabel: '#3d3d3d', seaLabel: '#0f3d61', wardBorder: '#5a3191', clusterBorder: '#24004d', bandAgreed: '#7a3fd1', bandAgreedEdge: '#3f1573',
  bandDefault: '#8f8a99', bandDefaultEdge: '#57525f', focusRing: '#24004d', wardLabel: '#000000', halo: '#ffffff', selection: '#003fa8',
  clusterTints: ['#2f77b0', '#b98311', '#2d8f75', '#6d7fc0', '#7f7f1e', '#3f8896'],
  groupDisc: '#000000', groupRim: '#b5b1bd', groupZone: '#8a00ff', groupText: '#ffffff', signOutline: '#ffffff', signPaper: '#ffffff', zoneRing: '#3f1573', late: '#a3001b', lateText: '#ffffff',
};

/** Map colours of each theme. */
export const MAP_COLOURS: Readonly<Record<MapTheme, MapColours>> = { light, dark, projector };

/** Fill colour of the cluster with a place in the colour order; the order repeats. */
export function clusterTintOf(colours: MapColours, tint: number): string {
  return colours.clusterTints[tint % colours.clusterTints.length] ?? colours.clusterBorder;
}
