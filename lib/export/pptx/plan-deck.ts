import type { PresentedSlide } from '../../messages/briefing/presented-slide';
import type { BriefingFileWords } from '../../messages/briefing-file-words';
import type { BriefingDocument } from '../briefing-document';
import { evidencePages, factPages, planPages, surePages, type DeckPage, type MainPage, type NextPage } from './deck-pages';
import { hasCoverRoom, planCoverParts, type CoverPlan } from './draw-cover';

/** A page of the deck: of which slide, and the pages (from one) where what did not fit on it stands. */
export interface PlannedPage {
  readonly slide: PresentedSlide;
  readonly content: DeckPage;
  readonly cover: CoverPlan | null;
  /** Which of the slide's pages it is, from one, and of how many. */
  readonly part: number;
  readonly parts: number;
  /** First and last page of the appendix that belong to it; null when all fits. */
  readonly appendix: readonly [number, number] | null;
}

interface Split {
  readonly slide: PresentedSlide;
  readonly main: MainPage;
  readonly rest: readonly NextPage[];
  readonly cover: CoverPlan | null;
}

const split = (slide: PresentedSlide, pages: readonly DeckPage[], cover: CoverPlan | null): Split => {
  const main = pages.find((page) => page.kind === 'main');
  if (main === undefined) throw new Error(`no first page for slide ${slide.id}`);
  return { slide, main, cover, rest: pages.filter((page) => page.kind === 'next') };
};

/** The cover keeps its claim and, where they fit, its figures; its evidence goes to the appendix. */
function splitCover(slide: PresentedSlide, document: BriefingDocument, words: BriefingFileWords): Split {
  const bare = { ...slide, charts: [], tables: [] };
  const first = split(slide, planPages(bare, null, words), null);
  const plan = planCoverParts(document.frame, first.main.headHeight);
  const evidence = evidencePages(slide, document.pictures.get(slide.id) ?? null);
  if (hasCoverRoom(plan, first.main)) return { ...first, rest: [...first.rest, ...evidence], cover: plan };
  const plain = split(slide, planPages({ ...bare, facts: [] }, null, words), plan);
  const facts = factPages(slide.facts, words);
  if (hasCoverRoom(plan, plain.main)) return { ...plain, rest: [...plain.rest, ...facts, ...evidence] };
  return { ...plain, main: { ...plain.main, uncertainty: [], uncertaintyHeight: 0 }, rest: [...surePages(slide.uncertainty, words), ...facts, ...evidence] };
}

/** The pages of a deck: one a slide in their order, so that a meeting goes through the claims; then all that did not fit. */
export function planDeck(document: BriefingDocument, words: BriefingFileWords): readonly PlannedPage[] {
  const splits = document.slides.map((slide) => (slide.kind === 'cover' ? splitCover(slide, document, words) : split(slide, planPages(slide, document.pictures.get(slide.id) ?? null, words), null)));
  let next = splits.length + 1;
  const mains = splits.map(({ slide, main, rest, cover }): PlannedPage => {
    const appendix = rest.length === 0 ? null : [next, next + rest.length - 1] as const;
    next += rest.length;
    return { slide, content: main, cover, part: 1, parts: rest.length + 1, appendix };
  });
  const rests = splits.flatMap(({ slide, rest }) => rest.map((content, place): PlannedPage => ({ slide, content, cover: null, part: place + 2, parts: rest.length + 1, appendix: null })));
  return [...mains, ...rests];
}
