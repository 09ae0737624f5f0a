/** Widths of letters of Arial in thousandths of the size; marks do not widen a letter. */
const NARROW = /[ijlItf.,:;'|!()[\]/\\-]/;
const WIDE = /[mwMW@%—…]/;

function widthOf(letter: string): number {
  if (letter === ' ' || NARROW.test(letter)) return 275;
  if (/[rckszxvy]/.test(letter)) return letter === 'r' ? 333 : 505;
  if (WIDE.test(letter)) return 880;
  if (/[A-ZĐ]/.test(letter)) return 700;
  return 556;
}

/** Breadth of a line of text in inches. Accuracy: within about 5 %, rather too wide. */
export function textInches(text: string, points: number, bold = false): number {
  const plain = text.normalize('NFD').replace(/\p{M}+/gu, '');
  const thousandths = [...plain].reduce((sum, letter) => sum + widthOf(letter), 0);
  return (thousandths / 1000) * (points / 72) * (bold ? 1.07 : 1);
}

/** How many lines a text takes within a breadth; words are kept whole where they fit. */
export function countLines(text: string, points: number, inches: number, bold = false): number {
  const space = textInches(' ', points, bold);
  return text.split('\n').reduce((lines, paragraph) => {
    let used = 0;
    let count = 1;
    for (const word of paragraph.split(' ')) {
      const breadth = textInches(word, points, bold);
      if (used > 0 && used + space + breadth > inches) { count += 1; used = 0; }
      const over = Math.max(0, Math.ceil(breadth / inches) - 1);
      count += over;
      used = over > 0 ? breadth - over * inches : used + (used > 0 ? space : 0) + breadth;
    }
    return lines + count;
  }, 0);
}

/** Height of a number of lines in inches. */
export const linesInches = (lines: number, points: number): number => (lines * points * 1.2) / 72;

/** A text cut so that it takes at most some lines, with an ellipsis where it was cut. */
export function cutToLines(text: string, points: number, inches: number, most: number, bold = false): string {
  if (countLines(text, points, inches, bold) <= most) return text;
  const words = text.split(' ');
  while (words.length > 1 && countLines(`${words.join(' ')} …`, points, inches, bold) > most) words.pop();
  return `${words.join(' ')} …`;
}
