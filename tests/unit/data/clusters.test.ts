import { booleanPointInPolygon, circle, distance, pointToPolygonDistance } from '@turf/turf';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Cluster, FocusArea } from '../../../lib/domain/boundary';
import { daySchema } from '../../../lib/domain/instant';
import { EDITION_IDS, positionsOf, readJson, readWards, type EditionId, type Ward } from './data-files';

interface ClusterFile extends Cluster {
  readonly nameEn: string;
  readonly assumed: readonly string[];
  readonly sourceVi: string;
  readonly sourceEn: string;
  readonly noteVi: string;
  readonly noteEn: string;
}

const clusters = readJson<ClusterFile[]>('clusters/clusters.json');
const wards = Object.fromEntries(EDITION_IDS.map((id) => [id, new Map(readWards(id).map((w) => [w.properties.code, w]))])) as Record<
  EditionId,
  Map<string, Ward>
>;
const VALIDITY: Record<EditionId, readonly [from: string, to: string]> = {
  'hn-hp-pre2025': ['2008-08-01', '2025-06-30'],
  'hn-hp-2025': ['2025-07-01', '9999-12-31'],
};

const wardsOf = (cluster: Cluster): Ward[] =>
  cluster.members.map(({ wardCode }) => {
    const ward = wards[cluster.editionId as EditionId].get(wardCode);
    if (ward === undefined) throw new Error(`${cluster.id}: no ward ${wardCode}`);
    return ward;
  });

/** Whether some vertex of one ward lies in or within 300 m of the other. */
const areNear = (a: Ward, b: Ward): boolean =>
  positionsOf(a.geometry).some((position) => pointToPolygonDistance(position, b, { units: 'meters' }) <= 300);

function isConnected(members: readonly Ward[]): boolean {
  const reached = new Set(members.slice(0, 1));
  for (const from of reached) for (const to of members) if (!reached.has(to) && areNear(from, to)) reached.add(to);
  return reached.size === members.length;
}

const outlineOf = ({ shape }: FocusArea): Position[] =>
  shape.kind === 'circle'
    ? positionsOf(circle([...shape.centre], shape.radiusMetres, { units: 'meters' }).geometry)
    : shape.coordinates.flat().map((position) => [...position]);

describe('clusters', () => {
  it('are those the task names, and the demonstration ones say so in their names', () => {
    expect(clusters.filter((cluster) => !cluster.demonstration).map(({ id }) => id)).toEqual([
      'cum-2-hoang-mai', 'cum-hoa-do-phuc-vi', 'cum-duong-kinh', 'cum-kien-an',
    ]);
    for (const cluster of clusters) {
      expect(cluster.name.includes('(minh họa)')).toBe(cluster.demonstration);
      expect(cluster.demonstration).toBe(cluster.editionId === 'hn-hp-2025');
      for (const text of [cluster.nameEn, cluster.sourceVi, cluster.sourceEn, cluster.noteVi, cluster.noteEn]) expect(text.length).toBeGreaterThan(5);
    }
  });

  it('have the members the press names', () => {
    const names = (id: string): string[] => wardsOf(clusters.find((c) => c.id === id) as Cluster).map((w) => w.properties.name);
    expect(names('cum-2-hoang-mai')).toEqual(['Phường Hoàng Liệt', 'Phường Đại Kim', 'Phường Định Công', 'Phường Thịnh Liệt']);
    expect(names('cum-hoa-do-phuc-vi')).toEqual(['Phường Quan Hoa', 'Phường Nghĩa Đô', 'Phường Cống Vị', 'Phường Vĩnh Phúc']);
    const districts = (id: string): Set<string | null> => new Set(wardsOf(clusters.find((c) => c.id === id) as Cluster).map((w) => w.properties.districtName));
    expect(districts('cum-duong-kinh')).toEqual(new Set(['Quận Dương Kinh']));
    expect(districts('cum-kien-an')).toEqual(new Set(['Quận Kiến An']));
  });

  it.each(clusters)('$id lies within its edition, with real days', (cluster) => {
    const [from, to] = VALIDITY[cluster.editionId as EditionId];
    expect(cluster.termFrom >= from && (cluster.termTo ?? '9999-12-31') <= to).toBe(true);
    const spans = [...cluster.members, ...cluster.leads, ...cluster.regulations, ...cluster.focusAreas];
    for (const day of [cluster.termFrom, cluster.termTo, ...spans.flatMap((span) => [span.from, span.to])]) {
      if (day !== null) expect(daySchema.safeParse(day).success, day).toBe(true);
    }
  });

  it.each(clusters)('$id has exactly one lead, a member, on every day, and one regulation', (cluster) => {
    const codes = cluster.members.map(({ wardCode }) => wardCode);
    const inForce = (span: { readonly from: string | null; readonly to: string | null }, day: string): boolean =>
      (span.from ?? '') <= day && day <= (span.to ?? '9999-12-31');
    const last = cluster.termTo ?? '2027-12-31';
    for (let at = Date.parse(cluster.termFrom); at <= Date.parse(last); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      const leads = cluster.leads.filter((lead) => inForce(lead, day));
      expect(leads.length, day).toBe(1);
      expect(codes).toContain(leads[0]?.wardCode);
      expect(cluster.regulations.filter((regulation) => inForce(regulation, day)).length, day).toBe(1);
    }
  });

  it.each(clusters)('$id has members that touch or lie within 300 m of each other, in a chain', (cluster) => {
    expect(isConnected(wardsOf(cluster))).toBe(true);
  });

  it.each(clusters.filter((cluster) => cluster.focusAreas.length > 0))('$id has focus areas inside its members, over a border', (cluster) => {
    const members = wardsOf(cluster);
    for (const area of cluster.focusAreas) {
      const touched = new Set<string>();
      for (const position of outlineOf(area)) {
        const owners = members.filter((ward) => booleanPointInPolygon(position, ward));
        expect(owners.length, `${area.id} ${position.join()}`).toBeGreaterThan(0);
        for (const ward of owners) touched.add(ward.properties.code);
      }
      expect(touched.size, area.id).toBeGreaterThan(1);
    }
  });

  it('shows rotation, a wider border zone, a circle, polygons and a member who joins later', () => {
    expect(clusters.some((cluster) => cluster.leads.length > 2)).toBe(true);
    expect(clusters.flatMap((cluster) => cluster.regulations.map((r) => r.borderWidthMetres))).toContain(150);
    expect(new Set(clusters.flatMap((cluster) => cluster.focusAreas.map((area) => area.shape.kind)))).toEqual(new Set(['circle', 'polygon']));
    expect(clusters.some((cluster) => cluster.members.some((member) => member.from !== null))).toBe(true);
  });

  it('reaches all four wards from the middle of the T11 focus area, but not with 100 m', () => {
    const cluster = clusters.find(({ id }) => id === 'cum-hoa-do-phuc-vi') as ClusterFile;
    const shape = cluster.focusAreas[0]?.shape;
    if (shape?.kind !== 'circle') throw new Error('the T11 focus area is a circle');
    const reach = wardsOf(cluster).map((ward) => pointToPolygonDistance([...shape.centre], ward, { units: 'meters' }));
    expect(Math.max(...reach)).toBeLessThan(shape.radiusMetres);
    expect(Math.max(...reach)).toBeGreaterThan(100);
    // The bridge itself (OSM way 155925985) is in the circle.
    expect(distance([...shape.centre], [105.806224, 21.040094], { units: 'meters' })).toBeLessThan(shape.radiusMetres);
  });

  it('says what is assumed wherever the press is silent', () => {
    for (const cluster of clusters) expect(cluster.assumed.length).toBeGreaterThan(0);
    expect(clusters.find(({ id }) => id === 'cum-2-hoang-mai')?.assumed).not.toContain('leads');
    for (const cluster of clusters.filter((c) => c.demonstration)) expect(cluster.assumed).toContain('members');
  });
});
