import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../../../lib/domain/instant';
import { newZoneSchema, zoneChangeSchema, type Zone, type ZoneVersion } from '../../../lib/domain/zone';
import { getMessages } from '../../../lib/messages/get-messages';
import type { Ring, ZoneParts } from '../../../lib/view/zone-rings';
import { findMovedCorner, pickRing } from '../../../components/map/pick-ring';
import { listDifferences, pairVersions } from '../../../components/zones/compare-versions';
import { countDays, linkIncidents, listTrendBins } from '../../../components/zones/incidents-link';
import { readCountPeriod } from '../../../lib/view/count-period';
import { listZoneFaults, toNewZone, toZoneChange, toZoneDraft } from '../../../components/zones/zone-draft';
import { mediaTypeOfZones } from '../../../components/zones/zone-file';
import { describeParts, formatArea, nameRing } from '../../../components/zones/zone-words';
import { listShownZones, readZonesView, writeZonesView } from '../../../lib/view/zones-view';
import { parseListFilter } from '../../../components/incidents/list-filter';

const day = (text: string): Day => text as Day;
const square = (x: number, y: number, half: number): Ring => [[x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half], [x - half, y - half]];
const geometry = { type: 'Polygon' as const, coordinates: [square(105.8, 21.03, 0.005).map(([x, y]): [number, number] => [x, y])] };
const zone: Zone = {
  id: '0190d3a0-1111-7222-8333-444455556666', version: 3, name: 'Cầu T11', kind: 'hotspot', status: 'active', geometry, editionId: 'hn-hp-2025', validFrom: day('2026-01-01'), validTo: null, evidence: 'Điểm nóng', origin: { kind: 'drawn' },
  areaSquareMetres: 1, wards: [], drawnByRole: 'analyst', isMine: true, createdAt: '2026-01-01T00:00:00Z' as Instant, changedAt: '2026-01-02T00:00:00Z' as Instant,
};

describe('picking on an area', () => {
  const parts: ZoneParts = [[square(0, 0, 100), square(0, 0, 40)]];
  const pick = (x: number, y: number) => pickRing(parts, [x, y], ([a, b]) => [a, b], 10);
  it('prefers a corner to an edge, and the hole to what surrounds it', () => {
    expect(pick(-97, -95)).toEqual({ kind: 'corner', at: { part: 0, ring: 0, corner: 0 } });
    expect(pick(96, 0)).toEqual({ kind: 'ring', at: { part: 0, ring: 0 } });
    expect(pick(0, 45)).toEqual({ kind: 'ring', at: { part: 0, ring: 1 } });
    expect(pick(0, 0)).toEqual({ kind: 'ring', at: { part: 0, ring: 1 } });
    expect(pick(70, 0)).toEqual({ kind: 'ring', at: { part: 0, ring: 0 } });
    expect(pick(150, 0)).toBeNull();
    const close: ZoneParts = [[[[0, 0], [6, 0], [100, 100], [0, 0]]]];
    expect(pickRing(close, [5, 1], ([a, b]) => [a, b], 10)).toEqual({ kind: 'corner', at: { part: 0, ring: 0, corner: 1 } });
    expect(pickRing(close, [1, 1], ([a, b]) => [a, b], 10)).toEqual({ kind: 'corner', at: { part: 0, ring: 0, corner: 0 } });
  });

  it('knows which corner was moved, also the first, and that a new one was not', () => {
    const ring = square(0, 0, 1);
    const moved: Ring = [[5, 5], ...ring.slice(1, -1), [5, 5]];
    expect(findMovedCorner(ring, moved)).toBe(0);
    expect(findMovedCorner(ring, ring.map((corner, index) => (index === 2 ? [9, 9] as const : corner)))).toBe(2);
    expect(findMovedCorner(ring, ring)).toBeNull();
    expect(findMovedCorner(ring, square(1, 1, 3))).toBeNull();
    expect(findMovedCorner(ring, [...ring, [0, 0]])).toBeNull();
  });
});

describe('a zone being written', () => {
  it('is sent as the server takes it', () => {
    const draft = { ...toZoneDraft(null, day('2026-11-24')), name: ' Cầu T11 ' };
    expect(listZoneFaults(draft, geometry).size).toBe(0);
    const parsed = newZoneSchema.safeParse(toNewZone(draft, geometry, 'hn-hp-2025', zone.id));
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(parsed.data).toMatchObject({ name: 'Cầu T11', kind: 'hotspot', status: 'draft', validFrom: '2026-11-24', validTo: null, evidence: null, origin: { kind: 'drawn' } });
  });

  it('tells what it lacks', () => {
    const draft = { ...toZoneDraft(null, day('2026-11-24')), validTo: day('2026-11-23') };
    expect([...listZoneFaults(draft, null)]).toEqual(['missingName', 'order', 'missingShape']);
    expect([...listZoneFaults({ ...draft, name: 'x', validFrom: null }, geometry)]).toEqual(['missingFrom']);
  });

  it('sends of a change only what differs', () => {
    expect(toZoneChange(toZoneDraft(zone, day('2026-11-24')), structuredClone(geometry), zone)).toEqual({ version: 3 });
    const other = { type: 'Polygon' as const, coordinates: [square(105.8, 21.03, 0.004).map(([x, y]): [number, number] => [x, y])] };
    const change = toZoneChange({ ...toZoneDraft(zone, day('2026-11-24')), evidence: ' ', validTo: day('2026-12-31'), remark: 'thu nhỏ' }, other, zone);
    expect(change).toEqual({ version: 3, evidence: null, validTo: '2026-12-31', remark: 'thu nhỏ', geometry: other });
    expect(zoneChangeSchema.safeParse(change).error?.issues ?? []).toEqual([]);
  });
});

describe('words of a zone', () => {
  it.each([[950, '950 m²'], [12_345, '1,2 ha'], [999_999, '100 ha'], [2_345_678, '2,35 km²']])('%d m² is %s', (squareMetres, text) => {
    expect(formatArea(squareMetres, 'vi', getMessages('vi'))).toBe(text);
  });

  it('count parts and corners, and name rings', () => {
    const messages = getMessages('vi');
    expect(describeParts([[square(105.8, 21.03, 0.005), square(105.8, 21.03, 0.001)]], 'vi', messages)).toMatch(/km² · 1 phần · 8 đỉnh$/);
    expect(describeParts([], 'vi', messages)).toBe('Chưa vẽ gì');
    expect([nameRing({ part: 1, ring: 0 }, messages), nameRing({ part: 0, ring: 2 }, messages)]).toEqual(['Phần 2', 'Lỗ 2 của phần 1']);
  });
});

describe('lists and links', () => {
  it('keep the view of an address', () => {
    for (const text of ['', 'status=draft', 'kind=watch', 'status=closed&kind=other']) expect(writeZonesView(readZonesView(new URLSearchParams(text)))).toBe(text);
    expect(readZonesView(new URLSearchParams('status=gone&kind=<b>'))).toEqual({ status: null, kind: null });
  });

  it('show zones in force first, newest change first', () => {
    const one = (id: string, status: Zone['status'], changedAt: string): Zone => ({ ...zone, id, status, changedAt: changedAt as Instant });
    const zones = [one('closed', 'closed', '2026-09-01'), one('old', 'active', '2026-01-01'), one('draft', 'draft', '2026-08-01'), one('new', 'active', '2026-02-01')];
    expect(listShownZones(zones, { status: null, kind: null }).map(({ id }) => id)).toEqual(['new', 'old', 'draft', 'closed']);
    expect(listShownZones(zones, { status: 'draft', kind: null }).map(({ id }) => id)).toEqual(['draft']);
  });

  it('lead from a count to its records', () => {
    const link = linkIncidents(zone.id, day('2026-09-01'), day('2026-09-30'), { ward: 'hn-hp-2025/00160', category: 'theft', borderOnly: true });
    expect(parseListFilter(new URL(link, 'http://x').searchParams)).toMatchObject({ inside: zone.id, ward: 'hn-hp-2025/00160', category: 'theft', zone: true, from: '2026-09-01', to: '2026-09-30' });
  });

  it('cut bins to the period and say which are not whole', () => {
    const bins = listTrendBins({ unit: 'week', starts: [day('2026-08-31'), day('2026-09-07')], counts: [3, 4] }, day('2026-09-02'), day('2026-09-13'));
    expect(bins.map(({ from, to, isPartial }) => [from, to, isPartial])).toEqual([['2026-09-02', '2026-09-06', true], ['2026-09-07', '2026-09-13', false]]);
    expect(listTrendBins({ unit: 'month', starts: [day('2026-02-01'), day('2026-03-01')], counts: [1] }, day('2026-02-01'), day('2026-02-28'))).toEqual([{ start: '2026-02-01', from: '2026-02-01', to: '2026-02-28', count: 1, isPartial: false }]);
  });

  it('read a period, or fall back on the last 90 days', () => {
    const today = day('2026-11-24');
    expect(readCountPeriod(new URLSearchParams('from=2026-01-01&to=2026-02-01'), today)).toEqual({ from: '2026-01-01', to: '2026-02-01' });
    for (const text of ['', 'from=2026-02-01&to=2026-01-01', 'from=1900-01-01&to=2026-01-01', 'from=x&to=y']) {
      const { from, to } = readCountPeriod(new URLSearchParams(text), today);
      expect([countDays(from, to), to]).toEqual([90, today]);
    }
  });

  it('know a file by its name', () => {
    expect(['a.KML', 'b.geojson', 'c.json', 'd.gpx', 'kml'].map(mediaTypeOfZones)).toEqual(['application/vnd.google-earth.kml+xml', 'application/geo+json', 'application/geo+json', null, 'application/vnd.google-earth.kml+xml']);
  });
});

describe('versions', () => {
  const version = (number: number, part: Partial<ZoneVersion>): ZoneVersion => ({ ...zone, changedByRole: 'analyst', changedByUnit: null, remark: null, ...part, version: number });
  it('tell what one changed of the other', () => {
    expect(listDifferences(version(1, {}), version(2, {}))).toEqual([]);
    expect(listDifferences(version(1, {}), version(2, { name: 'x', status: 'closed', validTo: day('2026-12-31'), geometry: { ...geometry, coordinates: [] } }))).toEqual(['name', 'status', 'geometry', 'validity']);
  });

  it('are paired with the earlier first; never one with itself', () => {
    const versions = [version(1, {}), version(2, {}), version(3, {})];
    expect(pairVersions(versions, 3, 1)).toEqual({ first: versions[0], second: versions[2] });
    expect(pairVersions(versions, 2, 2)).toBeNull();
    expect(pairVersions(versions, 2, 9)).toBeNull();
  });
});
