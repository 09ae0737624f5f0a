/** Where a value holds a number that JSON can not write (NaN, ±∞), as a path like `facts.2.value`; null when it holds none. */
export function findNotFinite(value: unknown, path = ''): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path || '(value)';
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, member] of Object.entries(value)) {
    const found = findNotFinite(member, path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
