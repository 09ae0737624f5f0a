'use client';

import { useState } from 'react';
import { DISPUTE_STAGES, type DisputeStage } from '@/lib/domain/dispute';
import { formatCount } from '@/lib/format/format-number';
import { Segmented } from '@/components/ui/segmented';
import { usePreferences } from '@/components/ui/preferences';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { DisputeCard } from './dispute-card';
import { listCards } from './dispute-words';
import type { BoardData } from './use-disputes';

interface DisputeBoardProps {
  readonly data: BoardData;
  readonly nowMs: number;
}

/** The disputes in columns by stage; on a phone one stage at a time. */
export function DisputeBoard({ data, nowMs }: DisputeBoardProps) {
  const { messages, language } = usePreferences();
  const phone = useMediaQuery('(max-width: 899px)');
  const [chosen, setChosen] = useState<DisputeStage>('received');
  const { stages, board } = messages.disputes;
  const shown = phone ? [chosen] : DISPUTE_STAGES;
  return (
    <div data-testid="dispute-board">
      {phone ? <div className="mb-3"><Segmented label={board.stage} wrapped value={chosen} onChange={setChosen} options={DISPUTE_STAGES.map((stage) => ({ value: stage, label: `${stages[stage]} (${formatCount(data.counts[stage], language)})` }))} /></div> : null}
      <div className="grid items-start gap-3" style={{ gridTemplateColumns: `repeat(${String(shown.length)}, minmax(0, 1fr))` }} role="group" aria-label={board.label}>
        {shown.map((stage) => <Column key={stage} stage={stage} data={data} nowMs={nowMs} />)}
      </div>
    </div>
  );
}

function Column({ stage, data, nowMs }: DisputeBoardProps & { readonly stage: DisputeStage }) {
  const { messages, language } = usePreferences();
  const { stages, board } = messages.disputes;
  const cards = listCards([...data.open, ...data.ended], stage, nowMs);
  const total = data.counts[stage];
  return (
    <section aria-label={stages[stage]} className="min-w-0 rounded-xl bg-sunken p-2" data-testid="dispute-column" data-stage={stage}>
      <h2 className="flex items-baseline justify-between gap-2 px-1 pb-2 text-sm font-semibold">{stages[stage]} <span className="tabular text-xs font-normal text-ink-2" data-testid="dispute-count">{board.count(formatCount(total, language))}</span></h2>
      {cards.length === 0 ? <p className="px-1 pb-2 text-xs text-ink-3">{board.emptyHint}</p> : <ul className="space-y-2">{cards.map((card) => <DisputeCard key={card.dispute.id} card={card} nowMs={nowMs} />)}</ul>}
      {cards.length < total ? <p className="px-1 pt-2 text-xs text-ink-3">{board.shown(formatCount(cards.length, language), formatCount(total, language))}</p> : null}
    </section>
  );
}
