/** A number as it is sent: to 12 significant digits, so that the last bits of a sum say nothing; null for NaN and ±∞. */
export const rounded = (value: number | null | undefined): number | null => (value === null || value === undefined || !Number.isFinite(value) ? null : Number(value.toPrecision(12)));
