import type { ResultFeature, Told } from '../../domain/analysis-result';
import type { Slide } from '../../domain/briefing';
import type { Day } from '../../domain/instant';
import type { ArcCoverage, SidesCovered } from '../../domain/patrol';
import type { LngLat } from '../../geo/types';
import { boxAround, positionsOf, say } from '../slide-pieces';
import { cutRows, makePinSlide, type Pinned } from './pin-slide';

/** What the patrols of some days covered of the borders, as it was known at the briefing's instant. */
export interface CoverageEvidence {
  readonly kind: 'coverage';
  readonly from: Day;
  readonly to: Day;
  readonly cluster: string | null;
  /** Only the borders that are not covered from both sides. */
  readonly gapsOnly: boolean;
  readonly arcs: readonly ArcCoverage[];
  /** Lines of a border by `code/code`, the smaller first. */
  readonly lines: ReadonlyMap<string, readonly (readonly LngLat[])[]>;
  readonly editionId: string;
  readonly day: Day;
}

const ORDER: readonly SidesCovered[] = ['one_side', 'none', 'both'];
/** As on the patrol page: thick for both sides, dashed for one. */
const LOOKS: Readonly<Record<SidesCovered, Pick<ResultFeature, 'tone' | 'drawn'>>> = {
  both: { tone: 'series1', drawn: 'line' }, one_side: { tone: 'alarm', drawn: 'dashed' }, none: { tone: 'calm', drawn: 'line' },
};
const metres = (length: number): number => Math.round(length);

const pairOf = ({ wards }: ArcCoverage): string => wards.map(({ code }) => code).join('/');
/** Gaps first: one side, then none, then both; the longer border first. */
const byNeed = (a: ArcCoverage, b: ArcCoverage): number => ORDER.indexOf(a.sides) - ORDER.indexOf(b.sides) || b.lengthMetres - a.lengthMetres || (pairOf(a) < pairOf(b) ? -1 : 1);

/** A line of the map's legend for each look that is on it. */
const legendOf = (features: readonly ResultFeature[], code: (tone: ResultFeature['tone']) => string): { readonly tone: ResultFeature['tone']; readonly drawn: ResultFeature['drawn']; readonly told: Told }[] =>
  [...new Map(features.map(({ tone, drawn }) => [`${tone} ${drawn}`, { tone, drawn, told: say(code(tone)) }])).values()];

/** What became of the borders: covered from both sides, from one, or not at all. */
export function composeCoverage(pin: Pinned, { from, to, cluster, gapsOnly, arcs, lines, editionId, day }: CoverageEvidence): Slide {
  const count = (sides: SidesCovered): number => arcs.filter((arc) => arc.sides === sides).length;
  const values = { from, to, cluster, arcs: arcs.length, bothSides: count('both'), oneSide: count('one_side'), noSide: count('none') };
  if (arcs.length === 0) return makePinSlide(pin, 'pin_coverage', say('coverage_empty', values));
  const shown = [...arcs].filter(({ sides }) => !gapsOnly || sides !== 'both').sort(byNeed);
  const features = shown.flatMap((arc): ResultFeature[] => {
    const coordinates = lines.get(pairOf(arc)) ?? [];
    return coordinates.length === 0 ? [] : [{ geometry: { type: 'MultiLineString', coordinates: coordinates.map((line) => line.map((one) => [...one])) }, ...LOOKS[arc.sides], told: say(`border_${arc.sides}`, { pair: pairOf(arc) }) }];
  });
  const names: Readonly<Record<string, SidesCovered>> = { series1: 'both', alarm: 'one_side', calm: 'none' };
  const length = arcs.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0);
  const both = arcs.reduce((sum, { bothMetres }) => sum + bothMetres, 0);
  const cut = cutRows({
    id: 'arcs',
    columns: [
      { id: 'border', kind: 'pair' }, { id: 'sides', kind: 'code' }, { id: 'length', kind: 'metres' }, { id: 'first', kind: 'metres' }, { id: 'second', kind: 'metres' }, { id: 'both', kind: 'metres' }, { id: 'patrols', kind: 'number' },
      { id: 'last', kind: 'instant' },
    ],
    rows: shown.map((arc) => ({ cells: [pairOf(arc), arc.sides, metres(arc.lengthMetres), metres(arc.coveredMetres[0]), metres(arc.coveredMetres[1]), metres(arc.bothMetres), arc.patrols, arc.lastAt] })),
  });
  return makePinSlide(pin, 'pin_coverage', say(values.oneSide + values.noSide === 0 && arcs.length > 1 ? 'coverage_full' : 'coverage_found', values), {
    uncertainty: [say('about_coverage'), ...(gapsOnly ? [say('gaps_only')] : []), ...cut.told],
    facts: [
      { id: 'both', unit: 'number', value: values.bothSides }, { id: 'one_side', unit: 'number', value: values.oneSide }, { id: 'none', unit: 'number', value: values.noSide }, { id: 'share', unit: 'share', value: length === 0 ? null : Math.round((both / length) * 1e4) / 1e4 },
    ],
    tables: [cut.table],
    map: features.length === 0 ? null : { bbox: boxAround(positionsOf(features), 0.02) ?? [104.99, 15.99, 105.01, 16.01], editionId, day, borderZone: false, features, legend: legendOf(features, (tone) => `legend_${names[tone] ?? 'none'}`), points: [] },
  });
}
