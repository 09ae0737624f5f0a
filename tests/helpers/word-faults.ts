import type { AnalysisOutcome, Told } from '../../lib/domain/analysis-result';
import type { AnyMethod } from '../../lib/analysis/method';
import type { MethodTexts } from '../../lib/messages/analysis/method-texts';
import { listToldFaults } from './told-faults';

/** Every sentence of an outcome. */
export function listTold(outcome: AnalysisOutcome): Told[] {
  if (outcome.kind === 'nothing') return [outcome.reason];
  const { headline, warnings, features, legend, findings } = outcome;
  return [headline, ...warnings, ...[...features, ...legend, ...findings].flatMap(({ told }) => (told === undefined ? [] : [told]))];
}

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== '' && text.normalize('NFC') === text;

/** What of the method itself has no words: title, question, reading, source, parameters and their choices. */
function listMethodFaults({ fields }: AnyMethod, texts: MethodTexts): string[] {
  const faults = (['title', 'question', 'reading', 'source'] as const).filter((key) => !isSaid(texts[key])).map((key) => `no ${key}`);
  for (const field of fields) {
    const words = texts.parameters[field.name];
    if (!isSaid(words?.label) || !isSaid(words?.help)) faults.push(`no words for parameter ${field.name}`);
    if (field.kind === 'choice') faults.push(...field.choices.filter((choice) => !isSaid(words?.choices?.[choice])).map((choice) => `no words for choice ${field.name}.${choice}`));
  }
  return [...faults, ...Object.keys(texts.parameters).filter((name) => !fields.some((field) => field.name === name)).map((name) => `words for parameter ${name}, which does not exist`)];
}

/** Everything of a method and an outcome that has no words in one language. */
export function listWordFaults(method: AnyMethod, texts: MethodTexts, outcome: AnalysisOutcome): string[] {
  const faults = [...listMethodFaults(method, texts), ...listTold(outcome).flatMap((told) => listToldFaults(texts, told))];
  if (outcome.kind === 'nothing') return [...new Set(faults)];
  for (const { id } of outcome.facts) if (!isSaid(texts.facts[id]?.label) || !isSaid(texts.facts[id]?.help)) faults.push(`no words for fact ${id}`);
  for (const { id, columns, rows } of outcome.tables) {
    if (!isSaid(texts.tables[id]?.title)) faults.push(`no words for table ${id}`);
    columns.forEach((column, place) => {
      if (!isSaid(texts.tables[id]?.columns[column.id])) faults.push(`no words for column ${id}.${column.id}`);
      if (column.kind !== 'code') return;
      for (const { cells } of rows) if (cells[place] !== null && !isSaid(texts.classes[String(cells[place])])) faults.push(`no words for class ${String(cells[place])}`);
    });
  }
  for (const { id, x, xs, series, marks } of outcome.charts) {
    const words = texts.charts[id];
    if (!isSaid(words?.title) || !isSaid(words?.x) || !isSaid(words?.y)) faults.push(`no words for chart ${id}`);
    for (const one of series) if (!isSaid(words?.series[one.id])) faults.push(`no words for series ${id}.${one.id}`);
    for (const mark of marks ?? []) if (!isSaid(words?.marks?.[mark.id])) faults.push(`no words for mark ${id}.${mark.id}`);
    if (x === 'code') for (const one of xs) if (!isSaid(texts.classes[String(one)])) faults.push(`no words for class ${String(one)}`);
  }
  return [...new Set(faults)];
}
