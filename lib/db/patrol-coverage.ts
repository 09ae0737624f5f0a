import { z } from 'zod';
import type { Instant } from '../domain/instant';
import type { KnownPatrol } from '../domain/briefing-facts';
import type { ArcCoverage } from '../domain/patrol';
import { coveredFromBoth, uniteCoverage, type CoveredArc } from '../geo/arc-coverage';
import { lengthOfStretches, uniteStretches, type Stretch } from '../geo/stretches';
import { readAll } from './api-error';
import type { DatabaseClient } from './clients';
import { readWardNames } from './editions';
import { instantOf } from './instant-of';
import { coverageSchema, toArcCoverage } from './patrol-reading';

/** A period of one edition; `arcs` (codes and length) are listed also where nothing covers them. */
export interface CoveragePeriod {
  readonly editionId: string;
  readonly from: string;
  readonly to: string;
  readonly isMeant: (arc: { readonly wardA: string; readonly wardB: string }) => boolean;
  readonly listed: readonly { readonly wardA: string; readonly wardB: string; readonly lengthMetres: number }[];
}

const rowSchema = z.object({
  id: z.string(),
  ended_at: z.string().nullable(),
  coverage: coverageSchema,
  patrols: z.object({ id: z.string(), to_at: z.string() }),
});
type TrackRow = z.output<typeof rowSchema>;

interface Tally {
  readonly arc: CoveredArc;
  readonly both: readonly Stretch[];
  readonly patrols: number;
  readonly lastAt: Instant | null;
}

/** What each arc had of the recorded tracks of a period that the client may see, by codes. "Both sides" counts within one patrol only. */
export async function listArcCoverage(client: DatabaseClient, period: CoveragePeriod): Promise<ArcCoverage[]> {
  const rows = await readAll('tracks of a period', (from, to) => client.from('patrol_tracks')
    .select('id, ended_at, coverage, patrols!inner(id, to_at, edition_id, from_at, status)')
    .eq('patrols.edition_id', period.editionId).neq('patrols.status', 'cancelled')
    .gte('patrols.from_at', period.from).lt('patrols.from_at', period.to).order('id').range(from, to));
  return nameTallies(client, tallyTracks(z.array(rowSchema).parse(rows), period), period.editionId);
}

/** The same of tracks that were read already: those of one patrol under its id, each with its end. */
export async function tallyCoverage(client: DatabaseClient, patrols: readonly Pick<KnownPatrol, 'id' | 'tracks'>[], period: CoveragePeriod): Promise<ArcCoverage[]> {
  const rows = patrols.flatMap(({ id, tracks }) => tracks.map(({ at, coverage }): TrackRow => ({ id, ended_at: at, coverage: [...coverage], patrols: { id, to_at: at } })));
  return nameTallies(client, tallyTracks(rows, period), period.editionId);
}

async function nameTallies(client: DatabaseClient, tallies: readonly Tally[], editionId: string): Promise<ArcCoverage[]> {
  const nameOf = await readWardNames(client, new Set(tallies.flatMap(({ arc }) => [arc.wardA, arc.wardB].map((code) => `${editionId}/${code}`))));
  return tallies.map(({ arc, both, patrols, lastAt }) => toArcCoverage(arc, lengthOfStretches(both), editionId, nameOf, { patrols, lastAt }));
}

function tallyTracks(rows: readonly TrackRow[], { isMeant, listed }: CoveragePeriod): Tally[] {
  const tallies = new Map<string, Tally>(listed.map((arc) => [`${arc.wardA}/${arc.wardB}`, { arc: { ...arc, sides: [[], []] }, both: [], patrols: 0, lastAt: null }]));
  for (const tracks of groupByPatrol(rows)) {
    const lastAt = tracks.map(({ ended_at, patrols }) => instantOf(ended_at ?? patrols.to_at)).sort().at(-1) ?? null;
    for (const arc of uniteCoverage(tracks.map(({ coverage }) => coverage)).filter(isMeant)) {
      const key = `${arc.wardA}/${arc.wardB}`;
      tallies.set(key, addToTally(tallies.get(key), arc, lastAt));
    }
  }
  return [...tallies.values()].sort((a, b) => (`${a.arc.wardA}/${a.arc.wardB}` < `${b.arc.wardA}/${b.arc.wardB}` ? -1 : 1));
}

function groupByPatrol(rows: readonly TrackRow[]): TrackRow[][] {
  const groups = new Map<string, TrackRow[]>();
  for (const row of rows) groups.set(row.patrols.id, [...(groups.get(row.patrols.id) ?? []), row]);
  return [...groups.values()];
}

function addToTally(known: Tally | undefined, arc: CoveredArc, lastAt: Instant | null): Tally {
  return {
    arc: uniteCoverage([known === undefined ? [] : [known.arc], [arc]])[0] ?? arc,
    both: uniteStretches([...(known?.both ?? []), ...coveredFromBoth(arc)]),
    patrols: (known?.patrols ?? 0) + 1,
    lastAt: known?.lastAt !== null && known?.lastAt !== undefined && (lastAt === null || known.lastAt > lastAt) ? known.lastAt : lastAt,
  };
}
