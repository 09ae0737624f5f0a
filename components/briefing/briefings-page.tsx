'use client';

import { Plus, Presentation } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { MAY_COMPOSE } from '@/lib/domain/briefing';
import type { Day } from '@/lib/domain/instant';
import { formatCount } from '@/lib/format/format-number';
import type { Reference } from '@/components/data/api-types';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { Segmented } from '@/components/ui/segmented';
import { StateNote } from '@/components/ui/state-note';
import { BriefingRow } from './briefing-row';
import { ComposeDialog } from './compose-dialog';
import { PinList } from './pin-list';
import { TemplateList } from './template-list';
import { useBriefings, usePins, useTemplates } from './use-briefings';

const TABS = ['briefings', 'templates', 'pins'] as const;
type Tab = (typeof TABS)[number];

interface BriefingsPageProps {
  readonly today: Day;
  readonly tab: string | null;
}

/** All briefings, the schedules that compose some of them, and what waits to be brought in. */
export function BriefingsPage({ today, tab: asked }: BriefingsPageProps) {
  const { messages } = usePreferences();
  const { briefings: texts } = messages;
  const router = useRouter();
  const query = useReference();
  const [tab, setTab] = useState<Tab>(TABS.find((one) => one === asked) ?? 'briefings');
  const [composing, setComposing] = useState(false);
  const reference = query.state === 'ready' ? query.data : null;
  const mayCompose = reference !== null && MAY_COMPOSE.includes(reference.me.role);
  const shown = mayCompose ? tab : 'briefings';
  const pins = usePins(mayCompose);
  const waiting = pins.state === 'ready' ? pins.data.pins : [];
  const choose = (next: Tab): void => {
    setTab(next);
    window.history.replaceState(null, '', next === 'briefings' ? '/briefings' : `/briefings?tab=${next}`);
  };
  const label = (one: Tab): string => (one === 'pins' && waiting.length > 0 ? texts.tabCount(texts.tabs.pins, String(waiting.length)) : texts.tabs[one]);
  return (
    <ConsolePage
      me={reference?.me ?? null} title={texts.title} lead={texts.lead}
      actions={mayCompose ? <Button kind="primary" onClick={() => setComposing(true)} data-testid="compose-open"><Plus size={16} aria-hidden /> {texts.add}</Button> : undefined}
    >
      <div className="mx-auto max-w-5xl space-y-3">
        {mayCompose ? <div className="max-w-lg"><Segmented label={texts.title} value={shown} options={TABS.map((value) => ({ value, label: label(value) }))} onChange={choose} /></div> : null}
        <QueryState query={query} failed={texts.failed} lines={8}>
          {(ready) => (shown === 'briefings' ? <Briefings reference={ready} mayCompose={mayCompose} /> : shown === 'templates' ? <Templates reference={ready} today={today} />
            : <QueryState query={pins} failed={texts.failed} lines={6}>{(data) => <PinList pins={data.pins} onChanged={pins.refresh} />}</QueryState>)}
        </QueryState>
      </div>
      {composing && reference !== null ? <ComposeDialog reference={reference} today={today} pins={waiting} onClose={() => setComposing(false)} onComposed={({ id }) => router.push(`/briefings/${id}`)} /> : null}
    </ConsolePage>
  );
}

function Briefings({ reference, mayCompose }: { readonly reference: Reference; readonly mayCompose: boolean }) {
  const { messages, language } = usePreferences();
  const { briefings: texts } = messages;
  const query = useBriefings();
  return (
    <QueryState query={query} failed={texts.failed} lines={8}>
      {({ briefings }) => (briefings.length === 0 ? <StateNote icon={<Presentation size={30} />} title={texts.list.empty} hint={mayCompose ? texts.list.emptyHint : texts.list.emptyReader} testId="no-briefings" /> : (
        <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface" aria-label={`${texts.list.label}: ${formatCount(briefings.length, language)}`} data-testid="briefing-list">
          {briefings.map((briefing) => <BriefingRow key={briefing.id} briefing={briefing} reference={reference} mayCompose={mayCompose} onChanged={query.refresh} />)}
        </ul>
      ))}
    </QueryState>
  );
}

function Templates({ reference, today }: { readonly reference: Reference; readonly today: Day }) {
  const { messages } = usePreferences();
  const query = useTemplates(true);
  return <QueryState query={query} failed={messages.briefings.failed} lines={6}>{({ templates }) => <TemplateList templates={templates} reference={reference} today={today} onChanged={query.refresh} />}</QueryState>;
}
