import { COUNT_VALUES, DERIVED_VALUES, MAY_LEAVE, PLAIN_VALUES, readClasses, WORD_VALUES } from '../../lib/briefing/masking/may-leave';
import type { Slide } from '../../lib/domain/briefing';

/** What of a slide nobody said of whether it may leave the building: facts, charts, columns and values of its sentences. */
export function listUnclassified(slide: Slide): string[] {
  const listed = MAY_LEAVE[slide.words] ?? {};
  const [facts, charts] = [readClasses(listed.facts), readClasses(listed.charts)];
  const told = [slide.claim, ...slide.uncertainty].flatMap(({ code, values }) => Object.entries(values).map(([name, value]) => ({ code, name, value })));
  return [
    ...slide.facts.filter(({ id }) => !facts.has(id)).map(({ id }) => `fact ${id}`), ...slide.charts.filter(({ id }) => !charts.has(id)).map(({ id }) => `chart ${id}`),
    ...slide.tables.flatMap(({ id, columns }) => columns.filter((column) => !readClasses(listed.tables?.[id]).has(column.id)).map((column) => `column ${id}.${column.id}`)),
    ...told.filter(({ name, value }) => value !== null && !(typeof value === 'string' ? WORD_VALUES.has(name) || DERIVED_VALUES.has(name) : [PLAIN_VALUES, DERIVED_VALUES, COUNT_VALUES].some((one) => one.has(name)))).map(({ code, name }) => `value ${code}.${name}`),
  ].map((what) => `${slide.words}: ${what}`);
}
