import type { SimulatedWard, SimulationResult } from '@/lib/domain/simulation';

/** A cell that a spreadsheet would run as a formula is marked as text. */
const cell = (value: string | number): string => `"${String(value).replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

const wardCells = (ward: SimulatedWard | null): readonly string[] => (ward === null ? ['', '', ''] : [ward.editionId, ward.code, ward.name]);

/** Who passes how many leads to whom, as CSV with a line a pair; UTF-8 with its mark, so that Excel reads Vietnamese. */
export function formatPairsCsv({ byPair }: Pick<SimulationResult, 'byPair'>): string {
  const head = ['from_edition', 'from_ward', 'from_name', 'to_edition', 'to_ward', 'to_name', 'incidents'];
  const lines = byPair.map(({ from, to, count }) => [...wardCells(from), ...wardCells(to), count].map(cell).join(','));
  return `\uFEFF${[head.join(','), ...lines].join('\r\n')}\r\n`;
}

/** Wards that give or take leads, and how many each passes to each: the cross table. Names may repeat; keys do not. */
export function buildMatrix({ byPair }: Pick<SimulationResult, 'byPair'>): { readonly rows: readonly (SimulatedWard | null)[]; readonly columns: readonly (SimulatedWard | null)[]; readonly countOf: (from: SimulatedWard | null, to: SimulatedWard | null) => number } {
  const [rows, columns] = [new Map<string, SimulatedWard | null>(), new Map<string, SimulatedWard | null>()];
  const counts = new Map<string, number>();
  for (const { from, to, count } of byPair) {
    rows.set(keyOf(from), from);
    columns.set(keyOf(to), to);
    counts.set(`${keyOf(from)}>${keyOf(to)}`, count);
  }
  return { rows: [...rows.values()], columns: [...columns.values()], countOf: (from, to) => counts.get(`${keyOf(from)}>${keyOf(to)}`) ?? 0 };
}

/** A ward's key across editions; one key for nobody. */
export const keyOf = (ward: SimulatedWard | null): string => (ward === null ? '-' : `${ward.editionId}/${ward.code}`);
