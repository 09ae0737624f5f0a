import type { BriefingFileWords } from '../../messages/briefing-file-words';
import { cleanText } from '../archive/xml';
import type { BriefingDocument } from '../briefing-document';

/** A cell of the overview as the spreadsheet's writer takes it. */
interface OverviewCell {
  readonly value: string | number;
  readonly fontWeight?: 'bold';
  readonly wrap?: boolean;
  readonly alignVertical?: 'top';
}
type Row = (OverviewCell | null)[];

const bold = (value: string): OverviewCell => ({ value: cleanText(value), fontWeight: 'bold' });
const plain = (value: string | number): OverviewCell => ({ value: typeof value === 'number' ? value : cleanText(value), wrap: true, alignVertical: 'top' });

/** The first sheet: whose numbers, as of when, the digest; then every slide's claim, how sure it is, and its figures. */
export function overviewRows({ frame, slides, digest }: BriefingDocument, words: BriefingFileWords): Row[] {
  const facts: readonly (readonly [string, string])[] = [
    [words.number, frame.number], [words.title, frame.title], [words.area, frame.area], [words.period, frame.period], [words.asOf, frame.asOf],
    [words.classification, frame.classification], ...(frame.masked === null ? [] : [[words.masked, frame.masked] as const]), [words.digest, digest],
  ];
  return [
    ...facts.map(([name, value]): Row => [bold(name), plain(value)]),
    [], [bold(words.slide), bold(words.claim), bold(words.uncertainty), bold(words.claimOfData)],
    ...slides.map(({ title, claim, uncertainty, claimOfData }, place): Row => [plain(`${String(place + 1)}. ${title}`), plain(claim), uncertainty.length === 0 ? null : plain(uncertainty.join(' ')), plain(claimOfData)]),
    [], [bold(words.slide), bold(words.fact), bold(words.value)],
    ...slides.flatMap((slide, place) => slide.facts.map(({ label, text, value }): Row => [plain(`${String(place + 1)}. ${slide.title}`), plain(label), plain(value ?? text), ...(value === null ? [] : [plain(text)])])),
  ];
}
