import type { BriefingContent, Slide, SlideMap } from '../domain/briefing';
import type { Bbox } from '../geo/types';
import type { RuleBook } from '../rules/rule-book';
import { maskPoints } from './masking/mask-points';
import { listWithheldFacts, maskFacts, maskTold, type Withheld } from './masking/mask-words';
import { MAY_LEAVE, readClasses, type MayLeave } from './masking/may-leave';
import { suppressSlide } from './masking/suppress-slide';

/** Degrees to which the box of a map is widened: one drawn around incidents would tell where the outermost lie. */
const BOX_DEGREES = 0.005;
const NOTHING: MayLeave = {};

const widenBox = ([west, south, east, north]: Bbox): Bbox => {
  const steps = (value: number, round: (value: number) => number): number => Math.round(round(value / BOX_DEGREES) * BOX_DEGREES * 1e6) / 1e6;
  return [steps(west, Math.floor), steps(south, Math.floor), steps(east, Math.ceil), steps(north, Math.ceil)];
};

function maskMap(map: SlideMap, mayLeave: MayLeave, withheld: Withheld, rules: RuleBook, seed: string, at: string): SlideMap {
  const { drawn = [] } = mayLeave;
  const features = map.features.filter((feature) => drawn.includes(feature.drawn) && feature.drawn !== 'dot')
    .map(({ told, ...feature }) => (told === undefined ? feature : { ...feature, told: maskTold(told, mayLeave, withheld).told }));
  const legend = map.legend.filter((entry) => (entry.drawn === 'dot' ? map.points.length > 0 : features.some((feature) => feature.drawn === entry.drawn && feature.tone === entry.tone)))
    .map((entry) => ({ ...entry, told: maskTold(entry.told, mayLeave, withheld).told }));
  return { ...map, bbox: widenBox(map.bbox), features, legend, points: maskPoints(map.points, rules, { seed, at }).points };
}

/** A slide for outside the building: what `MAY_LEAVE` lists, no place of a single incident, small counts withheld, its link left out. */
function maskSlide(slide: Slide, rules: RuleBook, seed: string, at: string): Slide {
  const mayLeave = MAY_LEAVE[slide.words] ?? NOTHING;
  const { tables, charts, hiddenNames: names } = suppressSlide(slide, mayLeave);
  // What is withheld in one sentence is withheld in all, and what is derived from it: sentences and facts are about one claim.
  const known = new Set(listWithheldFacts(slide.facts, mayLeave));
  const first: Withheld = { names, values: known, derived: known.size > 0 };
  const values = new Set([...known, ...[slide.claim, ...slide.uncertainty].flatMap((told) => maskTold(told, mayLeave, first).withheld)]);
  const withheld: Withheld = { names, values, derived: values.size > 0 || (names.size > 0 && [...readClasses(mayLeave.facts).values()].includes('overall')) };
  return {
    ...slide, tables, charts, link: null, claim: maskTold(slide.claim, mayLeave, withheld).told, uncertainty: slide.uncertainty.map((told) => maskTold(told, mayLeave, withheld).told), facts: maskFacts(slide.facts, mayLeave, withheld),
    // The box of a map of which nothing is left would tell where that was.
    map: slide.map === null || (mayLeave.drawn === undefined && slide.map.points.length === 0) ? null : maskMap(slide.map, mayLeave, withheld, rules, seed, at),
  };
}

/** A snapshot for outside the building. `seed` must not leave it: the same one moves points alike in every file. */
export const maskContent = (content: BriefingContent, rules: RuleBook, seed: string, at: string): BriefingContent => ({ ...content, slides: content.slides.map((slide) => maskSlide(slide, rules, seed, at)) });
