import type { AlarmSubject } from '../domain/alarm';
import type { SubjectSeries } from './find-alarms';

/** An incident as the charts need it: where it lies by today's borders. */
export interface PlacedIncident {
  readonly category: string;
  /** Day number since 1970, local. */
  readonly day: number;
  /** Ward; null = nobody's. */
  readonly wardCode: string | null;
  /** Nearest ward on the other side of a border, within the width agreed; null outside of border zones. */
  readonly neighbourCode: string | null;
}

/** A cluster in force today. */
export interface WatchedCluster {
  readonly id: string;
  readonly wardCodes: readonly string[];
}

/** Collects days by subject and kind. */
class SeriesBook {
  readonly #series = new Map<string, { readonly subject: AlarmSubject; readonly category: string | null; readonly days: number[] }>();

  add(subject: AlarmSubject, name: string, { category, day }: PlacedIncident): void {
    for (const kind of [null, category]) {
      const key = `${subject.kind} ${name} ${kind ?? ''}`;
      let entry = this.#series.get(key);
      if (entry === undefined) this.#series.set(key, entry = { subject, category: kind, days: [] });
      entry.days.push(day);
    }
  }

  list(): SubjectSeries[] {
    return [...this.#series.values()].map(({ subject, category, days }) => ({ subject, category, days: Int32Array.from(days).sort() }));
  }
}

/** Series of wards, borders and clusters, each of all kinds and of every kind that occurred. An incident counts in each that it lies in. */
export function buildSubjectSeries(incidents: Iterable<PlacedIncident>, editionId: string, clusters: readonly WatchedCluster[]): SubjectSeries[] {
  const book = new SeriesBook();
  const subjects = new Map<string, AlarmSubject>();
  const subjectOf = (kind: AlarmSubject['kind'], name: string, codes: readonly string[], clusterId: string | null = null): AlarmSubject => {
    const known = subjects.get(`${kind} ${name}`) ?? { kind, editionId, codes, clusterId };
    subjects.set(`${kind} ${name}`, known);
    return known;
  };
  for (const incident of incidents) {
    const { wardCode, neighbourCode } = incident;
    if (wardCode === null) continue;
    book.add(subjectOf('ward', wardCode, [wardCode]), wardCode, incident);
    if (neighbourCode !== null) {
      const codes = [wardCode, neighbourCode].sort();
      book.add(subjectOf('arc', codes.join('|'), codes), codes.join('|'), incident);
    }
    for (const { id, wardCodes } of clusters) {
      if (wardCodes.includes(wardCode)) book.add(subjectOf('cluster', id, wardCodes, id), id, incident);
    }
  }
  return book.list();
}
