import type { ResultTable, Told } from '../domain/analysis-result';
import type { Slide } from '../domain/briefing';
import { compareRates, countChangeZ } from '../stats/count-tails';
import { rounded } from '../analysis/rounded';
import { countSpanDays } from '../trends/reporting-periods';
import { dayNumberOf } from '../view/day-arithmetic';
import type { BriefingInput } from './briefing-input';
import { countNear, type BorderMembers } from './border-members';
import { placesOfDays } from './narrow-input';
import { linkToMap, makeMap, makeSlide } from './slide-parts';
import { say } from './slide-pieces';
import { listDifferences, type Difference } from './differences';

const listTable = (differences: readonly Difference[]): ResultTable => ({
  id: 'differences',
  columns: [{ id: 'what', kind: 'code' }, { id: 'about', kind: 'code' }, { id: 'place', kind: 'pair' }, { id: 'before', kind: 'count' }, { id: 'now', kind: 'count' }],
  rows: differences.map(({ what, about, place, before, now }) => ({ cells: [what, about, place, before, now] })),
});

function tellClaim(input: BriefingInput, figures: { count: number; near: number; before: number; days: number }, differences: readonly Difference[]): Told {
  const { count, near, days } = figures;
  if (count === 0) return say('cover_empty', { days });
  if (input.previous === null) return say('cover_first', figures);
  const of = (what: Difference['what']): number => differences.filter((one) => one.what === what).length;
  const values = { ...figures, number: input.previous.number, fresh: of('new'), gone: of('gone'), changed: of('changed') };
  return say(differences.length === 0 ? 'cover_same' : 'cover_changed', { ...values, near });
}

/** What the period held, and what is new, gone or changed against the briefing before. Composed after the others: it reads them. */
export function composeCover(input: BriefingInput, members: BorderMembers, slides: readonly Slide[]): Slide {
  const { analysis } = input;
  const days = countSpanDays(input);
  const [first, last] = [dayNumberOf(input.from), dayNumberOf(input.to)];
  const [near, before] = [countNear(analysis, members, first, last), countNear(analysis, members, first - days, first - 1)];
  const count = placesOfDays(analysis.points, input).length;
  const differences = input.previous === null ? [] : listDifferences(input.previous.content.slides, slides);
  const figureOf = (kind: Slide['kind'], id: string): number | null => slides.find((slide) => slide.kind === kind)?.facts.find((fact) => fact.id === id)?.value ?? null;
  return makeSlide('cover', tellClaim(input, { count, near, before, days }, differences), {
    uncertainty: near + before === 0 ? [] : [say('about_before', { before, near, days, z: rounded(countChangeZ(before, near)), p: rounded(Math.min(1, compareRates(before, days, near, days).p)) })],
    facts: [
      { id: 'incidents', unit: 'count', value: count }, { id: 'near', unit: 'count', value: near }, { id: 'before', unit: 'count', value: before },
      { id: 'hidden', unit: 'count', value: figureOf('hidden_hotspots', 'hidden') }, { id: 'above', unit: 'count', value: figureOf('border_league', 'above') },
      { id: 'overdue', unit: 'count', value: figureOf('open_items', 'overdue') ?? 0 },
    ],
    tables: differences.length === 0 ? [] : [listTable(differences)],
    map: makeMap(input),
    link: linkToMap(input, { period: { kind: 'days', from: input.from, to: input.to } }),
  });
}
