import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { EXPORT_THEMES } from '../../../lib/domain/export-file';
import type { Day, Instant } from '../../../lib/domain/instant';
import type { ArcCoverage, SidesCovered } from '../../../lib/domain/patrol';
import { findMaskRefusal, maskPage } from '../../../lib/export/mask-page';
import { buildPagePicture } from '../../../lib/export/picture/build-page-picture';
import { drawMapSvg } from '../../../lib/export/picture/draw-map-svg';
import { bboxOf, frameOf } from '../../../lib/export/picture/mercator';
import type { PagePoint, PicturePage } from '../../../lib/export/picture/picture-page';
import { rasterisePng } from '../../../lib/export/picture/rasterise-png';
import { shortDistanceMetres } from '../../../lib/geo/ellipsoid';
import { buildWardIndex } from '../../../lib/geo/ward-index';
import { MAP_COLOURS, type MapTheme } from '../../../lib/layers/map-colours';
import type { DrawnZone } from '../../../lib/layers/zone-layer';
import { getMessages } from '../../../lib/messages/get-messages';
import { buildRuleBook } from '../../../lib/rules/rule-book';
import { DEFAULT_VIEW } from '../../../lib/view/map-view';
import { pictureOptions, shippedCategories, shippedClusters, shippedEdition, shippedSurroundings } from '../../helpers/picture-surroundings';
import { differenceOf, readPicture, rgbOf } from '../../helpers/read-picture';

const DAY = '2024-05-20' as Day;
const surroundings = shippedSurroundings('hn-hp-pre2025', DAY);
const cluster = surroundings.clusters.find(({ id }) => id === 'cum-hoa-do-phuc-vi')!;
/** The T11 bridge, its focus area; what is drawn lies around it. */
const [X, Y] = [105.80616, 21.038981] as const;
const nearest = ({ geometry }: (typeof surroundings.arcs)[number]): number => Math.min(...geometry.coordinates.flat().map(([x, y]) => (x! - X) ** 2 + (y! - Y) ** 2));
const inner = surroundings.arcs.filter(({ properties: { wardA, wardB } }) => cluster.memberCodes.includes(wardA) && cluster.memberCodes.includes(wardB)).sort((a, b) => nearest(a) - nearest(b)).slice(0, 3);
const SIDES: readonly SidesCovered[] = ['both', 'one_side', 'none'];
const ward = (code: string) => ({ code, name: code });
const coverage = inner.map(({ properties: { wardA, wardB, lengthMetres } }, place): ArcCoverage => ({
  editionId: 'hn-hp-pre2025', wards: [ward(wardA), ward(wardB)], lengthMetres, coveredMetres: [1, 1], bothMetres: 1, patrols: 1, lastAt: null, sides: SIDES[place % 3]!,
}));
const points: readonly PagePoint[] = Array.from({ length: 8 }, (_, i) => ({
  id: `point-${i}`, position: [X + (i % 4) * 0.0013, Y - (i % 3) * 0.0011] as const, category: shippedCategories[i % 3]!.code, borderZone: i % 2 === 0, resolved: false,
}));
const square = (degrees: number) => ({ type: 'Polygon' as const, coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]].map(([x, y]) => [X - 0.003 + x! * degrees, Y - 0.003 + y! * degrees])] });
const zone = (change: Partial<DrawnZone> = {}): DrawnZone => ({ id: 'zone', name: 'Ngõ 165 Cầu Giấy', kind: 'hotspot', geometry: square(0.004), state: 'active', ...change });
const plan = { type: 'LineString' as const, coordinates: [[X - 0.004, Y - 0.003], [X + 0.004, Y + 0.003]] as const };
const track = { type: 'LineString' as const, coordinates: [[X - 0.004, Y - 0.0025], [X + 0.003, Y + 0.003]] as const };
const models = [{ id: 'm1', name: 'Trường học an toàn', position: [X + 0.0006, Y + 0.0006] as const, from: '2024-01-01' as Day, to: null }];

const patrol = { kind: 'patrol' as const, patrol: { plan, tracks: [{ geometry: track }] }, coverage, isDone: true, wardCodes: [...cluster.memberCodes] };
const pages = {
  map: { kind: 'map', view: { ...DEFAULT_VIEW, cluster: cluster.id }, points, zones: [zone()] },
  zone: { kind: 'zone', zone: zone(), points },
  zones: { kind: 'zones', zones: [zone(), zone({ id: 'draft', kind: 'watch', state: 'draft' })], wardCodes: [] },
  coverage: { kind: 'coverage', coverage, pairs: coverage.map(({ wards: [a, b] }) => [a.code, b.code]) },
  patrol,
  cluster: { kind: 'cluster', cluster: cluster.id, points },
  models: { kind: 'models', models, wardCodes: cluster.memberCodes },
} as const satisfies Record<string, PicturePage>;
type Name = keyof typeof pages;
const NAMES = Object.keys(pages) as Name[];

const options = (theme: MapTheme = 'light') => pictureOptions({ widthPixels: 1_280, heightPixels: 720, projected: false, theme, title: 'Bản đồ', asOf: '2025-05-20T06:00:00+07:00' as Instant });
const draw = (page: PicturePage, theme: MapTheme = 'light') => buildPagePicture(page, surroundings, options(theme));
const labelsOf = (page: PicturePage): string[] => draw(page).furniture.legend.map(({ label }) => label);
const { patrols: patrolWords, programmes, legend: words, zones: zoneWords } = getMessages('vi');

/** What must be seen of each page: a word of the legend, and the layer that draws it. */
const SEEN: Readonly<Record<Name, readonly (readonly [label: string, layer: string])[]>> = {
  map: [[zoneWords.legend.kinds.hotspot, 'zones-active'], [words.focusArea, 'focus-areas'], [shippedCategories[0]!.nameVi, 'incidents']],
  zone: [[zoneWords.legend.kinds.hotspot, 'zones-active'], [shippedCategories[0]!.nameVi, 'incidents']],
  zones: [[zoneWords.legend.draftLine, 'zones-draft'], [zoneWords.legend.kinds.hotspot, 'zones-active']],
  coverage: [[patrolWords.sides.both, 'coverage-both'], [patrolWords.sides.one_side, 'coverage-one'], [patrolWords.sides.none, 'coverage-none']],
  patrol: [[patrolWords.track, 'patrol-tracks'], [patrolWords.plan, 'patrol-plans'], [patrolWords.sides.both, 'coverage-both']],
  cluster: [[words.focusArea, 'focus-areas'], [shippedCategories[1]!.nameVi, 'incidents']],
  models: [[programmes.models.legend, 'models-points']],
};

/** Pixels of a colour. */
function countOf({ data }: { readonly data: Uint8Array }, hex: string): number {
  const rgb = rgbOf(hex);
  let count = 0;
  for (let i = 0; i < data.length; i += 4) if (differenceOf(data.subarray(i, i + 3) as unknown as number[], rgb) <= 2) count++;
  return count;
}

const paintOf = ({ paint }: LayerSpecification): Readonly<Record<string, unknown>> => (paint ?? {}) as Readonly<Record<string, unknown>>;
const hexesIn = (value: unknown): string[] => [...JSON.stringify(value ?? null).matchAll(/#[0-9a-f]{6}/g)].map(([hex]) => hex);

describe('the picture of a page', () => {
  it.each(NAMES)('%s has legend, scale, as-of, boundaries and attribution, and explains what it draws', (name) => {
    const svg = drawMapSvg(draw(pages[name]));
    const texts = [...svg.matchAll(/>([^<]+)<\/text>/g)].map(([, one]) => one).join(' ');
    for (const part of ['Số liệu đến 06:00 20/05/2025', 'Địa giới ngày 20/05/2024', '© OpenStreetMap contributors', 'Bản đồ', 'Chú giải', ' m ']) expect(`${texts} `, part).toContain(part);
    expect(svg.includes('data-part="scale"')).toBe(true);
    for (const [label, layer] of SEEN[name]) {
      expect(labelsOf(pages[name]), label).toContain(label);
      expect(svg.includes(`data-layer="${layer}"`), layer).toBe(true);
    }
  });

  it.each(EXPORT_THEMES.flatMap((theme) => NAMES.map((name) => [name, theme] as const)))('%s shows the colours of its layers in its pixels, in %s', (name, theme) => {
    const picture = draw(pages[name], theme);
    const bare = { ...picture, furniture: { ...picture.furniture, legend: [] } };
    const pixels = readPicture(rasterisePng(drawMapSvg(bare), { widthPixels: 1_280, dpi: 96 }));
    expect([pixels.width, pixels.height]).toEqual([1_280, 720]);
    for (const [, id] of SEEN[name]) {
      if (id === 'incidents') continue;
      const layer = picture.layers.find((one) => one.id === id)!;
      const colours = hexesIn(paintOf(layer)['line-color'] ?? paintOf(layer)['circle-color']).filter((hex) => hex !== MAP_COLOURS[theme].halo);
      expect(Math.max(...colours.map((hex) => countOf(pixels, hex))), id).toBeGreaterThan(5);
      const without = readPicture(rasterisePng(drawMapSvg({ ...bare, layers: picture.layers.filter((one) => one.id !== id) }), { widthPixels: 1_280, dpi: 96 }));
      expect(Buffer.from(without.data).equals(Buffer.from(pixels.data)), id).toBe(false);
    }
  });

  it('explains nothing that is not drawn', () => {
    expect(labelsOf({ ...patrol, patrol: { plan, tracks: [] }, coverage: [] })).not.toContain(patrolWords.track);
    for (const sides of SIDES) expect(labelsOf({ ...patrol, coverage: [] })).not.toContain(patrolWords.sides[sides]);
    expect(labelsOf({ ...pages.coverage, coverage: coverage.filter(({ sides }) => sides !== 'both') })).not.toContain(patrolWords.sides.both);
    expect(labelsOf(pages.coverage)).not.toContain(patrolWords.plan);
    expect(labelsOf({ ...pages.map, view: { ...pages.map.view, hiddenLayers: ['zones', 'incidents'] } })).not.toContain(zoneWords.legend.kinds.hotspot);
    expect(drawMapSvg(draw({ ...pages.map, view: { ...pages.map.view, hiddenLayers: ['zones'] } })).includes('data-layer="zones')).toBe(false);
    expect(labelsOf({ ...pages.map, zones: [zone({ geometry: { type: 'Polygon', coordinates: [[[106.6, 20.8], [106.61, 20.8], [106.61, 20.81], [106.6, 20.8]]] } })] })).not.toContain(zoneWords.legend.kinds.hotspot);
  });

  it('of a cluster shows that cluster alone, and all of it', () => {
    const { camera, frame, pixelRatio, furniture } = draw(pages.cluster);
    const [west, south, east, north] = bboxOf(frameOf({ camera, frame, pixelRatio }));
    for (const { properties: { code, labelLon, labelLat } } of surroundings.wards.features) if (cluster.memberCodes.includes(code)) expect([labelLon > west && labelLon < east, labelLat > south && labelLat < north]).toEqual([true, true]);
    expect(furniture.legend.length).toBeGreaterThan(3);
  });

  it('stays whole on A4 at 300 dpi and at 320 × 240', () => {
    for (const [widthPixels, heightPixels, dpi] of [[3_508, 2_480, 300], [320, 240, 96]] as const) {
      const svg = drawMapSvg(buildPagePicture(pages.patrol, surroundings, { ...options(), widthPixels, heightPixels, dpi }));
      const [x, y, width, height] = /data-part="legend"[^>]*><rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/.exec(svg)!.slice(1).map(Number) as [number, number, number, number];
      expect([x >= 0, y >= 0, x + width <= widthPixels, y + height <= heightPixels]).toEqual([true, true, true, true]);
    }
  });
});

describe('a page for outside the building', () => {
  const { edition, wards } = shippedEdition('hn-hp-pre2025');
  const rules = buildRuleBook({ editions: [{ edition, index: buildWardIndex(wards), names: new Map() }], clusters: shippedClusters, defaultWidthMetres: 100, timeZone: 'Asia/Ho_Chi_Minh' });
  const mask = (page: PicturePage): PicturePage => maskPage(page, { rules, at: `${DAY}T12:00:00+07:00` });
  const positionsOf = (page: PicturePage) => ('points' in page ? page.points : page.kind === 'models' ? page.models : []);

  it.each(['map', 'zone', 'cluster', 'models'] as const)('%s moves every point by 60 to 150 m, to the same place each time', (name) => {
    const before = new Map(positionsOf(pages[name]).map(({ id, position }) => [id, position]));
    const after = positionsOf(mask(pages[name]));
    expect(after.length).toBeGreaterThan(0);
    for (const { id, position } of after) {
      const metres = shortDistanceMetres(before.get(id)!, position);
      expect(metres).toBeGreaterThanOrEqual(60);
      expect(metres).toBeLessThanOrEqual(150);
    }
    expect(positionsOf(mask(pages[name]))).toEqual(after);
  });

  it('shows no route, no name given by hand, no draft and no zone of one house', () => {
    for (const name of NAMES) {
      const svg = drawMapSvg(draw(mask(pages[name])));
      for (const layer of ['patrol-plans', 'patrol-tracks', 'zones-draft']) expect(svg.includes(`data-layer="${layer}"`), `${name} ${layer}`).toBe(false);
      for (const text of ['Ngõ 165', 'Trường học an toàn', patrolWords.track, patrolWords.plan]) expect(svg.includes(text), `${name} ${text}`).toBe(false);
    }
    expect(drawMapSvg(draw(mask(patrol))).includes('data-layer="coverage-both"')).toBe(true);
    expect(drawMapSvg(draw(mask({ ...pages.zones, zones: [zone({ geometry: square(0.0005) })] }))).includes('data-layer="zones')).toBe(false);
  });

  it('looks at the wards of a patrol, not at its route', () => {
    const moved = { ...patrol, patrol: { plan: { ...plan, coordinates: plan.coordinates.map(([x, y]) => [x + 0.001, y] as const) }, tracks: [] } };
    expect(draw(mask(moved)).camera).toEqual(draw(mask(patrol)).camera);
  });

  it('is refused of a draft, a zone of one house, a patrol that is still to be walked', () => {
    expect(NAMES.map((name) => findMaskRefusal(pages[name]))).toEqual(NAMES.map(() => null));
    expect(findMaskRefusal({ ...pages.zone, zone: zone({ state: 'draft' }) })).toBe('zone');
    expect(findMaskRefusal({ ...pages.zone, zone: zone({ geometry: square(0.0005) }) })).toBe('zone');
    expect(findMaskRefusal({ ...patrol, isDone: false })).toBe('patrol');
  });
});
