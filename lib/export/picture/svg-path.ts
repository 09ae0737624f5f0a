import type { PixelLine } from './clip-lines';

const tenths = (pixels: number): number => Math.round(pixels * 10);

/** A count of tenths as short as SVG takes it: `12.3`, `.5`, `-.5`. */
export function writeTenths(count: number): string {
  const whole = Math.trunc(count / 10);
  const rest = Math.abs(count % 10);
  if (rest === 0) return String(whole);
  return `${count < 0 ? '-' : ''}${whole === 0 ? '' : String(Math.abs(whole))}.${String(rest)}`;
}

/** A length or place in picture pixels, rounded to a tenth. */
export const pixel = (value: number): string => writeTenths(tenths(value));

const joined = (numbers: readonly number[]): string => numbers.map((one, i) => (i > 0 && one >= 0 ? ` ${writeTenths(one)}` : writeTenths(one))).join('');

/** SVG path data of a line, in tenths of a pixel, each vertex relative to the one before; a vertex that falls on the one before is left out. */
export function linePath(line: PixelLine, closed = false): string {
  let [x, y] = [tenths(line[0] ?? 0), tenths(line[1] ?? 0)];
  const start = `M${joined([x, y])}`;
  const steps: number[] = [];
  for (let i = 2; i < line.length; i += 2) {
    const [nx, ny] = [tenths(line[i] ?? 0), tenths(line[i + 1] ?? 0)];
    if (nx === x && ny === y) continue;
    steps.push(nx - x, ny - y);
    [x, y] = [nx, ny];
  }
  if (steps.length === 0) return '';
  return `${start}l${joined(steps)}${closed ? 'z' : ''}`;
}
