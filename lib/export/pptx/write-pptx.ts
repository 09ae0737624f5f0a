import PptxGenJS from 'pptxgenjs';
import { formatCount } from '../../format/format-number';
import { INTL_TAG } from '../../format/language';
import { getBriefingFileWords } from '../../messages/briefing-file-words';
import { cleanText } from '../archive/xml';
import type { BriefingDocument } from '../briefing-document';
import { chartColumns } from '../chart/chart-columns';
import { writeChartBook } from './chart-book';
import { writeChartXml } from './chart-xml';
import { DECK_FONT, DECK_LOOKS } from './deck-look';
import { PAGE } from './deck-pages';
import { drawCover } from './draw-cover';
import { drawPage, LAYOUT } from './draw-page';
import type { Box, Drawing } from './draw-pieces';
import { finishDeck } from './finish-deck';
import { planDeck } from './plan-deck';

function openDeck({ frame }: BriefingDocument): PptxGenJS {
  const deck = new PptxGenJS();
  deck.defineLayout({ name: 'WIDE', width: PAGE.width, height: PAGE.height });
  deck.layout = 'WIDE';
  deck.theme = { headFontFace: DECK_FONT, bodyFontFace: DECK_FONT };
  deck.title = cleanText(`${frame.number} – ${frame.title}`);
  deck.subject = cleanText(`${frame.area} · ${frame.period}`);
  deck.author = 'Giáp Ranh';
  deck.company = '';
  return deck;
}

/** A layout whose title is the claim: outline, navigation and screen readers find it there. */
function addLayout(deck: PptxGenJS, title: string, claim: Box, { look }: Drawing): void {
  const options = { name: LAYOUT.claim, type: 'title' as const, ...claim, margin: 0, align: 'left' as const, valign: 'top' as const, fontFace: DECK_FONT, color: look.ink };
  deck.defineSlideMaster({ title, background: { color: look.paper }, objects: [{ placeholder: { options, text: '' } }] });
}

/** A briefing as slides of 16 : 9 with native charts and tables. Nothing is fetched; equal documents give equal bytes. */
export async function writePptx(document: BriefingDocument): Promise<Uint8Array> {
  const { language } = document;
  const words = getBriefingFileWords(language);
  const drawing: Drawing = { document, look: DECK_LOOKS[document.theme], words, charts: [] };
  const deck = openDeck(document);
  const pages = planDeck(document, words);
  const count = (value: number): string => formatCount(value, language);
  addLayout(deck, LAYOUT.page, { x: PAGE.side, y: PAGE.headTop, w: PAGE.breadth, h: 1 }, drawing);
  pages.forEach(({ slide, content, cover, part, parts, appendix }, place) => {
    const pageNumber = words.page(count(place + 1), count(pages.length));
    if (cover !== null && content.kind === 'main') {
      const layout = `${LAYOUT.page}_${String(place + 1)}`;
      addLayout(deck, layout, cover.claim, drawing);
      drawCover(deck.addSlide({ masterName: layout }), content, slide, cover, pageNumber, drawing);
      return;
    }
    const heading = part === 1 ? slide.title : words.continued(slide.title, words.page(count(part), count(parts)));
    const more = appendix === null ? '' : words.appendix([...new Set(appendix)].map(count).join('–'));
    drawPage(deck.addSlide({ masterName: LAYOUT.page }), content, slide, heading, pageNumber, more, drawing);
  });
  const written = deck.write({ outputType: 'uint8array', compression: false });
  const charts = await Promise.all(drawing.charts.map(async ({ chart, scale, labelsAcross }) => {
    const columns = chartColumns(chart, scale, words);
    return { xml: writeChartXml({ chart, columns, scale, look: drawing.look, language, labelsAcross }), book: await writeChartBook(chart, columns, document.asOf) };
  }));
  return finishDeck(new Uint8Array((await written) as Uint8Array), charts, document.asOf, INTL_TAG[language]);
}
