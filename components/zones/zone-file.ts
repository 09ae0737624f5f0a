/** Largest file of zones that the server reads, in bytes. */
export const MOST_FILE_BYTES = 5 * 1024 * 1024;

/** What the server is told a file is, by its name; null for a kind it does not read. */
export function mediaTypeOfZones(fileName: string): string | null {
  const extension = fileName.toLowerCase().split('.').at(-1);
  if (extension === 'kml') return 'application/vnd.google-earth.kml+xml';
  return extension === 'geojson' || extension === 'json' ? 'application/geo+json' : null;
}
