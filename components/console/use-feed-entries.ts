'use client';

import { useMemo, useState } from 'react';
import { readUuid, type PointColumns } from '@/lib/domain/point-columns';
import type { PointFeed } from '@/components/data/use-points';

/** One line of the feed. */
export interface FeedEntry {
  readonly row: number;
  readonly id: string;
  readonly kind: 'incident' | 'changed' | 'earlier';
  /** When this screen learned of it, in ms of the browser's clock; null for what was there before. */
  readonly seenAtMs: number | null;
}

interface Log {
  readonly points: PointColumns | null;
  /** The highest version when the screen was opened: what is above came since. */
  readonly baseline: number;
  readonly seenAtMs: ReadonlyMap<string, number>;
  readonly arrived: ReadonlySet<string>;
}

const EMPTY: Log = { points: null, baseline: 0, seenAtMs: new Map(), arrived: new Set() };
const MAX_ENTRIES = 60;

/** The log after another answer: rows above the version held until now were seen with it. */
function absorb(log: Log, points: PointColumns, newIds: readonly string[], receivedAtMs: number): Log {
  if (log.points === null) return { ...EMPTY, points, baseline: points.version };
  const seenAtMs = new Map(log.seenAtMs);
  for (let row = 0; row < points.count; row++) {
    if ((points.versions[row] ?? 0) > log.points.version) seenAtMs.set(readUuid(points.ids, row), receivedAtMs);
  }
  return { points, baseline: log.baseline, seenAtMs, arrived: new Set([...log.arrived, ...newIds]) };
}

function listEntries({ baseline, seenAtMs, arrived }: Log, points: PointColumns, rows: Uint32Array): readonly FeedEntry[] {
  const versionOf = (row: number): number => points.versions[row] ?? 0;
  const occurredAt = (row: number): number => points.occurredAt[row] ?? 0;
  const live = Array.from(rows).filter((row) => versionOf(row) > baseline).sort((a, b) => versionOf(b) - versionOf(a)).slice(0, MAX_ENTRIES);
  const room = MAX_ENTRIES - live.length;
  const earlier = Array.from(rows).filter((row) => versionOf(row) <= baseline).sort((a, b) => occurredAt(b) - occurredAt(a)).slice(0, room);
  return [...live, ...earlier].map((row): FeedEntry => {
    const id = readUuid(points.ids, row);
    const kind = versionOf(row) <= baseline ? 'earlier' : arrived.has(id) ? 'incident' : 'changed';
    return { row, id, kind, seenAtMs: seenAtMs.get(id) ?? null };
  });
}

/** What came in and what changed since the screen was opened, newest first, then the latest before; only rows that pass the filters. */
export function useFeedEntries({ points, newIds, receivedAtMs }: PointFeed, rows: Uint32Array | undefined): readonly FeedEntry[] {
  const [log, setLog] = useState(EMPTY);
  const isBehind = points !== null && log.points !== points;
  const current = isBehind ? absorb(log, points, newIds, receivedAtMs ?? 0) : log;
  if (isBehind) setLog(current);
  return useMemo(() => (points === null || rows === undefined ? [] : listEntries(current, points, rows)), [current, points, rows]);
}
