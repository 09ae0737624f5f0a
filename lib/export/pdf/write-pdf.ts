import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { formatCount } from '../../format/format-number';
import { getBriefingFileWords } from '../../messages/briefing-file-words';
import { cleanText } from '../archive/xml';
import type { BriefingDocument } from '../briefing-document';
import { tinosFiles } from '../fonts/tinos';
import { MARGINS, PDF_FONT, TEXT_SIZES } from './page-look';
import { reportEnd, reportHead } from './report-head';
import { reportSection, type ReportPart, type ReportTools } from './report-section';

/** The library keeps its settings for the whole process: the fonts, no address of the network, no file but the fonts. */
function prepare(): void {
  const { normal, bold, italics, bolditalics } = tinosFiles();
  const files = new Set([normal, bold, italics, bolditalics]);
  pdfmake.setFonts({ [PDF_FONT]: { normal, bold, italics, bolditalics } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => files.has(path));
}

/** Parts one after the other; a new page where the way it lies changes. */
const joinParts = (parts: readonly ReportPart[]): Content[] => parts.flatMap(({ orientation, content }, place): Content[] =>
  (parts[place - 1]?.orientation ?? 'portrait') === orientation ? content : [{ stack: content, pageOrientation: orientation, pageBreak: 'before' }]);

function describe(document: BriefingDocument): TDocumentDefinitions {
  const { frame, language, asOf, digest, slides } = document;
  const words = getBriefingFileWords(language);
  const tools: ReportTools = { document, words, numbering: { table: 0, chart: 0, figure: 0 } };
  const parts: readonly ReportPart[] = [
    { orientation: 'portrait', content: reportHead(document, words) },
    ...slides.flatMap((slide, place) => reportSection(slide, place + 1, tools)),
    { orientation: 'portrait', content: [reportEnd(words)] },
  ];
  const created = new Date(asOf);
  const foot = [frame.number, frame.classification.toLocaleUpperCase('vi'), frame.asOf, ...(frame.masked === null ? [] : [frame.masked])].join('  ·  ');
  return {
    pageSize: 'A4', pageMargins: [MARGINS.left, MARGINS.top, MARGINS.right, MARGINS.bottom], language, displayTitle: true, version: '1.7',
    info: { title: cleanText(`${frame.number} – ${frame.title}`), subject: cleanText(`${frame.area} · ${frame.period}`), author: 'Giáp Ranh', creator: 'Giáp Ranh', keywords: `${frame.number} ${digest}`, creationDate: created, modDate: created },
    defaultStyle: { font: PDF_FONT, fontSize: TEXT_SIZES.body, lineHeight: 1.1 },
    header: (page) => (page === 1 ? null : { text: formatCount(page, language), fontSize: TEXT_SIZES.pageNumber, alignment: 'center', margin: [0, 30, 0, 0] }),
    footer: () => ({ text: cleanText(foot), fontSize: TEXT_SIZES.foot, alignment: 'center', color: '#333333', margin: [MARGINS.left, 22, MARGINS.right, 0] }),
    pageBreakBefore: (node, nodes) => node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    content: joinParts(parts),
  };
}

/** A briefing as a report on A4 in the layout of official papers (NĐ 30/2020). Nothing is fetched; equal documents give equal bytes. */
export async function writePdf(document: BriefingDocument): Promise<Uint8Array> {
  prepare();
  return new Uint8Array(await pdfmake.createPdf(describe(document)).getBuffer());
}
