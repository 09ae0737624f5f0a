'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { ScoreCriterion, ScoreEntry } from '@/lib/domain/score';
import type { ScorePage, WardScorePage as WardScoreAnswer } from '@/lib/domain/score-page';
import { formatInstant } from '@/lib/format/format-instant';
import { formatShare } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { useReference } from '@/components/data/use-reference';
import { PinButton } from '@/components/briefing/pin-button';
import { ConsolePage } from '@/components/shell/console-page';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { CriterionCard } from './criterion-card';
import { EntryForm } from './entry-form';
import { formatPoints, PeriodBadges } from './score-words';
import { useScorePage, useWardScore } from './use-scores';

/** The score of one ward, unfolded: criterion, figures, records. */
export function WardScorePage({ id, code }: { readonly id: string; readonly code: string }) {
  const { messages, language } = usePreferences();
  const { scores: texts } = messages;
  const reference = useReference();
  const [periodQuery, query] = [useScorePage(id), useWardScore(id, code)];
  const refresh = (): void => { periodQuery.refresh(); query.refresh(); };
  const name = query.state === 'ready' ? formatWardInSentence(query.data.score.ward.name, language) : null;
  const period = periodQuery.state === 'ready' ? periodQuery.data.period : null;
  return (
    <ConsolePage me={reference.state === 'ready' ? reference.data.me : null} title={name === null ? texts.title : texts.unfold.title(name)}
      actions={name === null ? undefined : <PinButton role={reference.state === 'ready' ? reference.data.me.role : null} pin={() => ({ kind: 'chart', title: texts.unfold.title(name), path: `/scores/${id}/wards/${code}` })} />}
      lead={<span className="flex flex-wrap items-center gap-x-3 gap-y-1"><Link href={`/scores/${encodeURIComponent(id)}`} className="inline-flex items-center gap-1 font-medium text-accent underline"><ArrowLeft size={13} aria-hidden /> {texts.backToTable}</Link>{period === null ? null : <><span>{period.name}</span><PeriodBadges period={period} messages={messages} /></>}</span>}>
      <QueryState query={periodQuery} notFound={texts.notFound} failed={texts.failed} lines={10}>
        {(page) => <QueryState query={query} notFound={texts.notFound} failed={texts.failed} lines={10}>{(answer) => <Unfolded page={page} answer={answer} onSaved={refresh} />}</QueryState>}
      </QueryState>
    </ConsolePage>
  );
}

interface Giving { readonly criterion: Extract<ScoreCriterion, { source: 'manual' }>; readonly correcting: ScoreEntry | null }

function Unfolded({ page, answer, onSaved }: { readonly page: ScorePage; readonly answer: WardScoreAnswer; readonly onSaved: () => void }) {
  const { messages: { scores: texts }, language } = usePreferences();
  const [giving, setGiving] = useState<Giving | null>(null);
  const { score, records, entries, asOf } = answer;
  return (
    <div className="mx-auto grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-3" data-testid="ward-score">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-1">
        <p className="tabular text-xl font-semibold" data-testid="ward-total">{score.total === null ? <span className="text-lg text-ink-2">{texts.table.noTotal}</span> : formatPoints(score.total, language)}{score.total === null ? null : <span className="text-base font-normal text-ink-2"> / 100</span>}</p>
        <p className="tabular text-xs text-ink-2">{texts.table.weightShare}: {formatShare(score.weightShare, language)} · {texts.table.asOf(formatInstant(asOf))}</p>
      </div>
      <p className="text-xs text-ink-2">{texts.table.rule(formatShare(page.set.leastShare, language))} {texts.table.notRanked}</p>
      {records === null ? <p className="text-xs text-ink-2">{texts.unfold.withheld}</p> : null}
      {page.set.criteria.map((criterion, place) => {
        const one = score.criteria[place];
        if (one === undefined) return null;
        return (
          <CriterionCard key={criterion.id} ward={score.ward.name} criterion={criterion} score={one} records={records?.filter(({ formula }) => criterion.source === 'records' && formula === criterion.formula) ?? null} entries={entries.filter((entry) => entry.criterion === criterion.id)}
            onGive={page.permissions.write && criterion.source === 'manual' ? (correcting) => setGiving({ criterion, correcting }) : null} />
        );
      })}
      {giving === null ? null : <EntryForm periodId={page.id} ward={score.ward} {...giving} onClose={() => setGiving(null)} onSaved={onSaved} />}
    </div>
  );
}
