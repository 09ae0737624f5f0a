'use client';

import { Lock } from 'lucide-react';
import type { Day } from '@/lib/domain/instant';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { StateNote } from '@/components/ui/state-note';
import { Simulator } from './simulator';

const MAY_SIMULATE: readonly string[] = ['analyst', 'commander', 'admin'];

/** The page of the rule simulator. */
export function RulesPage({ today, search }: { readonly today: Day; readonly search: string }) {
  const { messages } = usePreferences();
  const { rules, states } = messages;
  const query = useReference();
  return (
    <ConsolePage me={query.state === 'ready' ? query.data.me : null} title={rules.title} lead={rules.lead}>
      <QueryState query={query} failed={states.loadFailed} lines={10}>
        {(reference) => (MAY_SIMULATE.includes(reference.me.role) ? <Simulator reference={reference} today={today} search={search} /> : <StateNote icon={<Lock size={30} />} title={rules.forbidden} hint={rules.forbiddenHint} testId="may-not-simulate" />)}
      </QueryState>
    </ConsolePage>
  );
}
