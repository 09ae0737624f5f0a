import type { Slide } from '../domain/briefing';

/** Something a briefing holds that the one before did not, or the other way round, or with another number. */
export interface Difference {
  readonly what: 'new' | 'gone' | 'changed';
  readonly about: 'hidden' | 'above' | 'rise' | 'fall' | 'watch' | 'overdue';
  /** Wards it lies in, joined by `/`; null = the whole area. */
  readonly place: string | null;
  readonly before: number | null;
  readonly now: number | null;
}

interface Mark { readonly about: Difference['about']; readonly place: string | null; readonly value: number }

const MOST_DIFFERENCES = 12;
const NEWS: readonly Difference['what'][] = ['new', 'gone', 'changed'];

/** The cells of a slide's table by the columns' ids. */
function rowsOf(slides: readonly Slide[], kind: Slide['kind'], table: string): Record<string, number | string | null>[] {
  const found = slides.find((slide) => slide.kind === kind)?.tables.find(({ id }) => id === table);
  return found?.rows.map(({ cells }) => Object.fromEntries(found.columns.map(({ id }, place) => [id, cells[place] ?? null]))) ?? [];
}

/** What a briefing says of places, each with the number that goes with it. */
function listMarks(slides: readonly Slide[]): Mark[] {
  const hidden = new Map(rowsOf(slides, 'hidden_hotspots', 'candidates').filter((row) => row['kind'] === 'hidden').map((row) => [row['rank'], Number(row['count'])]));
  const wards = rowsOf(slides, 'hidden_hotspots', 'wards');
  const change = rowsOf(slides, 'change_map', 'changes');
  const overdue = slides.find(({ kind }) => kind === 'open_items')?.facts.find(({ id }) => id === 'overdue')?.value ?? 0;
  return [
    ...[...hidden].map(([rank, value]): Mark => ({ about: 'hidden', value, place: wards.filter((row) => row['rank'] === rank).map((row) => String(row['ward'])).sort().join('/') })).filter(({ place }) => place !== ''),
    ...rowsOf(slides, 'border_league', 'league').filter((row) => row['standing'] === 'above_action').map((row): Mark => ({ about: 'above', place: String(row['border']), value: Number(row['count']) })),
    ...(['rise', 'fall'] as const).flatMap((about) => change.filter((row) => row['kind'] === `${about}_sure`).map((row): Mark => ({ about, place: String(row['border']), value: Number(row['after']) }))),
    ...rowsOf(slides, 'watch_list', 'watch').map((row): Mark => ({ about: 'watch', place: `${String(row['from'])}/${String(row['to'])}`, value: Number(row['incidents']) })),
    ...(overdue > 0 ? [{ about: 'overdue' as const, place: null, value: overdue }] : []),
  ];
}

/** Marks by what and where; of several at one place the first. */
function byKey(marks: readonly Mark[]): Map<string, Mark> {
  const found = new Map<string, Mark>();
  for (const mark of marks) { const key = `${mark.about} ${mark.place ?? ''}`; if (!found.has(key)) found.set(key, mark); }
  return found;
}

/** What is new, gone or changed between two briefings of one area, news first; at most twelve. */
export function listDifferences(before: readonly Slide[], now: readonly Slide[]): readonly Difference[] {
  const [old, fresh] = [byKey(listMarks(before)), byKey(listMarks(now))];
  const differences = [
    ...[...fresh].map(([key, { about, place, value }]): Difference => {
      const earlier = old.get(key);
      return { what: earlier === undefined ? 'new' : 'changed', about, place, before: earlier?.value ?? null, now: value };
    }).filter(({ what, before: earlier, now: later }) => what === 'new' || earlier !== later),
    ...[...old].filter(([key]) => !fresh.has(key)).map(([, { about, place, value }]): Difference => ({ what: 'gone', about, place, before: value, now: null })),
  ];
  return NEWS.flatMap((what) => differences.filter((one) => one.what === what)).slice(0, MOST_DIFFERENCES);
}
