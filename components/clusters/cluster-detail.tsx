'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ClusterPage } from '@/lib/domain/cluster-work';
import { isInForce, type Day } from '@/lib/domain/instant';
import { formatDayRange, formatInstant } from '@/lib/format/format-instant';
import { formatMetres } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { clampToTerm } from '@/lib/view/clamp-to-term';
import type { Reference } from '@/components/data/api-types';
import { useArcs, useReference } from '@/components/data/use-reference';
import { PinButton, pathOfPage } from '@/components/briefing/pin-button';
import { PngButton } from '@/components/exports/png-dialog';
import { ConsolePage } from '@/components/shell/console-page';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { ClusterCounts } from './cluster-index';
import { ClusterMap } from './cluster-map';
import { DeskSection } from './desk-section';
import { FocusSection } from './focus-section';
import { NotesSection } from './notes-section';
import { RegulationSection } from './regulation-section';
import { StandingSection } from './standing-section';
import { TermBadge } from './term-badge';
import { TermBanner, TermEdit } from './term-section';
import { useClusterPage } from './use-cluster-data';
import { WorkSection } from './work-section';

interface ClusterDetailProps {
  readonly id: string;
  readonly today: Day;
}

/** The page of one cluster: its map, and beside it everything that was agreed and is under way. */
export function ClusterDetail({ id, today }: ClusterDetailProps) {
  const { messages } = usePreferences();
  const { clusters: texts } = messages;
  const referenceQuery = useReference();
  const query = useClusterPage(id);
  const reference = referenceQuery.state === 'ready' ? referenceQuery.data : null;
  const page = query.state === 'ready' ? query.data : null;
  return (
    <ConsolePage
      bare me={reference?.me ?? null} title={page?.cluster.name ?? texts.title} actions={page === null ? undefined : <>
        <PngButton source={() => ({ kind: 'page', path: pathOfPage() })} />
        <PinButton role={reference?.me.role ?? null} pin={() => ({ kind: 'map', title: page.cluster.name, path: `/clusters/${page.cluster.id}` })} />
        <TermEdit page={page} onSaved={query.refresh} />
      </>}
      lead={page === null ? undefined : <Lead page={page} demonstration={messages.app.demonstration} />}
    >
      <QueryState query={query} notFound={texts.notFound} failed={texts.failed} lines={12}>
        {(ready) => (reference === null ? <QueryState query={referenceQuery} failed={texts.failed} lines={12}>{() => null}</QueryState> : <Body page={ready} reference={reference} today={today} onSaved={query.refresh} />)}
      </QueryState>
    </ConsolePage>
  );
}

function Lead({ page, demonstration }: { readonly page: ClusterPage; readonly demonstration: string }) {
  const { messages } = usePreferences();
  const { cluster } = page;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Link href="/clusters" className="inline-flex items-center gap-1 font-medium text-accent underline"><ArrowLeft size={13} aria-hidden /> {messages.clusters.back}</Link>
      <TermBadge term={page.term} />
      <span className="tabular">{formatDayRange(cluster.termFrom, cluster.termTo)}</span>
      {cluster.demonstration ? <span className="rounded-full border border-edge px-2 py-0.5 font-medium">{demonstration}</span> : null}
    </span>
  );
}

interface BodyProps {
  readonly page: ClusterPage;
  readonly reference: Reference;
  readonly today: Day;
  readonly onSaved: () => void;
}

function Body({ page, reference, today, onSaved }: BodyProps) {
  const { messages } = usePreferences();
  const arcsQuery = useArcs(page.cluster.editionId);
  const arcs = arcsQuery.state === 'ready' ? arcsQuery.data.features : [];
  return (
    <div className="scroll-quiet h-full overflow-y-auto lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(380px,42%)] lg:overflow-hidden" data-testid="cluster-page">
      <ClusterMap page={page} reference={reference} today={today} className="h-[46dvh] border-b border-line lg:h-full lg:min-h-0 lg:border-r lg:border-b-0" />
      <div tabIndex={0} role="group" aria-label={page.cluster.name} className="scroll-quiet space-y-4 px-4 py-4 lg:min-h-0 lg:overflow-y-auto">
        <TermBanner page={page} />
        <ClusterCounts id={page.cluster.id} counts={page.counts} />
        <Members page={page} today={today} />
        <WorkSection clusterId={page.cluster.id} categories={reference.categories} />
        <StandingSection page={page} today={today} onSaved={onSaved} />
        <RegulationSection page={page} today={today} arcs={arcs} onSaved={onSaved} />
        <FocusSection page={page} reference={reference} today={today} onSaved={onSaved} />
        <DeskSection page={page} me={reference.me} onSaved={onSaved} />
        <NotesSection page={page} me={reference.me} />
        <Source page={page} />
        <p className="tabular text-xs text-ink-3" data-testid="cluster-as-of">{messages.clusters.asOf(formatInstant(page.asOf))}</p>
      </div>
    </div>
  );
}

function Members({ page, today }: { readonly page: ClusterPage; readonly today: Day }) {
  const { messages, language } = usePreferences();
  const { clusters: texts } = messages;
  const day = clampToTerm(page.cluster, today);
  const width = page.cluster.regulations.filter((one) => isInForce(one, day)).sort((x, y) => y.version - x.version)[0]?.borderWidthMetres;
  return (
    <p className="text-sm"><span className="text-ink-2">{texts.members}:</span> {page.members.map(({ name }) => formatWardInSentence(name, language)).join(', ')}.{width === undefined ? null : <> <span className="text-ink-2">{texts.width}:</span> <span className="tabular" data-testid="cluster-width">{formatMetres(width, language)}</span>.</>}</p>
  );
}

/** Where the data come from, and what was assumed because no source says it. */
function Source({ page: { provenance, cluster } }: { readonly page: ClusterPage }) {
  const { messages, language } = usePreferences();
  const { source, sections } = messages.clusters;
  const [text, note] = language === 'vi' ? [provenance.sourceVi, provenance.noteVi] : [provenance.sourceEn, provenance.noteEn];
  if (text === undefined && note === undefined && !cluster.demonstration) return null;
  return (
    <section aria-label={sections.source} className="space-y-1 px-1 text-xs text-ink-2">
      <h2 className="eyebrow">{sections.source}</h2>
      {cluster.demonstration ? <p>{source.demonstration}</p> : null}
      {text === undefined ? null : <p>{text}</p>}
      {note === undefined ? null : <p>{note}</p>}
      {(provenance.assumed ?? []).length === 0 ? null : <p>{source.assumed}: {provenance.assumed?.join(', ')}</p>}
    </section>
  );
}
