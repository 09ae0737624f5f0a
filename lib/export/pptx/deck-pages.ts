import type { PresentedSlide } from '../../messages/briefing/presented-slide';
import type { BriefingFileWords } from '../../messages/briefing-file-words';
import type { DocumentPicture } from '../briefing-document';
import { extentOfChart } from '../chart/chart-extent';
import { SIZES } from './deck-look';
import { factsTable, fitsBreadth, cutChart, groupSeries, mostPlaces, splitChart, splitSentences, splitTable, type Piece } from './slide-plan';
import { countLines, linesInches, textInches } from './text-fit';

/** The page, inches: 16 : 9. */
export const PAGE = { width: 13.333, height: 7.5, side: 0.5, breadth: 12.333, top: 0.32, headTop: 0.84, foot: 7.02, bottom: 6.92 } as const;
/** Breadths of evidence and map where both stand on one slide. */
export const COLUMNS = { evidence: 6.5, gap: 0.25, map: 5.583 } as const;
/** Height of the row of figures, and most figures in it. */
export const STRIP = { height: 1.02, line: 0.3, most: 4 } as const;
/** Height of the title of a table or a chart on the first page of a slide. */
export const PIECE_TITLE = 0.42;

/** The first page of a slide: the claim, what fits under it, and how sure it is. */
export interface MainPage {
  readonly kind: 'main';
  readonly headPoints: number;
  readonly headHeight: number;
  readonly facts: PresentedSlide['facts'];
  readonly factsHeight: number;
  readonly piece: Piece | null;
  readonly picture: DocumentPicture | null;
  readonly uncertainty: readonly string[];
  readonly uncertaintyHeight: number;
}

/** What did not fit: one piece, or the map, over the whole page. */
export interface NextPage {
  readonly kind: 'next';
  readonly heading: string;
  readonly piece: Piece | null;
  readonly picture: DocumentPicture | null;
}

export type DeckPage = MainPage | NextPage;

/** Height of the area of a following page. */
export const nextHeight = (): number => PAGE.bottom - PAGE.headTop - linesInches(1, SIZES.headlineLeast) - 0.3;
const MOST_SURE_LINES = 3;
const MOST_TEXT_LINES = 11;
/** Height under which a table, a chart or a map tells nothing. */
const LEAST_ROOM = 2;
/** Height that a chart needs before figures may stand above it. */
const CHART_ROOM = 3.1;

/** How much of a chart is shown; figures do not push it out. Tables go on elsewhere in any case. */
const shownOf = (piece: Piece | null): number => (piece?.kind === 'chart' ? piece.chart.xs.length : 0);

/** The first figures, as many as can be read whole side by side, and how high they stand: what they are takes at most two lines. */
function stripFacts(facts: PresentedSlide['facts']): Pick<MainPage, 'facts' | 'factsHeight'> {
  for (let count = Math.min(STRIP.most, facts.length); count > 0; count -= 1) {
    const inner = (PAGE.breadth - 0.4) / count - 0.35;
    const first = facts.slice(0, count);
    const lines = Math.max(...first.map(({ label }) => countLines(label, SIZES.cellLeast, inner)));
    if (lines <= 2 && first.every(({ text }) => textInches(text, SIZES.headlineLeast, true) <= inner)) return { facts: first, factsHeight: STRIP.height + STRIP.line * (lines - 1) };
  }
  return { facts: [], factsHeight: 0 };
}

/** How large the claim is written and how high it stands. */
export function fitHeadline(claim: string, breadth: number = PAGE.breadth): { readonly points: number; readonly height: number } {
  const large = countLines(claim, SIZES.headline, breadth, true);
  const small = countLines(claim, SIZES.headlineLeast, breadth, true);
  return large > 3 || (large === 3 && small < 3)
    ? { points: SIZES.headlineLeast, height: linesInches(small, SIZES.headlineLeast) + 0.12 }
    : { points: SIZES.headline, height: linesInches(large, SIZES.headline) + 0.12 };
}

interface Split {
  readonly main: Piece | null;
  readonly rest: readonly NextPage[];
}

const next = (heading: string, piece: Piece): NextPage => ({ kind: 'next', heading, piece, picture: null });
const allNext = (slide: PresentedSlide): readonly NextPage[] => [
  ...slide.charts.flatMap((chart) => splitChart(chart, PAGE.breadth, nextHeight()).map((piece) => next(chart.title, piece))),
  ...slide.tables.flatMap((table) => splitTable(table, PAGE.breadth, nextHeight()).map((piece) => next(table.title, piece))),
];

/** Pages of all evidence of a slide: the map, every chart, every table. */
export const evidencePages = (slide: PresentedSlide, picture: DocumentPicture | null): readonly NextPage[] =>
  [...(picture === null ? [] : [{ kind: 'next' as const, heading: slide.title, piece: null, picture }]), ...allNext(slide)];

/** Pages of figures that have no room elsewhere. */
export const factPages = (facts: PresentedSlide['facts'], words: BriefingFileWords): readonly NextPage[] =>
  facts.length === 0 ? [] : splitTable(factsTable(facts, words), PAGE.breadth, nextHeight()).map((piece) => next(words.facts, piece));

/** Pages of sentences about how sure a claim is, that have no room under it. */
export const surePages = (sentences: readonly string[], words: BriefingFileWords): readonly NextPage[] =>
  splitSentences(sentences, PAGE.breadth - 0.5, MOST_TEXT_LINES).map((piece) => next(words.uncertainty, piece));

/** The piece that stands under the claim, the first chart or else the first table that fits, and the pages that take the rest. */
function splitEvidence(slide: PresentedSlide, breadth: number, height: number): Split {
  const chart = slide.charts[0];
  if (chart !== undefined) {
    const [group = chart] = groupSeries(chart);
    const most = mostPlaces(group, breadth, height);
    const others = chart.series.length > group.series.length ? splitChart({ ...chart, series: chart.series.slice(group.series.length) }, PAGE.breadth, nextHeight()) : [];
    const rest = [...(most < group.xs.length ? splitChart(group, PAGE.breadth, nextHeight(), most) : []), ...others].map((piece) => ({ ...piece, scale: extentOfChart(chart) }));
    return {
      main: { kind: 'chart', chart: cutChart(group, 0, most), scale: extentOfChart(chart), from: 0, all: chart.xs.length },
      rest: [...rest.map((piece) => next(chart.title, piece)), ...allNext({ ...slide, charts: slide.charts.slice(1) })],
    };
  }
  const table = slide.tables.find((one) => fitsBreadth(one, breadth)) ?? (breadth === PAGE.breadth ? slide.tables[0] : undefined);
  if (table === undefined) return { main: null, rest: allNext(slide) };
  const [main] = splitTable(table, breadth, height - PIECE_TITLE);
  const shown = main?.rows.length ?? 0;
  const rest = shown < table.rows.length ? splitTable(table, PAGE.breadth, nextHeight(), shown) : [];
  return { main: main ?? null, rest: [...rest.map((piece) => next(table.title, piece)), ...allNext({ ...slide, tables: slide.tables.filter((one) => one !== table) })] };
}

/** The pages of a slide: the claim with its best evidence first, everything that did not fit after it. */
export function planPages(slide: PresentedSlide, picture: DocumentPicture | null, words: BriefingFileWords): readonly DeckPage[] {
  const head = fitHeadline(slide.claim);
  const uncertainty = splitSentences(slide.uncertainty, PAGE.breadth, MOST_SURE_LINES)[0]?.sentences ?? [];
  const sureLines = uncertainty.length === 0 ? 0 : countLines(uncertainty.join(' '), SIZES.text, PAGE.breadth);
  const uncertaintyHeight = sureLines === 0 ? 0 : linesInches(sureLines, SIZES.text) + 0.12;
  const height = PAGE.bottom - uncertaintyHeight - PAGE.headTop - head.height - 0.15;
  const hasEvidence = slide.charts.length + slide.tables.length > 0 || picture !== null;
  const breadth = picture === null ? PAGE.breadth : COLUMNS.evidence;
  const evidence = (room: number): Split => (room >= LEAST_ROOM ? splitEvidence(slide, breadth, room) : { main: null, rest: allNext(slide) });
  const strip = stripFacts(slide.facts);
  const [bare, under] = [evidence(height), evidence(height - strip.factsHeight - 0.1)];
  const withStrip = strip.facts.length > 0 && (hasEvidence ? height - strip.factsHeight >= (slide.charts.length > 0 ? CHART_ROOM : LEAST_ROOM) && shownOf(under.main) >= shownOf(bare.main) : height >= strip.factsHeight);
  const facts = withStrip ? strip.facts : [];
  const left = slide.facts.slice(facts.length);
  const roomy = height - (withStrip ? strip.factsHeight : 0) >= LEAST_ROOM;
  const { main, rest } = withStrip ? under : bare;
  return [
    { kind: 'main', headPoints: head.points, headHeight: head.height, facts, factsHeight: strip.factsHeight, piece: main, picture: roomy ? picture : null, uncertainty, uncertaintyHeight },
    ...(roomy || picture === null ? [] : [{ kind: 'next' as const, heading: slide.title, piece: null, picture }]),
    ...rest,
    ...factPages(left, words),
    ...surePages(slide.uncertainty.slice(uncertainty.length), words),
  ];
}
