/** Font stacks of the map's text: names that `font-faces` maps to files, and CSS families of the page otherwise. */
export const REGULAR_FONT = ['Be Vietnam Pro'];
export const STRONG_FONT = ['Be Vietnam Pro SemiBold'];
