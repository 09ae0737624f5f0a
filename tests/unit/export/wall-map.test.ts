import { describe, expect, it } from 'vitest';
import type { SlideMap, SlidePoint } from '../../../lib/domain/briefing';
import { EXPORT_THEMES } from '../../../lib/domain/export-file';
import type { Day } from '../../../lib/domain/instant';
import { rasterisePng } from '../../../lib/export/picture/rasterise-png';
import { drawSlidePng } from '../../../lib/export/slide-svg';
import { drawWallMap } from '../../../lib/export/wall-map';
import { MAP_COLOURS } from '../../../lib/layers/map-colours';
import { shippedCategories, shippedSurroundings } from '../../helpers/picture-surroundings';
import { differenceOf, readPicture, rgbOf } from '../../helpers/read-picture';

const surroundings = shippedSurroundings('hn-hp-pre2025', '2024-05-20');
const point = (i: number, category: string, more: Partial<SlidePoint> = {}): SlidePoint => ({ id: String(i), position: [105.8 + (i % 7) * 0.0023, 21.034 + (i % 5) * 0.0021], category, borderZone: false, resolved: false, ...more });
const map = (points: readonly SlidePoint[]): SlideMap => ({ bbox: [105.7985, 21.033, 105.8135, 21.045], editionId: 'hn-hp-pre2025', day: '2024-05-20' as Day, borderZone: true, features: [], legend: [], points });
const draw = (points: readonly SlidePoint[], theme: (typeof EXPORT_THEMES)[number] = 'light') => drawWallMap(map(points), { legend: [] }, surroundings, { language: 'vi', theme });
const [first, second] = shippedCategories.map(({ code }) => code) as [string, string];

/** The drawing in a box of another shape, as a page shows it. */
const inBox = (svg: string, width: number, height: number) =>
  readPicture(rasterisePng(svg.replace('width="1040" height="520"', `width="${String(width)}" height="${String(height)}"`), { widthPixels: width, dpi: 96 }));

describe('a projected map', () => {
  it.each(EXPORT_THEMES.flatMap((theme) => ([[1_040, 520], [1_238, 380], [1_900, 520], [813, 600]] as const).map(([width, height]) => [theme, width, height] as const)))('fills a box of any shape: %s, %d × %d', (theme, width, height) => {
    const { svg } = draw([], theme);
    const picture = inBox(svg, width, height);
    expect([picture.width, picture.height]).toEqual([width, height]);
    const { paper } = MAP_COLOURS[theme];
    const scale = Math.min(width / 1_040, height / 520);
    // Down to the foot with the scale bar, both edges and the upper one show ground, streets, water, or a ward: never nothing, which would be black.
    const nothing = (x: number, y: number): boolean => differenceOf(picture.at(x, y), [0, 0, 0]) < 6 && differenceOf(rgbOf(paper), [0, 0, 0]) > 10;
    for (let y = 2; y < height - 90 * scale; y += 7) for (const x of [1, width - 2]) expect(nothing(x, y), `${x} ${y}`).toBe(false);
    for (let x = 2; x < width; x += 11) expect(nothing(x, 1), `${x} 1`).toBe(false);
    // The foot is paper from edge to edge.
    expect([1, width - 2].map((x) => picture.at(x, height - 3).join())).toEqual(Array(2).fill(picture.at(Math.round(width / 2), height - 3).join()));
  });

  it('keeps its scale bar, its boundaries’ day and its attribution in every box, and cuts no name', () => {
    const { svg } = draw([]);
    for (const part of ['data-part="scale"', 'preserveAspectRatio="xMinYMax meet"', 'preserveAspectRatio="xMaxYMax meet"', 'Địa giới ngày 20/05/2024', '© OpenStreetMap']) expect(svg.includes(part), part).toBe(true);
    const names = svg.slice(svg.indexOf('data-layer="ward-names"'), svg.indexOf('</svg>'));
    const xs = [...names.matchAll(/<text x="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(xs.length).toBeGreaterThan(1);
    for (const x of xs) expect([x > 470, x < 470 + 1_040]).toEqual([true, true]);
  });

  it('explains the signs that it draws: kinds, the border zone, what is done', () => {
    const { signs, svg } = draw([point(1, first), point(2, second, { borderZone: true }), point(3, second, { resolved: true })]);
    expect(signs.map((sign) => (sign.kind === 'category' ? sign.label : sign.kind))).toEqual([...shippedCategories.slice(0, 2).map(({ nameVi }) => nameVi), 'border_zone', 'done']);
    for (const colour of signs.flatMap((sign) => (sign.kind === 'category' ? [sign.colour] : []))) expect(svg.includes(colour)).toBe(true);
    expect(draw([]).signs).toEqual([]);
  });

  it('draws the rare ones of many kinds as one, and explains that one', () => {
    const { signs } = draw(shippedCategories.slice(0, 8).flatMap(({ code }, i) => Array.from({ length: 9 - i }, (_, n) => point(i * 10 + n, code))).slice(0, 38));
    const kinds = signs.flatMap((sign) => (sign.kind === 'category' ? [sign.label] : []));
    const other = shippedCategories.find(({ code }) => code === 'other')?.nameVi;
    expect(kinds).toEqual([...shippedCategories.slice(0, 4).map(({ nameVi }) => nameVi), other]);
    // Five lines in all: with the ring of the border zone and what is done three are left for kinds.
    const marked = draw([...Array.from({ length: 5 }, (_, kind) => Array.from({ length: 6 - kind }, (_unused, n) => point(kind * 10 + n, shippedCategories[kind]!.code))).flat(), point(90, first, { borderZone: true }), point(91, first, { resolved: true })]);
    expect(marked.signs.map((sign) => (sign.kind === 'category' ? sign.label : sign.kind))).toEqual([...shippedCategories.slice(0, 2).map(({ nameVi }) => nameVi), other, 'border_zone', 'done']);
  });
});

describe('the map of a slide in a document', () => {
  it('has the shape of its place and as many pixels in any', () => {
    for (const aspect of [1.3, 1_400 / 900, 2.4]) {
      const { png, widthPixels, heightPixels } = drawSlidePng(map([]), { legend: [] }, surroundings, { language: 'vi', theme: 'light' }, aspect);
      expect(Math.abs(widthPixels / heightPixels / aspect - 1)).toBeLessThan(0.002);
      expect(Math.abs((widthPixels * heightPixels) / (1_400 * 900) - 1)).toBeLessThan(0.002);
      expect(readPicture(png)).toMatchObject({ width: widthPixels, height: heightPixels });
    }
  });
});
