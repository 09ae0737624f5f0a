/**
 * JSON with the keys of every object in order and nothing left to chance, so that equal values give equal text.
 *
 * Source: after RFC 8785 (JCS), keys by UTF-16 code units; numbers as ECMAScript writes them. `undefined` members are left out.
 * @throws on a number that is not finite: it would become null.
 */
export function writeCanonicalJson(value: unknown): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`a number that is not finite has no JSON: ${String(value)}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((one) => (one === undefined ? 'null' : writeCanonicalJson(one))).join(',')}]`;
  if (ArrayBuffer.isView(value)) return writeCanonicalJson(Array.from(value as Float64Array));
  if (typeof value === 'object' && value !== null) {
    const members = value as Readonly<Record<string, unknown>>;
    const keys = Object.keys(members).filter((key) => members[key] !== undefined).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${writeCanonicalJson(members[key])}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
