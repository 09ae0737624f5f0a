'use client';

import { Hexagon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { AnalysisRunDetail } from '@/lib/domain/analysis';
import type { Finding } from '@/lib/domain/analysis-result';
import type { Zone } from '@/lib/domain/zone';
import { formatCount } from '@/lib/format/format-number';
import { postJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { buildZoneOfFinding } from './zone-of-finding';

interface FindingActionsProps {
  readonly run: AnalysisRunDetail;
  readonly finding: Finding;
  readonly title: string;
  /** What the zone rests on, sentence by sentence. */
  readonly evidence: readonly string[];
}

/** Makes a zone of a finding, with its evidence, and opens it. */
export function FindingActions({ run, finding, title, evidence }: FindingActionsProps) {
  const { messages, language } = usePreferences();
  const { findings: words } = messages.analysis;
  const router = useRouter();
  const action = useAction();
  const [made, setMade] = useState(false);
  const make = (): void => void action.run(async (id) => {
    const zone = await postJson<Zone>('/api/zones', buildZoneOfFinding({ id, run, finding, name: words.zoneName(title, formatCount(finding.rank, language)), evidence }));
    setMade(true);
    router.push(`/zones/${zone.id}`);
  });
  return (
    <div>
      <Button size="small" kind="primary" onClick={make} disabled={action.busy || made} data-testid="finding-zone"><Hexagon size={14} aria-hidden /> {made ? words.made : action.busy ? words.making : words.makeZone}</Button>
      {action.error === null ? null : <p role="alert" className="mt-1 text-xs text-alarm">{words.failed}: {action.error.message}</p>}
    </div>
  );
}
