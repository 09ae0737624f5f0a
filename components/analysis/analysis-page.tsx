'use client';

import { Lock } from 'lucide-react';
import { MAY_READ_ANALYSES } from '@/lib/domain/analysis';
import type { Day } from '@/lib/domain/instant';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { StateNote } from '@/components/ui/state-note';
import { useMethods } from './use-analyses';
import { Workbench } from './workbench';

/** The analyst's workbench; other roles are told who may use it. */
export function AnalysisPage({ today, search }: { readonly today: Day; readonly search: string }) {
  const { messages } = usePreferences();
  const { analysis, states } = messages;
  const query = useReference();
  const me = query.state === 'ready' ? query.data.me : null;
  const mayRead = me !== null && MAY_READ_ANALYSES.includes(me.role);
  return (
    <ConsolePage me={me} title={analysis.title} lead={analysis.lead} bare>
      <QueryState query={query} failed={states.loadFailed} lines={10}>
        {(reference) => (mayRead ? <WithMethods reference={reference} today={today} search={search} /> : <StateNote icon={<Lock size={30} />} title={analysis.forbidden} hint={analysis.forbiddenHint} testId="may-not-analyse" />)}
      </QueryState>
    </ConsolePage>
  );
}

function WithMethods({ reference, today, search }: { readonly reference: Parameters<typeof Workbench>[0]['reference']; readonly today: Day; readonly search: string }) {
  const { messages } = usePreferences();
  const query = useMethods();
  return (
    <QueryState query={query} failed={messages.states.loadFailed} lines={10}>
      {({ methods }) => <Workbench reference={reference} methods={methods} today={today} search={search} />}
    </QueryState>
  );
}
