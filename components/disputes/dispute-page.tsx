'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { DisputePage as DisputeAnswer } from '@/lib/domain/dispute';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { readDisputeClock } from '@/lib/rules/dispute-clock';
import { useWardNames } from '@/components/console/use-ward-names';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { useNow } from '@/components/ui/use-now';
import { ClockBadge } from './clock-badge';
import { DisputeFacts } from './dispute-facts';
import { listSteps, type StepWanted } from './dispute-step';
import { DisputeTimeline } from './dispute-timeline';
import { SessionList } from './session-list';
import { StepDialog } from './step-dialog';
import { useDispute } from './use-disputes';

const NOTHING: readonly never[] = [];
const TICK_MS = 30_000;

/** One dispute: how it stands, what can be done, what is known, its sessions and its course. */
export function DisputePage({ id }: { readonly id: string }) {
  const { messages, language } = usePreferences();
  const { disputes: texts } = messages;
  const reference = useReference();
  const query = useDispute(id);
  const me = reference.state === 'ready' ? reference.data.me : null;
  const wardNames = useWardNames(reference.state === 'ready' ? reference.data.editions : NOTHING);
  const nameUnit = (unit: string): string => {
    const name = wardNames.get(unit.replace(':', '/'));
    return name !== undefined ? formatWardInSentence(name, language) : /^[^:]+:\d{5}$/.test(unit) ? messages.coordination.unnamed : unit;
  };
  const dispute = query.state === 'ready' ? query.data.dispute : null;
  return (
    <ConsolePage
      me={me} title={dispute === null ? texts.title : `${texts.title}: ${texts.kinds[dispute.kind].toLowerCase()}, ${formatWardInSentence(dispute.ward.name, language)}`}
      lead={<Link href="/disputes" prefetch={false} className="inline-flex items-center gap-1 font-medium text-accent underline"><ArrowLeft size={13} aria-hidden /> {texts.back}</Link>}
    >
      <QueryState query={query} notFound={texts.notFound} failed={texts.failed} lines={10}>
        {(page) => <DisputeBody page={page} nameUnit={nameUnit} onChanged={query.refresh} />}
      </QueryState>
    </ConsolePage>
  );
}

interface DisputeBodyProps {
  readonly page: DisputeAnswer;
  readonly nameUnit: (unit: string) => string;
  readonly onChanged: () => void;
}

function DisputeBody({ page, nameUnit, onChanged }: DisputeBodyProps) {
  const { messages } = usePreferences();
  const { steps: texts, stages } = messages.disputes;
  const [wanted, setWanted] = useState<StepWanted | null>(null);
  const { dispute } = page;
  const clock = readDisputeClock(dispute, useNow(TICK_MS));
  const steps = listSteps(page);
  const isReader = !Object.values(page.permissions).includes(true);
  return (
    <div className="mx-auto grid max-w-6xl items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(320px,400px)]" data-testid="dispute-page" data-version={dispute.version} data-stage={dispute.stage}>
      <div className="space-y-4">
        <section aria-label={texts.title} className="space-y-3 rounded-xl border border-line bg-surface p-4" data-testid="dispute-steps">
          <p className="flex flex-wrap items-center gap-2"><span className="rounded-full bg-accent-soft px-2.5 py-1 text-xs font-medium text-accent" data-testid="dispute-stage">{stages[dispute.stage]}</span>{clock === null ? null : <ClockBadge clock={clock} />}</p>
          {steps.length === 0 ? <p className="text-sm text-ink-3">{isReader ? texts.reader : texts.none}</p> : (
            <div className="flex flex-wrap gap-2">
              {steps.map((kind) => <Button key={kind} size="small" className="max-md:h-11" kind={kind === 'escalate' && clock?.state === 'must_escalate' ? 'primary' : 'plain'} onClick={() => setWanted({ kind })} data-testid={`step-${kind}`}>{texts[kind]}</Button>)}
            </div>
          )}
        </section>
        <SessionList sessions={dispute.sessions} onRecord={page.permissions.session ? (session) => setWanted({ kind: 'hold', session }) : null} />
        <DisputeTimeline history={page.history} nameUnit={nameUnit} />
      </div>
      <DisputeFacts dispute={dispute} />
      {wanted === null ? null : <StepDialog wanted={wanted} dispute={dispute} onClose={() => setWanted(null)} onChanged={onChanged} />}
    </div>
  );
}
