'use client';

import { Link2, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useMemo } from 'react';
import type { Cluster } from '@/lib/domain/boundary';
import type { ClusterPage, TermState } from '@/lib/domain/cluster-work';
import type { Day } from '@/lib/domain/instant';
import { formatDay, formatDayRange } from '@/lib/format/format-instant';
import { formatCount, formatMetres } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { findTermState } from '@/lib/rules/term-state';
import { clampToTerm } from '@/lib/view/clamp-to-term';
import { listClustersAt, type ClusterAtDay } from '@/lib/view/in-force';
import type { Reference } from '@/components/data/api-types';
import { useWards } from '@/components/data/use-reference';
import { usePreferences } from '@/components/ui/preferences';
import { StateNote } from '@/components/ui/state-note';
import { TermBadge } from './term-badge';
import { useClusterPage } from './use-cluster-data';

interface ClusterIndexProps {
  readonly reference: Reference;
  readonly today: Day;
}

interface Row {
  readonly cluster: Cluster;
  readonly term: TermState;
  /** As it stands today, or on the day of its term that is nearest. */
  readonly then: ClusterAtDay | undefined;
}

function buildRows({ clusters, defaultWidthMetres }: Reference, today: Day): Row[] {
  return clusters.map((cluster) => {
    const day = clampToTerm(cluster, today);
    return { cluster, term: findTermState(cluster, today), then: listClustersAt([cluster], cluster.editionId, day, defaultWidthMetres)[0] };
  });
}

/** Every cluster: those in force first, then the coming, then the lapsed. */
export function ClusterIndex({ reference, today }: ClusterIndexProps) {
  const { messages, language } = usePreferences();
  const { clusters: texts } = messages;
  const rows = useMemo(() => buildRows(reference, today), [reference, today]);
  if (rows.length === 0) return <StateNote icon={<Link2 size={30} />} title={texts.empty} hint={texts.emptyHint} testId="clusters-empty" />;
  const ending = rows.filter(({ term }) => term.state === 'ending');
  const groups = [
    { title: texts.groupNow, rows: rows.filter(({ term }) => term.state === 'in_force' || term.state === 'ending') },
    { title: texts.groupLater, rows: rows.filter(({ term }) => term.state === 'not_yet') },
    { title: texts.groupPast, rows: rows.filter(({ term }) => term.state === 'lapsed') },
  ];
  return (
    <div className="mx-auto max-w-6xl space-y-6" data-testid="cluster-index">
      {ending.map(({ cluster, term }) => (
        <p key={cluster.id} role="status" className="flex gap-2 rounded-lg border border-line bg-warn-soft px-4 py-3 text-sm text-warn">
          <TriangleAlert size={17} aria-hidden className="mt-0.5 shrink-0" /> {texts.termWarning(cluster.name, formatDay(cluster.termTo ?? ''), formatCount(term.days ?? 0, language))}
        </p>
      ))}
      {groups.filter((group) => group.rows.length > 0).map((group) => (
        <section key={group.title} aria-label={group.title}>
          <h2 className="eyebrow mb-2">{group.title} · {formatCount(group.rows.length, language)}</h2>
          <ul className="grid gap-3 lg:grid-cols-2">{group.rows.map((row) => <ClusterCard key={row.cluster.id} {...row} />)}</ul>
        </section>
      ))}
    </div>
  );
}

/** Ward names of an edition; null while they are on their way. */
function useNames(editionId: string): ((code: string) => string) | null {
  const { language } = usePreferences();
  const wards = useWards(editionId);
  return useMemo(() => {
    if (wards.state !== 'ready') return null;
    const names = new Map(wards.data.features.map(({ properties }) => [properties.code, properties.name]));
    return (code) => formatWardInSentence(names.get(code) ?? code, language);
  }, [wards, language]);
}

function ClusterCard({ cluster, term, then }: Row) {
  const { messages, language } = usePreferences();
  const { clusters: texts } = messages;
  const nameOf = useNames(cluster.editionId);
  const inForce = term.state === 'in_force' || term.state === 'ending';
  return (
    <li className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4" data-testid="cluster-card" data-cluster={cluster.id}>
      <div>
        <h3 className="text-base leading-snug font-semibold">
          <Link href={`/clusters/${cluster.id}`} className="hover:text-accent hover:underline">{cluster.name}</Link>
          {cluster.demonstration ? <span className="ml-2 rounded-full border border-edge px-2 py-0.5 align-middle text-xs font-medium text-ink-2">{messages.app.demonstration}</span> : null}
        </h3>
        <p className="tabular mt-1 mb-1.5 text-xs text-ink-2">{formatDayRange(cluster.termFrom, cluster.termTo)}</p>
        <TermBadge term={term} />
      </div>
      <dl className="grid grid-cols-[112px_1fr] gap-x-2 gap-y-1 text-sm">
        <dt className="text-xs leading-5 text-ink-3">{texts.members}</dt>
        <dd>{nameOf === null ? <NameSkeleton /> : (then?.memberCodes ?? []).map(nameOf).join(', ')}</dd>
        <dt className="text-xs leading-5 text-ink-3">{texts.standingUnit}</dt>
        <dd>{typeof then?.leadCode !== 'string' ? texts.standingNone : nameOf === null ? <NameSkeleton /> : nameOf(then.leadCode)}</dd>
        <dt className="text-xs leading-5 text-ink-3">{texts.width}</dt>
        <dd className="tabular">{typeof then?.regulationVersion !== 'number' ? texts.regulationNone : `${formatMetres(then.widthMetres, language)} · ${texts.regulationVersion(String(then.regulationVersion))}`}</dd>
      </dl>
      {inForce ? <CardCounts id={cluster.id} /> : null}
    </li>
  );
}

const NameSkeleton = () => <span aria-hidden className="skeleton inline-block h-3.5 w-40 align-middle" />;

/** Open and overdue of a cluster; a cluster whose counts can not be had shows none. */
function CardCounts({ id }: { readonly id: string }) {
  const { messages } = usePreferences();
  const query = useClusterPage(id);
  if (query.state === 'failed') return <p className="mt-auto text-xs text-ink-3">{messages.clusters.failed}</p>;
  return <div className="mt-auto">{query.state === 'loading' ? <div role="status" aria-label={messages.app.loading} className="skeleton h-14" /> : <ClusterCounts id={id} counts={query.data.counts} />}</div>;
}

/** What is open in a cluster, each number a link to its records. */
export function ClusterCounts({ id, counts }: { readonly id: string; readonly counts: ClusterPage['counts'] }) {
  const { messages, language } = usePreferences();
  const { clusters: texts } = messages;
  const change = counts.last28Days - counts.previous28Days;
  const cells = [
    { label: texts.open, count: counts.open, href: `/incidents?tab=all&cluster=${id}&open=1`, alarm: false },
    { label: texts.overdue, count: counts.overdue, href: `/incidents?tab=all&cluster=${id}&overdue=1`, alarm: counts.overdue > 0 },
    { label: texts.openAssists, count: counts.openAssists, href: `/incidents?tab=all&cluster=${id}&open=1`, alarm: false },
  ];
  return (
    <div>
      <ul className="grid grid-cols-3 gap-2">
        {cells.map(({ label, count, href, alarm }) => (
          <li key={label}>
            <a href={href} className={`block h-full rounded-lg border px-3 py-2 ${alarm ? 'border-alarm bg-alarm-soft text-alarm' : 'border-line bg-surface hover:bg-sunken'}`}>
              <span className="tabular flex items-center gap-1.5 text-lg leading-tight font-semibold">{alarm ? <TriangleAlert size={15} aria-hidden /> : null}{formatCount(count, language)}</span>
              <span className={`text-xs ${alarm ? '' : 'text-ink-2'}`}>{label}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="tabular mt-1.5 text-xs text-ink-2">{texts.last28}: {formatCount(counts.last28Days, language)} · {texts.against28(`${change > 0 ? '+' : change < 0 ? '−' : '±'}${formatCount(Math.abs(change), language)}`)}</p>
    </div>
  );
}
