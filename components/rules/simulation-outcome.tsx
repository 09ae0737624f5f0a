'use client';

import { ArrowRight, Download, Info } from 'lucide-react';
import { useState } from 'react';
import type { SimulationResult } from '@/lib/domain/simulation';
import { formatDayRange, formatInstant } from '@/lib/format/format-instant';
import { formatCount, formatMetres, formatShare } from '@/lib/format/format-number';
import { PinButton, pathOfPage } from '@/components/briefing/pin-button';
import { CopyLinkButton } from '@/components/console/copy-link-button';
import type { Reference } from '@/components/data/api-types';
import { Button } from '@/components/ui/button';
import { downloadText } from '@/components/ui/download-text';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';
import { Segmented } from '@/components/ui/segmented';
import { StateNote } from '@/components/ui/state-note';
import { MovedList } from './moved-list';
import { formatPairsCsv, keyOf } from './simulation-csv';
import { PairMatrix } from './pair-matrix';
import { useWardLabel } from './use-ward-label';
import { WardBars } from './ward-bars';

interface SimulationOutcomeProps {
  readonly result: SimulationResult;
  readonly reference: Reference;
}

/** What a simulation found: how many leads move, between whom, ward by ward, and which incidents. */
export function SimulationOutcome({ result, reference }: SimulationOutcomeProps) {
  const { messages, language } = usePreferences();
  const { rules } = messages;
  const count = (number: number): string => formatCount(number, language);
  if (result.incidents === 0) return <div className="rounded-xl border border-line bg-surface"><StateNote icon={<Info size={30} />} title={rules.emptyPeriod} testId="simulation-empty" /></div>;
  const differing = result.recordedDiffers.byOverride + result.recordedDiffers.otherwise;
  return (
    <>
      <section className="rounded-xl border border-line bg-surface p-4" data-testid="simulation-result">
        <div className="flex flex-wrap items-start gap-3">
          <p className="min-w-0 flex-1 text-lg leading-snug font-semibold" data-testid="simulation-sentence">
            {result.moved === 0 ? rules.noneMoved(count(result.incidents)) : rules.sentence(count(result.moved), count(result.incidents), formatShare(result.moved / result.incidents, language, 1))}
          </p>
          <PinButton role={reference.me.role} pin={() => ({ kind: 'chart', title: rules.title, path: pathOfPage() })} />
          <CopyLinkButton />
        </div>
        <p className="tabular mt-2 text-sm text-ink-2">{rules.inZone}: {rules.before.toLowerCase()} <b className="font-semibold text-ink">{count(result.inZoneBefore)}</b> <ArrowRight size={13} aria-hidden className="inline" /> {rules.after.toLowerCase()} <b className="font-semibold text-ink">{count(result.inZoneAfter)}</b></p>
        <Parameters result={result} reference={reference} />
        {differing === 0 ? null : <p className="mt-1 text-xs text-ink-2">{rules.recorded(count(differing))}</p>}
        {result.withoutEdition === 0 ? null : <p className="mt-1 text-xs text-ink-2">{rules.unknown(count(result.withoutEdition))}</p>}
        <p className="tabular mt-1 text-xs text-ink-3">{rules.asOf(formatInstant(result.asOf))}</p>
      </section>
      {result.moved === 0 ? null : <Pairs result={result} />}
      <Section title={rules.perWard} testId="simulation-wards"><WardBars perWard={result.perWard} /></Section>
      {result.moved === 0 ? null : <MovedList result={result} categories={reference.categories} />}
    </>
  );
}

function Parameters({ result, reference }: SimulationOutcomeProps) {
  const { messages, language } = usePreferences();
  const { rules, clusters } = messages;
  const { widthMetres, leadRule, defaultWidthMetres } = result.change;
  const parts = [
    formatDayRange(result.period.from, result.period.to),
    result.cluster === null ? rules.allClusters : (reference.clusters.find(({ id }) => id === result.cluster)?.name ?? result.cluster),
    ...(widthMetres === undefined ? [] : [`${rules.width.replace(' (m)', '')}: ${formatMetres(widthMetres, language)}`]),
    ...(leadRule === undefined ? [] : [`${rules.leadRule}: ${clusters.regulation.leadRules[leadRule]}`]),
    ...(defaultWidthMetres === undefined ? [] : [`${rules.defaultWidth.replace(' (m)', '')}: ${formatMetres(defaultWidthMetres, language)}`]),
  ];
  return <p className="tabular mt-1 text-sm text-ink-2" data-testid="simulation-parameters">{rules.parameters}: {parts.join(' · ')}</p>;
}

function Pairs({ result }: { readonly result: SimulationResult }) {
  const { messages, language } = usePreferences();
  const { rules } = messages;
  const labelOf = useWardLabel();
  const [form, setForm] = useState<'list' | 'matrix'>('list');
  const most = Math.max(...result.byPair.map(({ count }) => count), 1);
  return (
    <Section
      title={rules.pairs} testId="simulation-pairs"
      actions={
        <>
          <Segmented compact label={rules.pairs} value={form} options={[{ value: 'list', label: rules.list }, { value: 'matrix', label: rules.matrix }]} onChange={setForm} />
          <Button size="small" onClick={() => downloadText('simulation-pairs.csv', 'text/csv', formatPairsCsv(result))} data-testid="simulation-csv"><Download size={14} aria-hidden /> {rules.csv}</Button>
        </>
      }
    >
      {form === 'matrix' ? <PairMatrix result={result} /> : (
        <ol className="space-y-1.5">
          {result.byPair.map(({ from, to, count }) => (
            <li key={`${keyOf(from)}>${keyOf(to)}`} className="grid grid-cols-[minmax(0,1fr)_72px_40px] items-center gap-2 text-sm" data-testid="simulation-pair">
              <span className="min-w-0">{labelOf(from)} <ArrowRight size={13} aria-label="→" className="inline text-ink-3" /> {labelOf(to)}</span>
              <span aria-hidden className="h-2 rounded-full bg-sunken"><span className="block h-full rounded-full bg-accent" style={{ width: `${(100 * count) / most}%` }} /></span>
              <span className="tabular text-right font-medium">{formatCount(count, language)}</span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
