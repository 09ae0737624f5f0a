'use client';

import { useMemo } from 'react';
import type { Category } from '@/lib/domain/category';
import type { IncidentAnswer } from '@/components/data/api-types';
import { useWards } from '@/components/data/use-reference';
import { usePreferences } from '@/components/ui/preferences';
import { ActionButtons } from './action-buttons';
import { CallNotice } from './call-notice';
import { ClockList } from './clock-list';
import { listIncidentActions } from './incident-action';
import { IncidentFacts } from './incident-facts';
import { IncidentHead, LeadBox } from './incident-head';
import { IncidentTimeline } from './incident-timeline';
import { AssistList, DecisionList, HandOverList } from './party-lists';
import { useIncidentNames } from './use-incident-names';
import type { IncidentHandle } from './use-incident';

interface IncidentDetailsProps {
  readonly answer: IncidentAnswer;
  readonly handle: IncidentHandle;
  readonly category: Category | undefined;
  readonly mayReadText: boolean;
  /** Full ward names by `editionId/code`. */
  readonly wardNames: ReadonlyMap<string, string>;
  /** Two columns on a wide screen: the incident and what can be done, its clock and history beside. */
  readonly wide: boolean;
}

/** Everything about one incident, and everything the reader may do with it. */
export function IncidentDetails({ answer, handle, category, mayReadText, wardNames, wide }: IncidentDetailsProps) {
  const { messages } = usePreferences();
  const { incident } = answer;
  const names = useIncidentNames(answer, wardNames);
  const wards = useWards(incident.editionId);
  const everyWard = useMemo(() => {
    const collator = new Intl.Collator('vi');
    return wards.state !== 'ready' ? [] : wards.data.features.map(({ properties: { code, name } }) => ({ code, name })).sort((a, b) => collator.compare(a.name, b.name));
  }, [wards]);
  const actions = listIncidentActions(answer, everyWard, messages.coordination);
  const panel = wide ? 'rounded-xl border border-line bg-surface p-4' : '';
  return (
    <div className={wide ? 'mx-auto grid max-w-6xl items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(320px,400px)]' : 'space-y-5'} data-testid="incident-details" data-version={incident.version}>
      <div className={`space-y-5 ${panel}`}>
        <IncidentHead incident={incident} category={category} />
        <LeadBox incident={incident} />
        {/* On a phone the buttons come before everything that has to be scrolled. */}
        <section aria-label={messages.coordination.action.title} data-testid="incident-actions">
          <ActionButtons actions={actions} handle={handle} label={messages.coordination.action.title} />
          <CallNotice result={handle.result} names={names} />
        </section>
        <AssistList answer={answer} handle={handle} />
        <HandOverList answer={answer} handle={handle} />
        <DecisionList answer={answer} />
        <IncidentFacts answer={answer} mayReadText={mayReadText} />
      </div>
      <div className={`space-y-5 ${panel}`}>
        <ClockList clock={answer.coordination.clock} />
        <IncidentTimeline history={answer.history} names={names} isHidden={!mayReadText} />
      </div>
    </div>
  );
}
