import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composePin } from '../../lib/briefing/compose-pin';
import type { PinData } from '../../lib/briefing/pin-evidence';
import { PIN_PAGES, readPinPage } from '../../lib/briefing/pin-page';
import { newPinSchema, type PinKind } from '../../lib/domain/briefing';
import type { Day, Instant } from '../../lib/domain/instant';
import { reviewQuerySchema } from '../../lib/http/programme-queries';
import { readAsRecorded } from '../../lib/trends/edition-reading';
import { parseTrendsView } from '../../lib/trends/trends-view';
import { readAnalysisView } from '../../lib/view/analysis-view';
import { readBoardView } from '../../lib/view/board-view';
import { parseView } from '../../lib/view/parse-view';
import { readPatrolView } from '../../lib/view/patrol-view';
import { resolvePeriod } from '../../lib/view/resolve-period';
import { readReviewSpan } from '../../lib/view/review-span';
import { readSimulationRequest, readSimulationView } from '../../lib/view/simulation-view';
import { listSlideFaults, namesOf } from '../helpers/briefing-input';
import { listPoints } from '../helpers/list-points';

const TODAY = '2026-05-31' as Day;
const AS_OF = '2026-05-31T13:00:00.000Z' as Instant;
const nowSeconds = Date.parse(AS_OF) / 1_000;
const points = listPoints(Array.from({ length: 40 }, (_, place) => ({ at: nowSeconds - place * 700_000, category: place % 3 === 0 ? 'theft' : 'robbery', ward: `grid/0000${String(1 + (place % 2))}`, status: place < 3 ? ('reported' as const) : ('closed' as const), borderZone: place % 4 === 0 })).reverse(), nowSeconds);
const names = { ...namesOf({ '00001': 'Phường Một', '00002': 'Phường Hai' }) };

const page = fc.constantFrom('map', 'trends', 'zones', 'alarms', 'patrols', 'programmes/review', 'programmes/drug-free', 'scores', 'disputes', 'clusters', 'rules', 'analysis', 'zones/00000000-0000-4000-8000-000000000001', 'clusters/trio', 'scores/00000000-0000-4000-8000-000000000001/wards/00001');
const key = fc.constantFrom('at', 'from', 'to', 'period', 'category', 'status', 'ward', 'cluster', 'zone', 'open', 'overdue', 'bin', 'c', 'cal', 'by', 'reading', 'form', 'scale', 'chart', 'unit', 'tab', 'gaps', 'alarm', 'width', 'leadRule', 'run', 'day', 'risk', 'method', 'area', 'seed');
const value = fc.oneof(
  fc.string({ maxLength: 12 }), fc.constantFrom('2026-02-31', '2026-05-01', '0000-01-01', '9999-12-31', 'NaN', '-1', '1e999', '', '%', '%00', '../..', '00000000-0000-4000-8000-000000000001', 'theft', 'reported,closed', 'grid/00001', '105.8,21,30', 'ward', 'hours', 'year', 'coverage', 'all', '7', '1'),
);
const query = fc.array(fc.tuple(key, value), { maxLength: 7 }).map((pairs) => pairs.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join('&'));
const path = fc.oneof(fc.tuple(page, query).map(([one, search]) => `/${one}?${search}`), fc.string({ maxLength: 60 }).map((text) => `/${text}`), fc.webUrl(), fc.string({ maxLength: 40 }));

describe('the path of a pin', () => {
  it('is a page of ours with an id of its form, or none; it never throws', () => {
    fc.assert(fc.property(path, (text) => {
      const found = readPinPage(text);
      expect(newPinSchema.shape.path.safeParse(text).success && found === null ? true : found === null || found.page in PIN_PAGES).toBe(true);
      if (found?.id !== null && found?.id !== undefined && found.page !== 'cluster') expect(found.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    }), { numRuns: 2_000 });
  });

  it('gives a view whatever its query says, and a slide of it that reads well', () => {
    fc.assert(fc.property(query, fc.constantFrom<PinKind>('map', 'chart'), fc.constantFrom('series', 'hours', 'wards'), (search, kind, chart) => {
      const params = new URLSearchParams(search);
      for (const read of [() => readPatrolView(params, TODAY), () => readBoardView(params), () => readAnalysisView(params, TODAY), () => readSimulationRequest(readSimulationView(params, TODAY)), () => reviewQuerySchema.safeParse(readReviewSpan(search, TODAY))]) expect(read).not.toThrow();
      const view = parseView(params);
      const days = resolvePeriod(view.period, TODAY);
      const from = days.from === null || days.from > TODAY ? ('2025-01-01' as Day) : days.from;
      const data: PinData[] = [
        { kind: 'points', points, view, from, to: TODAY, nowSeconds, editionId: 'grid', day: TODAY, zone: null }, { kind: 'trend', points, view: parseTrendsView(params), reading: readAsRecorded(points), chart, referenceDay: TODAY, nowSeconds },
      ];
      for (const one of data) {
        const slide = composePin({ id: 'x', kind, title: 'x', path: `/map?${search}`, data: one }, () => true)!;
        expect([search, JSON.parse(JSON.stringify(slide)), listSlideFaults(slide, names)]).toEqual([search, slide, []]);
      }
    }), { numRuns: 400 });
  });
});
