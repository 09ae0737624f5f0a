import { describe, expect, it } from 'vitest';
import type { Regulation } from '../../../lib/domain/boundary';
import type { Day } from '../../../lib/domain/instant';
import { DEFAULT_RULES } from '../../../lib/domain/regulation';
import { getMessages } from '../../../lib/messages/get-messages';
import { clampToTerm } from '../../../lib/view/clamp-to-term';
import { listRegulationChanges } from '../../../components/clusters/regulation-changes';
import { draftFrom, readDraft } from '../../../components/clusters/regulation-draft';
import { parseNumberInput } from '../../../lib/view/parse-number-input';
import { closeRing, formatPositions, parsePositions } from '../../../components/clusters/shape-numbers';
import { circleOfRing, readDrawn } from '../../../components/map/drawn-shape';
import { buildCircleRing } from '../../../lib/layers/focus-area-layer';
import { formatDuration } from '../../../lib/format/format-duration';

const day = (text: string): Day => text as Day;
const wording = { messages: getMessages('vi'), language: 'vi' as const, members: [{ code: '00160', name: 'Phường Nghĩa Đô' }, { code: '00008', name: 'Phường Ngọc Hà' }] };
const first: Regulation = Object.freeze({ version: 1, from: day('2025-07-01'), to: null, borderWidthMetres: 100, rules: DEFAULT_RULES });

describe('the difference of two versions of a regulation', () => {
  it('is empty for a version that repeats the one before', () => {
    expect(listRegulationChanges(first, { ...first, version: 2 }, wording)).toEqual([]);
  });

  it('names each change in words: width, a border of its own, who leads, deadlines', () => {
    const rules = { ...DEFAULT_RULES, leadRule: 'standing_unit' as const, arcWidths: [{ wards: ['00160', '00008'] as const, widthMetres: 60 }], deadlines: { ...DEFAULT_RULES.deadlines, resolve: null, confirm_lead: 90 } };
    expect(listRegulationChanges(first, { ...first, version: 2, borderWidthMetres: 150, rules }, wording)).toEqual([
      { what: 'Bề rộng vùng giáp ranh', before: '100 m', after: '150 m' },
      { what: 'Bề rộng P. Nghĩa Đô – P. Ngọc Hà', before: 'theo bề rộng chung', after: '60 m' },
      { what: 'Ai chủ trì ở vùng giáp ranh', before: 'Đơn vị phát hiện trước', after: 'Cụm trưởng' },
      { what: 'Nhận chủ trì', before: '30 phút', after: '1 giờ 30 phút' },
      { what: 'Giải quyết', before: '3 ngày', after: 'không hạn' },
    ]);
  });

  it('sees the same border whichever ward is named first, and one that loses its own width', () => {
    const withArc = (wards: readonly [string, string]): Regulation => ({ ...first, rules: { ...DEFAULT_RULES, arcWidths: [{ wards, widthMetres: 60 }] } });
    expect(listRegulationChanges(withArc(['00160', '00008']), withArc(['00008', '00160']), wording)).toEqual([]);
    expect(listRegulationChanges(withArc(['00160', '00008']), first, wording)).toMatchObject([{ before: '60 m', after: 'theo bề rộng chung' }]);
  });
});

describe('a draft of a regulation', () => {
  it('repeats the latest version and reads back as it', () => {
    expect(readDraft(draftFrom(first, day('2026-01-01'), 100))).toEqual({ kind: 'ready', body: { validFrom: '2026-01-01', borderWidthMetres: 100, rules: DEFAULT_RULES } });
  });

  it('names every field that says nothing usable', () => {
    const draft = { ...draftFrom(first, day('2026-01-01'), 100), width: '5001', arcWidths: { '00008/00160': 'x' }, mayLead: [], deadlines: { confirm_lead: '1,5', acknowledge_assist: '', hand_over: '0', resolve: '10', return_outcome: '' } };
    const result = readDraft(draft);
    expect(result.kind === 'wrong' ? [...result.fields].sort() : result).toEqual(['00008/00160', 'confirm_lead', 'hand_over', 'mayLead', 'width']);
  });

  it('takes an empty width of a border as the common one and an empty deadline as none', () => {
    const result = readDraft({ ...draftFrom(first, day('2026-01-01'), 100), arcWidths: { '00008/00160': ' ' }, deadlines: { confirm_lead: '', acknowledge_assist: '15', hand_over: '60', resolve: '4320', return_outcome: '1440' } });
    expect(result).toMatchObject({ kind: 'ready', body: { rules: { arcWidths: [], deadlines: { confirm_lead: null, acknowledge_assist: 15 } } } });
  });
});

describe('shapes as numbers', () => {
  it('read back what they wrote, latitude first, and refuse too few or broken lines', () => {
    const corners = [[105.80616, 21.038981], [105.807, 21.04], [105.805, 21.04]] as const;
    expect(formatPositions(corners).split('\n')[0]).toBe('21.038981, 105.806160');
    expect(parsePositions(formatPositions(corners), 3)).toEqual(corners);
    expect(parsePositions(formatPositions(corners.slice(0, 2)), 3)).toBeNull();
    expect(parsePositions('21.03, 105.8\nhello', 1)).toBeNull();
  });

  it('close a ring once', () => {
    const open = [[1, 1], [2, 1], [2, 2]] as const;
    expect(closeRing(open)).toHaveLength(4);
    expect(closeRing(closeRing(open))).toHaveLength(4);
  });

  it('take numbers of either language within their range', () => {
    expect([parseNumberInput('12,5', 1, 100), parseNumberInput('12.5', 1, 100), parseNumberInput('101', 1, 100), parseNumberInput('-3', 0, 9), parseNumberInput('1e3', 0, 9999), parseNumberInput('', 0, 9)]).toEqual([12.5, 12.5, null, null, null, null]);
  });

  it('find the circle a ring was drawn as, within 1 % of the radius and a metre of the centre', () => {
    const { centre, radiusMetres } = circleOfRing(buildCircleRing([105.80616, 21.038981], 125));
    expect(Math.abs(radiusMetres - 125)).toBeLessThanOrEqual(1.25);
    expect(Math.abs(centre[0] - 105.80616) + Math.abs(centre[1] - 21.038981)).toBeLessThan(0.00001);
  });

  it('are nothing with too few corners', () => {
    expect(readDrawn('line', { type: 'LineString', coordinates: [[1, 1]] })).toBeNull();
    expect(readDrawn('polygon', { type: 'Polygon', coordinates: [[[1, 1], [2, 2], [1, 1]]] })).toBeNull();
  });
});

describe('a term', () => {
  it('lends the nearest of its days', () => {
    const term = { termFrom: day('2023-05-01'), termTo: day('2024-12-31') };
    expect([clampToTerm(term, day('2020-01-01')), clampToTerm(term, day('2024-01-01')), clampToTerm(term, day('2026-01-01'))]).toEqual(['2023-05-01', '2024-01-01', '2024-12-31']);
    expect(clampToTerm({ ...term, termTo: null }, day('2026-01-01'))).toBe('2026-01-01');
  });
});

describe('durations', () => {
  it.each([[0, '0 phút'], [45, '45 phút'], [60, '1 giờ'], [4320, '3 ngày'], [1530, '1 ngày 1 giờ 30 phút'], [-5, '0 phút']])('%d minutes are %s', (minutes, text) => {
    expect(formatDuration(minutes, 'vi')).toBe(text);
  });
});
