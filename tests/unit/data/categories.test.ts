import { describe, expect, it } from 'vitest';
import { CATEGORY_CODES, CATEGORY_SHAPES, type Category } from '../../../lib/domain/category';
import { readJson } from './data-files';

const categories = readJson<Category[]>('categories.json');

type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/** Full colour blindness in linear RGB: Machado, Oliveira, Fernandes (2009), severity 1.0. */
const VISION: Record<string, Matrix> = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

const linear = (hex: string): Rgb =>
  [1, 3, 5].map((i) => {
    const value = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
const dot = (row: Rgb, [r, g, b]: Rgb): number => row[0] * r + row[1] * g + row[2] * b;
const luminance = (hex: string): number => dot([0.2126, 0.7152, 0.0722], linear(hex));

/** CIE L*a*b* (D65) of a colour as someone with the given vision sees it. */
function labOf(hex: string, vision: Matrix): Rgb {
  const seen = vision.map((row) => Math.min(1, Math.max(0, dot(row, linear(hex))))) as unknown as Rgb;
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f(dot([0.4124, 0.3576, 0.1805], seen) / 0.95047);
  const y = f(dot([0.2126, 0.7152, 0.0722], seen));
  const z = f(dot([0.0193, 0.1192, 0.9505], seen) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

describe('categories', () => {
  it('are the shipped ones, in order, with known shapes', () => {
    expect(categories.map(({ code }) => code)).toEqual([...CATEGORY_CODES]);
    for (const category of categories) {
      expect(CATEGORY_SHAPES).toContain(category.shape);
      expect(category.colour).toMatch(/^#[0-9A-F]{6}$/);
      expect(category.severityWeight).toBeGreaterThan(0);
      expect(category.nameVi).toBe(category.nameVi.normalize('NFC'));
    }
    const orders = categories.map(({ sortOrder }) => sortOrder);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
  });

  it('have signs that differ: the same shape only with colours far apart for every kind of colour vision', () => {
    for (const [i, a] of categories.entries()) {
      for (const b of categories.slice(i + 1).filter(({ shape }) => shape === a.shape)) {
        for (const [kind, matrix] of Object.entries(VISION)) {
          const [p, q] = [labOf(a.colour, matrix), labOf(b.colour, matrix)];
          expect(Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]), `${a.code} and ${b.code}, ${kind}`).toBeGreaterThan(20);
        }
      }
    }
  });

  it('stand out from white and from a dark map by 3 to 1 (WCAG 2.2, 1.4.11)', () => {
    for (const { code, colour } of categories) {
      for (const paper of ['#FFFFFF', '#12161C']) {
        expect(contrast(luminance(colour), luminance(paper)), `${code} on ${paper}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});
