import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../../../lib/domain/instant';
import type { ArcCoverage, Patrol, PatrolGeometry } from '../../../lib/domain/patrol';
import { getMessages } from '../../../lib/messages/get-messages';
import type { WardCollection } from '../../../lib/layers/label-layers';
import type { ArcFeature } from '../../../lib/view/nearest-on-arcs';
import { describeArcCoverage, formatCoverageCsv } from '../../../components/patrols/coverage-words';
import { readPatrolView, writePatrolView } from '../../../lib/view/patrol-view';
import { readPlan, type PlanDraft } from '../../../components/patrols/plan-draft';
import { previewCoverage } from '../../../components/patrols/preview-coverage';
import { mediaTypeOf, trackPath } from '../../../components/patrols/track-upload';
import { completeTime } from '../../../components/ui/moment-input';
import { groupByDay, startOfWeek } from '../../../lib/view/week';

const day = (text: string): Day => text as Day;
const TODAY = day('2026-11-22');

describe('weeks', () => {
  it.each([['2026-11-22', '2026-11-16'], ['2026-11-16', '2026-11-16'], ['2026-11-23', '2026-11-23'], ['1970-01-01', '1969-12-29'], ['1969-12-28', '1969-12-22']])('%s belongs to the week of Monday %s', (given, monday) => {
    expect(startOfWeek(day(given))).toBe(monday);
  });

  it('hold a patrol on the day it begins in Viet Nam, earliest first', () => {
    const patrol = (from: string): Patrol => ({ id: from, from: from as Instant }) as unknown as Patrol;
    const groups = groupByDay([patrol('2026-11-17T23:30:00+07:00'), patrol('2026-11-16T18:00:00Z'), patrol('2026-12-01T00:00:00Z')], day('2026-11-16'));
    expect(groups).toHaveLength(7);
    expect(groups.flatMap(({ day: on, patrols }) => patrols.map(({ id }) => `${on} ${id}`))).toEqual(['2026-11-17 2026-11-16T18:00:00Z', '2026-11-17 2026-11-17T23:30:00+07:00']);
  });
});

describe('the address of the patrol page', () => {
  it('restores what it was written from', () => {
    for (const query of ['week=2026-11-16', 'tab=coverage&from=2026-10-01&to=2026-10-31&gaps=1&cluster=cum-a']) {
      expect(writePatrolView(readPatrolView(new URLSearchParams(query), TODAY))).toBe(query);
    }
  });

  it('falls back field by field, and puts a period in order', () => {
    expect(readPatrolView(new URLSearchParams('tab=x&week=never&cluster=%3Cb%3E'), TODAY)).toMatchObject({ tab: 'week', week: '2026-11-16', cluster: null, from: '2026-10-26', to: '2026-11-22' });
    expect(readPatrolView(new URLSearchParams('from=2026-03-01&to=2026-02-01'), TODAY)).toMatchObject({ from: '2026-02-01', to: '2026-03-01' });
  });
});

describe('a plan', () => {
  const draft: PlanDraft = { name: 'Đêm', clusterId: null, from: '2026-11-22T20:00', to: '2026-11-22T22:00', reach: '50', wards: ['00160'], note: '' };
  const route = { type: 'LineString' as const, coordinates: [[105.8, 21], [105.81, 21]] as const };
  const ID = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';

  it('becomes the body of the request, its window in Viet Nam', () => {
    expect(readPlan(draft, route, ID)).toEqual({ kind: 'ready', body: { id: ID, name: 'Đêm', from: '2026-11-22T20:00:00+07:00', to: '2026-11-22T22:00:00+07:00', wards: ['00160'], plan: route, reachMetres: 50 } });
  });

  it.each([
    [{ name: ' ' }, 'missingName'], [{ from: '' }, 'missingTime'], [{ to: '2026-11-22T20:00' }, 'order'], [{ to: '2026-11-24T20:01' }, 'long'], [{ reach: '4' }, 'badReach'], [{ wards: [] }, 'missingWard'],
  ])('with %j says %s', (change, fault) => {
    const result = readPlan({ ...draft, ...change }, route, ID);
    expect(result.kind === 'wrong' ? [...result.faults] : result).toEqual([fault]);
  });

  it('without a route says so', () => {
    expect(readPlan(draft, null, ID)).toMatchObject({ kind: 'wrong', faults: new Set(['missing']) });
  });
});

/** Two square wards that share the meridian 105.81 from 21.00 to 21.01 (1,107 m). */
const square = (code: string, west: number, east: number) => ({
  type: 'Feature' as const, properties: { code, name: `Phường ${code}`, kind: 'phường', provinceName: '', districtName: null, labelLon: 0, labelLat: 0 },
  geometry: { type: 'Polygon' as const, coordinates: [[[west, 21], [east, 21], [east, 21.01], [west, 21.01], [west, 21]]] },
});
const WARDS: WardCollection = { type: 'FeatureCollection', features: [square('00001', 105.8, 105.81), square('00002', 105.81, 105.82), square('00003', 105.95, 105.96)] };
const ARCS: readonly ArcFeature[] = [{ type: 'Feature', properties: { wardA: '00001', wardB: '00002', lengthMetres: 1107 }, geometry: { type: 'MultiLineString', coordinates: [[[105.81, 21], [105.81, 21.01]]] } }];

describe('the preview of a plan', () => {
  it('says one side for a route on one side of a border, both for one that comes back on the other', () => {
    const there: readonly (readonly [number, number])[] = [[105.8098, 21.001], [105.8098, 21.009]];
    const west: PatrolGeometry = { type: 'LineString', coordinates: there };
    const one = previewCoverage(west, 50, 'e', WARDS, ARCS);
    expect(one).toMatchObject({ sides: 'one_side', wardCodes: ['00001', '00002'], arcs: [{ sides: 'one_side', bothMetres: 0, editionId: 'e' }] });
    expect(one.arcs[0]?.coveredMetres[0]).toBeGreaterThan(800);
    expect(one.arcs[0]?.coveredMetres[1]).toBe(0);
    const loop: PatrolGeometry = { type: 'LineString', coordinates: [...there, [105.8102, 21.009], [105.8102, 21.001]] };
    expect(previewCoverage(loop, 50, 'e', WARDS, ARCS)).toMatchObject({ sides: 'both', arcs: [{ sides: 'both' }] });
  });

  it('says nothing for a route far from every border', () => {
    const far = { type: 'LineString' as const, coordinates: [[105.803, 21.004], [105.804, 21.005]] as const };
    expect(previewCoverage(far, 50, 'e', WARDS, ARCS)).toEqual({ sides: 'none', arcs: [], wardCodes: [] });
  });
});

describe('coverage in words and as CSV', () => {
  const arc: ArcCoverage = Object.freeze({ editionId: 'e', wards: [{ code: '00001', name: 'Phường Nghĩa Đô' }, { code: '00002', name: '=Phường "B"' }] as const, lengthMetres: 812.4, coveredMetres: [300, 0] as const, bothMetres: 0, patrols: 2, lastAt: null, sides: 'one_side' });

  it('tells each side with its metres', () => {
    expect(describeArcCoverage({ ...arc, wards: [arc.wards[0], { code: '2', name: 'Phường Ngọc Hà' }] }, getMessages('vi'), 'vi')).toBe('P. Nghĩa Đô – P. Ngọc Hà (dài 812 m): bên P. Nghĩa Đô 300 m.');
    expect(describeArcCoverage({ ...arc, coveredMetres: [0, 0] }, getMessages('vi'), 'vi')).toContain('chưa phủ');
  });

  it('quotes cells and disarms formulas', () => {
    expect(formatCoverageCsv([arc]).split('\r\n')[1]).toBe('"e","00001","Phường Nghĩa Đô","00002","\'=Phường ""B""","812","300","0","0","one_side","2",""');
  });
});

describe('an hour as typed', () => {
  it.each([['9', '09:00'], ['930', '09:30'], ['9:5', '09:05'], ['21h04', '21:04'], ['2004', '20:04'], ['7 giờ', '7 giờ'], ['24:00', '24:00'], ['', '']])('%j is %j', (text, time) => {
    expect(completeTime(text)).toBe(time);
  });
});

describe('a track', () => {
  it('is told by its file name', () => {
    expect([mediaTypeOf('a.GPX'), mediaTypeOf('b.geojson'), mediaTypeOf('c.json'), mediaTypeOf('d.kml')]).toEqual(['application/gpx+xml', 'application/geo+json', 'application/geo+json', null]);
  });
  it('is sent to its ward with its times', () => {
    expect(trackPath('p', { ward: '00160', startedAt: '2026-11-22T20:00:00+07:00', endedAt: null })).toBe('/api/patrols/p/tracks?ward=00160&startedAt=2026-11-22T20%3A00%3A00%2B07%3A00');
  });
});
