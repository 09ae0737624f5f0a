import type { BriefingInput } from '../../lib/briefing/briefing-input';
import { spanOf } from '../../lib/briefing/period';
import type { RawInput } from '../../lib/analysis/build-input';
import type { ScopeArea } from '../../lib/domain/analysis';
import type { FrozenNames, Slide } from '../../lib/domain/briefing';
import { dayOf, type Day, type Instant } from '../../lib/domain/instant';
import { listAgreements } from '../../lib/rules/agreement';
import { CATEGORY_CODES } from '../../lib/domain/category';
import { LANGUAGES } from '../../lib/format/language';
import { getSlideTexts, presentSlide } from '../../lib/messages/briefing/present-slide';
import { demoInput, demoScope } from './analysis-input';
import { withDemoClusters } from './demo-clusters';
import { listToldFaults } from './told-faults';

const categories = Object.fromEntries(CATEGORY_CODES.map((code) => [code, { vi: `loại ${code}`, en: `kind ${code}` }]));
export const namesOf = (wards: Readonly<Record<string, string>>): FrozenNames => ({ area: 'Địa bàn thử', wards, clusters: {}, categories });

/** What the worker would read for a briefing over the demonstration; `change` alters the raw parts, `more` the rest. */
export function demoBriefing(area: ScopeArea & { kind: 'wards' | 'province' }, asOf: string, days: { from: string; to: string }, more: Partial<BriefingInput> = {}, change: (raw: RawInput) => RawInput = (raw) => raw): BriefingInput {
  const asOfDay = dayOf(asOf);
  const span = spanOf(days as { from: Day; to: Day }, asOfDay);
  let raw: RawInput | undefined;
  const analysis = demoInput(demoScope({ ...span, area }), (one) => { raw = change(withDemoClusters({ ...one, incidents: one.incidents.filter(({ occurredAt }) => occurredAt * 1_000 <= Date.parse(asOf)) })); return raw; });
  const focusAreas = listAgreements(raw!.clusters, analysis.scope.editionId, asOfDay).flatMap(({ cluster }) => cluster.focusAreas);
  return {
    area, from: days.from as Day, to: days.to as Day, asOf: asOf as Instant, asOfDay, seed: 2026, analysis, lastDay: [], steps: [], focusAreas, patrol: null, previous: null, pins: [],
    names: namesOf(Object.fromEntries(raw!.index.wards.map(({ code, name }) => [code, name]))), ...more,
  };
}

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== '' && text.normalize('NFC') === text;

/** Everything of a slide that has no words in one of the languages, or reads wrongly. */
export function listSlideFaults(slide: Slide, names: FrozenNames): string[] {
  return LANGUAGES.flatMap((language) => {
    const texts = getSlideTexts(language, slide);
    const all = [slide.claim, ...slide.uncertainty, ...(slide.map?.legend ?? []).map(({ told }) => told), ...(slide.map?.features ?? []).flatMap(({ told }) => told ?? [])];
    const faults = all.flatMap((told) => listToldFaults({ ...texts, question: '', reading: '', source: '', parameters: {}, facts: {} }, told));
    for (const { id } of slide.facts) if (!isSaid(texts.facts[id]?.label)) faults.push(`no words for fact ${id}`);
    for (const { id, columns, rows } of slide.tables) {
      if (!isSaid(texts.tables[id]?.title)) faults.push(`no words for table ${id}`);
      columns.forEach((column, place) => {
        if (!isSaid(texts.tables[id]?.columns[column.id])) faults.push(`no words for column ${id}.${column.id}`);
        if (column.kind === 'code') for (const { cells } of rows) if (cells[place] !== null && !isSaid(texts.classes[String(cells[place])])) faults.push(`no words for class ${String(cells[place])}`);
      });
    }
    for (const { id, series, marks, seriesKind } of slide.charts) {
      if (!isSaid(texts.charts[id]?.title) || !isSaid(texts.charts[id]?.x) || !isSaid(texts.charts[id]?.y)) faults.push(`no words for chart ${id}`);
      // Series that are wards or kinds bear their names; words of classes are ours.
      for (const one of series) if (!isSaid(texts.charts[id]?.series[one.id]) && (seriesKind === undefined || (seriesKind === 'code' && !isSaid(texts.classes[one.id])))) faults.push(`no words for series ${id}.${one.id}`);
      for (const mark of marks ?? []) if (!isSaid(texts.charts[id]?.marks?.[mark.id])) faults.push(`no words for mark ${mark.id}`);
    }
    const { claim, uncertainty, facts, tables, charts } = presentSlide(slide, undefined, names, language);
    const text = JSON.stringify([claim, uncertainty, facts.map((fact) => [fact.label, fact.text]), tables.map((table) => [table.title, table.rows.map((row) => row.map((cell) => cell.text))]), charts.map((chart) => [chart.title, chart.labels])]);
    if (/undefined|NaN|Infinity|\[object/.test(text)) faults.push(`reads ${/.{0,80}(undefined|NaN|Infinity|\[object).{0,40}/.exec(text)?.[0] ?? ''}`);
    return [...new Set(faults)].map((fault) => `${language} ${slide.kind}: ${fault}`);
  });
}
