'use client';

import { Plus, Timer } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import { formatInstant } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { readDisputeClock } from '@/lib/rules/dispute-clock';
import { getEditionAt } from '@/lib/view/in-force';
import { useReference } from '@/components/data/use-reference';
import type { Reference } from '@/components/data/api-types';
import { PinButton, pathOfPage } from '@/components/briefing/pin-button';
import { ConsolePage } from '@/components/shell/console-page';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { useNow } from '@/components/ui/use-now';
import { BoardFilter } from './board-filter';
import { readBoardView, writeBoardView } from '@/lib/view/board-view';
import { DisputeBoard } from './dispute-board';
import { RuleDialog } from './rule-dialog';
import { StageCounts } from './stage-counts';
import { useBoard, useDisputeRules } from './use-disputes';

interface DisputesPageProps {
  readonly today: Day;
  readonly search: string;
}

const TICK_MS = 30_000;

/** The disputes within sight, by stage and age; for a viewer how many there are. */
export function DisputesPage({ today, search }: DisputesPageProps) {
  const { messages } = usePreferences();
  const { disputes: texts } = messages;
  const query = useReference();
  const role = query.state === 'ready' ? query.data.me.role : null;
  const commands = role === 'commander' || role === 'admin';
  const rules = useDisputeRules(commands);
  const [isOpen, setIsOpen] = useState(false);
  const newest = rules.state === 'ready' ? rules.data.rules[0] : undefined;
  return (
    <ConsolePage
      me={query.state === 'ready' ? query.data.me : null} title={texts.title} lead={texts.lead}
      actions={commands || role === 'officer' ? (
        <>
          {newest === undefined ? null : <Button onClick={() => setIsOpen(true)} data-testid="dispute-rule"><Timer size={16} aria-hidden /> {texts.rule.button}</Button>}
          <Link href="/disputes/new" className="inline-flex h-9 items-center gap-2 rounded-lg bg-accent px-3.5 text-sm font-medium text-on-accent hover:bg-accent-strong" data-testid="dispute-new"><Plus size={16} aria-hidden /> {texts.add}</Link>
        </>
      ) : undefined}
    >
      <QueryState query={query} failed={texts.failed} lines={10}>
        {(reference) => (reference.me.role === 'viewer' ? <StageCounts /> : <Board reference={reference} today={today} search={search} />)}
      </QueryState>
      {isOpen && newest !== undefined ? <RuleDialog newest={newest} onClose={() => setIsOpen(false)} onChanged={rules.refresh} /> : null}
    </ConsolePage>
  );
}

function Board({ reference, today, search }: DisputesPageProps & { readonly reference: Reference }) {
  const { messages, language } = usePreferences();
  const { board, failed } = messages.disputes;
  const router = useRouter();
  const [view, setView] = useState(() => readBoardView(new URLSearchParams(search)));
  const text = writeBoardView(view);
  const query = useBoard(text);
  const nowMs = useNow(TICK_MS);
  return (
    <>
      <BoardFilter
        view={view} editionId={reference.me.role === 'officer' ? null : getEditionAt(reference.editions, today).id}
        onChange={(next) => { setView(next); const address = writeBoardView(next); router.replace(`/disputes${address === '' ? '' : `?${address}`}`, { scroll: false }); }}
      />
      <QueryState query={query} failed={failed} lines={10}>
        {(data) => (
          <>
            <div className="float-right"><PinButton role={reference.me.role} pin={() => ({ kind: 'chart', title: messages.disputes.title, path: pathOfPage() })} /></div>
            <p className="tabular mb-3 text-xs text-ink-2" data-testid="board-attention">
              <span className="font-semibold">{board.attention(formatCount(data.open.filter((one) => readDisputeClock(one, nowMs)?.state === 'must_escalate').length, language))}</span> · {board.asOf(formatInstant(data.asOf))}
            </p>
            <DisputeBoard data={data} nowMs={nowMs} />
          </>
        )}
      </QueryState>
    </>
  );
}
