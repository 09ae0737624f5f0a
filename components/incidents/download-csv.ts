import { fetchOk } from '@/components/data/fetch-json';

/** Pages of 1,000 that one download takes at most. */
const MAX_PAGES = 50;

const nextPath = (response: Response): string | null => /<([^>]+)>;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null;

/** Saves every incident of a query as one CSV file; later pages lose their header line. @throws RequestError */
export async function downloadCsv(query: string, fileName: string): Promise<void> {
  const parts: string[] = [];
  let path: string | null = `/api/incidents?${query}`;
  for (let page = 0; path !== null && page < MAX_PAGES; page++) {
    const response: Response = await fetchOk(path, { headers: { accept: 'text/csv' } });
    const text = await response.text();
    parts.push(page === 0 ? text : text.slice(text.indexOf('\n') + 1));
    path = nextPath(response);
  }
  const url = URL.createObjectURL(new Blob(parts, { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
