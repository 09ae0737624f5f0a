import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCanonicalJson } from '../../../lib/analysis/canonical-json';
import { digestOf } from '../../../lib/analysis/digest';
import { findNotFinite } from '../../../lib/analysis/find-not-finite';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, shuffled(member)]));
};

describe('canonical JSON', () => {
  it('orders keys as RFC 8785 does (its example, section 3.2.3, by UTF-16 units)', () => {
    const example = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', '1': 'One', '\ud83d\ude00': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis' };
    expect(writeCanonicalJson(example).match(/"(?:Carriage|One|Control|Latin|Euro|Emoji|Hebrew)/g)).toEqual(['"Carriage', '"One', '"Control', '"Latin', '"Euro', '"Emoji', '"Hebrew']);
  });

  it('is JSON of the same value, whatever the order of its keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(writeCanonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(writeCanonicalJson(shuffled(value))).toBe(writeCanonicalJson(value));
    }));
  });

  it('leaves undefined members out, writes typed arrays as arrays, and refuses what has no JSON', () => {
    expect(writeCanonicalJson({ b: undefined, a: Float64Array.of(1, 2.5) })).toBe('{"a":[1,2.5]}');
    for (const bad of [NaN, Infinity, [1, -Infinity], { a: { b: NaN } }]) expect(() => writeCanonicalJson(bad)).toThrow(/not finite/);
  });
});

it('a digest is SHA-256 in hexadecimal', () => {
  // printf '{"a":1}' | sha256sum
  expect(digestOf({ a: 1 })).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862');
});

describe('what is not finite', () => {
  it('is found with its place', () => {
    expect(findNotFinite({ facts: [{ value: 1 }, { value: null, low: -Infinity }] })).toBe('facts.1.low');
    expect(findNotFinite(NaN)).toBe('(value)');
    expect(findNotFinite({ a: [1, 'NaN', null, true], b: { c: 0 } })).toBeNull();
  });
});
