import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeStreamEvent, EventStreamParser } from '../../../lib/live/event-stream';

describe('an event stream', () => {
  it('is read as it was written, whatever pieces it arrives in', () => {
    const events = [['hello', { versions: 1 }, undefined], ['change', { text: 'một dòng\nhai: dòng' }, 7], ['beat', {}, undefined]] as const;
    const text = events.map(([name, data, id]) => encodeStreamEvent(name, data, id)).join('');
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: text.length })), (cuts) => {
      const places = [0, ...[...cuts].sort((a, b) => a - b), text.length];
      const parser = new EventStreamParser();
      const read = places.slice(1).flatMap((end, place) => parser.push(text.slice(places[place], end)));
      expect(read.map(({ name, data, lastId }) => [name, JSON.parse(data), lastId])).toEqual([['hello', { versions: 1 }, ''], ['change', { text: 'một dòng\nhai: dòng' }, '7'], ['beat', {}, '7']]);
    }));
  });

  it.each([
    ['CRLF', 'event: a\r\ndata: 1\r\n\r\n', [['a', '1']]],
    ['comments and unknown fields', ': hello\nretry: 5\ndata: 1\n\n', [['message', '1']]],
    ['several data lines', 'data: 1\ndata:2\ndata:  3\n\n', [['message', '1\n2\n 3']]],
    ['an event without data', 'event: a\n\ndata: 1\n\n', [['message', '1']]],
    ['an unfinished event', 'data: 1\n', []],
  ])('follows the standard: %s', (_, text, expected) => {
    expect(new EventStreamParser().push(text).map(({ name, data }) => [name, data])).toEqual(expected);
  });
});
