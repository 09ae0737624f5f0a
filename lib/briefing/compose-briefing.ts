import type { BriefingContent, DeckSlide, FrozenNames, Slide } from '../domain/briefing';
import type { Progress } from '../stats/progress';
import { composeLeague } from './border-league';
import { listBorderMembers } from './border-members';
import type { BriefingInput } from './briefing-input';
import { composeChange } from './change-map';
import { composeCover } from './cover';
import { composeHidden } from './hidden-hotspots';
import { composeLastDay } from './last-day';
import { composeOpenItems } from './open-items';
import { composePatrol } from './patrol';
import { composePin } from './compose-pin';
import { composeWatch } from './watch-list';

/** A slice of the progress for one part of the work. */
const part = (progress: Progress, from: number, to: number): Progress => (share) => progress(from + (to - from) * Math.min(1, Math.max(0, share)));

/** The names that some slides need, out of all there are; of the categories all. */
export function freezeNames(all: FrozenNames, slides: readonly Slide[]): FrozenNames {
  const text = JSON.stringify(slides.map(({ map, ...slide }) => ({ ...slide, told: map?.features.map(({ told }) => told) })));
  const keep = <T>(names: Readonly<Record<string, T>>, isNeeded: (code: string) => boolean): Record<string, T> => Object.fromEntries(Object.entries(names).filter(([code]) => isNeeded(code)).sort(([a], [b]) => (a < b ? -1 : 1)));
  const codes = new Set(text.match(/\b\d{5}\b/g));
  const mentions = (code: string): boolean => text.includes(`"${code}"`);
  return { area: all.area, wards: keep(all.wards, (code) => codes.has(code)), clusters: keep(all.clusters, mentions), categories: all.categories };
}

/** Every slide shown, in the order they were made, nothing rewritten. */
export const deckOf = (slides: readonly Slide[]): DeckSlide[] => slides.map(({ id }) => ({ slideId: id, isShown: true, claim: null, note: null }));

/**
 * Composes the eight standard slides and those of the pins; null when `progress` said stop. The same input always gives the same content.
 *
 * Limits: chance is drawn in 199 rounds with the seed, so no p on a slide is below 0.005.
 */
export function composeBriefing(input: BriefingInput, progress: Progress): BriefingContent | null {
  if (!progress(0)) return null;
  const members = listBorderMembers(input.analysis);
  const lastDay = composeLastDay(input, members);
  const hidden = composeHidden(input, part(progress, 0.05, 0.4));
  if (hidden === null) return null;
  const league = composeLeague(input, part(progress, 0.4, 0.45));
  if (league === null) return null;
  const change = composeChange(input, members);
  const watch = composeWatch(input, part(progress, 0.45, 0.75));
  if (watch === null) return null;
  const patrol = composePatrol(input, part(progress, 0.75, 0.9));
  if (patrol === null) return null;
  const rest = [lastDay, hidden, league, change, watch, patrol, composeOpenItems(input)];
  const pinned = composePins(input, part(progress, 0.9, 1));
  if (pinned === null) return null;
  const slides = [composeCover(input, members, rest), ...rest, ...pinned];
  return { slides, names: freezeNames(input.names, slides), incidents: input.analysis.points.count, seed: input.seed };
}

/** The slides of the pins alone; null when stopped. */
export function composePins({ pins }: Pick<BriefingInput, 'pins'>, progress: Progress): Slide[] | null {
  const slides: Slide[] = [];
  for (const [place, pin] of pins.entries()) {
    const slide = composePin(pin, part(progress, place / pins.length, (place + 1) / pins.length));
    if (slide === null) return null;
    slides.push(slide);
  }
  return slides;
}
