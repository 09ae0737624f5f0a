import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import type { SlideMap, SlidePoint } from '../../../lib/domain/briefing';
import { EXPORT_THEMES } from '../../../lib/domain/export-file';
import type { Day, Instant } from '../../../lib/domain/instant';
import { buildPagePicture } from '../../../lib/export/picture/build-page-picture';
import { buildSlidePicture, type SlidePictureOptions } from '../../../lib/export/picture/build-slide-picture';
import { drawMapSvg } from '../../../lib/export/picture/draw-map-svg';
import { bboxOf, frameOf, toDegrees } from '../../../lib/export/picture/mercator';
import { measureText, metricsOf } from '../../../lib/export/picture/picture-fonts';
import { rasterisePng } from '../../../lib/export/picture/rasterise-png';
import { shortDistanceMetres } from '../../../lib/geo/ellipsoid';
import { findOwner } from '../../../lib/geo/locate-ward';
import { buildWardIndex } from '../../../lib/geo/ward-index';
import { MAP_COLOURS, clusterTintOf } from '../../../lib/layers/map-colours';
import { DEFAULT_VIEW } from '../../../lib/view/map-view';
import { pictureOptions, shippedCategories, shippedEdition, shippedSurroundings } from '../../helpers/picture-surroundings';
import { differenceOf, over, readPicture, rgbOf } from '../../helpers/read-picture';

const now = shippedSurroundings('hn-hp-2025', '2026-10-28');
const before = shippedSurroundings('hn-hp-pre2025', '2025-05-20');
const T11 = [105.7985, 21.033, 105.8135, 21.045] as const;
const CITY = [105.288, 20.564, 106.02, 21.385] as const;

const points = (count: number): SlidePoint[] => Array.from({ length: count }, (_, i) => ({
  id: String(i), position: [105.79 + ((i * 7) % 41) * 0.001, 21.02 + ((i * 11) % 37) * 0.001], category: shippedCategories[i % shippedCategories.length]!.code, borderZone: i % 3 === 0, resolved: i % 4 === 0,
}));
const slideMap = (change: Partial<SlideMap> = {}): SlideMap => ({ bbox: T11, editionId: 'hn-hp-pre2025', day: '2025-05-20' as Day, borderZone: true, features: [], legend: [], points: points(20), ...change });
const options = (change: Partial<SlidePictureOptions> = {}): SlidePictureOptions => ({
  ...pictureOptions(), legend: [], title: 'Cầu T11: 14 vụ trong 28 ngày & bình thường <2>', mark: 'NỘI BỘ', asOf: '2025-05-20T06:00:00+07:00' as Instant, notes: ['Số GB-2026-0012'], ...change,
});
const cityMap = slideMap({ bbox: CITY, editionId: 'hn-hp-2025', day: '2026-10-28' as Day, points: points(300) });
const numbersOf = (svg: string, pattern: RegExp): number[] => [...svg.matchAll(pattern)].map(([, one]) => Number(one));
const layerOf = (svg: string, id: string): string => {
  const start = svg.indexOf(`<g data-layer="${id}">`);
  return start < 0 ? '' : svg.slice(start, (svg.indexOf('<g data-layer=', start + 1) + svg.length) % svg.length || undefined);
};

describe('a picture for a projector', () => {
  it.each(EXPORT_THEMES)('has texts of 24 px and borders of 3 px at 1920 × 1080: %s', (theme) => {
    for (const [map, surroundings] of [[slideMap(), before], [cityMap, now]] as const) {
      const svg = drawMapSvg(buildSlidePicture(map, surroundings, options({ theme })));
      const sizes = numbersOf(svg, / font-size="([\d.]+)"/g);
      expect(sizes.length).toBeGreaterThan(10);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
      for (const id of ['ward-outline', 'cluster-outline']) for (const width of numbersOf(layerOf(svg, id), / stroke-width="([\d.]+)"/g)) expect(width).toBeGreaterThanOrEqual(3);
      expect(numbersOf(layerOf(svg, 'ward-outline'), / stroke-width="([\d.]+)"/g)).toHaveLength(1);
    }
  });

  it('is well-formed, in NFC, in the page’s font, and small enough to travel with its slide', () => {
    for (const [map, surroundings] of [[slideMap(), before], [cityMap, now]] as const) {
      const svg = drawMapSvg(buildSlidePicture(map, surroundings, options()));
      const faults: unknown[] = [];
      const document = new DOMParser({ onError: (...fault) => faults.push(fault) }).parseFromString(svg, 'image/svg+xml');
      expect(faults).toEqual([]);
      expect(svg).toBe(svg.normalize('NFC'));
      expect(svg.length).toBeLessThan(1_500_000);
      expect(document.documentElement?.getAttribute('font-family')).toContain('Be Vietnam Pro');
      const texts = [...document.getElementsByTagName('text')].map(({ textContent }) => textContent ?? '');
      expect(texts.join(' ')).toContain('bình thường <2>');
      for (const text of texts) expect([text, metricsOf('regular').covers(text)]).toEqual([text, true]);
    }
  });

  it('refuses surroundings of another day', () => {
    expect(() => buildSlidePicture(slideMap({ day: '2025-05-21' as Day }), before, options())).toThrow(/2025-05-21/);
  });
});

describe('the pixels', () => {
  it.each(EXPORT_THEMES)('show every ward in its colour, nothing blank, nothing transparent: %s', (theme) => {
    const picture = buildSlidePicture(slideMap({ ...cityMap, points: [], borderZone: false }), now, options({ theme, title: null }));
    const bare = { ...picture, layers: picture.layers.filter(({ id }) => ['paper', 'ward-fill'].includes(id)), furniture: { ...picture.furniture, legend: [] } };
    const { at, data } = readPicture(rasterisePng(drawMapSvg(bare), { widthPixels: 1_920, dpi: 96 }));
    for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) throw new Error(`pixel ${i / 4} is transparent`);
    const { box } = frameOf(picture);
    const tintOf = new Map(now.clusters.flatMap(({ memberCodes, tint }) => memberCodes.map((code) => [code, clusterTintOf(MAP_COLOURS[theme], tint)] as const)));
    const opacity = { light: 0.13, dark: 0.14, projector: 0.24 }[theme];
    const { paper } = MAP_COLOURS[theme];
    const index = buildWardIndex(shippedEdition('hn-hp-2025').wards);
    const wards = new Set<string>();
    let members = 0;
    for (let x = box.x + 4; x < box.x + box.width - 4; x += 9) for (let y = box.y + 4; y < box.y + box.height - 4; y += 9) {
      const owners = [[0, 0], [-2, 0], [2, 0], [0, -2], [0, 2]].map(([i, j]) => findOwner(index, toDegrees(frameOf(picture), [x + 0.5 + i!, y + 0.5 + j!])).ownerCode);
      if (new Set(owners).size > 1) continue;
      const [owner] = owners;
      const tint = tintOf.get(owner ?? '');
      expect([owner, x, y, differenceOf(at(x, y), tint === undefined ? rgbOf(paper) : over(tint, opacity, paper)) <= 3]).toEqual([owner, x, y, true]);
      if (owner !== null && owner !== undefined) wards.add(owner);
      if (tint !== undefined) members++;
    }
    expect(wards.size).toBeGreaterThan(120);
    expect(members).toBeGreaterThan(20);
  });

  it('draw the scale bar as long as the ground it stands for, to a pixel', () => {
    for (const [map, surroundings, change] of [[slideMap(), before, {}], [cityMap, now, {}], [cityMap, now, { projected: false, dpi: 300, widthPixels: 3_508, heightPixels: 2_480 }]] as const) {
      const picture = buildSlidePicture(map, surroundings, options({ ...change, theme: 'projector', title: null, mark: null }));
      const { scalePixels, scaleLabel, colours } = picture.furniture;
      const [number = NaN, unit] = [Number(scaleLabel.split(' ')[0]?.replace(',', '.')), scaleLabel.split(' ')[1]];
      const metres = number * (unit === 'km' ? 1_000 : 1);
      const frame = frameOf(picture);
      const [x, y] = [frame.box.x + frame.box.width / 2, frame.box.y + frame.box.height / 2];
      const ground = shortDistanceMetres(toDegrees(frame, [x - scalePixels / 2, y]), toDegrees(frame, [x + scalePixels / 2, y]));
      expect(Math.abs(ground / metres - 1) * scalePixels).toBeLessThanOrEqual(1);
      const svg = drawMapSvg(picture);
      const [, left, , bottom] = /data-part="scale"[^>]* d="M([\d.]+) ([\d.]+)V([\d.]+)/.exec(svg)!.map(Number);
      const { at } = readPicture(rasterisePng(svg, { widthPixels: picture.widthPixels, dpi: 96 }));
      let [from, to] = [Math.round(left!) + 4, Math.round(left!) + 4];
      const isInk = (px: number): boolean => differenceOf(at(px, bottom!), rgbOf(colours.ink)) < 128;
      while (isInk(from - 1)) from--;
      while (isInk(to)) to++;
      expect(Math.abs(to - from - scalePixels)).toBeLessThanOrEqual(1);
    }
  });

  it('keep the whole legend inside, whatever the size: columns first, then smaller', () => {
    const legend = Array.from({ length: 5 }, (_, i) => ({ tone: `heat${i + 1}` as 'heat1', drawn: 'fill' as const, label: `Mật độ vụ việc trên mỗi ki-lô-mét vuông, bậc thứ ${i + 1} trong năm bậc` }));
    for (const [widthPixels, heightPixels, projected] of [[1_920, 1_080, true], [1_280, 720, true], [900, 1_200, true], [480, 360, false], [320, 240, true], [3_508, 2_480, false]] as const) {
      const svg = drawMapSvg(buildSlidePicture(slideMap({ points: points(200) }), before, options({ widthPixels, heightPixels, projected, legend })));
      const part = svg.slice(svg.indexOf('data-part="legend"'), svg.indexOf('data-part="furniture"'));
      const [x, y, width, height] = /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/.exec(part)!.slice(1).map(Number) as [number, number, number, number];
      const [, frameY, , frameHeight] = /<svg x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/.exec(svg)!.slice(1).map(Number) as [number, number, number, number];
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(widthPixels);
      expect(y).toBeGreaterThanOrEqual(frameY);
      expect(y + height).toBeLessThanOrEqual(frameY + frameHeight);
      const texts = [...part.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)" font-weight="(\d+)">([^<]*)</g)];
      expect(texts.length).toBeGreaterThanOrEqual(legend.length + 10);
      for (const [, left, baseline, size, weight, text] of texts) {
        expect(Number(left) + measureText(text!, weight === '600' ? 'strong' : 'regular', Number(size))).toBeLessThanOrEqual(x + width + 0.2);
        expect(Number(baseline)).toBeLessThanOrEqual(y + height);
      }
    }
  });

  it('are the same bytes for the same picture, carry the resolution, and differ by theme', () => {
    const make = (theme: (typeof EXPORT_THEMES)[number]) => Buffer.from(rasterisePng(drawMapSvg(buildSlidePicture(slideMap(), before, options({ theme, widthPixels: 640, heightPixels: 360 }))), { widthPixels: 640, dpi: 300 }));
    const all = EXPORT_THEMES.map((theme) => make(theme));
    expect(EXPORT_THEMES.every((theme, i) => make(theme).equals(all[i]!))).toBe(true);
    expect(new Set(all.map((one) => one.toString('base64'))).size).toBe(3);
    const place = all[0]!.indexOf('pHYs');
    expect([all[0]!.readUInt32BE(place + 4), all[0]!.readUInt32BE(place + 8), all[0]![place + 12]]).toEqual([11_811, 11_811, 1]);
    expect(readPicture(all[0]!)).toMatchObject({ width: 640, height: 360 });
  });
});

describe('what stands on a picture', () => {
  it('says OpenStreetMap, more of it where the boundaries are theirs, the days, the number and the mark', () => {
    const texts = (svg: string): string => [...svg.matchAll(/>([^<]+)<\/text>/g)].map(([, one]) => one).join(' ');
    const old = texts(drawMapSvg(buildSlidePicture(slideMap(), before, options())));
    for (const part of ['một phần © OpenStreetMap contributors (ODbL)', 'Số liệu đến 06:00 20/05/2025', 'Địa giới ngày 20/05/2025', 'GB-2026-0012', 'NỘI BỘ', '200 m']) expect(old).toContain(part);
    const recent = texts(drawMapSvg(buildSlidePicture(cityMap, now, options({ language: 'en' }))));
    expect(recent).toContain('© OpenStreetMap contributors');
    expect(recent).not.toContain('in part ©');
  });

  it('names Biển Đông, Hoàng Sa and Trường Sa when, and only when, the extent reaches them', () => {
    const sea = drawMapSvg(buildSlidePicture({ ...cityMap, bbox: [104, 7, 116, 22], points: [] }, now, options()));
    for (const name of ['Biển Đông', 'Quần đảo Hoàng Sa', 'Quần đảo Trường Sa', '(Việt Nam)']) expect(sea).toContain(`>${name}</text>`);
    expect(drawMapSvg(buildSlidePicture(cityMap, now, options()))).not.toContain('Hoàng Sa');
  });

  it('explains the kinds that are shown, and no others', () => {
    const shown = shippedCategories[3]!;
    const { furniture: { legend } } = buildSlidePicture(slideMap({ points: [{ id: 'a', position: [105.806, 21.039], category: shown.code, borderZone: false, resolved: false }] }), before, options());
    const labels = legend.map(({ label }) => label);
    expect(labels).toContain(shown.nameVi);
    expect(shippedCategories.filter(({ nameVi }) => labels.includes(nameVi))).toHaveLength(1);
    expect(legend.some(({ kind }) => kind === 'group' || kind === 'late')).toBe(false);
  });

  it('shows a page’s ground at any size and resolution', () => {
    const page = { kind: 'map' as const, view: { ...DEFAULT_VIEW, camera: { longitude: 105.806, latitude: 21.039, zoom: 14 } }, points: [] };
    const [screen, print] = [pictureOptions({ projected: false, widthPixels: 1_920, heightPixels: 1_080 }), pictureOptions({ projected: false, widthPixels: 3_840, heightPixels: 2_160, dpi: 300 })].map((one) => bboxOf(frameOf(buildPagePicture(page, now, one))));
    for (const side of [0, 2] as const) expect(print![side]).toBeCloseTo(screen![side], 6);
    const ward = now.wards.features[10]!;
    const [west, south, east, north] = bboxOf(frameOf(buildPagePicture({ ...page, view: { ...DEFAULT_VIEW, ward: `hn-hp-2025/${ward.properties.code}` } }, now, pictureOptions())));
    expect(west < ward.properties.labelLon && ward.properties.labelLon < east && south < ward.properties.labelLat && ward.properties.labelLat < north).toBe(true);
  });

  it('takes less than two seconds of processor time for the city, half a second for a cluster', () => {
    for (const [map, surroundings, most] of [[cityMap, now, 2_000], [slideMap(), before, 500]] as const) {
      const run = () => rasterisePng(drawMapSvg(buildSlidePicture(map, surroundings, options())), { widthPixels: 1_920, dpi: 96 });
      run();
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1_000).toBeLessThan(most);
    }
  });
});
