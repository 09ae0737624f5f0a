/** Points in a millimetre. */
const MM = 72 / 25.4;
const mm = (millimetres: number): number => Math.round(millimetres * MM * 100) / 100;

/** Margins of NĐ 30/2020: left 30–35, top and bottom 20–25, right 15–20 mm. */
export const MARGINS = { left: mm(30), top: mm(23), right: mm(18), bottom: mm(22) } as const;
const A4 = { short: 595.28, long: 841.89 } as const;

/** Breadth and height between the margins, points. */
export const TEXT_BREADTH = { portrait: A4.short - MARGINS.left - MARGINS.right, landscape: A4.long - MARGINS.left - MARGINS.right } as const;
export const PAGE_BREADTH = { portrait: A4.short, landscape: A4.long } as const;

/** Sizes of text in points: body and page number as the decree has them, tables and captions smaller. */
export const TEXT_SIZES = { body: 13, title: 14, pageNumber: 13, table: 11, tableLeast: 9, caption: 12, foot: 9 } as const;

/** Name under which the font is known in the document and its drawings. */
export const PDF_FONT = 'Tinos';
