'use client';

import type { ReactNode } from 'react';
import type { AnalysisRun, AnalysisRunDetail } from '@/lib/domain/analysis';
import type { UsedParameter } from '@/lib/domain/analysis-result';
import { formatDayRange, formatInstant } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { tell } from '@/lib/messages/analysis/tell';
import type { MethodTexts, Phrases } from '@/lib/messages/analysis/method-texts';
import { fetchJson } from '@/components/data/fetch-json';
import { useQuery } from '@/components/data/use-query';
import { usePreferences } from '@/components/ui/preferences';
import type { MethodInfo } from './use-analyses';
import { writeParameter } from './write-parameter';

interface ProvenanceProps {
  readonly run: AnalysisRunDetail;
  readonly method: MethodInfo | undefined;
  readonly texts: MethodTexts;
  readonly phrases: Phrases;
  readonly areaName: string;
  readonly editionName: string;
  /** Names of zones and patrols by id, for parameters that are one. */
  readonly nameThing: (id: string) => string;
  readonly onOpen: (runId: string) => void;
}

const SECOND_MS = 1_000;

/** Everything needed to defend a result, or to get it again. */
export function Provenance({ run, method, texts, phrases, areaName, editionName, nameThing, onOpen }: ProvenanceProps) {
  const { messages, language } = usePreferences();
  const { provenance: words, parameters: parameterWords, scope: scopeWords, result } = messages.analysis;
  const { scope, used } = run;
  const line = (label: string, value: ReactNode, testId?: string, parameter?: Pick<UsedParameter, 'name' | 'by'>) => (
    <div key={parameter?.name} className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 py-1" {...(parameter === undefined ? {} : { 'data-testid': 'used-parameter', 'data-name': parameter.name, 'data-by': parameter.by })}><dt className="text-ink-2">{label}</dt><dd className="tabular min-w-0 break-words" data-testid={testId}>{value}</dd></div>
  );
  const categories = scope.categories.length === 0 ? scopeWords.allCategories : scope.categories.map((code) => phrases.category(code)).join(', ');
  const took = run.elapsedMs === null ? '' : ` ${words.took(run.elapsedMs < SECOND_MS ? `${phrases.number(run.elapsedMs, 0)} ms` : `${phrases.number(run.elapsedMs / SECOND_MS, 1)} s`)}`;
  const leftOut = (used?.data.leftOut ?? []).filter(({ count }) => count > 0).map(({ reason, count }) => `${result.left(formatCount(count, language))} ${words.leftOut[reason]}`);
  const open = (id: string) => <button type="button" onClick={() => onOpen(id)} className="font-medium text-accent underline">{words.open}</button>;
  return (
    <section aria-label={words.title} data-testid="provenance">
      <h3 className="eyebrow mb-1">{words.title}</h3>
      <dl className="divide-y divide-line border-y border-line text-xs">
        {run.asOf === null ? null : line(words.asOf, formatInstant(run.asOf), 'result-as-of')}
        {line(words.period, formatDayRange(scope.from, scope.to))}
        {line(words.area, <>{areaName}{used === null ? null : <span className="text-ink-3"> · {words.wardsCount(formatCount(used.data.wards.length, language))}, {phrases.in('km2', used.data.areaKm2)}</span>}</>)}
        {line(words.categories, categories)}
        {line(words.edition, editionName)}
        {used === null ? null : line(words.incidents, [formatCount(used.data.incidents, language), ...leftOut].join('; '), 'used-incidents')}
        {line(words.method, `${texts.title}, ${words.version(String(run.methodVersion))}`)}
        {(used?.parameters ?? []).map(({ name, value, by, told }) => {
          const field = method?.fields.find((one) => one.name === name);
          const written = field?.kind === 'zone' || field?.kind === 'patrol' ? nameThing(String(value)) : writeParameter(field, value, texts, phrases, parameterWords);
          return line(texts.parameters[name]?.label ?? name, <>{written} <span className="text-ink-3">({words.by[by]})</span>{told === undefined ? null : <span className="block text-ink-3">{tell(told, texts, phrases)}</span>}</>, undefined, { name, by });
        })}
        {line(words.seed, String(run.seed))}
        {run.finishedAt === null ? null : line(words.computed, `${formatInstant(run.finishedAt)}${took}`)}
        {run.takenFrom === null ? null : line(words.takenFrom, open(run.takenFrom), 'taken-from')}
        {run.repeats === null ? null : line(words.repeats, <>{open(run.repeats)} <Compared run={run} with={run.repeats} /></>)}
        {line(words.digests, <span className="break-all">{[[words.data, run.dataDigest], [words.input, run.inputDigest], [words.outcome, run.outcomeDigest]].map(([name, digest]) => <span key={name} className="block" title={digest ?? undefined}>{name}: <code data-testid={name === words.outcome ? 'outcome-digest' : undefined}>{digest?.replace(/^sha256[:-]/, '').slice(0, 12) ?? '–'}</code></span>)}</span>)}
      </dl>
      <p className="mt-2 text-xs text-ink-3">{messages.analysis.method.source}: {texts.source}</p>
    </section>
  );
}

/** Whether a repetition gave the same numbers as the run that it repeats. */
function Compared({ run, with: id }: { readonly run: AnalysisRun; readonly with: string }) {
  const { messages } = usePreferences();
  const { provenance: words } = messages.analysis;
  const path = `/api/stats/runs/${id}?outcome=0`;
  const query = useQuery(path, () => fetchJson<AnalysisRun>(path));
  if (query.state !== 'ready' || run.outcomeDigest === null || query.data.outcomeDigest === null) return null;
  const isSame = run.outcomeDigest === query.data.outcomeDigest;
  return <span className={`mt-1 block font-medium ${isSame ? '' : 'text-warn'}`} data-testid="rerun-compared" data-same={isSame}>{isSame ? words.same : words.differs}</span>;
}
