import type { ProgrammeIndicator, ProgrammeTask } from '@/lib/domain/programme';
import type { Language } from '@/lib/format/language';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { TableCell, TypedTable } from '@/lib/interop/typed-table';
import type { Messages } from '@/lib/messages/messages';
import { formatValue } from './programme-words';

/** The tasks of a programme as files get them; progress as a share. `name`: the programme's. */
export function buildTaskTable(name: string, tasks: readonly ProgrammeTask[], { programmes: { tasks: texts } }: Messages, language: Language): TypedTable {
  return {
    title: `${texts.title}: ${name}`, notes: [],
    columns: [
      { id: 'task', title: texts.name, kind: 'text' }, { id: 'owners', title: texts.owners, kind: 'text' }, { id: 'due', title: texts.due, kind: 'day' }, { id: 'state', title: texts.state, kind: 'text' },
      { id: 'progress', title: texts.progress, kind: 'share' }, { id: 'done', title: texts.doneOn, kind: 'day' },
    ],
    rows: tasks.map(({ title, owners, due, state, progress, doneOn }): TableCell[] => [
      title, owners.length === 0 ? texts.nobody : owners.map((one) => formatWardInSentence(one.name, language)).join(', '), due, texts.states[state], progress / 100, doneOn,
    ]),
  };
}

/** The indicators of a programme as files get them, with the part and the whole of what is counted. `name`: the programme's. */
export function buildIndicatorTable(name: string, indicators: readonly ProgrammeIndicator[], { programmes: { indicators: texts, review } }: Messages, language: Language): TypedTable {
  const judge = (isMet: boolean | null): string | null => (isMet === null ? null : isMet ? texts.isMet : texts.notMet);
  return {
    title: `${texts.title}: ${name}`, notes: [],
    columns: [
      { id: 'indicator', title: texts.name, kind: 'text' }, { id: 'unit', title: texts.unit, kind: 'text' }, { id: 'value', title: texts.value, kind: 'number' },
      { id: 'part', title: review.part, kind: 'count' }, { id: 'whole', title: review.whole, kind: 'count' },
      { id: 'target', title: texts.target, kind: 'text' }, { id: 'met', title: texts.met, kind: 'text' }, { id: 'source', title: texts.source, kind: 'text' },
    ],
    rows: indicators.map((one): TableCell[] => [
      one.name, one.unitOfMeasure, one.value, one.counted?.part ?? null, one.counted?.whole ?? null, one.target === null ? null : texts.directions[one.direction](formatValue(one.target, language)), judge(one.isMet),
      one.formula === null ? `${texts.sources[one.source]}: ${one.addsUp ? texts.addsUp : texts.latest}` : `${texts.sources[one.source]}: ${texts.formulas[one.formula]}`,
    ]),
  };
}
