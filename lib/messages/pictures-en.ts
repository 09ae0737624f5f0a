import type { Messages } from './messages';

/** Texts on pictures of a map in English. */
export const picturesEn: Messages['pictures'] = {
  north: 'N',
  boundaries: 'Reference boundaries',
  boundariesOfOpenStreetMap: 'Reference boundaries, in part © OpenStreetMap contributors (ODbL)',
  ground: 'Ground: © OpenStreetMap contributors (ODbL), GSHHG',
};
