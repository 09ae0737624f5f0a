import type { AnalysisInput } from './method';

/** Where some incidents lie, as values of a sentence: one ward, or the two with most of them and how many more there are. */
export interface PlaceValues extends Readonly<Record<string, number | string | null>> {
  readonly ward: string | null;
  readonly pair: string | null;
  readonly moreWards: number;
}

/** Incidents of each ward among some, most first, then by code; those outside every ward left out. */
export function countByWard({ points, wards }: Pick<AnalysisInput, 'points' | 'wards'>, members: readonly number[]): readonly (readonly [code: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const i of members) {
    const ward = wards[points.wards[i]!];
    if (ward !== undefined) counts.set(ward.code, (counts.get(ward.code) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Names the place of some incidents by the wards they lie in; words by `placeVi` and `placeEn` of the messages. */
export function namePlace(input: Pick<AnalysisInput, 'points' | 'wards'>, members: readonly number[]): PlaceValues {
  const codes = countByWard(input, members).map(([code]) => code);
  if (codes.length < 2) return { ward: codes[0] ?? null, pair: null, moreWards: 0 };
  return { ward: null, pair: `${codes[0]!}/${codes[1]!}`, moreWards: codes.length - 2 };
}
