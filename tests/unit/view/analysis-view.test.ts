import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METHOD_IDS } from '../../../lib/domain/analysis';
import { daySchema, type Day } from '../../../lib/domain/instant';
import { draftOfRun, formatAnalysisView, formatArea, isDraftOfRun, parseArea, readAnalysisView, scopeOfDraft, type AnalysisDraft } from '../../../lib/view/analysis-view';

const TODAY = '2026-11-24' as Day;
const RUN = '0b7c1a3e-5a7e-4f0e-9d3a-2f6f4c9b1e10';
const read = (search: string) => readAnalysisView(new URLSearchParams(search), TODAY);

const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2026-11-24'), noInvalidDate: true }).map((date) => daySchema.parse(date.toISOString().slice(0, 10)));
const code = fc.stringMatching(/^\d{5}$/);
const area: fc.Arbitrary<AnalysisDraft['area']> = fc.oneof(
  fc.constant(null), fc.uuid().map((id) => ({ kind: 'zone' as const, id })), fc.stringMatching(/^[A-Za-z0-9._-]{1,60}$/).map((id) => ({ kind: 'cluster' as const, id })),
  fc.stringMatching(/^\d{2}$/).map((provinceCode) => ({ kind: 'province' as const, provinceCode })), fc.uniqueArray(code, { minLength: 1, maxLength: 8 }).map((codes) => ({ kind: 'wards' as const, codes: codes.sort() })),
);
const draft: fc.Arbitrary<AnalysisDraft> = fc.record({
  method: fc.constantFrom(null, ...METHOD_IDS), from: day, to: day, categories: fc.uniqueArray(fc.stringMatching(/^[a-z0-9_-]{1,12}$/), { maxLength: 4 }).map((codes) => codes.sort()),
  editionId: fc.constantFrom(null, 'hn-hp-2025'), area, parameters: fc.dictionary(fc.stringMatching(/^[A-Za-z]\w{0,12}$/), fc.string({ minLength: 1, maxLength: 20 }), { maxKeys: 4 }), seed: fc.nat().map(String),
});

describe('the address of the workbench', () => {
  it('restores every form, whatever was typed', () => {
    fc.assert(fc.property(draft, (given) => {
      expect(read(formatAnalysisView({ run: null, draft: given }))).toEqual({ run: null, draft: { ...given, parameters: { ...given.parameters } } });
    }));
  });

  it('needs nothing but the run once there is one', () => {
    const { draft: form } = read('method=getis_ord&area=province:01');
    expect(formatAnalysisView({ run: RUN, draft: form })).toBe(`run=${RUN}`);
    expect(read(`run=${RUN}`).run).toBe(RUN);
  });

  it('has 365 days up to today, every category and no area when it says nothing, and loses only what does not parse', () => {
    const plain = { method: null, from: '2025-11-25', to: '2026-11-24', categories: [], editionId: null, area: null, parameters: {}, seed: '2026' };
    expect(read('').draft).toEqual(plain);
    expect(read('run=1&method=guess&from=2026-02-30&category=Theft,drugs&edition=%20&area=wards:1&seed=x&p.=1&p.1a=2').draft).toEqual({ ...plain, categories: ['drugs'] });
    expect(read('run=nonsense').run).toBeNull();
  });
});

describe('an area', () => {
  it.each(['', 'wards:', 'wards:1', 'province:1', 'zone:abc', 'cluster:a b', 'street:1', 'cluster'])('is not %j', (text) => { expect(parseArea(text)).toBeNull(); });
  it('is written as it is read', () => {
    for (const text of ['wards:00007,00169', 'province:01', 'cluster:cum-hoa-do-phuc-vi', `zone:${RUN}`]) expect(formatArea(parseArea(text) ?? { kind: 'province', provinceCode: '99' })).toBe(text);
  });
});

describe('the form of a run', () => {
  const run = {
    method: 'kernel_density' as const, seed: 7, parameters: { bandwidthMetres: 300, adaptive: true },
    scope: { from: '2026-01-01' as Day, to: '2026-10-31' as Day, categories: ['theft'], editionId: 'hn-hp-2025', area: { kind: 'wards' as const, codes: ['00160', '00008'] } },
  };
  it('asks for the same again, and notices any change', () => {
    const form = draftOfRun(run);
    expect(isDraftOfRun(form, run, 'other')).toBe(true);
    expect(isDraftOfRun({ ...form, editionId: null }, run, 'hn-hp-2025')).toBe(true);
    const others: Partial<AnalysisDraft>[] = [{ method: 'getis_ord' }, { to: '2026-10-30' as Day }, { categories: [] }, { editionId: 'hn-hp-pre2025' }, { area: { kind: 'wards', codes: ['00160'] } }, { parameters: {} }, { parameters: { ...form.parameters, bandwidthMetres: '301' } }, { seed: '8' }];
    for (const part of others) expect(isDraftOfRun({ ...form, ...part }, run, 'hn-hp-2025')).toBe(false);
  });

  it('has a scope once it has an area and its days are in order', () => {
    const form = draftOfRun(run);
    expect(scopeOfDraft(form, null)).toEqual(run.scope);
    expect(scopeOfDraft({ ...form, editionId: null }, 'in-force')?.editionId).toBe('in-force');
    expect([scopeOfDraft({ ...form, area: null }, 'e'), scopeOfDraft({ ...form, to: '2025-12-31' as Day }, 'e'), scopeOfDraft({ ...form, editionId: null }, null)]).toEqual([null, null, null]);
  });
});
