/** What was said, or null when nothing was. */
export const saidOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Whether a text is a place in an order: 1 to 999. */
export const isPlace = (text: string): boolean => /^[1-9]\d{0,2}$/.test(text.trim());

/** The place after those that are there. */
export const nextPlace = (parts: readonly { readonly place: number }[]): number => Math.min(999, Math.max(0, ...parts.map(({ place }) => place)) + 1);

/** A count as it is typed, 0 to 100,000; null when it is none. */
export const readCount = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) && Number(text) <= 100_000 ? Number(text) : null);

/** A number as it would be typed in Vietnamese. */
export const writeValue = (value: number): string => String(value).replace('.', ',');

/** A number as it is typed in Vietnamese or English (`1,5` or `1.5`); null when it is none. */
export const readValue = (text: string): number | null => (/^-?\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null);
