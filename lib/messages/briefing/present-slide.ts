import type { LegendEntry, ResultChart, ResultTable } from '../../domain/analysis-result';
import { PIN_WORDS, type Briefing, type DeckSlide, type FrozenNames, type PinWords, type Slide } from '../../domain/briefing';
import { formatDayRange, formatInstant } from '../../format/format-instant';
import type { Language } from '../../format/language';
import { buildPhrases } from '../../messages/analysis/build-phrases';
import { formatCell, isNumeric } from '../../messages/analysis/format-cell';
import { getMethodTexts } from '../../messages/analysis/get-method-texts';
import type { MethodTexts, Phrases } from '../../messages/analysis/method-texts';
import { briefingEn } from './briefing-en';
import { briefingVi } from './briefing-vi';
import type { PresentedChart, PresentedDeckSlide, PresentedFrame, PresentedTable } from './presented-slide';
import type { BriefingTexts, SlideTexts } from './slide-texts';

const TEXTS: Readonly<Record<Language, BriefingTexts>> = { vi: briefingVi, en: briefingEn };

/** The words of briefings in a language. */
export const getBriefingTexts = (language: Language): BriefingTexts => TEXTS[language];

const isOurs = (words: Slide['words']): words is keyof BriefingTexts['slides'] => words in briefingVi.slides;

/** The words that tell a slide: its kind's own, or those of the method that made it. */
export function getSlideTexts(language: Language, { kind, words }: Pick<Slide, 'kind' | 'words'>): SlideTexts {
  // A pinned analysis speaks with its method's words, also where a standard slide has the same name.
  return kind !== 'analysis' && isOurs(words) ? TEXTS[language].slides[words] : (PIN_WORDS as readonly string[]).includes(words) ? TEXTS[language].slides[words as PinWords] : getMethodTexts(language, words as Parameters<typeof getMethodTexts>[1]);
}

/** The names of a snapshot as sentences need them. */
export function phrasesOf(language: Language, names: FrozenNames): Phrases {
  return buildPhrases(language, { ward: (code) => names.wards[code], cluster: (id) => names.clusters[id], category: (code) => names.categories[code]?.[language] });
}

/** What was written about the incident that each row names; null without one in the whole table. */
function listRowTexts({ columns, rows }: ResultTable, written: IncidentTexts | null): (string | null)[] | null {
  const place = columns.findIndex(({ kind }) => kind === 'incident');
  if (written === null || place < 0) return null;
  const found = rows.map(({ cells }) => { const text = written[String(cells[place])]?.normalize('NFC').trim() ?? ''; return text === '' ? null : text; });
  return found.some((text) => text !== null) ? found : null;
}

function presentTable(table: ResultTable, texts: SlideTexts, phrases: Phrases, written: IncidentTexts | null): PresentedTable {
  const { id, columns, rows } = table;
  const words = texts.tables[id];
  const rowTexts = listRowTexts(table, written);
  return {
    id, title: words?.title ?? id,
    columns: columns.map((column) => ({ id: column.id, label: words?.columns[column.id] ?? column.id, kind: column.kind, alignsRight: isNumeric(column.kind) })),
    rows: rows.map(({ cells }) => columns.map(({ kind }, place) => {
      const value = cells[place] ?? null;
      return { text: formatCell(kind, value, phrases, texts.classes), value: isNumeric(kind) || kind === 'day' || kind === 'instant' ? value : value === null ? null : formatCell(kind, value, phrases, texts.classes) };
    })),
    ...(rowTexts === null ? {} : { texts: rowTexts }),
  };
}

function presentChart(chart: ResultChart, texts: SlideTexts, phrases: Phrases): PresentedChart {
  const words: MethodTexts['charts'][string] | undefined = texts.charts[chart.id];
  return {
    id: chart.id, kind: chart.kind, title: words?.title ?? chart.id, xTitle: words?.x ?? '', yTitle: words?.y ?? '', y: chart.y, xs: chart.xs,
    labels: chart.xs.map((x) => formatCell(chart.x, x, phrases, texts.classes)),
    series: chart.series.map((series) => ({ ...series, name: words?.series[series.id] ?? (chart.seriesKind === undefined ? series.id : formatCell(chart.seriesKind, series.id, phrases, texts.classes)) })),
    marks: (chart.marks ?? []).map((mark) => ({ ...mark, name: words?.marks?.[mark.id] ?? mark.id })),
  };
}

/** The legend without what stands for single incidents: they are drawn by the signs of their kinds, which whoever draws them explains. */
const listLegend = (map: Slide['map']): readonly LegendEntry[] =>
  (map?.legend ?? []).filter(({ tone, drawn }) => drawn !== 'dot' || map?.points.length === 0 || map?.features.some((one) => one.drawn === 'dot' && one.tone === tone) === true);

/** What was written about incidents, by id (`BriefingDetail.texts`). */
export type IncidentTexts = Readonly<Record<string, string>>;

/** A slide in the reader's language, as the screen and every file show it; `written` only for a reader who may read free text. */
export function presentSlide(slide: Slide, deck: DeckSlide | undefined, names: FrozenNames, language: Language, written: IncidentTexts | null = null): PresentedDeckSlide {
  const texts = getSlideTexts(language, slide);
  const phrases = phrasesOf(language, names);
  const say = ({ code, values }: Slide['claim']): string => (texts.told[code]?.(values, phrases) ?? code).normalize('NFC');
  const claimOfData = say(slide.claim);
  return {
    id: slide.id, kind: slide.kind, title: slide.title ?? texts.title, claim: deck?.claim ?? claimOfData, claimOfData,
    uncertainty: slide.uncertainty.map(say),
    facts: slide.facts.map(({ id, unit, value, low, high }) => ({
      id, label: texts.facts[id]?.label ?? id, value,
      text: typeof low === 'number' && typeof high === 'number' ? `${phrases.in(unit, value)} (${phrases.in(unit, low)} – ${phrases.in(unit, high)})` : phrases.in(unit, value),
    })),
    tables: slide.tables.map((table) => presentTable(table, texts, phrases, written)),
    charts: slide.charts.map((chart) => presentChart(chart, texts, phrases)),
    legend: listLegend(slide.map).map(({ tone, drawn, told }) => ({ tone, drawn, label: say(told) })),
    hasMap: slide.map !== null, isShown: deck?.isShown ?? true, note: deck?.note ?? null, link: slide.link,
  };
}

/** What stands on every slide and page of a briefing. */
export function presentFrame({ number, title, periodKind, from, to, asOf, classification }: Pick<Briefing, 'number' | 'title' | 'periodKind' | 'from' | 'to' | 'asOf' | 'classification'>, names: FrozenNames, language: Language, masked = false): PresentedFrame {
  const texts = TEXTS[language];
  const period = texts.periods[periodKind];
  return {
    number, title, area: names.area, period: `${formatDayRange(from, to)}${period === null ? '' : ` (${period})`}`, asOf: texts.asOf(formatInstant(asOf)),
    classification: texts.classifications[classification], masked: masked ? texts.masked : null,
  };
}

/** All slides in the deck's order; one that the deck does not name yet comes last. */
export function presentDeck(slides: readonly Slide[], deck: readonly DeckSlide[], names: FrozenNames, language: Language, written: IncidentTexts | null = null): PresentedDeckSlide[] {
  const placeOf = new Map(deck.map(({ slideId }, place) => [slideId, place]));
  const ordered = slides.map((slide, place) => ({ slide, place: placeOf.get(slide.id) ?? deck.length + place })).sort((a, b) => a.place - b.place);
  return ordered.map(({ slide }) => presentSlide(slide, deck.find(({ slideId }) => slideId === slide.id), names, language, written));
}
