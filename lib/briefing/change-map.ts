import { rounded } from '../analysis/rounded';
import { drawBorder } from '../analysis/borders/border-lines';
import type { LegendEntry, ResultChart, ResultFeature, ResultTable, Told, Tone } from '../domain/analysis-result';
import type { Slide } from '../domain/briefing';
import type { AnalysisInput } from '../analysis/method';
import { compareRates, countChangeZ } from '../stats/count-tails';
import { adjustBenjaminiHochberg } from '../stats/false-discovery';
import { countSpanDays } from '../trends/reporting-periods';
import { addDays, dayNumberOf } from '../view/day-arithmetic';
import { countNear, pairOfBorder, type BorderMembers } from './border-members';
import type { BriefingInput } from './briefing-input';
import { linkToMap, makeMap, makeSlide } from './slide-parts';
import { say } from './slide-pieces';

/** How a border changed: surely at 5 % over all borders, only by itself, or not. At most five classes. */
export const CHANGE_CLASSES = ['rise_sure', 'rise_maybe', 'steady', 'fall_maybe', 'fall_sure'] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

const LEVEL = 0.05;
const MOST_ROWS = 12;
const TONES: Readonly<Record<ChangeClass, Tone>> = { rise_sure: 'hot99', rise_maybe: 'hot90', steady: 'calm', fall_maybe: 'cold90', fall_sure: 'cold99' };
/** What matters is drawn last, on top. */
const DRAWING_ORDER: readonly ChangeClass[] = ['steady', 'fall_maybe', 'rise_maybe', 'fall_sure', 'rise_sure'];

/** A border's incidents in the period and in as many days before it. */
export interface BorderChange {
  readonly arc: number;
  readonly pair: string;
  readonly before: number;
  readonly after: number;
  /** 2(√after − √before): |z| above 3 is notable. */
  readonly z: number;
  /** Exact, given the sum. */
  readonly p: number;
  /** The same over all borders with an incident (Benjamini–Hochberg). */
  readonly adjusted: number;
  readonly kind: ChangeClass;
}

function classOf(before: number, after: number, p: number, adjusted: number): ChangeClass {
  if (p >= LEVEL) return 'steady';
  const way = after > before ? 'rise' : 'fall';
  return `${way}_${adjusted < LEVEL ? 'sure' : 'maybe'}`;
}

/**
 * Changes of all borders, the surest first.
 *
 * Source: z of Wheeler (2016); p by the exact conditional test, since few incidents have no normal law; Benjamini–Hochberg over the
 * borders with an incident in either time.
 */
export function compareBorders(input: AnalysisInput, members: BorderMembers, from: number, to: number): readonly BorderChange[] {
  const length = to - from + 1;
  const counted = members.borders.map((border) => {
    const count = (first: number, last: number): number => border.members.filter((place) => input.points.days[place]! >= first && input.points.days[place]! <= last).length;
    const [before, after] = [count(from - length, from - 1), count(from, to)];
    return { arc: border.arc, pair: pairOfBorder(input, border), before, after, z: countChangeZ(before, after), p: Math.min(1, compareRates(before, length, after, length).p) };
  });
  const tested = counted.filter(({ before, after }) => before + after > 0);
  const adjusted = adjustBenjaminiHochberg(tested.map(({ p }) => p));
  const adjustedOf = new Map(tested.map(({ arc }, place) => [arc, adjusted[place]!]));
  return counted.map((one): BorderChange => {
    const q = adjustedOf.get(one.arc) ?? 1;
    return { ...one, adjusted: q, kind: classOf(one.before, one.after, one.p, q) };
  }).sort((a, b) => a.p - b.p || Math.abs(b.z) - Math.abs(a.z) || (a.pair < b.pair ? -1 : 1));
}

const listTable = (changes: readonly BorderChange[]): ResultTable => ({
  id: 'changes',
  columns: [{ id: 'border', kind: 'pair' }, { id: 'before', kind: 'count' }, { id: 'after', kind: 'count' }, { id: 'z', kind: 'z' }, { id: 'p', kind: 'p' }, { id: 'adjusted', kind: 'p' }, { id: 'kind', kind: 'code' }],
  rows: changes.slice(0, MOST_ROWS).map(({ pair, before, after, z, p, adjusted, kind }) => ({ cells: [pair, before, after, rounded(z), rounded(p), rounded(adjusted), kind] })),
});

function listChart(changes: readonly BorderChange[]): ResultChart {
  const shown = changes.slice(0, 10);
  return { id: 'changes', kind: 'bars', x: 'pair', y: 'count', xs: shown.map(({ pair }) => pair), series: [{ id: 'before', values: shown.map(({ before }) => before) }, { id: 'after', values: shown.map(({ after }) => after) }] };
}

function listFeatures({ plane, arcs }: AnalysisInput, changes: readonly BorderChange[]): ResultFeature[] {
  return DRAWING_ORDER.flatMap((kind) => changes.filter((one) => one.kind === kind)).flatMap((one): ResultFeature[] => {
    const geometry = drawBorder(plane, arcs[one.arc]!.lines);
    const told = say('border', { pair: one.pair, before: one.before, after: one.after, z: rounded(one.z) });
    return geometry === null ? [] : [{ geometry, tone: TONES[one.kind], drawn: 'line', told }];
  });
}

function tellClaim(changes: readonly BorderChange[], near: { before: number; after: number }, days: number): Told {
  const sure = changes.filter(({ kind }) => kind.endsWith('_sure'));
  const [first] = sure;
  const count = (kind: ChangeClass): number => changes.filter((one) => one.kind === kind).length;
  if (near.before + near.after === 0) return say('change_empty', { days });
  if (first === undefined) return say('change_none', { borders: changes.length, maybe: count('rise_maybe') + count('fall_maybe'), ...near, days });
  return say(first.kind === 'rise_sure' ? 'change_rise' : 'change_fall', { pair: first.pair, before: first.before, after: first.after, z: rounded(first.z), p: rounded(first.adjusted), rises: count('rise_sure'), falls: count('fall_sure'), days });
}

/** Which borders changed against as many days before, each with its significance; never a percent of small counts. */
export function composeChange(input: BriefingInput, members: BorderMembers): Slide {
  const { analysis } = input;
  const [from, to, days] = [dayNumberOf(input.from), dayNumberOf(input.to), countSpanDays(input)];
  const link = linkToMap(input, { period: { kind: 'days', from: addDays(input.from, -days), to: input.to }, borderZoneOnly: true });
  if (analysis.arcs.length === 0) return makeSlide('change_map', say('no_border'), { map: makeMap(input), link });
  const changes = compareBorders(analysis, members, from, to);
  const near = { before: countNear(analysis, members, from - days, from - 1), after: countNear(analysis, members, from, to) };
  const features = listFeatures(analysis, changes);
  const legend = CHANGE_CLASSES.filter((kind) => changes.some((one) => one.kind === kind)).map((kind): LegendEntry => ({ tone: TONES[kind], drawn: 'line', told: say(`legend_${kind}`) }));
  const isEmpty = near.before + near.after === 0;
  return makeSlide('change_map', tellClaim(changes, near, days), {
    uncertainty: isEmpty ? [] : [say('about_change', { borders: changes.filter(({ before, after }) => before + after > 0).length, level: LEVEL, days })],
    facts: [
      { id: 'before', unit: 'count', value: near.before }, { id: 'after', unit: 'count', value: near.after }, { id: 'z', unit: 'z', value: rounded(countChangeZ(near.before, near.after)) },
      { id: 'p', unit: 'p', value: rounded(Math.min(1, compareRates(near.before, days, near.after, days).p)) },
      { id: 'rises', unit: 'count', value: changes.filter(({ kind }) => kind === 'rise_sure').length }, { id: 'falls', unit: 'count', value: changes.filter(({ kind }) => kind === 'fall_sure').length },
    ],
    tables: isEmpty ? [] : [listTable(changes)], charts: isEmpty ? [] : [listChart(changes)],
    map: makeMap(input, { features, legend }),
    link,
  });
}
