/** English words of every table that can be sorted, copied and saved. */
export const tableEn = {
  empty: 'There are no rows.',
  sort: (column: string) => `Sort by ${column}`,
  rows: (first: string, last: string, all: string) => `Rows ${first}–${last} of ${all}`,
  previous: 'Previous',
  next: 'Next',
  copy: 'Copy table',
  copied: 'Copied',
  csv: 'CSV',
  xlsx: 'Excel (XLSX)',
  failed: 'That did not work. Try again.',
};
