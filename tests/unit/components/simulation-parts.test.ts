import { describe, expect, it } from 'vitest';
import type { Day } from '../../../lib/domain/instant';
import { readLines } from '../../../components/rules/read-lines';
import { buildMatrix, formatPairsCsv } from '../../../components/rules/simulation-csv';
import { readSimulationRequest, readSimulationView, writeSimulationView } from '../../../lib/view/simulation-view';

const TODAY = '2026-11-22' as Day;
const viewOf = (query: string) => readSimulationView(new URLSearchParams(query), TODAY);

describe('the address of the simulator', () => {
  it('restores what it was written from', () => {
    const query = 'from=2026-01-01&to=2026-06-30&cluster=cum-a&width=200&leadRule=owner&run=1';
    expect(writeSimulationView(viewOf(query), true)).toBe(query);
  });
  it('has the last 90 days and no change by default', () => {
    expect(viewOf('from=x&leadRule=toss')).toEqual({ from: '2026-08-25', to: '2026-11-22', cluster: null, width: '', leadRule: null, defaultWidth: '' });
  });
});

describe('a request', () => {
  it('holds only what is changed, and the default width only for the whole city', () => {
    expect(readSimulationRequest(viewOf('from=2026-01-01&to=2026-06-30&width=200&defaultWidth=50'))).toEqual({ kind: 'ready', request: { from: '2026-01-01', to: '2026-06-30', change: { widthMetres: 200, defaultWidthMetres: 50 } } });
    expect(readSimulationRequest(viewOf('from=2026-01-01&to=2026-06-30&width=200&defaultWidth=50&cluster=c'))).toMatchObject({ request: { cluster: 'c', change: { widthMetres: 200 } } });
  });
  it.each([['', 'nothing'], ['width=9999', 'width'], ['defaultWidth=-1', 'defaultWidth'], ['width=5&from=2026-02-01&to=2026-01-01', 'order']])('of %j is refused for %s', (query, fault) => {
    const result = readSimulationRequest(viewOf(query));
    expect(result.kind === 'wrong' ? [...result.faults] : result).toEqual([fault]);
  });
});

describe('lines of a stream', () => {
  const streamOf = (chunks: readonly Uint8Array[], onCancel: () => void = () => undefined) => new ReadableStream<Uint8Array>({
    start: (controller) => { chunks.forEach((chunk) => { controller.enqueue(chunk); }); controller.close(); }, cancel: onCancel,
  });
  const bytes = new TextEncoder().encode('{"a":"Đống"}\n\n{"b":2}\n{"c":3}');

  it('come out the same wherever the chunks are cut', async () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      const lines: string[] = [];
      for await (const line of readLines(streamOf([bytes.slice(0, cut), bytes.slice(cut)]))) lines.push(line);
      expect(lines).toEqual(['{"a":"Đống"}', '{"b":2}', '{"c":3}']);
    }
  });

  it('cancel the stream when the reader leaves', async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => { controller.enqueue(bytes); }, cancel: () => { cancelled = true; } });
    for await (const line of readLines(endless)) if (line !== '') break;
    expect(cancelled).toBe(true);
  });
});

describe('pairs', () => {
  const [a, b] = [{ editionId: 'e', code: '1', name: 'A' }, { editionId: 'e', code: '2', name: '+B' }];
  const result = { byPair: [{ from: a, to: b, count: 3, ids: [] }, { from: null, to: a, count: 1, ids: [] }] };
  it('make a CSV that no spreadsheet runs', () => {
    expect(formatPairsCsv(result).split('\r\n').slice(1, 3)).toEqual(['"e","1","A","e","2","\'+B","3"', '"","","","e","1","A","1"']);
  });
  it('make a cross table', () => {
    const { rows, columns, countOf } = buildMatrix(result);
    expect(rows).toEqual([a, null]);
    expect(columns).toEqual([b, a]);
    expect([countOf(a, b), countOf(null, a), countOf(a, a), countOf(null, b)]).toEqual([3, 1, 0, 0]);
  });
});
