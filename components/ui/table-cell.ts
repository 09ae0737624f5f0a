import { formatDay, formatInstant } from '@/lib/format/format-instant';
import { formatCount, formatShare } from '@/lib/format/format-number';
import { INTL_TAG, type Language } from '@/lib/format/language';
import type { TableCell, TableKind } from '@/lib/interop/typed-table';

/** A cell as people read it; nothing is an em dash. */
export function formatTableCell(kind: TableKind, cell: TableCell, language: Language): string {
  if (cell === null) return '—';
  if (kind === 'day') return formatDay(String(cell));
  if (kind === 'instant') return formatInstant(cell);
  if (typeof cell === 'string') return cell;
  if (kind === 'share') return formatShare(cell, language, 1);
  return kind === 'count' ? formatCount(cell, language) : new Intl.NumberFormat(INTL_TAG[language], { maximumFractionDigits: 3 }).format(cell);
}
