'use client';

import { ArrowLeft, Printer } from 'lucide-react';
import Link from 'next/link';
import { useWards } from '@/components/data/use-reference';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { StateNote } from '@/components/ui/state-note';
import { HandOverRecord } from './hand-over-record';
import styles from './hand-over-record.module.css';
import { useClusterPage } from './use-cluster-data';

interface HandOverPageProps {
  readonly clusterId: string;
  readonly number: number;
}

/** The printable record of a rotation, alone on its sheet. */
export function HandOverPage({ clusterId, number }: HandOverPageProps) {
  const { messages } = usePreferences();
  const { recordPage, notFound, failed } = messages.clusters;
  const query = useClusterPage(clusterId);
  const wards = useWards(query.state === 'ready' ? query.data.cluster.editionId : null);
  return (
    <main className={`${styles['desk'] ?? ''} min-h-dvh bg-canvas px-3 py-4`} data-testid="hand-over-page">
      <div className={`${styles['tools'] ?? ''} mx-auto mb-4 flex max-w-[210mm] flex-wrap items-center gap-3`}>
        <Link href={`/clusters/${clusterId}`} className="inline-flex items-center gap-1 text-sm font-medium text-accent underline"><ArrowLeft size={15} aria-hidden /> {recordPage.back}</Link>
        <span className="text-xs text-ink-2">{recordPage.language}</span>
        <Button kind="primary" className="ml-auto" onClick={() => window.print()} data-testid="print"><Printer size={16} aria-hidden /> {recordPage.print}</Button>
      </div>
      <QueryState query={query} notFound={notFound} failed={failed} lines={14}>
        {(page) => {
          const record = page.handOvers.find((one) => one.number === number);
          if (record === undefined) return <StateNote title={recordPage.missing} testId="record-missing" />;
          const codes = new Set(page.members.map(({ code }) => code));
          const province = wards.state === 'ready' ? wards.data.features.find(({ properties }) => codes.has(properties.code))?.properties.provinceName : undefined;
          return <HandOverRecord page={page} record={record} place={province?.replace(/^(Thành phố|Tỉnh) /, '') ?? '…………'} />;
        }}
      </QueryState>
    </main>
  );
}
