import type { Told, Values } from '../domain/analysis-result';
import type { BriefingContent, Slide } from '../domain/briefing';
import type { RuleBook } from '../rules/rule-book';
import { isSmallCount } from './masking/audit-grid';
import { maskPoints } from './masking/mask-points';
import { FEW, suppressSlide } from './masking/suppress-slide';

/** Values of sentences that are no counts of incidents, however small. */
const NO_COUNTS: ReadonlySet<string> = new Set(['days', 'recent', 'borders', 'groups', 'wards', 'moreWards', 'others', 'rises', 'falls', 'zones', 'fresh', 'gone', 'changed', 'unagreed', 'permutations', 'controls', 'dates', 'patrols', 'kinds', 'least', 'z', 'p', 'ratio', 'low', 'high', 'factor', 'level', 'metres', 'distance', 'maybe']);
/** What would give a withheld count of the same sentence back. */
const GIVES_AWAY: ReadonlySet<string> = new Set(['z', 'p', 'ratio', 'low', 'high', 'factor', 'estimate', 'changeZ', 'wardP']);

/** A sentence for outside the building: small counts withheld, and what would give them back. */
export function maskTold({ code, values }: Told): Told {
  const small = Object.entries(values).filter(([name, value]) => !NO_COUNTS.has(name) && typeof value === 'number' && Number.isInteger(value) && isSmallCount(value)).map(([name]) => name);
  if (small.length === 0) return { code, values };
  const masked: Values = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, small.includes(name) ? FEW : GIVES_AWAY.has(name) ? null : value]));
  return { code, values: masked };
}

/** A slide for outside the building: no list of single incidents, no place of one, small counts withheld, its link left out. */
function maskSlide(slide: Slide, rules: RuleBook, seed: string, at: string): Slide {
  const tables = slide.tables.filter(({ columns }) => !columns.some(({ kind }) => kind === 'incident'));
  const { map, ...masked } = suppressSlide({ ...slide, tables });
  return {
    ...masked, claim: maskTold(slide.claim), uncertainty: slide.uncertainty.map(maskTold), link: null,
    map: map === null ? null : {
      ...map, features: map.features.filter(({ drawn }) => drawn !== 'dot').map((feature) => (feature.told === undefined ? feature : { ...feature, told: maskTold(feature.told) })),
      legend: map.legend.filter(({ drawn }) => drawn !== 'dot' || map.points.length > 0), points: maskPoints(map.points, rules, { seed, at }).points,
    },
  };
}

/** A snapshot for outside the building. `seed` must not leave it: the same one moves points alike in every file. */
export const maskContent = (content: BriefingContent, rules: RuleBook, seed: string, at: string): BriefingContent => ({ ...content, slides: content.slides.map((slide) => maskSlide(slide, rules, seed, at)) });
