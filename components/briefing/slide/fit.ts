/** Whether something stands out of its box; a pixel of rounding is none. */
const overflows = (box: HTMLElement): boolean => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;

/** Sets the largest of some sizes (pixels, large first) at which a text stands within its box; the smallest if none does. */
export function fitText(box: HTMLElement, sizes: readonly number[]): void {
  for (const size of sizes) {
    box.style.fontSize = `${String(size)}px`;
    if (!overflows(box)) return;
  }
}

/**
 * Hides things from the end until the rest stands within the box, at least one stays; `tell` says how many are left out.
 *
 * On a projector a smaller type is no way out: what does not fit is counted, and found behind the slide's numbers.
 */
export function fitItems(box: HTMLElement, items: readonly HTMLElement[], more: HTMLElement | null, tell: (hidden: number) => string): void {
  for (const item of items) item.hidden = false;
  if (more !== null) more.hidden = true;
  for (let shown = items.length; shown > 1 && overflows(box); shown -= 1) {
    const last = items[shown - 1];
    if (last !== undefined) last.hidden = true;
    if (more === null) continue;
    more.hidden = false;
    more.textContent = tell(items.length - shown + 1);
  }
}

/** Hides the last columns of a table until it is no wider than its box; two always stay. */
export function fitColumns(box: HTMLElement, table: HTMLTableElement): void {
  const rows = [...table.rows];
  const count = rows[0]?.cells.length ?? 0;
  for (const row of rows) for (const cell of row.cells) cell.hidden = false;
  for (let shown = count; shown > 2 && table.scrollWidth > box.clientWidth + 1; shown -= 1) {
    for (const row of rows) {
      const cell = row.cells[shown - 1];
      if (cell !== undefined) cell.hidden = true;
    }
  }
  // A cell over the whole row spans what is left, else the columns that are gone would keep their room.
  const left = [...(rows[0]?.cells ?? [])].filter((cell) => !cell.hidden).length;
  for (const row of rows) if (row.cells.length === 1 && row.cells[0] !== undefined && count > 1) row.cells[0].colSpan = left;
}

/** Fits now, and again when a typeface has come that was not there; returns the way to stop. */
export function keepFitting(fit: () => void): () => void {
  fit();
  document.fonts.addEventListener('loadingdone', fit);
  return () => document.fonts.removeEventListener('loadingdone', fit);
}
