'use client';

import { FilePlus2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Regulation } from '@/lib/domain/boundary';
import type { ClusterPage } from '@/lib/domain/cluster-work';
import { isInForce, type Day } from '@/lib/domain/instant';
import { formatDayRange } from '@/lib/format/format-instant';
import type { ArcFeature } from '@/lib/view/nearest-on-arcs';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';
import { listRegulationChanges, listRegulationLines } from './regulation-changes';
import { RegulationForm } from './regulation-form';

interface RegulationSectionProps {
  readonly page: ClusterPage;
  readonly today: Day;
  readonly arcs: readonly ArcFeature[];
  readonly onSaved: () => void;
}

/** The regulation that applies, its lines, and every version with what it changed. */
export function RegulationSection({ page, today, arcs, onSaved }: RegulationSectionProps) {
  const { messages } = usePreferences();
  const { clusters: texts } = messages;
  const [open, setOpen] = useState(false);
  const versions = useMemo(() => [...page.cluster.regulations].sort((a, b) => b.version - a.version), [page.cluster.regulations]);
  return (
    <Section title={texts.sections.regulation} testId="regulation-section" actions={page.mayEdit ? <Button size="small" onClick={() => setOpen(true)} data-testid="edit-regulation"><FilePlus2 size={14} aria-hidden /> {texts.regulation.open}</Button> : undefined}>
      {versions.length === 0 ? <p className="text-sm text-ink-2">{texts.regulationNone}</p> : null}
      <ol className="space-y-4">
        {versions.map((version, place) => <Version key={version.version} page={page} version={version} before={versions[place + 1]} today={today} />)}
      </ol>
      {open ? <RegulationForm page={page} today={today} arcs={arcs} latest={versions[0]} onSaved={() => { setOpen(false); onSaved(); }} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}

interface VersionProps {
  readonly page: ClusterPage;
  readonly version: Regulation;
  readonly before: Regulation | undefined;
  readonly today: Day;
}

function Version({ page, version, before, today }: VersionProps) {
  const { messages, language } = usePreferences();
  const { regulation } = messages.clusters;
  const wording = { messages, language, members: page.members };
  const { termFrom, termTo } = page.cluster;
  const current = isInForce(version, today) && isInForce({ from: termFrom, to: termTo }, today);
  const state = current ? regulation.inForce : version.from > today ? regulation.later : regulation.before;
  return (
    <li data-testid="regulation-version" data-version={version.version}>
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-semibold">{regulation.version(String(version.version))}</span>
        <span className={`rounded-full px-2 py-0.5 text-xs font-medium ${current ? 'bg-accent-soft text-accent' : 'bg-sunken text-ink-2'}`}>{state}</span>
        <span className="tabular text-xs text-ink-2">{formatDayRange(version.from, version.to ?? termTo)}</span>
      </p>
      {current || before === undefined ? <Lines lines={[...listRegulationLines(version, wording).values()]} /> : null}
      {before === undefined ? null : <Changes changes={listRegulationChanges(before, version, wording)} />}
    </li>
  );
}

function Lines({ lines }: { readonly lines: readonly { readonly what: string; readonly value: string }[] }) {
  return (
    <dl className="mt-1.5 divide-y divide-line">
      {lines.map(({ what, value }) => (
        <div key={what} className="flex justify-between gap-4 py-1 text-sm"><dt className="text-ink-2">{what}</dt><dd className="tabular text-right font-medium">{value}</dd></div>
      ))}
    </dl>
  );
}

function Changes({ changes }: { readonly changes: ReturnType<typeof listRegulationChanges> }) {
  const { messages } = usePreferences();
  const { regulation } = messages.clusters;
  return (
    <div className="mt-1.5 rounded-lg bg-sunken px-3 py-2 text-xs" data-testid="regulation-changes">
      <p className="font-medium text-ink-2">{changes.length === 0 ? regulation.same : regulation.changes}</p>
      <ul className="tabular mt-0.5 space-y-0.5">
        {changes.map(({ what, before, after }) => <li key={what}>{what}: <del className="text-ink-3">{before}</del> → <ins className="font-semibold no-underline">{after}</ins></li>)}
      </ul>
    </div>
  );
}
