'use client';

import { useEffect, useMemo, useState } from 'react';
import { decodeOwnerColumns, type OwnerColumns } from '@/lib/domain/owner-columns';
import type { PointColumns } from '@/lib/domain/point-columns';
import { readAsRecorded, readInEdition, type OwnerReading } from '@/lib/trends/edition-reading';
import { fetchOk } from '@/components/data/fetch-json';

/** A reading of the boundaries, and how it stands: `pending` and `failed` readings are the recorded one meanwhile. */
export interface ReadingState {
  readonly state: 'ready' | 'pending' | 'failed';
  readonly reading: OwnerReading;
  /** Reach within which borders are counted under an edition, in metres; null as recorded. */
  readonly widthMetres: number | null;
}

/** What came for an edition: its columns, or that they could not be had. */
type Answer = { readonly edition: string; readonly known: number } & ({ readonly columns: OwnerColumns } | { readonly columns: null });

const fetchOwners = async (edition: string): Promise<OwnerColumns> =>
  decodeOwnerColumns(await (await fetchOk(`/api/stats/owners?edition=${encodeURIComponent(edition)}`)).arrayBuffer());

/** Whose each incident is: as recorded (null), or by the wards of one edition, asked of the server again when incidents were added. */
export function useReading(points: PointColumns | null, edition: string | null): ReadingState | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const known = points?.count ?? 0;
  const isCurrent = answer !== null && answer.edition === edition && answer.known === known;
  useEffect(() => {
    if (edition === null || known === 0 || isCurrent) return undefined;
    let isWanted = true;
    fetchOwners(edition).then(
      (columns) => { if (isWanted) setAnswer({ edition, known, columns }); },
      () => { if (isWanted) setAnswer((before) => ({ edition, known, columns: before?.edition === edition ? before.columns : null })); },
    );
    return () => { isWanted = false; };
  }, [edition, known, isCurrent]);
  return useMemo(() => {
    if (points === null) return null;
    if (edition === null || points.count === 0) return { state: 'ready', reading: readAsRecorded(points), widthMetres: null };
    if (answer === null || answer.edition !== edition) return { state: 'pending', reading: readAsRecorded(points), widthMetres: null };
    return answer.columns === null ? { state: 'failed', reading: readAsRecorded(points), widthMetres: null }
      : { state: 'ready', reading: readInEdition(points, answer.columns), widthMetres: answer.columns.widthMetres };
  }, [points, edition, answer]);
}
