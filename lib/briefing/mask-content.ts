import type { Told, Values } from '../domain/analysis-result';
import type { BriefingContent, Slide } from '../domain/briefing';
import type { RuleBook } from '../rules/rule-book';
import { isSmallCount } from './masking/audit-grid';
import { maskPoints } from './masking/mask-points';
import { FEW, HIDDEN, suppressSlide } from './masking/suppress-slide';

/** Values of sentences that are no counts of incidents, however small. */
const NO_COUNTS: ReadonlySet<string> = new Set(['days', 'recent', 'borders', 'groups', 'wards', 'moreWards', 'others', 'rises', 'falls', 'zones', 'fresh', 'gone', 'changed', 'unagreed', 'permutations', 'controls', 'dates', 'patrols', 'kinds', 'least', 'z', 'p', 'ratio', 'low', 'high', 'factor', 'level', 'metres', 'distance', 'maybe',
  'arcs', 'bothSides', 'oneSide', 'noSide', 'booked', 'tracks', 'reach', 'tasks', 'tasksDone', 'tasksLate', 'months', 'wardsFree', 'wardsNot', 'wardsUnknown', 'wardsScored', 'fewSteps', 'limit', 'share', 'total', 'middle',
  'charts', 'perMonth', 'runLength', 'recurrence', 'beforeDays', 'width', 'defaultWidth',
]);
/** Sentences of which a value named like a count is none. */
const NO_COUNTS_OF: Readonly<Record<string, ReadonlySet<string>>> = { scores_found: new Set(['least', 'middle', 'most']), more_rows: new Set(['shown', 'count']) };
/** What would give a withheld count of the same sentence back. */
const GIVES_AWAY: ReadonlySet<string> = new Set(['z', 'p', 'ratio', 'low', 'high', 'factor', 'estimate', 'changeZ', 'wardP']);

/** A sentence for outside the building: small counts withheld, and what would give them back. */
export function maskTold({ code, values }: Told): Told {
  const small = Object.entries(values).filter(([name, value]) => !NO_COUNTS.has(name) && NO_COUNTS_OF[code]?.has(name) !== true && typeof value === 'number' && Number.isInteger(value) && isSmallCount(value)).map(([name]) => name);
  if (small.length === 0) return { code, values };
  const masked: Values = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, small.includes(name) ? FEW : GIVES_AWAY.has(name) ? null : value]));
  return { code, values: masked };
}

/** Counts of a slide's sentences that are parts of what its tables add up to: with a table that withholds something they would give it back. */
const PARTS: Readonly<Partial<Record<Slide['words'], readonly string[]>>> = { pin_disputes: ['open'], pin_trend: ['most'] };
/** Slides whose sentences tell sums of what their tables tell week by week. */
const ADDS_UP: ReadonlySet<Slide['words']> = new Set(['pin_alarm']);

/** A sentence without some of its values, nor what would give them back. */
function withhold({ code, values }: Told, names: readonly string[]): Told {
  if (!names.some((name) => name in values)) return { code, values };
  return { code, values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, names.includes(name) && value !== 0 ? HIDDEN : GIVES_AWAY.has(name) ? null : value])) };
}

/** A slide for outside the building: no list of single incidents, no place of one, small counts withheld, its link left out. */
function maskSlide(slide: Slide, rules: RuleBook, seed: string, at: string): Slide {
  const open = { ...slide, tables: slide.tables.filter(({ columns }) => !columns.some(({ kind }) => kind === 'incident')) };
  const { map, ...masked } = suppressSlide(open);
  const isTouched = JSON.stringify([masked.tables, masked.charts]) !== JSON.stringify([open.tables, open.charts]);
  const tell = (told: Told): Told => maskTold(isTouched ? withhold(told, PARTS[slide.words] ?? []) : told);
  return {
    ...masked, claim: tell(slide.claim), uncertainty: slide.uncertainty.map(tell), link: null,
    ...(isTouched ? { facts: masked.facts.map((fact) => (PARTS[slide.words]?.includes(fact.id) === true ? { ...fact, value: null } : fact)) } : {}), ...(isTouched && ADDS_UP.has(slide.words) ? { tables: [], charts: [] } : {}),
    map: map === null ? null : {
      ...map, features: map.features.filter(({ drawn }) => drawn !== 'dot').map((feature) => (feature.told === undefined ? feature : { ...feature, told: maskTold(feature.told) })),
      legend: map.legend.filter(({ drawn }) => drawn !== 'dot' || map.points.length > 0), points: maskPoints(map.points, rules, { seed, at }).points,
    },
  };
}

/** A snapshot for outside the building. `seed` must not leave it: the same one moves points alike in every file. */
export const maskContent = (content: BriefingContent, rules: RuleBook, seed: string, at: string): BriefingContent => ({ ...content, slides: content.slides.map((slide) => maskSlide(slide, rules, seed, at)) });
