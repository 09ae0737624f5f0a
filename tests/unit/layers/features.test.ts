import { describe, expect, it } from 'vitest';
import { CATEGORY_SHAPES } from '../../../lib/domain/category';
import { buildArcFeatures } from '../../../lib/layers/border-zone-layer';
import { buildFocusFeatures } from '../../../lib/layers/focus-area-layer';
import { buildIncidentFeatures } from '../../../lib/layers/incident-layers';
import { signCorners, signPath } from '../../../lib/layers/incident-signs';
import { buildWardPoints, type WardCollection } from '../../../lib/layers/label-layers';
import { buildSelectionFeatures } from '../../../lib/layers/selection-layer';
import { pixelsPerMetreAtZoom0 } from '../../../lib/layers/width-in-metres';
import type { ClusterAtDay } from '../../../lib/view/in-force';
import type { ArcFeature } from '../../../lib/view/nearest-on-arcs';
import { buildPoints } from '../../helpers/build-points';

const arc = (wardA: string, wardB: string): ArcFeature => ({
  type: 'Feature', properties: { wardA, wardB, lengthMetres: 0 }, geometry: { type: 'MultiLineString', coordinates: [[[105.8, 21], [105.81, 21.01]]] },
});
const cluster = (memberCodes: readonly string[], widthMetres: number): ClusterAtDay => ({
  id: 'c', name: 'C', demonstration: false, tint: 0, memberCodes, leadCode: null, widthMetres, arcWidths: [], regulationVersion: 1, focusAreas: [],
});

describe('border-zone arcs', () => {
  const bandOf = (a: string, b: string, clusters: readonly ClusterAtDay[]) => buildArcFeatures([arc(a, b)], clusters, 100).features.find(({ properties }) => properties.role === 'band')?.properties;

  it('take the width of a cluster both wards share, counted on each side', () => {
    expect(bandOf('1', '2', [cluster(['1', '2'], 75)])).toMatchObject({ agreed: true, widthMetres: 75, clusterEdge: false, pixelsAtZoom0: 150 * pixelsPerMetreAtZoom0(21) });
  });

  it('take the default otherwise, and bound the cluster when only one ward is in it', () => {
    expect(bandOf('1', '3', [cluster(['1', '2'], 75)])).toMatchObject({ agreed: false, widthMetres: 100, clusterEdge: true });
    expect(bandOf('4', '3', [cluster(['1', '2'], 75)])).toMatchObject({ agreed: false, clusterEdge: false });
    expect(bandOf('1', '3', [cluster(['1', '2'], 75), cluster(['3'], 50)])).toMatchObject({ agreed: false, clusterEdge: true });
  });

  it('take the widest of two shared clusters', () => {
    expect(bandOf('1', '2', [cluster(['1', '2'], 75), cluster(['1', '2'], 120)])).toMatchObject({ widthMetres: 120 });
  });

  it('draw all edges below all bands', () => {
    const { features } = buildArcFeatures([arc('1', '2'), arc('3', '4')], [cluster(['1', '2'], 75)], 100);
    const orders = (role: string) => features.filter(({ properties }) => properties.role === role).map(({ properties }) => properties.order);
    expect(Math.max(...orders('edge'))).toBeLessThan(Math.min(...orders('band')));
  });
});

describe('incident points', () => {
  const points = buildPoints(200, 3);
  it('carry their row, category, zone and whether they are done', () => {
    const { features } = buildIncidentFeatures(points, Uint32Array.from([3, 7, 190]), 1_790_050_000);
    expect(features.map(({ properties }) => properties.row)).toEqual([3, 7, 190]);
    for (const { properties, geometry } of features) {
      expect(geometry.coordinates).toEqual([points.longitudes[properties.row], points.latitudes[properties.row]]);
      expect(properties.category).toBe(points.dictionaries.categories[points.categories[properties.row]!]);
      expect(properties.zone).toBe(points.flags[properties.row]! & 1);
      expect(properties.done).toBe(points.statuses[properties.row]! >= 2 ? 1 : 0);
    }
  });

  it('are late from the moment their deadline has passed', () => {
    const row = points.dueAt.findIndex((due) => due > 0);
    const lateAt = (nowSeconds: number) => buildIncidentFeatures(points, Uint32Array.of(row), nowSeconds).features[0]?.properties.late;
    expect([lateAt(points.dueAt[row]!), lateAt(points.dueAt[row]! + 1)]).toEqual([0, 1]);
    const untimed = points.dueAt.findIndex((due) => due === 0);
    expect(buildIncidentFeatures(points, Uint32Array.of(untimed), 2e9).features[0]?.properties.late).toBe(0);
  });
});

describe('focus areas', () => {
  it('close their circle at the radius, and put the name at its top', () => {
    const { features } = buildFocusFeatures([{ id: 'f', name: 'Cầu T11', from: null, to: null, shape: { kind: 'circle', centre: [105.80616, 21.038981], radiusMetres: 125 } }]);
    const [ring, label] = features;
    if (ring?.geometry.type !== 'Polygon' || label?.geometry.type !== 'Point') throw new Error('a polygon and a point');
    const corners = ring.geometry.coordinates[0] ?? [];
    expect(corners[0]).toEqual(corners.at(-1));
    for (const [x = 0, y = 0] of corners) {
      const metres = Math.hypot((x - 105.80616) * Math.cos((21.039 * Math.PI) / 180), y - 21.038981) * 111_195;
      expect(Math.abs(metres - 125)).toBeLessThan(0.5);
    }
    expect(label.geometry.coordinates[1]).toBeCloseTo(21.038981 + 125 / 111_195, 6);
  });
});

describe('ward names', () => {
  it('are in NFC, short and full, and mark the lead ward', () => {
    const wards: WardCollection = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: { type: 'Polygon', coordinates: [] }, properties: { code: '00169', name: 'Phường Nghĩa Đô'.normalize('NFD'), kind: 'phường', provinceName: 'Hà Nội', districtName: null, labelLon: 105.8, labelLat: 21 } }],
    };
    const lead = buildWardPoints(wards, new Set(['00169'])).features[0]?.properties;
    expect(lead).toEqual({ name: 'Phường Nghĩa Đô', short: 'P. Nghĩa Đô', lead: true });
    expect(buildWardPoints(wards, new Set()).features[0]?.properties.lead).toBe(false);
  });
});

describe('the selection', () => {
  it('draws a leader to each neighbour, only from a point', () => {
    const leaders = [{ to: [105.81, 21.01] as const, label: 'P. Cống Vị 28 m' }];
    const roles = (point: readonly [number, number] | null) => buildSelectionFeatures({ point, pinned: true, leaders, incident: [1, 2] }).features.map(({ properties }) => properties.role);
    expect(roles([105.8, 21])).toEqual(['leader', 'leader-end', 'point', 'incident']);
    expect(roles(null)).toEqual(['incident']);
  });
});

describe('signs', () => {
  it('differ by shape, fit their box and weigh about the same', () => {
    const area = (corners: readonly (readonly [number, number])[]) => Math.abs(corners.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = corners[(i + 1) % corners.length] ?? [0, 0];
      return sum + x * nextY - nextX * y;
    }, 0)) / 2;
    expect(new Set(CATEGORY_SHAPES.map(signPath)).size).toBe(CATEGORY_SHAPES.length);
    for (const shape of CATEGORY_SHAPES) {
      const corners = signCorners(shape);
      for (const [x, y] of corners) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1.06);
      expect(area(corners)).toBeGreaterThan(1.4);
      expect(area(corners)).toBeLessThan(2.6);
    }
  });
});
