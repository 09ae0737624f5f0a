'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { AnalysisRunDetail } from '@/lib/domain/analysis';
import type { WardName } from '@/lib/domain/boundary';
import type { Finding } from '@/lib/domain/analysis-result';
import { formatInstant } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { Phrases } from '@/lib/messages/analysis/method-texts';
import { fetchJson } from '@/components/data/fetch-json';
import { useQuery } from '@/components/data/use-query';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';

/** An incident of a finding as its route tells it. */
interface FindingIncident {
  readonly id: string;
  readonly occurredAt: string;
  readonly category: string;
  readonly owner: WardName | null;
}

interface FindingIncidentsProps {
  readonly run: AnalysisRunDetail;
  readonly finding: Finding;
  readonly phrases: Phrases;
}

const PAGE = 20;

/** The records a finding counts, each with its page. */
export function FindingIncidents({ run, finding, phrases }: FindingIncidentsProps) {
  const { messages, language } = usePreferences();
  const { findings: words } = messages.analysis;
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)} data-testid="finding-incidents">{open ? words.hide : `${words.incidents} (${formatCount(finding.count, language)})`}</Button>
      {open ? <IncidentRows run={run} finding={finding} phrases={phrases} /> : null}
    </div>
  );
}

function IncidentRows({ run, finding, phrases }: FindingIncidentsProps) {
  const { messages, language } = usePreferences();
  const { findings: words } = messages.analysis;
  const [pages, setPages] = useState(1);
  const path = `/api/stats/runs/${run.id}/findings/${encodeURIComponent(finding.id)}`;
  const query = useQuery(path, () => fetchJson<{ incidents: readonly FindingIncident[] }>(path));
  return (
    <QueryState query={query} failed={messages.analysis.states.loadFailed} lines={3}>
      {({ incidents }) => (
        <>
          <table className="mt-2 w-full text-xs" data-testid="finding-incident-table">
            <thead><tr className="border-b border-line text-left text-ink-2"><th scope="col" className="py-1 font-medium">{words.when}</th><th scope="col" className="py-1 font-medium">{words.category}</th><th scope="col" className="py-1 font-medium">{words.ward}</th></tr></thead>
            <tbody className="divide-y divide-line">
              {incidents.slice(0, pages * PAGE).map(({ id, occurredAt, category, owner }) => (
                <tr key={id}>
                  <td className="py-1 pr-2 whitespace-nowrap"><Link href={`/incidents/${id}`} prefetch={false} className="font-medium text-accent underline">{formatInstant(occurredAt)}</Link></td>
                  <td className="py-1 pr-2">{phrases.category(category)}</td>
                  <td className="py-1">{owner === null ? phrases.text(null) : formatWardInSentence(owner.name, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="tabular mt-1 flex items-center gap-2 text-xs text-ink-3">
            {words.shown(formatCount(Math.min(incidents.length, pages * PAGE), language), formatCount(finding.count, language))}
            {incidents.length > pages * PAGE ? <Button size="small" kind="ghost" onClick={() => setPages(pages + 1)}>{words.more}</Button> : null}
          </p>
        </>
      )}
    </QueryState>
  );
}
