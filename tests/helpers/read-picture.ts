import { PNG } from 'pngjs';

/** A decoded picture: `#rrggbbaa` of any pixel. */
export function readPicture(bytes: Uint8Array) {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  const at = (x: number, y: number): readonly [number, number, number, number] => {
    const i = 4 * (Math.floor(y) * width + Math.floor(x));
    return [data[i]!, data[i + 1]!, data[i + 2]!, data[i + 3]!];
  };
  return { width, height, data, at };
}

/** Red, green and blue of `#rrggbb`. */
export const rgbOf = (hex: string): readonly [number, number, number] => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)) as unknown as readonly [number, number, number];

/** A colour laid over another. */
export const over = (top: string, opacity: number, under: string): readonly number[] => rgbOf(top).map((one, i) => one * opacity + rgbOf(under)[i]! * (1 - opacity));

/** Largest difference of two colours in any channel. */
export const differenceOf = (a: readonly number[], b: readonly number[]): number => Math.max(...[0, 1, 2].map((i) => Math.abs(a[i]! - b[i]!)));
