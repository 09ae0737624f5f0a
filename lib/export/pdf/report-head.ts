import type { Content } from 'pdfmake/interfaces';
import { formatDay } from '../../format/format-instant';
import type { BriefingFileWords } from '../../messages/briefing-file-words';
import { cleanText } from '../archive/xml';
import type { BriefingDocument } from '../briefing-document';
import { TEXT_SIZES } from './page-look';

const BLANK = '……………………………';
const HOUR_MS = 3_600_000;

const rule = (width: number): Content => ({ canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.75 }], alignment: 'center', margin: [0, 2, 0, 0] });

/** Day, month and year in Viet Nam as official papers write them: days under 10 and January, February with a zero. */
function dateParts(asOf: string): readonly [string, string, string] {
  const day = new Date(Date.parse(asOf) + 7 * HOUR_MS).toISOString().slice(0, 10);
  const [dd = '', mm = '', yyyy = ''] = formatDay(day).split('/');
  return [dd, Number(mm) > 2 ? String(Number(mm)) : mm, yyyy];
}

/** The head of the first page: issuing unit and number at the left; state, motto, place and day at the right; the title under them. */
export function reportHead({ frame, asOf, issuer }: BriefingDocument, words: BriefingFileWords): Content[] {
  const upper = (text: string): string => cleanText(text).toLocaleUpperCase('vi');
  const centred = { alignment: 'center' as const };
  const [day, month, year] = dateParts(asOf);
  return [
    {
      columns: [
        { width: '41%', stack: [
          { text: upper(issuer?.superior ?? BLANK), fontSize: 12, ...centred },
          { text: upper(issuer?.unit ?? BLANK), fontSize: 12, bold: true, ...centred },
          rule(60),
          { text: cleanText(words.reportNumber(frame.number)), ...centred, margin: [0, 8, 0, 0] },
          { columns: [{ width: '*', text: '' }, { width: 'auto', table: { body: [[{ text: upper(frame.classification), bold: true, margin: [6, 1, 6, 1] }]] }, layout: { hLineWidth: () => 1, vLineWidth: () => 1 } }, { width: '*', text: '' }], margin: [0, 6, 0, 0] },
        ] },
        { width: '59%', stack: [
          { text: words.state, fontSize: 12, bold: true, ...centred },
          { text: words.motto, bold: true, ...centred },
          rule(150),
          { text: cleanText(words.placeAndDate(issuer?.place ?? '…………', day, month, year)), italics: true, ...centred, margin: [0, 8, 0, 0] },
        ] },
      ],
      margin: [-14, 0, 0, 22],
    },
    { text: words.report, fontSize: TEXT_SIZES.title, bold: true, ...centred },
    { text: cleanText(frame.title), fontSize: TEXT_SIZES.title, bold: true, ...centred, margin: [20, 2, 20, 0] },
    rule(90),
    { text: cleanText(`${frame.area}\n${frame.period}\n${frame.asOf}`), ...centred, margin: [0, 8, 0, frame.masked === null ? 14 : 4] },
    ...(frame.masked === null ? [] : [{ text: cleanText(frame.masked), italics: true, ...centred, margin: [0, 0, 0, 14] } satisfies Content]),
  ];
}

/** The end of the report: recipients at the left, the place for a signature at the right; no person's name. */
export const reportEnd = (words: BriefingFileWords): Content => ({
  unbreakable: true, margin: [0, 24, 0, 0],
  columns: [
    { width: '50%', stack: [{ text: words.recipients, bold: true, italics: true, fontSize: 12 }, { text: words.recipientLines, fontSize: 11 }] },
    { width: '50%', stack: [{ text: words.signer, bold: true, alignment: 'center' }, { text: words.signHint, italics: true, alignment: 'center', fontSize: 12 }, { text: ' ', margin: [0, 0, 0, 56] }] },
  ],
});
