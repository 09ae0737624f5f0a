'use client';

import { useState } from 'react';
import type { AnalysisRunDetail } from '@/lib/domain/analysis';
import type { Finding } from '@/lib/domain/analysis-result';
import { formatCount } from '@/lib/format/format-number';
import { tell } from '@/lib/messages/analysis/tell';
import type { MethodTexts, Phrases } from '@/lib/messages/analysis/method-texts';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { FindingActions } from './finding-actions';
import { FindingIncidents } from './finding-incidents';

interface FindingListProps {
  readonly run: AnalysisRunDetail;
  readonly findings: readonly Finding[];
  readonly texts: MethodTexts;
  readonly phrases: Phrases;
  readonly headline: string;
  readonly chosen: string | null;
  readonly mayDraw: boolean;
  readonly onChoose: (finding: Finding) => void;
}

const SHOWN_AT_FIRST = 8;

/** The places a method found, each with what it rests on and what can be done with it. */
export function FindingList({ run, findings, texts, phrases, headline, chosen, mayDraw, onChoose }: FindingListProps) {
  const { messages, language } = usePreferences();
  const { findings: words, result } = messages.analysis;
  const [isAll, setAll] = useState(false);
  const shown = isAll ? findings : findings.filter(({ id }, place) => place < SHOWN_AT_FIRST || id === chosen);
  return (
    <section aria-label={words.title}>
      <h3 className="eyebrow mb-1">{words.title}</h3>
      {findings.length === 0 ? <p className="text-sm text-ink-2" data-testid="no-findings">{words.none}</p> : null}
      <ol className="space-y-2" data-testid="findings">
        {shown.map((finding) => (
          <li key={finding.id} className={`rounded-lg border p-3 ${finding.id === chosen ? 'border-accent bg-accent-soft' : 'border-line'}`} data-testid="finding" data-finding={finding.id}>
            <button type="button" aria-pressed={finding.id === chosen} onClick={() => onChoose(finding)} className="flex w-full items-start gap-2.5 text-left" data-testid="finding-choose">
              <span className="tabular flex size-6 shrink-0 items-center justify-center rounded-full bg-accent text-xs font-semibold text-on-accent">{finding.rank}</span>
              <span className="min-w-0 text-sm">{tell(finding.told, texts, phrases)}</span>
            </button>
            <p className="tabular mt-1 pl-8.5 text-xs text-ink-2">
              {[result.count(formatCount(finding.count, language)), ...(finding.expected === null ? [] : [result.expected(phrases.number(finding.expected, 1))]), ...(finding.p === null ? [] : [phrases.p(finding.p)])].join(' · ')}
            </p>
            {finding.id === chosen ? (
              <div className="mt-2 space-y-2 pl-8.5">
                {mayDraw ? <FindingActions run={run} finding={finding} title={texts.title} evidence={[headline, tell(finding.told, texts, phrases)]} /> : null}
                <FindingIncidents run={run} finding={finding} phrases={phrases} />
              </div>
            ) : null}
          </li>
        ))}
      </ol>
      {shown.length < findings.length ? <Button kind="ghost" size="small" className="mt-2" onClick={() => setAll(true)}>{words.show(formatCount(findings.length - shown.length, language))}</Button> : null}
    </section>
  );
}
