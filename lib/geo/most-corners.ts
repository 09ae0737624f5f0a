/**
 * Most corners of an area that is drawn, imported or merged, all rings together.
 *
 * Limits: measured so that cutting it by the wards it touches stays below 2 s; 10,000 corners took 5 s (docs/decisions/zones.md).
 */
export const MOST_CORNERS = 3_000;
