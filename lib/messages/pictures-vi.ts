/** Texts on pictures of a map, for files and slides; `pictures-en.ts` has the same keys. */
export const picturesVi = {
  north: 'B',
  boundaries: 'Địa giới tham khảo',
  boundariesOfOpenStreetMap: 'Địa giới tham khảo, một phần © OpenStreetMap contributors (ODbL)',
  ground: 'Nền: © OpenStreetMap contributors (ODbL), GSHHG',
} as const;
