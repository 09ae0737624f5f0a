import type { PatrolGeometry } from '@/lib/domain/patrol';

export const MAX_TRACK_BYTES = 5 * 1024 * 1024;

/** What the server is told a file is; null for a kind it does not read. */
export function mediaTypeOf(fileName: string): string | null {
  const extension = fileName.toLowerCase().split('.').at(-1);
  if (extension === 'gpx') return 'application/gpx+xml';
  return extension === 'geojson' || extension === 'json' ? 'application/geo+json' : null;
}

interface TrackRequest {
  readonly ward: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

/** Address of a track's upload. */
export function trackPath(patrolId: string, { ward, startedAt, endedAt }: TrackRequest): string {
  const query = new URLSearchParams({ ward, ...(startedAt === null ? {} : { startedAt }), ...(endedAt === null ? {} : { endedAt }) });
  return `/api/patrols/${patrolId}/tracks?${query.toString()}`;
}

/** Body and media type of a drawn track. */
export function drawnTrack(geometry: PatrolGeometry): { readonly type: string; readonly body: string } {
  return { type: 'application/geo+json', body: JSON.stringify(geometry) };
}
