import type { Language } from '../../format/language';
import { getBriefingFileWords } from '../briefing-file-words';
import type { PresentedCell, PresentedSlide, PresentedTable } from './presented-slide';

/** First columns of a table that say which incident a text is about. */
const MOST_NAMING = 3;

const cell = (text: string): PresentedCell => ({ text, value: text });

function listTexts({ id, title, columns, rows, texts = [] }: PresentedTable, words: ReturnType<typeof getBriefingFileWords>): PresentedTable[] {
  const named = columns.flatMap(({ kind }, place) => (kind === 'incident' ? [] : [place])).slice(0, MOST_NAMING);
  const written = rows.flatMap((cells, row) => {
    const text = texts[row] ?? null;
    return text === null ? [] : [[...named.map((place) => cells[place] ?? { text: '', value: null }), cell(text)]];
  });
  if (written.length === 0) return [];
  return [{ id: `${id}-texts`, title: words.textsOf(title), columns: [...named.flatMap((place) => columns[place] ?? []), { id: 'text', label: words.incidentText, kind: 'text', alignsRight: false }], rows: written }];
}

/** A slide for a file: what was written about the incidents of its tables stands in tables of its own, the last of the slide. */
export function withTextTables<T extends PresentedSlide>(slide: T, language: Language): T {
  const words = getBriefingFileWords(language);
  const found = slide.tables.flatMap((table) => listTexts(table, words));
  return found.length === 0 ? slide : { ...slide, tables: [...slide.tables, ...found] };
}
