/** What a sheet's name may not hold, and how long it may be. */
const REFUSED = /[\\/?*[\]:]/g;
const MOST_LETTERS = 31;

/** Names for sheets out of titles: composed, without the letters that are refused, at most 31 long, each once whatever its case. */
export function nameSheets(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = title.normalize('NFC').replace(REFUSED, ' ').replace(/\s+/g, ' ').replace(/^[' ]+|[' ]+$/g, '') || '–';
    for (let time = 1; ; time += 1) {
      const suffix = time === 1 ? '' : ` (${String(time)})`;
      const name = `${plain.slice(0, MOST_LETTERS - suffix.length).trimEnd()}${suffix}`;
      if (taken.has(name.toLocaleLowerCase('vi'))) continue;
      taken.add(name.toLocaleLowerCase('vi'));
      return name;
    }
  });
}
