import type { ArcCoverage } from '@/lib/domain/patrol';
import { formatMetres } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { Language } from '@/lib/format/language';
import type { Messages } from '@/lib/messages/messages';

/** The two wards of an arc, named: `P. Nghĩa Đô – P. Ngọc Hà`. */
export function formatPair({ wards }: Pick<ArcCoverage, 'wards'>, language: Language): string {
  return wards.map(({ name }) => formatWardInSentence(name, language)).join(' – ');
}

/** One arc's coverage as a sentence with its metres. */
export function describeArcCoverage(arc: ArcCoverage, messages: Messages, language: Language): string {
  const { coverage } = messages.patrols;
  const metres = (length: number): string => formatMetres(length, language);
  const sides = arc.wards.flatMap(({ name }, side) => {
    const covered = arc.coveredMetres[side] ?? 0;
    return covered > 0 ? [coverage.sideWords(formatWardInSentence(name, language), metres(covered))] : [];
  });
  const parts = arc.bothMetres > 0 ? [...sides, coverage.bothWords(metres(arc.bothMetres))] : sides;
  return coverage.arcWords(formatPair(arc, language), metres(arc.lengthMetres), parts.length === 0 ? coverage.nothing : parts.join(', '));
}

/** A coverage as CSV, one line an arc, lengths in whole metres. A cell that a spreadsheet would run as a formula is quoted as text. */
export function formatCoverageCsv(arcs: readonly ArcCoverage[]): string {
  const cell = (value: string | number): string => `"${String(value).replaceAll('"', '""').replace(/^[=+\-@\t\r]/, "'$&")}"`;
  const head = ['edition', 'ward_a', 'ward_a_name', 'ward_b', 'ward_b_name', 'length_m', 'covered_a_m', 'covered_b_m', 'both_m', 'sides', 'patrols', 'last_at'];
  const lines = arcs.map(({ editionId, wards: [a, b], lengthMetres, coveredMetres, bothMetres, sides, patrols, lastAt }) =>
    [editionId, a.code, a.name, b.code, b.name, Math.round(lengthMetres), Math.round(coveredMetres[0]), Math.round(coveredMetres[1]), Math.round(bothMetres), sides, patrols, lastAt ?? ''].map(cell).join(','));
  return `\uFEFF${[head.join(','), ...lines].join('\r\n')}\r\n`;
}
