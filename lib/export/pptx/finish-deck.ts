import { strFromU8 } from 'fflate';
import type { Instant } from '../../domain/instant';
import { readArchive, textEntry, writeArchive, type ArchiveEntry } from '../archive/rewrite-archive';

/** XML and workbook of a chart, in the order in which charts were put on slides. */
export interface ChartFiles {
  readonly xml: string;
  readonly book: Uint8Array;
}

const CHART = /^ppt\/charts\/chart(\d+)\.xml$/;
const NUMBERED = /(charts\/chart|charts\/_rels\/chart|\/chart|Microsoft_Excel_Worksheet)(\d+)(?=\.xml|\.xlsx)/g;

const writeInstant = (at: Instant): string => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** The library writes a note as one paragraph with line breaks inside, which programs show as spaces. */
const splitNotes = (xml: string): string => xml.replace(/<a:p><a:r>(<a:rPr[^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r>/, (_, style: string, text: string) =>
  text.split(/\r?\n/).map((line) => (line === '' ? '<a:p>' : `<a:p><a:r>${style}<a:t>${line}</a:t></a:r>`)).join('</a:p>'));

/**
 * The archive of pptxgenjs made sound: our charts with their workbooks in the place of its own (which lose zeros), charts numbered from one
 * in every file, dates as of the snapshot, no types declared for parts that are not there, notes in paragraphs, tables with a header row.
 */
export function finishDeck(bytes: Uint8Array, charts: readonly ChartFiles[], at: Instant, languageTag: string): Uint8Array {
  const entries = readArchive(bytes);
  const numbers = entries.flatMap(({ name }) => { const found = CHART.exec(name); return found === null ? [] : [Number(found[1])]; }).sort((a, b) => a - b);
  if (numbers.length !== charts.length) throw new Error(`${String(charts.length)} charts were placed, ${String(numbers.length)} written`);
  const renumber = (text: string): string => text.replace(NUMBERED, (whole, before: string, number: string) => {
    const place = numbers.indexOf(Number(number));
    return place < 0 ? whole : `${before}${String(place + 1)}`;
  });
  const names = new Set(entries.map(({ name }) => `/${renumber(name)}`));
  const edit = ({ name, bytes: content }: ArchiveEntry): ArchiveEntry => {
    const place = numbers.indexOf(Number(/(\d+)\.(xml|xlsx)$/.exec(name)?.[1] ?? NaN));
    const own = charts[place];
    if (CHART.test(name) && own !== undefined) return textEntry(renumber(name), own.xml);
    if (name.startsWith('ppt/embeddings/') && own !== undefined) return { name: renumber(name), bytes: own.book };
    if (!/\.(xml|rels)$/.test(name)) return { name, bytes: content };
    const text = strFromU8(content);
    if (name === '[Content_Types].xml') return textEntry(name, renumber(text).replace(/ ?<Override PartName="([^"]*)"[^>]*\/>/g, (whole, part: string) => (names.has(part) ? whole : '')));
    if (name === 'docProps/core.xml') return textEntry(name, text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${writeInstant(at)}`));
    if (name.startsWith('ppt/notesSlides/')) return textEntry(name, splitNotes(text).replaceAll('lang="en-US"', `lang="${languageTag}"`));
    if (name.startsWith('ppt/slides/slide')) return textEntry(name, text.replaceAll('lang="en-US"', `lang="${languageTag}"`).replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>'));
    return textEntry(renumber(name), name.endsWith('.rels') ? renumber(text) : text);
  };
  return writeArchive(entries.map(edit), at);
}
