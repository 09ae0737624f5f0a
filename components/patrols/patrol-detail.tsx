'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useMemo } from 'react';
import { dayOf } from '@/lib/domain/instant';
import type { Patrol, PatrolPage } from '@/lib/domain/patrol';
import { formatInstant } from '@/lib/format/format-instant';
import { formatMetres } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { Reference } from '@/components/data/api-types';
import { useReference } from '@/components/data/use-reference';
import { MapWords } from '@/components/clusters/cluster-map';
import { PinButton, pathOfPage } from '@/components/briefing/pin-button';
import { PngButton } from '@/components/exports/png-dialog';
import { ConsolePage } from '@/components/shell/console-page';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { Section } from '@/components/ui/section';
import { BookingSection } from './booking-section';
import { CoverageTable } from './coverage-table';
import { describeArcCoverage } from './coverage-words';
import { boundsOfGeometries } from './geometry-bounds';
import { OneSideWarning } from './one-side-warning';
import { PatrolMap } from './patrol-map';
import { RecordSection } from './record-section';
import { SidesBadge } from './sides-badge';
import { StatusActions } from './status-actions';
import { usePatrol } from './use-patrols';

/** One patrol: plan against what was done, on the map and in words, and the answers of the wards. */
export function PatrolDetail({ id }: { readonly id: string }) {
  const { messages } = usePreferences();
  const { patrols: texts } = messages;
  const referenceQuery = useReference();
  const query = usePatrol(id);
  const reference = referenceQuery.state === 'ready' ? referenceQuery.data : null;
  const page = query.state === 'ready' ? query.data : null;
  return (
    <ConsolePage
      bare me={reference?.me ?? null} title={page?.patrol.name ?? texts.title} lead={page === null ? undefined : <Lead patrol={page.patrol} />}
      actions={page === null ? undefined : <>
        <PngButton source={() => ({ kind: 'page', path: pathOfPage() })} />
        <PinButton role={reference?.me.role ?? null} pin={() => ({ kind: 'map', title: page.patrol.name, path: `/patrols/${page.patrol.id}` })} />
        {page.permissions.change ? <StatusActions patrol={page.patrol} onChanged={query.refresh} /> : null}
      </>}
    >
      <QueryState query={query} notFound={texts.notFound} failed={texts.failed} lines={12}>
        {(ready) => (reference === null ? <QueryState query={referenceQuery} failed={texts.failed} lines={12}>{() => null}</QueryState> : <Body page={ready} reference={reference} onChanged={query.refresh} />)}
      </QueryState>
    </ConsolePage>
  );
}

function Lead({ patrol }: { readonly patrol: Patrol }) {
  const { messages } = usePreferences();
  const { patrols: texts } = messages;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Link href="/patrols" className="inline-flex items-center gap-1 font-medium text-accent underline"><ArrowLeft size={13} aria-hidden /> {texts.back}</Link>
      <span className="tabular" data-testid="patrol-window">{formatInstant(patrol.from)} – {formatInstant(patrol.to)}</span>
      <span className="rounded-full bg-sunken px-2 py-0.5 font-medium" data-testid="patrol-status" data-status={patrol.status}>{texts.status[patrol.status]}</span>
      <span className="rounded-full bg-sunken px-2 py-0.5 font-medium" data-testid="patrol-joint" data-joint={patrol.joint}>{patrol.joint ? texts.joint : texts.single}</span>
      <SidesBadge sides={(patrol.done ?? patrol.planned).sides} />
    </span>
  );
}

interface BodyProps {
  readonly page: PatrolPage;
  readonly reference: Reference;
  readonly onChanged: () => void;
}

function Body({ page, reference, onChanged }: BodyProps) {
  const { messages, language } = usePreferences();
  const { patrols: texts } = messages;
  const { patrol } = page;
  const { arcs } = patrol.done ?? patrol.planned;
  const bounds = useMemo(() => boundsOfGeometries([patrol.plan, ...patrol.tracks.map(({ geometry }) => geometry)]), [patrol.plan, patrol.tracks]);
  const routes = useMemo(() => [patrol], [patrol]);
  // Several patrols in the same window say the same thing once.
  const overlaps = useMemo(() => [...new Map(page.warnings.map((one) => [`${one.ward.code}${one.from}${one.to}`, one])).values()], [page.warnings]);
  return (
    <div className="scroll-quiet h-full overflow-y-auto lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(380px,42%)] lg:overflow-hidden" data-testid="patrol-page">
      <div className="flex h-[46dvh] flex-col border-b border-line lg:h-full lg:min-h-0 lg:border-r lg:border-b-0">
        <PatrolMap reference={reference} editionId={patrol.editionId} day={dayOf(patrol.from)} title={texts.detail.mapTitle(patrol.name)} overlay="patrol" coverage={arcs} patrols={routes} bounds={bounds} asOfSeconds={null} className="min-h-0 flex-1" testId="patrol-map" />
        <MapWords lines={[texts.detail.mapTitle(patrol.name), ...arcs.map((arc) => describeArcCoverage(arc, messages, language))]} />
      </div>
      <div tabIndex={0} role="group" aria-label={patrol.name} className="scroll-quiet space-y-4 px-4 py-4 lg:min-h-0 lg:overflow-y-auto">
        <OneSideWarning {...(patrol.done ?? patrol.planned)} />
        {overlaps.map(({ ward, from, to }) => <p key={`${ward.code}${from}${to}`} className="rounded-lg bg-sunken px-3 py-2 text-xs text-ink-2" data-testid="overlap">{texts.detail.overlap(formatWardInSentence(ward.name, language), formatInstant(from), formatInstant(to))}</p>)}
        <BookingSection page={page} onChanged={onChanged} />
        <Section title={`${texts.coverage.title}: ${texts.coverage.planned.toLowerCase()}`} testId="planned-coverage">
          {patrol.planned.arcs.length === 0 ? <p className="text-sm text-ink-2">{texts.planner.previewNone}</p> : <CoverageTable arcs={patrol.planned.arcs} />}
          <p className="tabular mt-2 text-xs text-ink-3">{texts.detail.reach}: {formatMetres(patrol.reachMetres, language)}</p>
        </Section>
        <Section title={`${texts.coverage.title}: ${texts.coverage.done.toLowerCase()}`} testId="done-coverage">
          {patrol.done === null ? <p className="text-sm text-ink-2">{texts.coverage.notYet}</p> : patrol.done.arcs.length === 0 ? <p className="text-sm text-ink-2">{texts.planner.previewNone}</p> : <CoverageTable arcs={patrol.done.arcs} />}
        </Section>
        <RecordSection page={page} reference={reference} onChanged={onChanged} />
        <Section title={texts.detail.note}><p className="text-sm whitespace-pre-wrap">{patrol.note ?? <span className="text-ink-3">{reference.me.role === 'viewer' ? texts.detail.hidden : texts.detail.noNote}</span>}</p></Section>
      </div>
    </div>
  );
}
