/** Search parameters as Next hands them over. */
export type RawSearch = Readonly<Record<string, string | string[] | undefined>>;

/** First value of each parameter. */
export function readSearch(raw: RawSearch): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(raw)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) params.set(name, first);
  }
  return params;
}
